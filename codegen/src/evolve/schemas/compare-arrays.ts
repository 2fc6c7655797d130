import { isShared } from "./compare-constraints.ts";
import type { NormalSchema, SchemaPart } from "./normal-schema.ts";
import { anyPart, placeWords, type SchemaPair } from "./schema-pair.ts";

/** Items: those with a place of their own, and all others. */
export function compareArrays(pair: SchemaPair): void {
  if (!isShared(pair, ["array"])) return;
  const { old, new: next } = pair;
  const lengths = [old.prefixItems.length, next.prefixItems.length] as const;
  const places = { old: old.pointer, new: next.pointer };
  const what = placeWords(pair);
  if (lengths[0] === 0 && lengths[1] > 0)
    pair.note("tuple-added", `${what} has places of its own for ${lengths[1]} items now.`, places);
  else if (lengths[0] > 0 && lengths[1] === 0)
    pair.note("tuple-removed", `${what} has no places of its own for items any more.`, places);
  else if (lengths[0] !== lengths[1])
    pair.note(
      "tuple-length-changed",
      `${what} had ${lengths[0]} places for items and has ${lengths[1]} now.`,
      places,
    );

  // Which items are left over depends on which others have a place: that may accept more, or less.
  const hasLeftover = [old, next].some(({ hidden }) => hidden.has("unevaluatedItems"));
  const evaluates = ({ prefixItems, items, hidden }: NormalSchema): string =>
    `${prefixItems.length} ${items.length > 0} ${hidden.has("contains")}`;
  if (hasLeftover && evaluates(old) !== evaluates(next))
    pair.note("composition-changed", `${what}: other items count as unevaluated now.`, places);

  for (let index = 0; index < Math.max(...lengths); index += 1) {
    const [before, after] = [itemAt(old, index), itemAt(next, index)];
    if (!isFalse(before) && !isFalse(after)) pair.compare(before, after);
  }
  compareOtherItems(pair);
}

function itemAt({ prefixItems, items, pointer }: NormalSchema, index: number): readonly SchemaPart[] {
  const own = prefixItems[index] ?? items;
  return own.length === 0 ? anyPart(pointer) : own;
}

function isFalse(parts: readonly SchemaPart[]): boolean {
  return parts.some(({ schema }) => schema === false);
}

function compareOtherItems(pair: SchemaPair): void {
  const { old, new: next, note } = pair;
  const places = { old: old.items[0]?.pointer ?? old.pointer, new: next.items[0]?.pointer ?? next.pointer };
  const [wasClosed, closes] = [isFalse(old.items), isFalse(next.items)];
  if (wasClosed && closes) return;
  if (closes) note("further-items-closed", `${placeWords(pair)} may have no further items any more.`, places);
  else if (wasClosed) note("further-items-opened", `${placeWords(pair)} may have further items now.`, places);
  else if (old.items.length > 0 || next.items.length > 0) {
    pair.compare(
      old.items.length === 0 ? anyPart(places.old) : old.items,
      next.items.length === 0 ? anyPart(places.new) : next.items,
    );
  }
}
