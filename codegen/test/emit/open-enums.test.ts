import { describe, expect, test } from "vitest";
import type { Json } from "../../src/source/json.ts";
import { openapiRoot, type SourceFiles } from "../generated-contract.ts";
import { generatedText, packagesOf } from "../generated-packages.ts";
import { packageTypeErrors } from "../generated-type-check.ts";
import { validatorsOf } from "../generated-validators.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: Json): Json => ({ content: { "application/json": { schema } } });
const holding = (schemas: Readonly<Record<string, Json>>): Json => ({ type: "object", properties: schemas });

/** One enum that clients send, one that they get, one in both positions, one that no operation reaches. */
function contract(options: Json, keywords: Readonly<Record<string, Json>> = {}): SourceFiles {
  const given = { type: "string", enum: ["a", "b"], ...keywords };
  const root = openapiRoot({
    "x-sdkmill": options,
    paths: {
      "/pets": {
        post: {
          operationId: "addPet",
          requestBody: {
            required: true,
            ...(json(holding({ sent: ref("Sent"), both: ref("Both") })) as object),
          },
          responses: {
            "200": { description: "", ...(json(holding({ got: ref("Got"), both: ref("Both") })) as object) },
            default: { description: "", ...(json(holding({ failed: ref("Failed") })) as object) },
          },
        },
      },
    },
    components: { schemas: { Sent: given, Got: given, Both: given, Failed: given, Unreached: given } },
  });
  return { "openapi.json": root };
}

const names = ["Sent", "Got", "Both", "Failed", "Unreached"] as const;

/** Which of the enums are open: once as the types say, once as the validators do. */
async function openOnes(
  files: SourceFiles,
): Promise<{ readonly types: string; readonly validators: string }> {
  const types = generatedText(await packagesOf(files), "pet-shop-types", "schemas.ts");
  const validators = await validatorsOf(files, temporaryFolder());
  return {
    types: names.filter((name) => new RegExp(`type ${name} = .*\\(string & \\{\\}\\)`).test(types)).join(" "),
    validators: names.filter((name) => validators[`validate${name}`]?.is("c")).join(" "),
  };
}

describe("an enum is open", () => {
  test.each<readonly [about: string, options: Json, keywords: Readonly<Record<string, Json>>, want: string]>([
    ["where clients get it", {}, {}, "Got Both Failed"],
    ["nowhere, if the options say so", { responseEnums: "closed" }, {}, ""],
    [
      "everywhere that is reached, if the options say so",
      { requestEnums: "open" },
      {},
      "Sent Got Both Failed",
    ],
    ["where clients send it alone", { requestEnums: "open", responseEnums: "closed" }, {}, "Sent"],
    ["where it says so itself", { responseEnums: "closed" }, { "x-sdkmill-enum": "open" }, names.join(" ")],
    ["not where it denies it itself", { requestEnums: "open" }, { "x-sdkmill-enum": "closed" }, ""],
    ["not if it has other values than strings", {}, { enum: ["a", 1], type: ["string", "integer"] }, ""],
  ])("%s", async (_, options, keywords, want) => {
    expect(await openOnes(contract(options, keywords))).toStrictEqual({ types: want, validators: want });
  });

  test("with its null, and with nothing else", async () => {
    const files = contract({}, { type: ["string", "null"], enum: ["a", null] });
    const { validateGot, validateSent } = await validatorsOf(files, temporaryFolder());
    const values: readonly Json[] = ["a", "c", "", null, 1, true, {}, []];
    expect(values.filter((value) => validateGot?.is(value))).toStrictEqual(["a", "c", "", null]);
    expect(values.filter((value) => validateSent?.is(value))).toStrictEqual(["a", null]);
  });

  test("with the other keywords beside it", async () => {
    const files = contract({}, { minLength: 2, pattern: "^[a-z]*$", enum: ["aa", "bb"] });
    const { validateGot } = await validatorsOf(files, temporaryFolder());
    expect(["aa", "cc", "c", "CC"].filter((value) => validateGot?.is(value))).toStrictEqual(["aa", "cc"]);
  });
});

test("objects that are silent on further properties get an index signature by option only", async () => {
  const silent = { A: { type: "object", properties: { inner: { type: "object" } } } };
  const textWith = async (options: Json): Promise<string> => {
    const root = openapiRoot({ paths: {}, "x-sdkmill": options, components: { schemas: silent } });
    return generatedText(await packagesOf({ "openapi.json": root }), "pet-shop-types", "schemas.ts");
  };
  const signatures = async (options: Json): Promise<number> =>
    (await textWith(options)).match(/\[k: string\]: unknown/g)?.length ?? 0;
  expect([
    await signatures({}),
    await signatures({ openObjects: false }),
    await signatures({ openObjects: true }),
  ]).toStrictEqual([0, 0, 2]);
});

test("parameters are closed and results are open where they are declared beside their operation", async () => {
  const choice = { type: "string", enum: ["a", "b"] };
  const root = openapiRoot({
    paths: {
      "/pets": {
        get: {
          operationId: "listPets",
          parameters: [{ name: "sort", in: "query", schema: choice }],
          responses: { "200": { description: "", ...(json(holding({ order: choice })) as object) } },
        },
      },
    },
    components: { schemas: { Unused: {} } },
  });
  const packages = await packagesOf({ "openapi.json": root });
  const text = generatedText(packages, "pet-shop-client", "operations/pets.ts");
  expect(text).toMatch(/sort\?: \("a" \| "b"\)\n/);
  expect(text).toMatch(/order\?: \("a" \| "b" \| \(string & \{\}\)\)\n/);
  expect(packageTypeErrors(packages)).toStrictEqual([]);
});
