import { componentSchemas, schemaPointer, schemaSteps } from "../../contract/component-schemas.ts";
import { pointerTokens } from "../../source/json-pointer.ts";
import { own, type Json, type JsonObject } from "../../source/json.ts";
import { childNodes, type DocumentNode } from "../../source/openapi-shape.ts";
import type { Witness } from "../change.ts";
import type { Sides } from "./term.ts";

/** A schema, and where it is. */
export interface Root {
  /** Into the linked document. */
  readonly pointer: string;
  readonly schema: Json;
}

/** One step down from a schema to one inside of it. */
export interface Step {
  readonly keyword: string;
  /** Name of the property or number of the branch, where the keyword holds several schemas. */
  readonly name: string | undefined;
  /** The schema that it leads to. */
  readonly node: Json;
  readonly pointer: string;
}

/** A schema of a revision, and the way from there to the place of a change. */
export interface Way {
  readonly root: Root;
  readonly steps: readonly Step[];
  /** What follows: the keyword of the last schema that the change is in, as a pointer; empty for all of it. */
  readonly keyword: string;
}

/** The two schemas that a value is held against to show a change, and where in them the change is. */
export type ChangedPlace = Sides<Way>;

/** Keywords whose schemas apply to another value: a property or an item of the one around. */
const descending = new Set([
  ...["properties", "patternProperties", "additionalProperties", "unevaluatedProperties"],
  ...["items", "prefixItems", "unevaluatedItems", "contains"],
]);

/** Whether a step leads to a value inside of the value. */
export function isDescent({ keyword }: Step): boolean {
  return descending.has(keyword);
}

/** Where a change is. */
export interface ChangeSite {
  /** Pointers into the linked documents. */
  readonly pointers: Sides<string | undefined>;
  /** The one that is of a part, a property, where the other one is of the schema that has no such part. */
  readonly part?: Witness["accepted"] | undefined;
}

/**
 * Finds the schemas whose values can show a change: the outermost ones on the ways to its places. Where the
 * ways are not alike, since a schema became a component or is one no longer, the outermost ones from where on
 * they are. Where one revision has no such place, its component of the same name.
 *
 * @returns undefined for a change that is in no schema, or in schemas of which it can not be told that they are
 *   of the same value
 */
export function changedPlace(documents: Sides<JsonObject>, site: ChangeSite): ChangedPlace | undefined {
  const { pointers, part } = site;
  const old = wayTo(documents.old, pointers.old) ?? inOther(documents.old, pointers.old, pointers.new);
  const next = wayTo(documents.new, pointers.new) ?? inOther(documents.new, pointers.new, pointers.old);
  if (old === undefined || next === undefined) return undefined;
  return old.root.pointer === next.root.pointer ? { old, new: next } : alike(old, next, part);
}

/**
 * A place as it is, and then by the innermost schemas that the change is in: there is less to show, and less
 * around it that may differ too.
 */
export function withInnermost(place: ChangedPlace): readonly ChangedPlace[] {
  const { old, new: next } = place;
  const count = Math.min(descents(old), descents(next));
  return count === 0 ? [place] : [place, { old: cut(old, count), new: cut(next, count) }];
}

/** For what is not there: the component schema of the same key, with as much of the way as it has. */
function inOther(
  document: JsonObject,
  pointer: string | undefined,
  other: string | undefined,
): Way | undefined {
  const isComponent = pointer === undefined && schemaSteps(other ?? "") !== undefined;
  return isComponent ? wayTo(document, other) : undefined;
}

function wayTo(document: JsonObject, pointer: string | undefined): Way | undefined {
  if (pointer === undefined) return undefined;
  const way = nodesTo(document, pointer);
  const first = way.findIndex(({ kind }) => kind === "schema");
  const root = way[first];
  if (root === undefined) return undefined;
  const steps = way.slice(first + 1).map(({ node, pointer: to }, index): Step => {
    const from = way[first + index]?.pointer ?? "";
    const [keyword = "", name] = pointerTokens(to.slice(from.length)) ?? [];
    return { keyword, name, node, pointer: to };
  });
  const last = way.at(-1)?.pointer ?? "";
  return { root: { pointer: root.pointer, schema: root.node }, steps, keyword: pointer.slice(last.length) };
}

/** The nodes on the way to a pointer, outermost first; what is in no node is not reached. */
function nodesTo(document: JsonObject, pointer: string): readonly DocumentNode[] {
  const component = schemaSteps(pointer);
  const schema = component === undefined ? undefined : own(componentSchemas(document), component.key);
  if (component !== undefined && schema === undefined) return [];
  const start: DocumentNode =
    component === undefined || schema === undefined
      ? { node: document, kind: "document", pointer: "" }
      : { node: schema, kind: "schema", pointer: schemaPointer(component.key) };
  const way = [start];
  for (let node: DocumentNode | undefined = start; node !== undefined;) {
    node = childNodes(node).find((child) => `${pointer}/`.startsWith(`${child.pointer}/`));
    if (node !== undefined) way.push(node);
  }
  return way;
}

/** Both ways, cut at the front as far as they are not alike: from their ends, which are places of the same value. */
function alike(old: Way, next: Way, part: ChangeSite["part"]): ChangedPlace | undefined {
  const all = { old: old.steps.filter(isDescent), new: next.steps.filter(isDescent) };
  const isPart = part !== undefined && !isSameStep(all.old.at(-1), all.new.at(-1));
  const ends = isPart ? { ...all, [part]: all[part].slice(0, -1) } : all;
  let shared = 0;
  while (isSameStep(ends.old.at(-1 - shared), ends.new.at(-1 - shared))) shared += 1;
  const isPaired = isPart || shared > 0 || (isWhole(old) && isWhole(next));
  if (!isPaired) return undefined;
  return { old: cut(old, ends.old.length - shared), new: cut(next, ends.new.length - shared) };
}

function isSameStep(a: Step | undefined, b: Step | undefined): boolean {
  return a !== undefined && b !== undefined && a.keyword === b.keyword && a.name === b.name;
}

/** Whether a way can not end at a part of the value that the change is of: items, or what else there may be in it. */
function isWhole({ steps, keyword }: Way): boolean {
  const last = steps.findLast(isDescent);
  return keyword !== "" || last === undefined || last.keyword === "properties";
}

function descents({ steps }: Way): number {
  return steps.filter(isDescent).length;
}

/** A way without the first steps into values. */
function cut(way: Way, count: number): Way {
  const last = way.steps.filter(isDescent)[count - 1];
  if (last === undefined) return way;
  const steps = way.steps.slice(way.steps.indexOf(last) + 1);
  return { ...way, root: { pointer: last.pointer, schema: last.node }, steps };
}
