import type { Json } from "../../source/json.ts";
import { hasType, type JsonType } from "./json-types.ts";
import { isTighter } from "./meet-schemas.ts";
import {
  lowerBounds,
  marks,
  upperBounds,
  type Bound,
  type BoundKeyword,
  type Fact,
  type Mark,
  type NormalSchema,
} from "./normal-schema.ts";
import { placeWords, type SchemaPair } from "./schema-pair.ts";

/** Which types a keyword speaks of. */
const subjects: Readonly<Record<BoundKeyword | Mark, readonly JsonType[]>> = {
  minimum: ["integer"],
  maximum: ["integer"],
  multipleOf: ["integer"],
  minLength: ["string"],
  maxLength: ["string"],
  pattern: ["string"],
  contentEncoding: ["string"],
  contentMediaType: ["string"],
  format: ["string", "integer"],
  minItems: ["array"],
  maxItems: ["array"],
  minProperties: ["object"],
  maxProperties: ["object"],
};

/** Bounds, patterns, formats and the like: what types do not show. */
export function compareConstraints(pair: SchemaPair): void {
  for (const keyword of [...lowerBounds, ...upperBounds]) {
    if (isShared(pair, subjects[keyword])) compareBound(pair, keyword);
  }
  for (const keyword of marks) {
    if (isShared(pair, subjects[keyword])) compareMark(pair, keyword);
  }
  if (isShared(pair, ["array"])) compareUniqueItems(pair);
}

/** Whether both schemas accept one of some types. */
export function isShared({ old, new: next }: SchemaPair, types: readonly JsonType[]): boolean {
  return types.some((type) => hasType(old.types.value, type) && hasType(next.types.value, type));
}

function compareBound(pair: SchemaPair, keyword: BoundKeyword): void {
  const [old, next] = [pair.old.bounds.get(keyword), pair.new.bounds.get(keyword)];
  if (old === undefined && next === undefined) return;
  const name = kindWords(keyword);
  const what = `${placeWords(pair)}: \`${keyword}\``;
  const places = {
    old: old?.pointer ?? holder(pair.old),
    new: next?.pointer ?? holder(pair.new),
  };
  // Of a tuple the number of items is a part of the type.
  const isTuple = pair.old.prefixItems.length > 0 || pair.new.prefixItems.length > 0;
  const verdicts = isTuple && keyword.endsWith("Items") ? ({ types: "major" } as const) : undefined;
  if (old === undefined && next !== undefined)
    pair.note(`${name}-added`, `${what} is ${boundWords(next)} now; there was none.`, places, verdicts);
  else if (next === undefined && old !== undefined)
    pair.note(`${name}-removed`, `${what} was ${boundWords(old)}; there is none now.`, places, verdicts);
  else if (old !== undefined && next !== undefined) {
    const isTightened = isTighter(keyword, next.value, old.value);
    if (!isTightened && !isTighter(keyword, old.value, next.value)) return;
    const direction = isTightened === keyword.startsWith("min") ? "increased" : "decreased";
    const message = `${what} was ${boundWords(old)} and is ${boundWords(next)} now.`;
    pair.note(`${name}-${direction}`, message, places, verdicts);
  }
}

function boundWords({ value }: Fact<Bound>): string {
  return `${value.limit}${value.isExclusive ? " (exclusive)" : ""}`;
}

/** `minLength` → `min-length`. */
function kindWords(keyword: string): string {
  return keyword.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function holder({ pointer }: NormalSchema): string {
  return pointer;
}

function compareMark(pair: SchemaPair, keyword: Mark): void {
  if (keyword === "format" && pair.revisions.new.contract.options.formats === "annotation") return;
  const before = factsOf(pair.old, keyword);
  const after = factsOf(pair.new, keyword);
  const gone = before.filter(({ value }) => !after.some((other) => other.value === value));
  const added = after.filter(({ value }) => !before.some((other) => other.value === value));
  const name = kindWords(keyword);
  const what = `${placeWords(pair)}: \`${keyword}\``;
  gone.slice(0, added.length).forEach((old, index) => {
    const next = added[index];
    if (next === undefined) return;
    const message = `${what} was ${words(old.value)} and is ${words(next.value)} now.`;
    pair.note(changedKind(keyword, old.value, next.value), message, { old: old.pointer, new: next.pointer });
  });
  for (const old of gone.slice(added.length)) {
    const message = `${what} was ${words(old.value)}; there is none now.`;
    pair.note(`${name}-removed`, message, { old: old.pointer, new: pair.new.pointer });
  }
  for (const next of added.slice(gone.length)) {
    const message = `${what} is ${words(next.value)} now; there was none.`;
    pair.note(`${name}-added`, message, { old: pair.old.pointer, new: next.pointer });
  }
}

/** What a keyword says, each value once. */
function factsOf({ marks: facts }: NormalSchema, keyword: Mark): readonly Fact<Json>[] {
  const all = facts.get(keyword) ?? [];
  return [...new Map(all.map((fact) => [fact.value, fact])).values()];
}

/** Pairs of formats of which the first is a part of the second. */
const widerFormats: Readonly<Record<string, string>> = { int32: "int64", float: "double" };

function changedKind(keyword: Mark, old: Json, next: Json): string {
  if (keyword === "format") {
    if (widerFormats[String(old)] === next) return "format-widened";
    if (widerFormats[String(next)] === old) return "format-narrowed";
  }
  if (keyword === "multipleOf" && typeof old === "number" && typeof next === "number") {
    if (isMultiple(next, old)) return "multiple-of-tightened";
    if (isMultiple(old, next)) return "multiple-of-relaxed";
  }
  return `${kindWords(keyword)}-changed`;
}

function isMultiple(value: number, of: number): boolean {
  return of > 0 && Number.isInteger(value / of);
}

function words(value: Json): string {
  const text = JSON.stringify(value);
  return `\`${text.length > 80 ? `${text.slice(0, 77)}...` : text}\``;
}

function compareUniqueItems(pair: SchemaPair): void {
  const [old, next] = [pair.old.uniqueItems, pair.new.uniqueItems];
  const what = placeWords(pair);
  if (old === undefined && next !== undefined)
    pair.note("unique-items-added", `${what} has to have unique items now.`, {
      old: pair.old.pointer,
      new: next,
    });
  if (old !== undefined && next === undefined)
    pair.note("unique-items-removed", `${what} may have equal items now.`, { old, new: pair.new.pointer });
}
