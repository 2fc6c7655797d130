import { isArray, ownArray, type Json, type JsonObject } from "../../src/source/json.ts";
import { listedValues, numbersOf, stringsOf, valuesOf, type Resolve } from "./conjuncts-of.ts";
import { formatSamples } from "./format-samples.ts";
import { allowedTypes, typeOf, type JsonType } from "./json-types.ts";

/** What a value is changed against, in the words of JSON Schema. */
export type MutationKind =
  "type" | "enum" | "bound" | "length" | "pattern" | "format" | "items" | "required" | "unknown";

export interface WrongValue {
  readonly kind: MutationKind;
  readonly value: Json;
}

/** One value of each type but of numbers with a fraction. */
const ofEachType: readonly Json[] = [null, "text", true, 7, [], {}];

/**
 * Values that are wrong in place of one that is right, because of what the schemas say about that very
 * value: its type, its bounds, the values that are listed.
 */
export function wrongValues(
  schemas: readonly JsonObject[],
  value: Json,
  pointer: string,
  resolve: Resolve,
): readonly WrongValue[] {
  const types = allowedTypes(schemas, resolve);
  const byType = wrong("type", ofWrongType(types, pointer));
  const listed = listedValues(schemas);
  if (listed !== undefined) return [...byType, ...wrong("enum", unlisted(listed))];
  if (typeof value === "number")
    return [
      ...byType,
      ...wrong("bound", outOfBounds(schemas)),
      ...wrong("format", misformatted(schemas, "number")),
    ];
  if (typeof value === "string")
    return [
      ...byType,
      ...wrong("length", ofWrongLength(schemas)),
      ...wrong("pattern", unmatched(schemas)),
      ...wrong("format", misformatted(schemas, "string")),
    ];
  return isArray(value) ? [...byType, ...wrong("items", ofWrongItems(schemas, value))] : byType;
}

/** Every wrong type for the whole; inside, the first and one of the others, a different one from place to place. */
function ofWrongType(types: ReadonlySet<JsonType>, pointer: string): readonly Json[] {
  const half = types.has("integer") && !types.has("number") ? [0.5] : [];
  const [first, ...others] = ofEachType.filter((other) => !types.has(typeOf(other)));
  if (first === undefined) return half;
  if (pointer === "") return [first, ...others, ...half];
  return [first, ...others.slice(pointer.length % others.length).slice(0, 1), ...half];
}

/** Values of the types that are listed, but not in the list. */
function unlisted(listed: readonly Json[]): readonly Json[] {
  const texts = listed.filter((value) => typeof value === "string");
  const numbers = listed.filter((value) => typeof value === "number");
  const others = texts.flatMap((text) => [`${text}_`, text.toUpperCase(), text.toLowerCase()]).slice(0, 3);
  return [
    ...others.filter((text) => !texts.includes(text)),
    ...(numbers.length > 0 ? [Math.max(...numbers) + 1] : []),
  ];
}

function outOfBounds(schemas: readonly JsonObject[]): readonly Json[] {
  return [
    ...numbersOf(schemas, "minimum").map((bound) => bound - 1),
    ...numbersOf(schemas, "exclusiveMinimum"),
    ...numbersOf(schemas, "maximum").map((bound) => bound + 1),
    ...numbersOf(schemas, "exclusiveMaximum"),
  ];
}

function misformatted(schemas: readonly JsonObject[], type: "number" | "string"): readonly Json[] {
  return stringsOf(schemas, "format").flatMap((name) => {
    const format = formatSamples.get(name);
    return format?.type === type ? format.wrong : [];
  });
}

function ofWrongLength(schemas: readonly JsonObject[]): readonly Json[] {
  return [
    // A character of two code units counts once.
    ...numbersOf(schemas, "minLength").flatMap((length) =>
      length > 0 ? ["\u{1F600}".repeat(length - 1)] : [],
    ),
    ...numbersOf(schemas, "maxLength").flatMap((length) => (length < 10_000 ? ["x".repeat(length + 1)] : [])),
  ];
}

const fewPatternsMatch = ["", "\u0000", "!", "a b", "\u{1F600}"];

function unmatched(schemas: readonly JsonObject[]): readonly Json[] {
  return stringsOf(schemas, "pattern").flatMap((pattern) => {
    const expression = new RegExp(pattern, "u");
    return fewPatternsMatch.filter((text) => !expression.test(text)).slice(0, 1);
  });
}

/** Fewer items, more items, or the same item twice; a tuple is left alone. */
function ofWrongItems(schemas: readonly JsonObject[], value: readonly Json[]): readonly Json[] {
  if (schemas.some((schema) => ownArray(schema, "prefixItems").length > 0)) return [];
  const [first] = value;
  const isUnique = valuesOf(schemas, "uniqueItems").includes(true);
  return [
    ...numbersOf(schemas, "minItems").flatMap((count) => (count > 0 ? [value.slice(0, count - 1)] : [])),
    ...numbersOf(schemas, "maxItems").flatMap((count) =>
      first === undefined || count > 100 || isUnique ? [] : [Array.from({ length: count + 1 }, () => first)],
    ),
    ...(isUnique && first !== undefined ? [[first, ...value]] : []),
  ];
}

function wrong(kind: MutationKind, values: readonly Json[]): readonly WrongValue[] {
  return values.map((value) => ({ kind, value }));
}
