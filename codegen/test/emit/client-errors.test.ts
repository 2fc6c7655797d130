import { beforeAll, describe, expect, test } from "vitest";
import type { PackageTree } from "../../src/pipeline.ts";
import type { Json } from "../../src/source/json.ts";
import type { SourceFiles } from "../generated-contract.ts";
import { packagesOf } from "../generated-packages.ts";
import { packageTypeErrors } from "../generated-type-check.ts";
import { answer, api, ref } from "./client-documents.ts";

const text: Json = { type: "string" };
const named = (property: string, schema: Json = text, ...required: readonly string[]): Json => ({
  ...{ type: "object", required },
  properties: { [property]: schema, message: text },
});

/** An API whose calls fail with these bodies. */
function failing(
  faults: readonly Json[],
  schemas: Readonly<Record<string, Json>>,
  options: Json,
): SourceFiles {
  const statuses = faults.map((body, index) => [String(400 + index), answer(body)] as const);
  const get = {
    operationId: "list",
    responses: { "200": answer(ref("Pet")), ...Object.fromEntries(statuses) },
  };
  return api({ "/pets": { get } }, { Pet: { type: "object" }, ...schemas }, { "x-sdkmill": options });
}

function coreOf(packages: readonly PackageTree[] = []): string {
  const core = packages.find(({ folder }) => folder.endsWith("-client"))?.generated.get("core.ts");
  return core?.replaceAll(/\bCase\d+/g, "PetShop") ?? "";
}

const parameter = "Type extends PetShopErrorType = PetShopErrorType";

const errorType = ["error_type", "error"];

const bodies: readonly (readonly [about: string, files: SourceFiles, want: string])[] = [
  ["of no schema", failing([], {}, { errorType }), "PetShopErrorBody = unknown;"],
  [
    "that has a type",
    failing([ref("Fault")], { Fault: named("error_type") }, { errorType }),
    `PetShopErrorBody<${parameter}> = (types.Fault & { readonly error_type?: Type });`,
  ],
  [
    "that has its type under one of two names, or none",
    failing(
      [ref("Fault"), ref("OAuthFault"), ref("Other")],
      {
        Fault: named("error_type"),
        OAuthFault: named("error", ref("Code"), "error"),
        Other: named("code"),
        Code: text,
      },
      { errorType },
    ),
    `PetShopErrorBody<${parameter}> = (types.Fault & { readonly error_type?: Type }) | (types.OAuthFault & { readonly error: Type }) | types.Other;`,
  ],
  // Prevents: an error whose body has any type, since its schema lists the kinds of bodies.
  [
    "that is one of several, by a schema that says no more",
    failing(
      [{ description: "A fault.", anyOf: [ref("Fault"), { oneOf: [ref("OAuthFault"), ref("Fault")] }] }],
      { Fault: named("error_type"), OAuthFault: named("error", text, "error") },
      { errorType },
    ),
    `PetShopErrorBody<${parameter}> = (types.Fault & { readonly error_type?: Type }) | (types.OAuthFault & { readonly error: Type });`,
  ],
  [
    "that is one of several, by a schema that says more",
    failing(
      [{ anyOf: [ref("Fault"), ref("Other")], required: ["message"] }],
      { Fault: named("error_type"), Other: named("code") },
      { errorType },
    ),
    "PetShopErrorBody = PetShopErrorBody1;",
  ],
  [
    "that is no component",
    failing([named("code"), named("error", { type: ["string", "null"] })], {}, { errorType }),
    `PetShopErrorBody<${parameter}> = PetShopErrorBody1 | (PetShopErrorBody2 & { readonly error?: Type | null });`,
  ],
  [
    "whose property of that name is no text",
    failing([ref("Fault")], { Fault: named("error", { type: "object" }) }, { errorType }),
    "PetShopErrorBody = types.Fault;",
  ],
  [
    "whose type stands under a hostile name",
    failing([ref("Fault")], { Fault: named("__proto__") }, { errorType: ['"*/', "__proto__"] }),
    `PetShopErrorBody<${parameter}> = (types.Fault & { readonly ["__proto__"]?: Type });`,
  ],
];

