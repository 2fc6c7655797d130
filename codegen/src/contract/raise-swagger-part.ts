/** What the functions that raise the parts of a Swagger 2.0 document take and give. */

import type { Diagnostic } from "../diagnostics.ts";
import { appendPointer, pointerTokens } from "../source/json-pointer.ts";
import { isArray, isObject, own, ownString, type Json, type JsonObject } from "../source/json.ts";
import { componentKey } from "./component-schemas.ts";
import type { Move } from "./raise-moves.ts";

/** The place of a part: pointers into the document as it was written and as it is raised. */
export interface Spot {
  readonly written: string;
  readonly raised: string;
}

/** The place of something of the same name in both. */
export function below({ written, raised }: Spot, ...tokens: readonly (string | number)[]): Spot {
  return { written: appendPointer(written, ...tokens), raised: appendPointer(raised, ...tokens) };
}

/** A part of the raised document. Pointers, in moves too, begin at the root of the document. */
export interface RaisedPart<Value extends Json = Json> {
  readonly value: Value;
  readonly moves: readonly Move[];
  readonly faults: readonly { readonly pointer: string; readonly diagnostic: Diagnostic }[];
}

export function part<Value extends Json>(value: Value, moves: readonly Move[] = []): RaisedPart<Value> {
  return { value, moves, faults: [] };
}

/** A part that is said once more at another place: references lead to the first one. */
export function copied<Value extends Json>({ value, moves, faults }: RaisedPart<Value>): RaisedPart<Value> {
  return { value, moves: moves.map((move) => ({ ...move, isCopy: true })), faults };
}

/** What is noted of several parts. */
export function notesOf(parts: readonly RaisedPart[]): Omit<RaisedPart, "value"> {
  return { moves: parts.flatMap(({ moves }) => moves), faults: parts.flatMap(({ faults }) => faults) };
}

/** Raises the entries of a map, other than extensions; what is no map is left for the check of shapes. */
export function raiseEntries(
  map: Json,
  at: Spot,
  raise: (value: Json, at: Spot, key: string) => RaisedPart,
): RaisedPart {
  if (!isObject(map)) return part(map);
  const entries = Object.entries(map).map(
    ([key, value]) => [key, key.startsWith("x-") ? part(value) : raise(value, below(at, key), key)] as const,
  );
  return {
    value: Object.fromEntries(entries.map(([key, { value }]) => [key, value])),
    ...notesOf(entries.map(([, raised]) => raised)),
  };
}

/** What the parts of a Swagger 2.0 document have to know of its root. */
export interface SwaggerScope {
  readonly root: JsonObject;
  /** Media types of bodies and of answers, where an operation does not say its own. */
  readonly consumes: readonly string[];
  readonly produces: readonly string[];
}

/** The media types under a keyword; undefined if it is not there. */
export function mediaTypes(node: Json, keyword: "consumes" | "produces"): readonly string[] | undefined {
  const types = own(node, keyword);
  if (!isArray(types)) return undefined;
  return types.filter((type) => typeof type === "string");
}

/** Media types, or JSON where none is named: then a server can speak anything, and JSON is what is spoken. */
export function orJson(types: readonly string[]): readonly string[] {
  return types.length === 0 ? ["application/json"] : types;
}

/** One of the parameters or responses at the root of the document, if a node refers to it. */
export function sharedPart(
  node: Json,
  section: "parameters" | "responses",
  { root }: SwaggerScope,
): { readonly value: JsonObject; readonly written: string } | undefined {
  const reference = ownString(node, "$ref");
  if (reference?.startsWith(`#/${section}/`) !== true) return undefined;
  const [, name, ...steps] = pointerTokens(reference.slice(1)) ?? [];
  if (name === undefined || steps.length > 0) return undefined;
  const value = own(own(root, section), name);
  return isObject(value) ? { value, written: appendPointer("", section, name) } : undefined;
}

/** The name of a component: Swagger 2.0 allows any, OpenAPI 3.1 not. Names that would meet stay as they are. */
export function componentKeys(map: JsonObject): ReadonlyMap<string, string> {
  const keys = Object.keys(map).map((name) => [name, componentKey(name)] as const);
  const counts = Map.groupBy(keys, ([, key]) => key);
  return new Map(keys.map(([name, key]) => [name, (counts.get(key)?.length ?? 0) > 1 ? name : key]));
}
