/** `anyOf` and `oneOf` (core, sections 10.2.1.2 and 10.2.1.3). */

import { refused } from "./issues.js";

export function anyOf(value, place, checks, depth) {
  return checks.some((check) => check(value, undefined, depth)) || noneOf(value, place, checks, depth);
}

export function oneOf(value, place, checks, depth) {
  const count = checks.filter((check) => check(value, undefined, depth)).length;
  if (count === 0) return noneOf(value, place, checks, depth);
  return count === 1 || refused(place, "oneOf", "matches more than one of the schemas that it may match");
}

/** Tells what is wrong by the branch that the value comes closest to: all issues deep inside, and few of them. */
export function noneOf(value, place, checks, depth) {
  if (!place) return false;
  const told = checks.map((check) => {
    const issues = [];
    check(value, { ...place, issues }, depth);
    return { issues, height: Math.min(...issues.map(({ path }) => path.length)) };
  });
  const height = Math.max(...told.map((branch) => branch.height));
  const close = told.filter((branch) => branch.height === height).map(({ issues }) => issues);
  const isDeep = height > place.path.length;
  const best = isDeep ? close.reduce((a, b) => (b.length < a.length ? b : a)) : close.flat();
  for (const issue of best) if (place.issues.length < place.limit) place.issues.push(issue);
  return place.issues.length < place.limit;
}
