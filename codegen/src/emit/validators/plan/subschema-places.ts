import { isArray, isObject, type Json, type JsonObject } from "../../../source/json.ts";

/**
 * What a subschema has to do with the value of the schema around it (core, section 10). `part`: it always
 * applies to the same value. `alternative`: it may. `test`: whether it accepts the same value, or one
 * inside, says something, but not that it has to. `location`: it applies to a value inside.
 */
export type SubschemaRole = "part" | "alternative" | "test" | "location";

interface SubschemaPlace {
  readonly shape: "one" | "list" | "map";
  readonly role: SubschemaRole;
}

const places: ReadonlyMap<string, SubschemaPlace> = new Map([
  ["allOf", { shape: "list", role: "part" }],
  ["anyOf", { shape: "list", role: "alternative" }],
  ["oneOf", { shape: "list", role: "alternative" }],
  ["then", { shape: "one", role: "alternative" }],
  ["else", { shape: "one", role: "alternative" }],
  ["dependentSchemas", { shape: "map", role: "alternative" }],
  ["not", { shape: "one", role: "test" }],
  ["if", { shape: "one", role: "test" }],
  ["contains", { shape: "one", role: "test" }],
  ["propertyNames", { shape: "one", role: "test" }],
  ["properties", { shape: "map", role: "location" }],
  ["patternProperties", { shape: "map", role: "location" }],
  ["additionalProperties", { shape: "one", role: "location" }],
  ["unevaluatedProperties", { shape: "one", role: "location" }],
  ["items", { shape: "one", role: "location" }],
  ["prefixItems", { shape: "list", role: "location" }],
  ["unevaluatedItems", { shape: "one", role: "location" }],
]);

/** A schema directly inside of another one. */
export interface Subschema {
  readonly node: Json;
  readonly keyword: string;
  readonly role: SubschemaRole;
  /** Its name, where the keyword holds a map. */
  readonly name: string | undefined;
}

/** Whether a keyword applies subschemas. */
export function isApplicator(keyword: string): boolean {
  return places.has(keyword);
}

/** The subschemas of a node, in their order. `then` and `else` without `if` have no effect (core, section 10.2.2). */
export function subschemas(node: Json): readonly Subschema[] {
  if (!isObject(node)) return [];
  const found: Subschema[] = [];
  for (const [keyword, value] of Object.entries(node)) {
    if (places.has(keyword)) found.push(...subschemasOf(node, keyword, value));
  }
  return found;
}

/** A copy of the value of a keyword with other subschemas in it. */
export function mapSubschemas(
  node: JsonObject,
  keyword: string,
  value: Json,
  replace: (subschema: Subschema) => Json,
): Json {
  const place = places.get(keyword);
  const replaced = subschemasOf(node, keyword, value).map(
    (subschema) => [subschema.name, replace(subschema)] as const,
  );
  if (place?.shape === "map") {
    return Object.fromEntries(replaced.map(([name, schema]) => [name ?? "", schema]));
  }
  const schemas = replaced.map(([, schema]) => schema);
  return place?.shape === "list" ? schemas : (schemas[0] ?? value);
}

function subschemasOf(node: JsonObject, keyword: string, value: Json): readonly Subschema[] {
  const place = places.get(keyword);
  if (place === undefined || isIdle(node, keyword)) return [];
  const { shape, role } = place;
  if (shape === "one") return [{ node: value, keyword, role, name: undefined }];
  if (shape === "list")
    return isArray(value) ? value.map((item) => ({ node: item, keyword, role, name: undefined })) : [];
  if (!isObject(value)) return [];
  return Object.entries(value).map(([name, item]) => ({ node: item, keyword, role, name }));
}

/** Whether a keyword is without effect, for want of the one that it goes with. */
export function isIdle(node: JsonObject, keyword: string): boolean {
  return (keyword === "then" || keyword === "else") && !Object.hasOwn(node, "if");
}
