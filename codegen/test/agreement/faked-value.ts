import { generateSync } from "json-schema-faker";
import { isArray, isObject, type Json } from "../../src/source/json.ts";
import type { Resolve } from "./conjuncts-of.ts";
import type { Presence } from "./drawing.ts";

/** What the library does with optional properties. */
const optionals = {
  required: { optionalsProbability: 0 },
  all: { alwaysFakeOptionals: true },
  some: {},
} as const satisfies Record<Presence, object>;

/**
 * A value of a schema as json-schema-faker makes it, always the same one. It does not know `int32`, puts
 * `null` where it stops to follow references, and is not exact about keywords that judge a whole value
 * (`not`, `unevaluatedProperties`), so its values have to be held against the schema.
 *
 * @param isRecursive whether references lead back to the schema: then it stops soon
 * @returns undefined if it fails
 */
export function fakedValue(
  node: Json,
  resolve: Resolve,
  presence: Presence,
  isRecursive: boolean,
): Json | undefined {
  if (!isObject(node) && typeof node !== "boolean") return undefined;
  try {
    const value: unknown = generateSync(isObject(node) ? { ...node } : node, {
      seed: 1,
      // Below it, everything is null.
      maxDepth: isRecursive ? 8 : 100,
      maxDefaultItems: 1,
      refResolver: (reference) => {
        const target = resolve(reference);
        return isObject(target) ? { ...target } : target !== false;
      },
      ...optionals[presence],
    });
    return isJson(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isJson(value: unknown): value is Json {
  if (isArray(value)) return value.every(isJson);
  if (isObject(value)) return Object.values(value).every(isJson);
  return value === null || ["boolean", "number", "string"].includes(typeof value);
}