describe("the body of an error", () => {
  let packages: readonly (readonly PackageTree[])[] = [];
  let errors: readonly string[] = [];

  beforeAll(async () => {
    packages = await Promise.all(bodies.map(([, files], index) => packagesOf(files, `case${index}`)));
    errors = packageTypeErrors(packages.flat());
  });

  test.each(bodies.map(([about, , want], index) => [about, index, want] as const))("%s", (_, index, want) => {
    const core = coreOf(packages[index]);
    expect(core).toContain(`export type ${want}`);
    expect(core).toContain(`PetShopErrorBody${want.includes("<") ? "<Type>" : ""}, Type>;`);
    expect(errors.filter((line) => line.includes(`/case${index}-`))).toStrictEqual([]);
  });
});

describe("types of errors", () => {
  test("are any text if none is known", async () => {
    const core = coreOf(await packagesOf(failing([], {}, {})));
    expect(core).toContain("export type PetShopErrorType = string;");
    expect(core).not.toContain("ErrorTypes");
  });

  test("are known by name, whatever the name and its description say", async () => {
    const errorTypes = {
      ["__proto__"]: { description: "*/ evil() /*" },
      '"]: evil(); "': { retry: false },
      404: {},
      constructor: { description: "Wait.", retry: false },
      "\u2028</script>": {},
    };
    const packages = await packagesOf(failing([], {}, { errorType: ["type"], errorTypes }));
    expect(packageTypeErrors(packages)).toStrictEqual([]);
    const core = coreOf(packages);
    const declared = /export interface PetShopErrorTypes (\{[^]*?\n\})/.exec(core)?.[1];
    expect(declared).toBe(
      [
        "{",
        '/**\n * Never retried.\n */\nreadonly "\\"]: evil(); \\"": unknown;',
        'readonly "404": unknown;',
        '/**\n * *\\/ evil() /*\n */\nreadonly ["__proto__"]: unknown;',
        "/**\n * Wait.\n *\n * Never retried.\n */\nreadonly constructor: unknown;",
        'readonly "\\u2028\\u003c/script>": unknown;',
        "}",
      ].join("\n"),
    );
    expect(core).toContain("export type PetShopErrorType = keyof PetShopErrorTypes | (string & {});");
  });

  // Prevents: `isApiError` that narrows to nothing, or takes no type that the catalogue does not have.
  test("narrow an error, and its body", async () => {
    const errorTypes = { slow_down: {}, 404: {} };
    const files = failing(
      [ref("Fault"), ref("Other")],
      { Fault: named("kind", text, "kind"), Other: named("code") },
      { errorType: ["kind"], errorTypes },
    );
    const use = `
import { isApiError, type PetShopError, type PetShopErrorType } from "./core.js";
export function read(error: unknown, any: string): unknown {
  if (isApiError(error, "slow_down")) {
    const type: "slow_down" | undefined = error.type;
    if (error.body !== undefined && "kind" in error.body) return [type, error.body.kind satisfies "slow_down"];
  }
  if (isApiError(error, "quite_new")) return error.type satisfies "quite_new" | undefined;
  if (isApiError(error, any)) return error.status;
  // @ts-expect-error a type is a text
  isApiError(error, 404);
  const known: PetShopErrorType = "404";
  const other: PetShopError = error as PetShopError<"slow_down">;
  return isApiError(error) ? error.body : [known, other];
}
`;
    const packages = (await packagesOf(files)).map((tree) =>
      tree.folder === "pet-shop-client"
        ? { ...tree, generated: new Map([...tree.generated, ["use.ts", use]]) }
        : tree,
    );
    expect(packageTypeErrors(packages)).toStrictEqual([]);
  });
});
