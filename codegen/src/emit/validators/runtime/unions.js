/** `anyOf` and `oneOf` (core, sections 10.2.1.2 and 10.2.1.3). */

import { refused } from "./issues.js";

export function oneOf(count, place, tells, depth) {
  if (count === 0) return noneOf(place, tells, depth);
  return count === 1 || refused(place, "oneOf", "matches more than one of the schemas that it may match");
}

/** More of them inside of each other are not looked into: every one has branches. */
const MAX_UNIONS = 4;

/** Tells what is wrong by the branch that the value comes closest to: all issues deep inside, and few of them. */
export function noneOf(place, tells, depth) {
  const { unions = 0, issues, limit } = place;
  if (unions >= MAX_UNIONS) return refused(place, "anyOf", "matches none of the schemas that it may match");
  const told = tells.map((tell) => {
    const found = [];
    tell({ ...place, issues: found, unions: unions + 1 }, depth);
    // No list of issues becomes arguments of a call: it can be longer than the stack.
    const height = found.reduce((least, { path }) => Math.min(least, path.length), Infinity);
    return { found, height };
  });
  const height = Math.max(...told.map((branch) => branch.height));
  const close = told.filter((branch) => branch.height === height).map(({ found }) => found);
  const isDeep = height > place.path.length;
  const best = isDeep ? close.reduce((a, b) => (b.length < a.length ? b : a)) : close.flat();
  return best.every((issue) => issues.push(issue) < limit);
}
