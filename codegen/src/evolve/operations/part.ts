import type { Operation } from "../../contract/contract.ts";
import { dereference } from "../../contract/positions.ts";
import { appendPointer } from "../../source/json-pointer.ts";
import { own, ownArray, ownObject, type Json, type JsonObject } from "../../source/json.ts";
import type { HttpMethod, NodeKind } from "../../source/openapi-shape.ts";

/** A part of a linked document, as it is used at one place. */
export interface Part {
  readonly node: Json;
  /** Where it is written: behind a reference, among the components. */
  readonly pointer: string;
  /** Where it is used. */
  readonly at: string;
}

/** The same part of two revisions. */
export interface PartPair {
  readonly old: Part;
  readonly new: Part;
}

/** An operation of `paths`, of a webhook or of a callback, with the path item that it stands in. */
export interface OperationPart extends Part {
  readonly method: HttpMethod;
  /** The path, the name of the webhook, or the expression of the callback. */
  readonly path: string;
  readonly item: Part;
  /** What the contract says of it; undefined outside of `paths`. */
  readonly read: Operation | undefined;
}

export interface OperationPair {
  readonly old: OperationPart;
  readonly new: OperationPart;
}

/** The part at a pointer, behind its reference if it is one. */
export function partAt(document: JsonObject, kind: NodeKind, node: Json, at: string): Part {
  const target = dereference(document, { node, kind, pointer: at });
  return { node: target.node, pointer: target.pointer, at };
}

/** Kinds whose maps can have extensions among their entries; elsewhere `x-rate` is the name of a header. */
const extensible: ReadonlySet<NodeKind> = new Set(["pathItem", "response"]);

/** The parts in a map of a part, by their keys; extensions are none of them. */
export function partsIn(
  document: JsonObject,
  kind: NodeKind,
  parent: Part,
  field: string,
): ReadonlyMap<string, Part> {
  const entries = Object.entries(ownObject(parent.node, field)).filter(
    ([key]) => !extensible.has(kind) || !key.startsWith("x-"),
  );
  return new Map(
    entries.map(([key, node]) => [
      key,
      partAt(document, kind, node, appendPointer(parent.pointer, field, key)),
    ]),
  );
}

/** The parts in a list of a part. */
export function partsOf(document: JsonObject, kind: NodeKind, parent: Part, field: string): readonly Part[] {
  return ownArray(parent.node, field).map((node, index) =>
    partAt(document, kind, node, appendPointer(parent.pointer, field, index)),
  );
}

/** The part under a field; undefined if there is none. */
export function partUnder(
  document: JsonObject,
  kind: NodeKind,
  parent: Part,
  field: string,
): Part | undefined {
  const node = own(parent.node, field);
  return node === undefined ? undefined : partAt(document, kind, node, appendPointer(parent.pointer, field));
}
