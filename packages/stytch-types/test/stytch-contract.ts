import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

// The contract as its documents say it, read without the generator, which is what the tests are about.

export interface Schema {
  readonly $ref?: string;
  readonly title?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly minimum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
}

export interface Operation {
  readonly method: string;
  readonly path: string;
  /** The host of a path that has a server of its own. */
  readonly host: string | undefined;
  readonly parameters: readonly { readonly name: string; readonly in: "path" | "query" | "header" }[];
  /** The title of the schema of the body. */
  readonly request: string | undefined;
  /** The title of the schema of a successful answer. */
  readonly response: string;
}

interface Content {
  readonly content: { readonly "application/json": { readonly schema: { readonly $ref: string } } };
}

interface OpenapiOperation {
  readonly parameters?: Operation["parameters"];
  readonly requestBody?: Content;
  readonly responses: { readonly 200: Content };
}

type PathItem = Readonly<Partial<Record<(typeof methods)[number], OpenapiOperation>>> & {
  readonly servers?: readonly { readonly url: string }[];
};

const methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace"] as const;
const contract = new URL("../../../schemas/stytch/", import.meta.url);
const fromCodegen = createRequire(new URL("../../../codegen/package.json", import.meta.url));

/** The documents of `schemas/`, by title. */
export function readSchemas(): ReadonlyMap<string, Schema> {
  const folder = new URL("schemas/", contract);
  return new Map(
    readdirSync(folder).map((name) => {
      const schema = JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Schema;
      return [schema.title ?? name, schema];
    }),
  );
}

export function readOperations(): readonly Operation[] {
  const { load } = fromCodegen("js-yaml") as { readonly load: (text: string) => unknown };
  const { paths } = load(readFileSync(new URL("openapi.yaml", contract), "utf8")) as {
    readonly paths: Readonly<Record<string, PathItem>>;
  };
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method): Operation[] => {
      const operation = item[method];
      if (operation === undefined) return [];
      const { parameters = [], requestBody, responses } = operation;
      const [server] = item.servers ?? [];
      return [
        {
          method: method.toUpperCase(),
          path,
          host: server && new URL(server.url).host,
          parameters,
          request: requestBody && titleOf(requestBody),
          response: titleOf(responses[200]),
        },
      ];
    }),
  );
}

function titleOf({ content }: Content): string {
  return referencedTitle(content["application/json"].schema.$ref);
}

/** `#/components/schemas/X` → `X` */
export function referencedTitle(reference: string): string {
  return reference.slice(reference.lastIndexOf("/") + 1);
}

/** The titles of all schemas that some schemas lead to, themselves among them. */
export function closureOf(
  schemas: ReadonlyMap<string, Schema>,
  titles: Iterable<string>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = [...titles];
  for (let title = pending.pop(); title !== undefined; title = pending.pop()) {
    if (found.has(title)) continue;
    found.add(title);
    pending.push(...referencesOf(schemas.get(title)));
  }
  return found;
}

function referencesOf(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const { $ref, ...rest } = value as Schema;
  return [
    ...(typeof $ref === "string" ? [referencedTitle($ref)] : []),
    ...Object.values(rest).flatMap(referencesOf),
  ];
}
