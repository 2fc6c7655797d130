import { isShared } from "./compare-constraints.ts";
import type { HiddenKeyword, NormalSchema, SchemaPart } from "./normal-schema.ts";
import { anyPart, matchSame, placeWords, type SchemaPair } from "./schema-pair.ts";

const untyped = { isTyped: false } as const;

/** Subschemas that constrain values and shape no type: `not`, conditions, `contains`, names, what is left over. */
export function compareHidden(pair: SchemaPair): void {
  compareKeyword(pair, "not", "not");
  compareCondition(pair);
  if (isShared(pair, ["array"])) {
    compareKeyword(pair, "contains", "contains");
    compareContained(pair);
    compareKeyword(pair, "unevaluatedItems", "unevaluated-items");
  }
  if (isShared(pair, ["object"])) {
    compareKeyword(pair, "propertyNames", "property-names");
    compareKeyword(pair, "unevaluatedProperties", "unevaluated-properties");
    compareDependent(pair);
  }
}

function partsOf({ hidden }: NormalSchema, keyword: HiddenKeyword): readonly SchemaPart[] {
  return (hidden.get(keyword) ?? []).filter(({ schema }) => keyword === "not" || schema !== true);
}

function compareKeyword(pair: SchemaPair, keyword: HiddenKeyword, kind: string): void {
  const old = partsOf(pair.old, keyword);
  const next = partsOf(pair.new, keyword);
  const what = `${placeWords(pair)}: \`${keyword}\``;
  const hasMaximum = pair.old.maxContains !== undefined || pair.new.maxContains !== undefined;
  const sense =
    keyword === "not" ? turned(pair) : keyword === "contains" && hasMaximum ? "either" : pair.view.sense;
  // Several come from `allOf`, and each counts for itself. Those that are the same may lead to what is not.
  const kept = matchSame(old, next, pair);
  for (const { old: part, new: same } of kept) pair.compare([part], [same], { ...untyped, sense });
  const rest = next.filter((part) => !kept.some(({ new: same }) => same === part));
  const gone = old.filter((part) => !kept.some(({ old: same }) => same === part));
  rest.slice(0, gone.length).forEach((part, index) => {
    const before = gone[index];
    if (before !== undefined) pair.compare([before], [part], { ...untyped, sense });
  });
  for (const { pointer } of gone.slice(rest.length))
    pair.note(`${kind}-removed`, `${what} is gone.`, { old: pointer, new: pair.new.pointer });
  for (const { pointer } of rest.slice(gone.length))
    pair.note(`${kind}-added`, `${what} is there now.`, { old: pair.old.pointer, new: pointer });
}

function turned({ view }: SchemaPair): "same" | "turned" | "either" {
  if (view.sense === "either") return "either";
  return view.sense === "same" ? "turned" : "same";
}

/** `if`, `then` and `else` count together. */
function compareCondition(pair: SchemaPair): void {
  const [old, next] = [pair.old.hidden.get("if")?.[0], pair.new.hidden.get("if")?.[0]];
  const what = placeWords(pair);
  if (old === undefined && next === undefined) return;
  if (old === undefined && next !== undefined) {
    pair.note("condition-added", `${what} has to meet a condition now.`, {
      old: pair.old.pointer,
      new: next.pointer,
    });
  } else if (old !== undefined && next === undefined) {
    pair.note("condition-removed", `${what} has to meet a condition less.`, {
      old: old.pointer,
      new: pair.new.pointer,
    });
  } else if (old !== undefined && next !== undefined) {
    pair.compare([old], [next], { ...untyped, sense: "either" });
    for (const keyword of ["then", "else"] as const) {
      const before = pair.old.hidden.get(keyword) ?? anyPart(old.pointer);
      const after = pair.new.hidden.get(keyword) ?? anyPart(next.pointer);
      pair.compare(before, after, untyped);
    }
  }
}

function compareContained(pair: SchemaPair): void {
  if (!pair.old.hidden.has("contains") || !pair.new.hidden.has("contains")) return;
  for (const keyword of ["minContains", "maxContains"] as const) {
    const fallback = keyword === "minContains" ? 1 : Infinity;
    const [old, next] = [pair.old[keyword], pair.new[keyword]];
    const [before, after] = [old?.value ?? fallback, next?.value ?? fallback];
    if (before === after) continue;
    const isTightened = (keyword === "minContains") === after > before;
    const kind = `${keyword === "minContains" ? "min" : "max"}-contains-${isTightened ? "added" : "removed"}`;
    const places = { old: old?.pointer ?? pair.old.pointer, new: next?.pointer ?? pair.new.pointer };
    pair.note(kind, `${placeWords(pair)}: \`${keyword}\` was ${before} and is ${after} now.`, places);
  }
}

function compareDependent(pair: SchemaPair): void {
  const { old, new: next, note } = pair;
  const what = placeWords(pair);
  for (const name of new Set([...next.dependentRequired.keys(), ...old.dependentRequired.keys()])) {
    const [before, after] = [old.dependentRequired.get(name), next.dependentRequired.get(name)];
    const places = { old: before?.pointer ?? old.pointer, new: after?.pointer ?? next.pointer };
    const added = (after?.value ?? []).filter((other) => !before?.value.includes(other));
    const gone = (before?.value ?? []).filter((other) => !after?.value.includes(other));
    for (const other of added)
      note("dependent-required-added", `${what} with \`${name}\` has to have \`${other}\` now.`, places);
    for (const other of gone)
      note(
        "dependent-required-removed",
        `${what} with \`${name}\` need not have \`${other}\` any more.`,
        places,
      );
  }
  for (const name of new Set([...next.dependentSchemas.keys(), ...old.dependentSchemas.keys()])) {
    const [before, after] = [old.dependentSchemas.get(name), next.dependentSchemas.get(name)];
    const [first] = after ?? before ?? [];
    if (before !== undefined && after !== undefined) pair.compare(before, after, untyped);
    else if (after !== undefined)
      note("dependent-schema-added", `${what} with \`${name}\` has to meet more now.`, {
        old: old.pointer,
        new: first?.pointer,
      });
    else
      note("dependent-schema-removed", `${what} with \`${name}\` has to meet less now.`, {
        old: first?.pointer,
        new: next.pointer,
      });
  }
}
