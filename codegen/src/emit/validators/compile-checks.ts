import { Ajv2020 } from "ajv/dist/2020.js";
import type { AnySchemaObject, AnyValidateFunction } from "ajv/dist/types/index.js";
import { referencedKey } from "../../contract/component-schemas.ts";
import type { Contract, NamedSchema } from "../../contract/contract.ts";
import {
  isArray,
  isObject,
  own,
  ownArray,
  ownObject,
  ownString,
  withProperties,
  type Json,
  type JsonObject,
} from "../../source/json.ts";
import { mapNodesUp } from "../../source/openapi-shape.ts";
import { isOpenEnum } from "../open-enums.ts";
import { dependenciesFirst } from "./dependencies-first.ts";
import { formatChecks } from "./format-checks.ts";

/** One schema as Ajv compiled it: the source of its function, and the values outside of it that it uses. */
export type CompiledCheck = NonNullable<AnyValidateFunction["source"]>;

/** Annotations have no effect on validation, and would be embedded in the code. */
const annotations = new Set([
  "title",
  "description",
  "default",
  "examples",
  "example",
  "deprecated",
  "readOnly",
  "writeOnly",
  "$comment",
  "externalDocs",
  "xml",
]);

/**
 * Compiles every schema with Ajv, each to a function of its own that calls those of the schemas it
 * refers to.
 *
 * @returns by component key
 */
export function compileChecks(contract: Contract): ReadonlyMap<string, CompiledCheck> {
  const slugs = new Map(contract.schemas.map(({ key, slug }) => [key, slug]));
  const ajv = new Ajv2020({
    allErrors: true,
    code: { source: true, esm: true, lines: true, optimize: true },
    inlineRefs: false,
    logger: false,
    meta: false,
    ownProperties: true,
    strict: false,
    // The schemas were held against their meta-schema when they were read.
    validateSchema: false,
  });
  for (const [format, { type }] of formatChecks) {
    ajv.addFormat(format, type === "number" ? { type, validate: () => true } : { validate: () => true });
  }
  for (const schema of contract.schemas) ajv.addSchema(checkingSchema(schema, contract, slugs), schema.slug);

  for (const key of dependenciesFirst(contract)) ajv.getSchema(slugs.get(key) ?? "");
  return new Map(
    contract.schemas.map(({ key, slug }) => {
      const source = ajv.getSchema(slug)?.source;
      if (source === undefined) throw new Error(`Ajv compiled no source for ${slug}.`);
      return [key, source];
    }),
  );
}

/** A schema as Ajv is to see it: without annotations, open enums as strings, references by slug. */
function checkingSchema(
  named: NamedSchema,
  contract: Contract,
  slugs: ReadonlyMap<string, string>,
): AnySchemaObject | boolean {
  const schema = mapNodesUp({ node: named.schema, kind: "schema", pointer: "" }, ({ node }) => {
    if (!isObject(node)) return node;
    const kept = Object.fromEntries(
      Object.entries(withPrototype(node)).filter(
        ([keyword]) => !annotations.has(keyword) && !keyword.startsWith("x-"),
      ),
    );
    const reference = referencedKey(ownString(node, "$ref"));
    const referring = reference === undefined ? kept : withProperties(kept, { $ref: slugs.get(reference) });
    return isOpenEnum(node, named.position, contract) ? opened(referring) : referring;
  });
  return schema as AnySchemaObject | boolean;
}

/** Ajv leaves a property `__proto__` unchecked, but not a pattern that says the same. */
function withPrototype(node: JsonObject): JsonObject {
  const properties = ownObject(node, "properties");
  if (!Object.hasOwn(properties, "__proto__")) return node;
  const { ["__proto__"]: prototype = true, ...others } = properties;
  const patternProperties = { ...ownObject(node, "patternProperties"), "^__proto__$": prototype };
  return withProperties(node, { properties: others, patternProperties });
}

/** An open enum accepts every string, and whatever else it lists. */
function opened(schema: Json): Json {
  if (!isObject(schema)) return schema;
  const listed = ownArray(schema, "enum").includes(null) ? ["string", "null"] : ["string"];
  const given = own(schema, "type");
  const types =
    given === undefined
      ? listed
      : listed.filter((type) => (isArray(given) ? given.includes(type) : given === type));
  return withProperties(schema, { enum: undefined, type: types });
}
