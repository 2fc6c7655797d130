import * as fc from "fast-check";
import type { Json, JsonObject } from "../../src/source/json.ts";
import { numbersOf, stringsOf } from "./conjuncts-of.ts";
import { formatSamples } from "./format-samples.ts";

/** Texts within the bounds of the schemas: of a format, of a pattern, or of any characters, none and many. */
export function stringArbitrary(schemas: readonly JsonObject[]): fc.Arbitrary<Json> {
  const minLength = Math.max(0, ...numbersOf(schemas, "minLength"));
  const maxLength = Math.max(minLength, Math.min(minLength + 200, ...numbersOf(schemas, "maxLength")));
  const format = formatArbitrary(schemas, "string");
  if (format !== undefined) return format;
  const [pattern] = stringsOf(schemas, "pattern");
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, "u"), { size: "small" });
  return anyText(minLength, maxLength);
}

const knownTexts = new Map<string, fc.Arbitrary<Json>>();

/** Built once for the same bounds: most texts have none. */
function anyText(minLength: number, maxLength: number): fc.Arbitrary<Json> {
  const bounds = `${minLength} ${maxLength}`;
  const known = knownTexts.get(bounds);
  if (known !== undefined) return known;
  // A character is a code point (validation, section 6.3.1), and so is a unit of the kind `binary`.
  const short = { minLength, maxLength: Math.min(maxLength, minLength + 8) };
  const arbitrary = fc.oneof(
    { weight: 8, arbitrary: fc.string({ ...short, unit: "binary" }) },
    { weight: 8, arbitrary: fc.string({ ...short, unit: "binary-ascii" }) },
    { weight: 2, arbitrary: fc.constant("\u{1F600}".repeat(minLength)) },
    { weight: 1, arbitrary: fc.constant("\u{FC}".repeat(maxLength)) },
  );
  knownTexts.set(bounds, arbitrary);
  return arbitrary;
}

/** Numbers within the bounds of the schemas, the bounds themselves among them. */
export function numberArbitrary(schemas: readonly JsonObject[], isInteger: boolean): fc.Arbitrary<Json> {
  const [step] = numbersOf(schemas, "multipleOf");
  const unit = isInteger ? Math.max(1, step ?? 1) : step;
  const [least, most] = [lowerBound(schemas), upperBound(schemas)];
  if (unit !== undefined) {
    const min = Math.ceil((least.isExclusive ? least.value + unit / 2 : least.value) / unit);
    const max = Math.floor((most.isExclusive ? most.value - unit / 2 : most.value) / unit);
    if (min > max) return fc.constant(min * unit);
    return fc.oneof(fc.constantFrom(min, max), fc.integer({ min, max })).map((count) => count * unit);
  }
  return fc.double({
    min: least.value,
    max: most.value,
    minExcluded: least.isExclusive,
    maxExcluded: most.isExclusive,
    noNaN: true,
    noDefaultInfinity: true,
  });
}

interface Bound {
  readonly value: number;
  readonly isExclusive: boolean;
}

function lowerBound(schemas: readonly JsonObject[]): Bound {
  const value = Math.max(...numbersOf(schemas, "minimum"), smallest(schemas));
  const exclusive = Math.max(...numbersOf(schemas, "exclusiveMinimum"));
  return exclusive >= value ? { value: exclusive, isExclusive: true } : { value, isExclusive: false };
}

function upperBound(schemas: readonly JsonObject[]): Bound {
  const value = Math.min(...numbersOf(schemas, "maximum"), -smallest(schemas) - (isInt32(schemas) ? 1 : 0));
  const exclusive = Math.min(...numbersOf(schemas, "exclusiveMaximum"));
  return exclusive <= value ? { value: exclusive, isExclusive: true } : { value, isExclusive: false };
}

function smallest(schemas: readonly JsonObject[]): number {
  return isInt32(schemas) ? -(2 ** 31) : Number.MIN_SAFE_INTEGER;
}

function isInt32(schemas: readonly JsonObject[]): boolean {
  return stringsOf(schemas, "format").includes("int32");
}

function formatArbitrary(schemas: readonly JsonObject[], type: "string"): fc.Arbitrary<Json> | undefined {
  const formats = stringsOf(schemas, "format").map((format) => formatSamples.get(format));
  return formats.find((format) => format?.type === type)?.arbitrary;
}
