import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ownObject, type JsonObject } from "../../codegen/src/source/json.ts";
import { renderSchema, type Dialect } from "./render-schema.ts";

const dialect: Dialect = {
  string: '"string"',
  boolean: '"boolean"',
  number: '"number"',
  anyRecord: '"Record<string, unknown>"',
  int32: (minimum) => JSON.stringify(`${minimum} <= number.integer <= ${2 ** 31 - 1}`),
  oneOf: (values) => JSON.stringify(["===", ...values]),
  array: (item) => `[${item}, "[]"]`,
  record: (value) => `{ "[string]": ${value} }`,
  object: (properties, isClosed) => {
    const members = properties.map(
      ({ name, isRequired, value }) => `${JSON.stringify(isRequired ? name : `${name}?`)}: ${value}`,
    );
    return `{ ${[...(isClosed ? ['"+": "reject"'] : []), ...members].join(", ")} }`;
  },
  reference: (name) => JSON.stringify(aliasOf(name)),
};

/** Writes `arktype.mjs` with a type `check` into a folder: all schemas in one scope. */
export function writeArktype(root: string, document: JsonObject, folder: string): void {
  const schemas = Object.entries(ownObject(document["components"], "schemas"));
  const aliases = schemas.map(([name, schema]) => `${aliasOf(name)}: ${renderSchema(schema, dialect)},`);
  const lines = [
    'import { scope } from "arktype";',
    "const { [root]: check } = scope({".replace("[root]", aliasOf(root)),
    ...aliases,
    "}).export();",
    "export { check };",
  ];
  writeFileSync(join(folder, "arktype.mjs"), `${lines.join("\n")}\n`);
}

/** A name that is not one of arktype's own keywords. */
function aliasOf(name: string): string {
  return `${name}Schema`;
}
