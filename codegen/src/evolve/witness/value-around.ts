import { isObject, withProperties, type Json, type JsonObject } from "../../source/json.ts";
import { isDescent, type Step } from "./changed-place.ts";
import { conditionBranch, decided, decidedWays, type Branch } from "./decided-ways.ts";
import { itemTerms, propertyTerms, prefixLength } from "./parts-of.ts";
import { patternSamples } from "./pattern-samples.ts";
import { freshNames } from "./fresh-names.ts";
import { sampleArray, sampleObject } from "./sample-value.ts";
import { conjunctsOf, type Conjunct, type Term } from "./term.ts";

/** Places that are farther inside are not looked for. */
const deepest = 12;

/** How one revision leads to the place: from a schema, by steps. */
export interface Track extends Term {
  readonly steps: readonly Step[];
}

/** A value with a place in it that is still open. */
export interface ValueAround {
  /** The value with something in the place, or with nothing there. */
  readonly put: (value: Json | undefined) => Json;
  /** What the place has to satisfy, and the schemas that the change is in: they need not be among these. */
  readonly terms: readonly Term[];
  /** Where the place is in the value: keys from its top; none if it is the whole. */
  readonly path: readonly (string | number)[];
}

/**
 * Makes a small value that has the place of a change in it.
 *
 * @param terms what the value has to satisfy
 * @param tracks from those terms to the place, of one or both revisions
 * @returns undefined if no such value is found
 */
export function valueAround(
  terms: readonly Term[],
  tracks: readonly Track[],
  depth = 0,
): ValueAround | undefined {
  let conjuncts = depth > deepest ? undefined : conjunctsOf(terms);
  const open = tracks.map((track) => {
    const entered = conjuncts === undefined ? undefined : enterBranches(conjuncts, track);
    if (entered !== undefined) conjuncts = entered.conjuncts;
    return entered?.track ?? track;
  });
  const step = open.flatMap(({ steps }) => steps.slice(0, 1))[0];
  if (step === undefined || !isDescent(step)) {
    const places = open.map(({ world, schema }): Term => ({ world, schema }));
    return { put: (value) => value ?? null, terms: [...terms, ...places], path: [] };
  }
  for (const way of conjuncts === undefined ? [] : decidedWays(conjuncts)) {
    const found = partAround(way, step, open, depth);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The value around a property or an item, which is the place or has it inside. */
function partAround(
  conjuncts: readonly Conjunct[],
  step: Step,
  tracks: readonly Track[],
  depth: number,
): ValueAround | undefined {
  const key = keyOf(step, conjuncts);
  if (key === undefined) return undefined;
  const inner = tracks.flatMap(({ world, steps }): readonly Track[] => {
    const [first, ...rest] = steps;
    const isSame = first?.keyword === step.keyword && first.name === step.name;
    return isSame ? [{ world, schema: first.node, steps: rest }] : [];
  });
  const terms = typeof key === "number" ? itemTerms(conjuncts, key) : propertyTerms(conjuncts, key);
  const below = valueAround(terms, inner, depth + 1);
  const around =
    typeof key === "number"
      ? sampleArray(conjuncts, 0, { key, value: null })
      : sampleObject(conjuncts, 0, { key, value: null });
  if (below === undefined || around === undefined) return undefined;
  const put = (value: Json | undefined): Json => {
    if (value === undefined && below.path.length === 0) return without(around, key);
    return withPart(around, key, below.put(value));
  };
  return { put, terms: below.terms, path: [key, ...below.path] };
}

function withPart(around: Json, key: string | number, part: Json): Json {
  if (isObject(around)) return withProperties(around, { [key]: part });
  return Array.isArray(around) ? around.with(Number(key), part) : around;
}

function without(around: Json, key: string | number): Json {
  if (isObject(around)) return withProperties(around, { [key]: undefined });
  return Array.isArray(around) ? around.filter((_, index) => index !== key) : around;
}

/** Where the value that a step leads to is put. */
function keyOf({ keyword, name = "" }: Step, conjuncts: readonly Conjunct[]): string | number | undefined {
  switch (keyword) {
    case "properties":
      return name;
    case "patternProperties":
      return patternSamples(name).find((text) => new RegExp(name, "u").test(text));
    case "additionalProperties":
    case "unevaluatedProperties":
      return freshNames(conjuncts, 1)[0];
    case "prefixItems":
      return Number(name);
    case "items":
    case "unevaluatedItems":
      return prefixLength(conjuncts);
    default:
      return 0;
  }
}

/** Goes into the branches that a track leads through, and decides the unions that they are of. */
function enterBranches(
  start: readonly Conjunct[],
  { world, schema, steps }: Track,
): { readonly conjuncts: readonly Conjunct[]; readonly track: Track } {
  let conjuncts = start;
  let node = schema;
  let left = steps;
  for (let [step] = left; step !== undefined && !isDescent(step); [step] = left) {
    const union = conjuncts.find((conjunct) => conjunct.schema === node);
    const branch = isObject(node) ? branchOf(node, step) : undefined;
    const closed =
      union === undefined || branch === undefined ? undefined : decided(conjuncts, union, branch);
    conjuncts = closed ?? conjuncts;
    node = step.node;
    left = left.slice(1);
  }
  return { conjuncts, track: { world, schema: node, steps: left } };
}

/** What it takes that a schema inside applies to the value; undefined if it does anyway, or has only to be asked. */
function branchOf(schema: JsonObject, step: Step): Branch | undefined {
  const { keyword, name = "", node } = step;
  if (keyword === "anyOf" || keyword === "oneOf") return { instead: [keyword], schemas: [node] };
  if (keyword === "then" || keyword === "else") return conditionBranch(schema, keyword);
  if (keyword === "dependentSchemas") return { instead: [], schemas: [{ required: [name] }, node] };
  return undefined;
}
