/**
 * What is left of `$dynamicRef` once documents are linked. Where it leads is known only when a value is
 * validated: to the outermost schema resource on the way there that has a `$dynamicAnchor` of its name.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.2
 */

import { resolvePointer } from "../source/json-pointer.ts";
import {
  ownArray,
  ownObject,
  ownString,
  withProperties,
  type Json,
  type JsonObject,
} from "../source/json.ts";
import { componentSchemas, referencedKey } from "./component-schemas.ts";
import type { Resources } from "./resources.ts";

/** Component key → the dynamic anchors of the resource that it is part of: their names, and the keys they lead to. */
export type DynamicAnchors = ReadonlyMap<string, Readonly<Record<string, string>>>;

/**
 * The mark that keeps the dynamic anchors of a component where nothing has an `$id` any more: in a contract
 * that was written as one document, where a `$dynamicRef` is the pointer that it was linked to.
 */
export const anchorsMark = "x-sdkmill-dynamic-anchors";

export function markAnchors(anchors: Readonly<Record<string, string>>): JsonObject {
  return Object.keys(anchors).length === 0 ? {} : { [anchorsMark]: anchors };
}

/** The anchors that components are marked with, those that lead to a component. */
export function markedAnchors(document: Json): DynamicAnchors {
  const schemas = componentSchemas(document);
  const marked = Object.entries(schemas).map(([key, schema]) => {
    const anchors = Object.entries(ownObject(schema, anchorsMark)).filter(
      (anchor): anchor is [string, string] =>
        typeof anchor[1] === "string" && Object.hasOwn(schemas, anchor[1]),
    );
    return [key, Object.fromEntries(anchors)] as const;
  });
  return new Map(marked.filter(([, anchors]) => Object.keys(anchors).length > 0));
}

/** The name by which a reference to a component leads to an anchor that it is marked with; undefined without one. */
export function markedName(anchors: DynamicAnchors, reference: string): string | undefined {
  const key = referencedKey(reference);
  return Object.entries(anchors.get(key ?? "") ?? {}).find(([, anchored]) => anchored === key)?.[0];
}

/** What a reference resolves to, before any value is validated. */
export interface ReferenceTarget {
  /** The place in the assembled document. */
  readonly pointer: string;
  /** The name of the `$dynamicAnchor` by which a `$dynamicRef` was resolved; undefined by any other way. */
  readonly name?: string | undefined;
}

/** The targets of the references of one node, by keyword. */
export type ReferenceTargets = Readonly<Partial<Record<"$ref" | "$dynamicRef", ReferenceTarget>>>;

/**
 * The name by which a `$dynamicRef` leads to a `$dynamicAnchor`; undefined if it leads there by a pointer,
 * or to something else.
 *
 * @param fragment of the reference, decoded
 */
export function dynamicName(
  document: Json,
  fragment: string | undefined,
  pointer: string,
): string | undefined {
  const name = ownString(resolvePointer(document, pointer), "$dynamicAnchor");
  return name === fragment ? name : undefined;
}

/**
 * The names on which it depends, when a value is validated, where references lead: those that a
 * `$dynamicRef` has and that are anchors of several resources. One anchor alone is the only place to go.
 */
export function dynamicNames(
  { dynamicAnchors }: Resources,
  targets: Iterable<ReferenceTargets>,
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const name of [...dynamicAnchors.values()].flatMap((anchors) => [...anchors.keys()]))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  const used = [...targets].map(({ $dynamicRef }) => $dynamicRef?.name).filter((name) => name !== undefined);
  return new Set(used.filter((name) => (counts.get(name) ?? 0) > 1));
}

/** Puts what references resolve to in their place; a `$dynamicRef` with one place to go becomes a `$ref`. */
export function withTargets(
  schema: JsonObject,
  { $ref, $dynamicRef }: ReferenceTargets,
  names: ReadonlySet<string>,
): JsonObject {
  const linked = $ref === undefined ? schema : withProperties(schema, { $ref: `#${$ref.pointer}` });
  if ($dynamicRef === undefined) return linked;
  const reference = `#${$dynamicRef.pointer}`;
  if ($dynamicRef.name !== undefined && names.has($dynamicRef.name))
    return withProperties(linked, { $dynamicRef: reference });
  if (!Object.hasOwn(linked, "$ref"))
    return withProperties(linked, { $dynamicRef: undefined, $ref: reference });
  const allOf = [...ownArray(linked, "allOf"), { $ref: reference }];
  return withProperties(linked, { $dynamicRef: undefined, allOf });
}

/**
 * The places that have to be components for the sake of such names: their anchors, and each resource
 * inside of another one that has such an anchor, so that no component has the anchors of two.
 */
export function dynamicPlaces(
  { dynamicAnchors, embedded }: Resources,
  names: ReadonlySet<string>,
): ReadonlySet<string> {
  const places = [...dynamicAnchors].flatMap(([root, anchors]) => {
    const counting = [...anchors].filter(([name]) => names.has(name)).map(([, pointer]) => pointer);
    return counting.length > 0 && embedded.has(root) ? [root, ...counting] : counting;
  });
  return new Set(places);
}

/**
 * The anchors of such names that count while a component is on the way: those of its resource.
 *
 * @param keys place → key of the component there
 */
export function componentAnchors(
  { roots, dynamicAnchors }: Resources,
  names: ReadonlySet<string>,
  keys: ReadonlyMap<string, string>,
): DynamicAnchors {
  const anchorsOf = (pointer: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      [...(dynamicAnchors.get(roots.get(pointer) ?? pointer) ?? [])].flatMap(([name, place]) => {
        const key = names.has(name) ? keys.get(place) : undefined;
        return key === undefined ? [] : [[name, key]];
      }),
    );
  return new Map([...keys].map(([pointer, key]) => [key, anchorsOf(pointer)]));
}

/** Keys of all anchors that a `$dynamicRef` to the one with a given key can lead to, sorted. */
export function anchorsOfSameName(anchors: DynamicAnchors, key: string): readonly string[] {
  const names = Object.entries(anchors.get(key) ?? {}).filter(([, anchored]) => anchored === key);
  const keys = names.flatMap(([name]) => [...anchors.values()].map((own) => ownString(own, name)));
  return [...new Set(keys.filter((anchored) => anchored !== undefined))].toSorted();
}
