import { appendPointer, resolvePointer } from "../../source/json-pointer.ts";
import { isArray, type Json } from "../../source/json.ts";
import { hasType, jsonTypes, typeSet, typeWords, type JsonType, type TypeSet } from "./json-types.ts";
import { valueText } from "./meet-schemas.ts";
import type { Revision } from "../revision.ts";
import { placeWords, type SchemaPair } from "./schema-pair.ts";

/** Whether two schemas still have anything in common that is worth comparing further. */
export type Overlap = "some" | "none";

/** Types, null, and lists of values. */
export function compareValues(pair: SchemaPair): Overlap {
  const { old, new: next, note } = pair;
  const places = { old: old.types.pointer, new: next.types.pointer };
  const what = placeWords(pair);
  if (old.isNever || next.isNever) {
    if (old.isNever && !next.isNever)
      note("type-widened", `${what} accepts values now; it accepted none.`, places);
    if (!old.isNever && next.isNever) note("type-narrowed", `${what} accepts no value any more.`, places);
    return "none";
  }
  compareNull(pair);
  const before = withoutNull(old.types.value);
  const after = withoutNull(next.types.value);
  // The types of listed values are told as values.
  const areListed = old.values !== undefined && next.values !== undefined;
  if (!areListed || !isOverlapping(before, after)) {
    if (compareTypes(pair, before, after) === "none") return "none";
  }
  compareLists(pair);
  return "some";
}

function withoutNull(types: TypeSet): TypeSet {
  const others = typeSet([...types].filter((type) => type !== "null"));
  return others.size === 0 ? types : others;
}

function isOverlapping(a: TypeSet, b: TypeSet): boolean {
  return jsonTypes.some((type) => hasType(a, type) && hasType(b, type));
}

/** Whether null came or went, where something else is accepted as well. */
export function compareNull(pair: SchemaPair): void {
  const { old, new: next, note } = pair;
  const accepts = (schema: typeof old): boolean =>
    hasType(schema.types.value, "null") && schema.unions.every(({ allowsNull }) => allowsNull);
  const isOnly = (schema: typeof old): boolean => schema.types.value.size === 1;
  const [before, after] = [accepts(old), accepts(next)];
  // Where everything is accepted, or null alone, types tell what came or went: if anything else did.
  const isTold = !isEqualSet(withoutNull(old.types.value), withoutNull(next.types.value));
  if (before === after || (before ? isOnly(old) : isOnly(next)) || (isTold && isAll(before ? old : next)))
    return;
  const places = { old: old.types.pointer, new: next.types.pointer };
  if (after) note("nullable-added", `${placeWords(pair)} may be null now.`, places);
  else note("nullable-removed", `${placeWords(pair)} may not be null any more.`, places);
}

function isEqualSet(a: TypeSet, b: TypeSet): boolean {
  return a.size === b.size && [...a].every((type) => b.has(type));
}

function isAll({ types, values, unions }: SchemaPair["old"]): boolean {
  return types.value.size === jsonTypes.length - 1 && values === undefined && unions.length === 0;
}

function compareTypes(pair: SchemaPair, before: TypeSet, after: TypeSet): Overlap {
  const { old, new: next, note } = pair;
  const places = { old: old.types.pointer, new: next.types.pointer };
  const added = lacking(after, before);
  const gone = lacking(before, after);
  const words = `${placeWords(pair)} was of type ${typeWords(old.types.value)} and is of type ${typeWords(next.types.value)} now.`;
  if (!isOverlapping(before, after)) {
    note("type-changed", words, places);
    return "none";
  }
  if (added.length > 0) note("type-widened", words, places);
  if (gone.length > 0) note("type-narrowed", words, places);
  if (
    hasType(before, "integer") &&
    hasType(after, "integer") &&
    before.has("number") !== after.has("number")
  ) {
    note(before.has("number") ? "number-became-integer" : "integer-became-number", words, places);
  }
  return "some";
}

/** Types of one set that the other has no part of; a number that became an integer is another matter. */
function lacking(types: TypeSet, from: TypeSet): readonly JsonType[] {
  return [...types].filter(
    (type) => !hasType(from, type) && !(type === "number" && hasType(from, "integer")),
  );
}

function compareLists(pair: SchemaPair): void {
  const { old, new: next, note, view } = pair;
  const what = placeWords(pair);
  const isAnswer = view.side === "response" && view.sense === "same";
  /** An open enum is a string to the compiler and to answers: values come and go. */
  const open = isAnswer
    ? ({ types: "minor", wire: "minor", validators: "minor" } as const)
    : ({ types: "minor" } as const);
  if (old.values === undefined && next.values === undefined) return;
  const places = {
    old: (old.values ?? old.types).pointer,
    new: (next.values ?? next.types).pointer,
  };
  if (old.values === undefined || next.values === undefined) {
    const { value } = old.values ?? next.values ?? { value: undefined };
    if (value === undefined) return;
    const name = value.isConst ? "const" : "enum";
    const listed = listWords(value.list);
    const message =
      next.values === undefined
        ? `${what} is no longer limited to ${listed}.`
        : `${what} is limited to ${listed} now.`;
    note(
      `${name}-${next.values === undefined ? "removed" : "added"}`,
      message,
      places,
      value.isOpen ? open : {},
    );
    return;
  }
  const [before, after] = [old.values.value, next.values.value];
  const gone = missing(before.list, after.list);
  const added = missing(after.list, before.list);
  if (before.isOpen !== after.isOpen && !before.isConst && !after.isConst) {
    if (after.isOpen) note("enum-opened", `${what} may have other values than those listed now.`, places);
    else note("enum-closed", `${what} has no other values than those listed any more.`, places);
  }
  if (before.isConst && after.isConst && gone.length > 0) {
    const message = `${what} was ${listWords(before.list)} and is ${listWords(after.list)} now.`;
    note("const-changed", message, places);
    return;
  }
  const isOpen = before.isOpen && after.isOpen;
  for (const value of added)
    note(
      "enum-value-added",
      `${what} may be ${literalWords(value)} now.`,
      { ...places, new: itemPointer(pair.revisions.new, next.values.pointer, value) },
      isOpen ? open : {},
    );
  for (const value of gone)
    note(
      "enum-value-removed",
      `${what} may not be ${literalWords(value)} any more.`,
      { ...places, old: itemPointer(pair.revisions.old, old.values.pointer, value) },
      isOpen ? open : {},
    );
}

/** Where a value of an `enum` stands. */
function itemPointer({ document }: Revision, pointer: string, value: Json): string {
  const listed = resolvePointer(document, pointer);
  const text = valueText(value);
  const index = isArray(listed) ? listed.findIndex((item) => valueText(item) === text) : -1;
  return index === -1 ? pointer : appendPointer(pointer, index);
}

/** Values of one list that are not in the other; null is told as such. */
function missing(list: readonly Json[], from: readonly Json[]): readonly Json[] {
  const known = new Set(from.map(valueText));
  return list.filter((value) => value !== null && !known.has(valueText(value)));
}

function literalWords(value: Json): string {
  const text = JSON.stringify(value);
  return `\`${text.length > 60 ? `${text.slice(0, 57)}...` : text}\``;
}

function listWords(values: readonly Json[]): string {
  const shown = values.slice(0, 5).map(literalWords).join(", ");
  return values.length > 5 ? `${shown} and ${values.length - 5} more` : shown || "nothing";
}
