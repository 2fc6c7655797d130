/**
 * Names in the order of the house, new ones at the vendor's place: behind the nearest one before them that
 * both have, or in front of all.
 *
 * @param house names in their order, and no other than those that stay
 * @param vendor names in the vendor's order
 */
export function mergeOrder(house: readonly string[], vendor: readonly string[]): readonly string[] {
  const old = new Set(house);
  /** Name, or undefined for the front, to the new ones behind it. */
  const behind = new Map<string | undefined, string[]>();
  let last: string | undefined;
  for (const name of new Set(vendor)) {
    if (old.has(name)) last = name;
    else behind.set(last, [...(behind.get(last) ?? []), name]);
  }
  return [undefined, ...house].flatMap((name) => [
    ...(name === undefined ? [] : [name]),
    ...(behind.get(name) ?? []),
  ]);
}
