import { schemaReference } from "../../contract/component-schemas.ts";
import { isObject, own, ownString, withProperties, type Json, type JsonObject } from "../../source/json.ts";
import { walkNodes } from "../../source/openapi-shape.ts";
import type { KnownTexts } from "./human-texts.ts";
import { mergeNode, withoutExtensions } from "./merge-node.ts";

const latestUri = "https://json-schema.org/draft/2020-12/schema";

/** What a document of the house says of itself, and the vendor has no say in. */
const framing = ["$schema", "$id", "title"] as const;

/** A file system takes 255 bytes; this leaves room for what stands around it. */
const MAX_SLUG = 180;

/**
 * Whether a component schema can have a document of its own: under that key, and with references that lead
 * to the same from there. One that refers to another place of the root, or that names an anchor or a place
 * in relation to it, can only stand in the root.
 */
export function canBeDocument(key: string, schema: Json): boolean {
  if (!/^[A-Za-z0-9._-]+$/.test(key)) return false;
  if (isAbsolute(ownString(schema, "$id"))) return true;
  let isFit = true;
  walkNodes({ node: schema, kind: "schema", pointer: "" }, ({ node }) => {
    const references = ["$ref", "$dynamicRef"].map((keyword) => ownString(node, keyword));
    const names = ["$id", "$anchor", "$dynamicAnchor"].map((keyword) => own(node, keyword));
    if (names.some((name) => name !== undefined)) isFit = false;
    for (const reference of references)
      if (reference !== undefined && !reference.startsWith("#/components/") && !isAbsolute(reference))
        isFit = false;
  });
  return isFit;
}

function isAbsolute(uri: string | undefined): boolean {
  return uri !== undefined && URL.canParse(uri);
}

/** A schema of the vendor's as a document of the house: `$schema`, `$id`, `title`, then the schema. */
export function newSchemaDocument(key: string, vendor: Json): JsonObject {
  const schema = asObject(withoutExtensions(vendor, "schema"));
  return {
    $schema: ownString(schema, "$schema") ?? latestUri,
    $id: ownString(schema, "$id") ?? schemaReference(key),
    title: key,
    ...withProperties(schema, { $schema: undefined, $id: undefined, title: undefined }),
  };
}

/** A document of the house with the vendor's facts; itself if they are the same. */
export function mergedSchemaDocument(house: Json, vendor: Json, known: KnownTexts): Json {
  if (house === vendor) return house;
  const [ours, theirs] = [asObject(house), asObject(vendor)];
  const frame = Object.fromEntries(framing.map((key) => [key, own(ours, key)]));
  const framed = { ...withProperties(ours, {}), ...withProperties(theirs, frame) };
  const vendorInFrame = Object.fromEntries(
    Object.entries(framed).filter(([key]) => isFraming(key) || own(theirs, key) !== undefined),
  );
  const merged = mergeNode(ours, vendorInFrame, "schema", known);
  return merged === ours ? house : merged;
}

function isFraming(key: string): boolean {
  return framing.some((name) => name === key);
}

/** A boolean schema as an object that says the same: only an object can have a name of its own. */
function asObject(schema: Json): JsonObject {
  if (isObject(schema)) return schema;
  return schema === false ? { not: {} } : {};
}

/** Where a new document goes: `schemas/shop-order-line-schema.json` for `Order_Line` of `shop`. */
export function newDocumentPath(api: string, key: string, isTaken: (path: string) => boolean): string {
  const slug = key
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_SLUG);
  for (let number = 1; ; number += 1) {
    const path = `schemas/${api}-${slug}${number === 1 ? "" : `-${number}`}-schema.json`;
    if (!isTaken(path)) return path;
  }
}
