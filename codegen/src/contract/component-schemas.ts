/** Where schemas stand in an OpenAPI document, and how references name them. */

import { appendPointer, pointerTokens } from "../source/json-pointer.ts";
import { own, ownObject, type Json, type JsonObject } from "../source/json.ts";

const schemasPointer = "/components/schemas";
const referencePrefix = `#${schemasPointer}/`;

/** The component schemas of a document by key; none if it has none. */
export function componentSchemas(document: Json | undefined): JsonObject {
  return ownObject(own(document, "components"), "schemas");
}

/** The pointer of a component schema: `/components/schemas/Pet`. */
export function schemaPointer(key: string): string {
  return appendPointer(schemasPointer, key);
}

/** The reference to a component schema: `#/components/schemas/Pet`. */
export function schemaReference(key: string): string {
  return `#${schemaPointer(key)}`;
}

/** What follows `#/components/schemas/` in a reference: once documents are linked, a key. Undefined for any other reference. */
export function referencedKey(reference: string | undefined): string | undefined {
  return reference?.startsWith(referencePrefix) ? reference.slice(referencePrefix.length) : undefined;
}

/** The component schema that a pointer leads to or into, and the steps from there; undefined outside of them. */
export function schemaSteps(
  pointer: string,
): { readonly key: string; readonly steps: readonly string[] } | undefined {
  const [components, schemas, key, ...steps] = pointerTokens(pointer) ?? [];
  return components === "components" && schemas === "schemas" && key !== undefined
    ? { key, steps }
    : undefined;
}

/** OpenAPI 3.1.1, section 4.8.7: component keys are made of ASCII letters, digits, `.`, `_` and `-`. */
export function componentKey(title: string): string {
  const ascii = title.normalize("NFKD").replaceAll(/\p{M}/gu, "");
  const coded = ascii.replaceAll(
    /[^\x00-\x7f]/gu,
    (character) => `u${character.codePointAt(0)?.toString(16)}`,
  );
  return coded.replaceAll(/[^A-Za-z0-9._-]+/g, "_");
}
