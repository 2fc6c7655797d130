import { hasType, jsonTypes, typeWords } from "./json-types.ts";
import { areDisjoint, matchBranches, type Branch } from "./match-branches.ts";
import { bareReference, isTypesOnly } from "./normalize-schema.ts";
import type { NormalSchema, SchemaPart, Union } from "./normal-schema.ts";
import { quoted } from "../quoted.ts";
import { placeWords, type SchemaPair } from "./schema-pair.ts";

/**
 * Unions: branches added, removed, and changed. A schema that became one branch of a union, or was the only
 * one that is left of it, is compared with that branch.
 *
 * @returns whether the rest of the two schemas was compared here as a branch
 */
export function compareUnions(
  pair: SchemaPair,
  parts: { readonly old: readonly SchemaPart[]; readonly new: readonly SchemaPart[] },
): boolean {
  const { old, new: next } = pair;
  const [first, second] = [old.unions, next.unions];
  if (first.length === 0 && second.length === 0) return false;
  const [before] = first;
  const [after] = second;
  if (first.length === 1 && second.length === 1 && before !== undefined && after !== undefined) {
    compareBranches(
      pair,
      branchesOf(before, pair.normal.old),
      branchesOf(after, pair.normal.new),
      before,
      after,
    );
    return false;
  }
  if (first.length === 0 && after !== undefined && second.length === 1 && isBareUnion(next)) {
    if (holds(old, branchesOf(after, pair.normal.new))) {
      const words = `${placeWords(pair)} has to be one of several schemas now.`;
      pair.note("union-added", words, { old: old.pointer, new: after.pointer });
      return true;
    }
    const whole = [{ parts: parts.old, normal: old }];
    compareBranches(pair, whole, branchesOf(after, pair.normal.new), undefined, after);
    return true;
  }
  if (second.length === 0 && before !== undefined && first.length === 1 && isBareUnion(old)) {
    if (holds(next, branchesOf(before, pair.normal.old))) {
      const words = `${placeWords(pair)} need not be one of several schemas any more.`;
      pair.note("union-removed", words, { old: before.pointer, new: next.pointer });
      return true;
    }
    const whole = [{ parts: parts.new, normal: next }];
    compareBranches(pair, branchesOf(before, pair.normal.old), whole, before, undefined);
    return true;
  }
  compareLists(pair, first, second);
  return false;
}

/** Whether a schema that says nothing but types accepts all that the branches of a union accept. */
function holds(schema: NormalSchema, branches: readonly Branch[]): boolean {
  return (
    isTypesOnly(schema) &&
    branches.every(({ normal }) =>
      jsonTypes.every((type) => !normal.types.value.has(type) || hasType(schema.types.value, type)),
    )
  );
}

function branchesOf(union: Union, normal: (parts: readonly SchemaPart[]) => NormalSchema): readonly Branch[] {
  return union.branches.map((parts) => ({ parts, normal: normal(parts) }));
}

/** Whether a schema is a union and says nothing else, but perhaps of which types its branches are. */
function isBareUnion({
  bounds,
  marks,
  properties,
  required,
  hidden,
  otherProperties,
  items,
  prefixItems,
  values,
  patternProperties,
}: NormalSchema): boolean {
  const maps = [bounds, marks, properties, required, hidden, patternProperties];
  const lists = [otherProperties, items, prefixItems];
  return (
    maps.every(({ size }) => size === 0) && lists.every(({ length }) => length === 0) && values === undefined
  );
}

