import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ownObject, type JsonObject } from "../../codegen/src/source/json.ts";
import { renderSchema, type Dialect } from "./render-schema.ts";
import { runNode } from "./run-node.ts";

const dialect: Dialect = {
  string: "string",
  boolean: "boolean",
  number: "number",
  anyRecord: "{ [key: string]: unknown }",
  int32: (minimum) =>
    `(number & tags.Type<"int32">${minimum < -(2 ** 31) + 1 ? "" : ` & tags.Minimum<${minimum}>`})`,
  oneOf: (values) => values.map((value) => JSON.stringify(value)).join(" | "),
  array: (item) => `Array<${item}>`,
  record: (value) => `{ [key: string]: ${value} }`,
  // typia refuses unknown properties with `equals` in place of `is`, not by the type.
  object: (properties) => {
    const members = properties.map(
      ({ name, isRequired, value }) => `${JSON.stringify(name)}${isRequired ? "" : "?"}: ${value};`,
    );
    return `{ ${members.join(" ")} }`;
  },
  reference: (name) => name,
};

/**
 * Writes `typia-is.mjs` and `typia-validate.mjs`, each with a function `check`, into a folder: types with
 * typia's tags, compiled by TypeScript 5.9 with typia's transformer in it.
 *
 * @param isClosed whether unknown properties are refused
 */
export function writeTypia(root: string, document: JsonObject, isClosed: boolean, folder: string): void {
  const schemas = Object.entries(ownObject(document["components"], "schemas"));
  const types = schemas.map(([name, schema]) => `export type ${name} = ${renderSchema(schema, dialect)};`);
  const imports = 'import type { tags } from "typia";';
  writeFileSync(join(folder, "typia-types.mts"), `${[imports, ...types].join("\n")}\n`);
  const check = (creator: string): string =>
    `import typia from "typia";
import type { ${root} } from "./typia-types.mjs";
export const check = typia.${creator}<${root}>();
`;
  writeFileSync(join(folder, "typia-is.mts"), check(isClosed ? "createEquals" : "createIs"));
  writeFileSync(
    join(folder, "typia-validate.mts"),
    check(isClosed ? "createValidateEquals" : "createValidate"),
  );
}

/** Compiles what `writeTypia` wrote into the folders below a folder; `node_modules` is in that. */
export function compileTypia(work: string): void {
  const config = {
    compilerOptions: {
      module: "nodenext",
      target: "es2022",
      strict: true,
      skipLibCheck: true,
      types: [],
      plugins: [{ transform: "typia/lib/transform" }],
    },
    include: ["*/typia-*.mts"],
  };
  writeFileSync(join(work, "tsconfig.json"), JSON.stringify(config));
  runNode([join(work, "node_modules", "ts-patch", "bin", "tspc.js"), "-p", "tsconfig.json"], work);
}
