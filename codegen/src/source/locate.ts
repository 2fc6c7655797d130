import { findNodeAtLocation, parseTree, type Node } from "jsonc-parser";
import {
  EVENT_ALIAS,
  EVENT_DOCUMENT,
  EVENT_MAPPING,
  EVENT_POP,
  EVENT_SCALAR,
  EVENT_SEQUENCE,
  getScalarValue,
  parseEvents,
  type Event,
} from "js-yaml";
import type { Diagnostic } from "../diagnostics.ts";
import { pointerTokens } from "./json-pointer.ts";
import { compareText } from "./json.ts";
import type { SourceText } from "./source-document.ts";

/** A diagnostic with its place in the text, both counted from 1 as editors do. */
export interface LocatedDiagnostic extends Diagnostic {
  readonly line: number | undefined;
  readonly column: number | undefined;
}

/**
 * Finds line and column of each diagnostic and brings them into the order of files and lines, whatever
 * the order of the stages; what is said twice is dropped. Positions are computed here and not while
 * parsing, since most runs need none.
 */
export function locate(
  diagnostics: readonly Diagnostic[],
  texts: readonly SourceText[],
): readonly LocatedDiagnostic[] {
  const byPath = new Map(texts.map((text) => [text.path, text]));
  const located = diagnostics.map((diagnostic) => locateOne(diagnostic, byPath));
  const unique = new Map(located.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic]));
  return [...unique.values()].toSorted(compare);
}

function compare(a: LocatedDiagnostic, b: LocatedDiagnostic): number {
  return (
    compareText(a.place?.path ?? "", b.place?.path ?? "") ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

function locateOne(diagnostic: Diagnostic, byPath: ReadonlyMap<string, SourceText>): LocatedDiagnostic {
  const { place } = diagnostic;
  const document = place === undefined ? undefined : byPath.get(place.path);
  if (place === undefined || document === undefined)
    return { ...diagnostic, line: undefined, column: undefined };
  const offset = place.offset ?? offsetOf(document, place.pointer);
  return { ...diagnostic, ...lineAndColumn(document.text, offset) };
}

function lineAndColumn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Where the property or item at a pointer begins; if nothing is there, its nearest ancestor. */
function offsetOf(document: SourceText, pointer: string): number {
  const tokens = pointerTokens(pointer) ?? [];
  if (tokens.length === 0) return 0;
  return document.syntax === "json" ? jsonOffset(document.text, tokens) : yamlOffset(document.text, tokens);
}

function jsonOffset(text: string, tokens: readonly string[]): number {
  const root = parseTree(text);
  if (root === undefined) return 0;
  let node: Node = root;
  for (const token of tokens) {
    const child = findNodeAtLocation(node, [node.type === "array" ? Number(token) : token]);
    if (child === undefined) break;
    node = child;
  }
  return node.parent?.type === "property" ? node.parent.offset : node.offset;
}

/** A cursor over the events of a YAML text. */
interface Cursor {
  readonly text: string;
  readonly events: readonly Event[];
  at: number;
}

function yamlOffset(text: string, tokens: readonly string[]): number {
  const cursor: Cursor = { text, events: eventsOf(text), at: 0 };
  if (cursor.events[cursor.at]?.type === EVENT_DOCUMENT) cursor.at += 1;
  let offset = startOf(cursor.events[cursor.at]);
  for (const token of tokens) {
    const found = enter(cursor, token);
    if (found === undefined) break;
    offset = found;
  }
  return offset;
}

function eventsOf(text: string): readonly Event[] {
  try {
    return parseEvents(text, {});
  } catch {
    return [];
  }
}

/** Moves the cursor to the value under a key or index of the collection that it is at. */
function enter(cursor: Cursor, token: string): number | undefined {
  const collection = cursor.events[cursor.at];
  if (collection?.type !== EVENT_MAPPING && collection?.type !== EVENT_SEQUENCE) return undefined;
  cursor.at += 1;
  for (let index = 0; cursor.at < cursor.events.length; index += 1) {
    const event = cursor.events[cursor.at];
    if (event === undefined || event.type === EVENT_POP) return undefined;
    if (collection.type === EVENT_SEQUENCE) {
      if (String(index) === token) return startOf(event);
      skip(cursor);
      continue;
    }
    const key = event.type === EVENT_SCALAR ? getScalarValue(cursor.text, event) : undefined;
    skip(cursor);
    if (key === token) return startOf(event);
    skip(cursor);
  }
  return undefined;
}

/** Moves the cursor past the value that it is at. */
function skip(cursor: Cursor): void {
  let depth = 0;
  do {
    const event = cursor.events[cursor.at];
    if (event === undefined) return;
    if (event.type === EVENT_MAPPING || event.type === EVENT_SEQUENCE) depth += 1;
    if (event.type === EVENT_POP) depth -= 1;
    cursor.at += 1;
  } while (depth > 0);
}

function startOf(event: Event | undefined): number {
  if (event?.type === EVENT_SCALAR) return event.valueStart;
  if (event?.type === EVENT_MAPPING || event?.type === EVENT_SEQUENCE) return event.start;
  return event?.type === EVENT_ALIAS ? event.anchorStart : 0;
}
