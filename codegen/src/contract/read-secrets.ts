import { error, type Checked, type Diagnostic } from "../diagnostics.ts";
import { appendPointer } from "../source/json-pointer.ts";
import { compareText, isObject, own, ownArray, ownObject, ownString, type Json } from "../source/json.ts";
import { walkNodes, type DocumentNode } from "../source/openapi-shape.ts";
import type { Assembled } from "./assemble.ts";
import { componentSchemas, referencedKey } from "./component-schemas.ts";
import { parameterSchema } from "./operation-parameters.ts";
import { placeOf } from "./place.ts";
import { secretMark } from "./secret-mark.ts";

/**
 * The names of all properties and parameters whose values are never to be told, sorted, each once. A
 * schema is secret by its own mark, through what it refers to or is composed of, and by its items, which
 * have no name of their own. An `x-sdkmill-secret` that is neither true nor false is an error.
 *
 * @param isSecret tells whether a schema is secret
 */
export function readSecrets(
  assembled: Assembled,
  isSecret = secretTest(assembled),
): Checked<readonly string[]> {
  const { document } = assembled;
  const names = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  walkNodes({ node: document, kind: "document", pointer: "" }, (place) => {
    const { node, kind } = place;
    if (kind !== "schema" && kind !== "parameter") return;
    diagnostics.push(...checkMark(assembled, place));
    if (kind === "schema") {
      for (const [name, property] of Object.entries(ownObject(node, "properties")))
        if (isSecret(property)) names.add(name);
      return;
    }
    const name = ownString(node, "name");
    const flag = own(node, "x-sdkmill-secret");
    const isFlagged = flag === true || (flag !== false && isSecret(parameterSchema(node)));
    if (name !== undefined && isFlagged) names.add(name);
  });
  return { value: [...names].toSorted(compareText), diagnostics };
}

function checkMark(assembled: Assembled, { node, pointer }: DocumentNode): readonly Diagnostic[] {
  const given = own(node, "x-sdkmill-secret");
  if (given === undefined || typeof given === "boolean") return [];
  const place = placeOf(assembled, appendPointer(pointer, "x-sdkmill-secret"));
  const message = `\`x-sdkmill-secret\` can not be ${JSON.stringify(given)}.`;
  return [error("option-invalid", message, "It is true or false.", place)];
}

/** Tells whether a schema is secret; components are told once, for all that refer to them. */
export function secretTest({ document }: Pick<Assembled, "document">): (schema: Json) => boolean {
  const referrers = new Map<string, string[]>();
  const secret = new Set<string>();
  for (const [key, schema] of Object.entries(componentSchemas(document))) {
    const { isMarked, references } = reach(schema);
    if (isMarked) secret.add(key);
    for (const reference of references) {
      const keys = referrers.get(reference);
      if (keys === undefined) referrers.set(reference, [key]);
      else keys.push(key);
    }
  }
  // A set can grow while it is gone through: whoever refers to something secret is secret.
  for (const key of secret) for (const referrer of referrers.get(key) ?? []) secret.add(referrer);
  return (schema) => {
    const { isMarked, references } = reach(schema);
    return isMarked || references.some((key) => secret.has(key));
  };
}

/** Keywords whose schemas say something of the value itself, or of values inside that no name leads to. */
const lists = ["allOf", "anyOf", "oneOf", "prefixItems"];
const maps = ["dependentSchemas", "patternProperties"];
const ones = ["then", "else", "items", "unevaluatedItems", "additionalProperties", "unevaluatedProperties"];

/** Whether a schema is marked in itself, and the components that it would be secret by. */
function reach(schema: Json): { readonly isMarked: boolean; readonly references: readonly string[] } {
  if (!isObject(schema)) return { isMarked: false, references: [] };
  const mark = secretMark(schema);
  if (mark !== undefined) return { isMarked: mark, references: [] };
  const below = [
    ...lists.flatMap((keyword) => ownArray(schema, keyword)),
    ...maps.flatMap((keyword) => Object.values(ownObject(schema, keyword))),
    ...ones.map((keyword) => own(schema, keyword) ?? true),
  ].map(reach);
  const keys = ["$ref", "$dynamicRef"].map((keyword) => referencedKey(ownString(schema, keyword)));
  return {
    isMarked: below.some(({ isMarked }) => isMarked),
    references: [
      ...keys.filter((key) => key !== undefined),
      ...below.flatMap(({ references }) => references),
    ],
  };
}