function compareBranches(
  pair: SchemaPair,
  old: readonly Branch[],
  next: readonly Branch[],
  before: Union | undefined,
  after: Union | undefined,
): void {
  const places = { old: before?.pointer ?? pair.old.pointer, new: after?.pointer ?? pair.new.pointer };
  const matched = matchBranches(old, next, pair);
  const isOne = before?.keyword === "oneOf" || after?.keyword === "oneOf";
  const what = placeWords(pair);
  // Nothing stayed what it was.
  if (matched.both.length === 0 && matched.gone.length > 0 && matched.added.length > 0) {
    const areOthers = matched.gone.every(({ normal: a }) =>
      matched.added.every(({ normal: b }) => areDisjoint(a, b, pair.normal.new)),
    );
    if (!areOthers || before === undefined || after === undefined) {
      pair.note("composition-changed", `${what} is composed of other schemas now.`, places);
      return;
    }
  }
  for (const branch of matched.added) {
    const isNew = !old.some(({ normal }) => isWithin(branch.normal, normal));
    if (isNew || isOne) {
      const overlaps =
        after?.keyword === "oneOf" && old.some(({ normal }) => overlap(normal, branch.normal, pair));
      const words = `${what} may be ${branchWords(branch)} as well now.`;
      // What fits two branches of `oneOf` fits none: some of what was accepted may be refused.
      const isRefusing = overlaps && pair.view.side === "request";
      const at = { old: places.old, new: branch.parts[0]?.pointer };
      pair.note("union-branch-added", words, at, isRefusing ? { wire: "major", validators: "major" } : {});
    }
  }
  for (const branch of matched.gone) {
    if (next.some(({ normal }) => isWithin(branch.normal, normal)) && !isOne) continue;
    const at = { old: branch.parts[0]?.pointer, new: places.new };
    pair.note("union-branch-removed", `${what} may not be ${branchWords(branch)} any more.`, at);
  }
  if (before !== undefined && after !== undefined && before.keyword !== after.keyword && next.length > 1) {
    const kind = after.keyword === "anyOf" ? "one-of-became-any-of" : "any-of-became-one-of";
    if (!isApart(next, pair))
      pair.note(
        kind,
        `${what} was a union by \`${before.keyword}\` and is one by \`${after.keyword}\` now.`,
        places,
      );
  }
  for (const { old: one, new: other } of matched.both) {
    const overlaps =
      isOne && next.some((branch) => branch !== other && overlap(branch.normal, other.normal, pair));
    pair.compare(one.parts, other.parts, overlaps ? { sense: "either" } : {});
  }
}

function overlap(a: NormalSchema, b: NormalSchema, pair: SchemaPair): boolean {
  return !areDisjoint(a, b, pair.normal.new);
}

function isApart(branches: readonly Branch[], pair: SchemaPair): boolean {
  return branches.every(({ normal: a }, index) =>
    branches.slice(index + 1).every(({ normal: b }) => areDisjoint(a, b, pair.normal.new)),
  );
}

/** Whether one schema of types alone accepts nothing that another one of types alone does not. */
function isWithin(a: NormalSchema, b: NormalSchema): boolean {
  const isPlain = ({
    bounds,
    marks,
    properties,
    hidden,
    unions,
    values,
    items,
    required,
  }: NormalSchema): boolean =>
    [bounds, marks, properties, hidden, required].every(({ size }) => size === 0) &&
    unions.length === 0 &&
    items.length === 0 &&
    values === undefined;
  if (!isPlain(b) || b.types.value.has("object") !== a.types.value.has("object")) return false;
  if (a.types.value.has("object") || a.types.value.has("array")) return false;
  return jsonTypes.every(
    (type) =>
      !a.types.value.has(type) ||
      b.types.value.has(type) ||
      (type === "integer" && b.types.value.has("number")),
  );
}

function branchWords({ parts, normal }: Branch): string {
  const [only] = parts;
  const key = only === undefined ? undefined : bareReference(only.schema);
  if (key !== undefined) return quoted(key);
  const names = [...normal.properties.keys()].slice(0, 3).map(quoted);
  const types = typeWords(normal.types.value);
  return names.length === 0 ? `of type ${types}` : `an ${types} with ${names.join(", ")}`;
}

/** More than one union on a side: each is a constraint of its own. */
function compareLists(pair: SchemaPair, old: readonly Union[], next: readonly Union[]): void {
  const what = placeWords(pair);
  const isSame = (a: Union, b: Union): boolean =>
    a.keyword === b.keyword &&
    a.branches.length === b.branches.length &&
    a.branches.every((branch, index) => pair.isSame(branch, b.branches[index] ?? []));
  const kept = old.flatMap((union) => {
    const same = next.find((other) => isSame(union, other));
    return same === undefined ? [] : [{ old: union, new: same }];
  });
  // What is the same may lead to what is not.
  for (const { old: union, new: same } of kept)
    union.branches.forEach((branch, index) => pair.compare(branch, same.branches[index] ?? []));
  const added = next.filter((union) => !kept.some(({ new: same }) => same === union));
  const gone = old.filter((union) => !kept.some(({ old: same }) => same === union));
  added.slice(0, gone.length).forEach((union, index) => {
    const other = gone[index];
    if (other === undefined) return;
    compareBranches(
      pair,
      branchesOf(other, pair.normal.old),
      branchesOf(union, pair.normal.new),
      other,
      union,
    );
  });
  for (const { pointer } of added.slice(gone.length))
    pair.note("union-added", `${what} has to be one of several schemas now.`, {
      old: pair.old.pointer,
      new: pointer,
    });
  for (const { pointer } of gone.slice(added.length))
    pair.note("union-removed", `${what} need not be one of several schemas any more.`, {
      old: pointer,
      new: pair.new.pointer,
    });
}
