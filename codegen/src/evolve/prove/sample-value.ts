import type { Alternative, ObjectAlternative } from "./alternative.ts";
import { literal } from "../../emit/code.ts";
import { printShape } from "./print-shape.ts";
import { pathBelow, type Owner } from "./program.ts";
import { alternativesAt } from "./reading.ts";
import { referencesIn, type Declarations, type TypeShape } from "./type-shape.ts";

/** A value in a program: an expression, laid out so that each property has a line of its own. */
export type SampleValue =
  | { readonly kind: "inline"; readonly code: string; readonly uses: readonly string[] }
  | { readonly kind: "array"; readonly items: readonly SampleValue[]; readonly uses: readonly string[] }
  | { readonly kind: "object"; readonly entries: readonly SampleEntry[]; readonly uses: readonly string[] };

export interface SampleEntry {
  readonly name: string;
  readonly path: readonly Owner[];
  readonly value: SampleValue;
}

/** How values are made. */
export interface Sampling {
  readonly declarations: Declarations;
  /** How many declarations deep; what is below is a value that comes from elsewhere. */
  readonly depth: number;
  /** `all`: with every property, and every value of enums and branch of unions in turn. `required`: no more than has to be. */
  readonly presence: "all" | "required";
}

/** Enough for the enums of countries and languages. */
const MAX_VALUES = 400;

/**
 * Values of a type, so that each value of an enum, each branch of a union and each property is in one of them.
 *
 * @param path starts with what the program is for
 * @returns none if there is no value that a program can write down
 */
export function sampleValues(
  shape: TypeShape,
  path: readonly Owner[],
  sampling: Sampling,
): readonly SampleValue[] {
  const alternatives = alternativesAt(shape, path, sampling);
  const wanted = sampling.presence === "all" ? alternatives : alternatives.slice(0, 1);
  const values = wanted.flatMap((one) => valuesOf(one, path, sampling));
  return values.slice(0, sampling.presence === "all" ? MAX_VALUES : 1);
}

function inline(code: string, uses: readonly string[] = []): SampleValue {
  return { kind: "inline", code, uses };
}

/** A value of which no more than its type is known. */
function elsewhere(shape: TypeShape, owners: readonly string[]): SampleValue {
  return inline(`some<${printShape(shape)}>()`, [...owners, ...referencesIn(shape)]);
}

const keywordValues = {
  string: ['"text"'],
  number: ["1"],
  boolean: ["true", "false"],
  null: ["null"],
  undefined: [],
  void: [],
  unknown: ['"text"', "1", "null", "{}"],
  never: [],
} as const;

function valuesOf(one: Alternative, path: readonly Owner[], sampling: Sampling): readonly SampleValue[] {
  const inner = pathBelow(path, one.owners);
  switch (one.kind) {
    case "keyword":
      return keywordValues[one.name].map((code) => inline(code, one.owners));
    case "literal":
      return [inline(literal(one.value), one.owners)];
    case "open-string":
      return [inline('"text"', one.owners)];
    case "closed":
      return [elsewhere(one.shape, one.owners)];
    case "array":
      return arraysOf(one.item, inner, one.owners, sampling);
    case "tuple": {
      const items = one.items.map((item) => sampleValues(item, inner, sampling));
      const hasRest = one.rest !== undefined && sampling.presence === "all";
      const rest = hasRest ? sampleValues(one.rest, inner, sampling) : [];
      const shortest = zipped(items);
      // What may come after the last place, one of each.
      const longer = shortest.slice(0, 1).flatMap((row) => rest.map((value) => [...row, value]));
      const written = [...shortest, ...longer].map((row): SampleValue => ({
        kind: "array",
        items: row.flatMap((value) => value ?? []),
        uses: one.owners,
      }));
      return sampling.presence === "all" ? [...written, elsewhere(one, one.owners)] : written;
    }
    case "object":
      return objectsOf(one, path, sampling);
    default:
      return one satisfies never;
  }
}

/** One array for each item that there can be, one with two of them, an empty one, and one that comes from elsewhere. */
function arraysOf(
  item: TypeShape,
  path: readonly Owner[],
  uses: readonly string[],
  sampling: Sampling,
): readonly SampleValue[] {
  if (sampling.presence === "required") return [inline("[]", uses)];
  const array = (items: readonly SampleValue[]): SampleValue => ({ kind: "array", items, uses });
  const [first, ...others] = sampleValues(item, path, sampling);
  return [
    ...(first === undefined ? [] : [array([first])]),
    ...others.map((value) => array([value])),
    ...(first === undefined ? [] : [array([first, first])]),
    inline("[]", uses),
    elsewhere({ kind: "array", item }, uses),
  ];
}

function objectsOf(
  object: ObjectAlternative,
  path: readonly Owner[],
  sampling: Sampling,
): readonly SampleValue[] {
  const properties = object.properties.map((property) => ({
    ...property,
    // Every object has something of that name, which is not what is wanted.
    isOptional: property.isOptional && !(property.name in Object.prototype),
  }));
  const wanted = properties.filter(({ isOptional }) => sampling.presence === "all" || !isOptional);
  const index =
    object.index === undefined || sampling.presence === "required"
      ? []
      : [{ name: otherName(wanted), isOptional: true, shape: object.index, owners: object.owners }];
  const columns = [...wanted, ...index].map((property) => {
    const owned = pathBelow(path, property.owners, property.name);
    return { property, owned, values: sampleValues(property.shape, owned, sampling) };
  });
  // What can not be written down can be left out, if it may be.
  const present = columns.filter(({ property, values }) => values.length > 0 || !property.isOptional);
  const rows = zipped(
    present.map(({ values }) => values),
    present.map(({ property }) => property.isOptional),
  );
  const hasOptional = present.some(({ property }) => property.isOptional);
  const least = present.map(({ property, values }) => (property.isOptional ? undefined : values[0]));
  return (hasOptional && rows.length > 0 ? [...rows, least] : rows).map((row) => ({
    kind: "object",
    entries: row.flatMap((value, at) => {
      const column = present[at];
      return value === undefined || column === undefined
        ? []
        : [{ name: column.property.name, path: column.owned, value }];
    }),
    uses: object.owners,
  }));
}

function otherName(properties: readonly { readonly name: string }[]): string {
  let name = "other";
  while (properties.some((property) => property.name === name)) name += "_";
  return name;
}

/**
 * Rows with one value of each column, so that every value is in one of them: the first row has the first of all;
 * in the others a column that has no more is left out if it may be, or gives its first again. No rows if a
 * column that has to be there has no value.
 */
function zipped(
  columns: readonly (readonly SampleValue[])[],
  mayMiss: readonly boolean[] = [],
): readonly (readonly (SampleValue | undefined)[])[] {
  if (columns.some(({ length }, at) => length === 0 && mayMiss[at] !== true)) return [];
  const count = Math.max(1, ...columns.map(({ length }) => length));
  return Array.from({ length: count }, (_, row) =>
    columns.map((values, at) => values[row] ?? (mayMiss[at] === true ? undefined : values[0])),
  );
}
