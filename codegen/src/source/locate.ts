import type { Diagnostic, Place } from "../diagnostics.ts";
import { pointerTokens } from "./json-pointer.ts";
import { compareText } from "./json.ts";
import { jsonOffsets } from "./json-offsets.ts";
import type { SourceText } from "./source-document.ts";
import { yamlOffsets } from "./yaml-offsets.ts";

/** A diagnostic with its place in the text, as a {@link Position}. */
export interface LocatedDiagnostic extends Diagnostic {
  readonly line: number | undefined;
  readonly column: number | undefined;
}

/** A place in a text, both counted from 1 as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
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
  const find = positionFinder(texts);
  const located = diagnostics.map((diagnostic): LocatedDiagnostic => {
    const { place } = diagnostic;
    const position = place === undefined ? undefined : find(place);
    return { ...diagnostic, line: position?.line, column: position?.column };
  });
  const unique = new Map(located.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic]));
  return [...unique.values()].toSorted(compare);
}

/** Finds where places are in some texts; undefined of a place in none of them. */
export function positionFinder(texts: readonly SourceText[]): (place: Place) => Position | undefined {
  const byPath = new Map(texts.map((text) => [text.path, text]));
  const finders = new Map<string, PlaceFinder>();
  return ({ path, pointer, offset }) => {
    const text = byPath.get(path);
    if (text === undefined) return undefined;
    const finder = finders.get(path) ?? placeFinder(text);
    finders.set(path, finder);
    return finder.lineAndColumn(offset ?? finder.offset(pointer));
  };
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

/** Finds places in one text, which is taken apart once, and only if something is to be found. */
interface PlaceFinder {
  /** Where the property or item at a pointer begins; if nothing is there, its nearest ancestor. */
  readonly offset: (pointer: string) => number;
  readonly lineAndColumn: (offset: number) => Position;
}

function placeFinder({ text, syntax }: SourceText): PlaceFinder {
  let find: ((tokens: readonly string[]) => number) | undefined;
  let lines: readonly number[] | undefined;
  return {
    offset: (pointer) => {
      const tokens = pointerTokens(pointer) ?? [];
      if (tokens.length === 0) return 0;
      find ??= syntax === "json" ? jsonOffsets(text) : yamlOffsets(text);
      return find(tokens);
    },
    lineAndColumn: (offset) => {
      lines ??= lineStarts(text);
      const line = lastAtMost(lines, offset);
      return { line: line + 1, column: offset - (lines[line] ?? 0) + 1 };
    },
  };
}

function lineStarts(text: string): readonly number[] {
  return [
    0,
    ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ index, 0: lineBreak }) => index + lineBreak.length),
  ];
}

/** Index of the last of some rising numbers that is not above a limit. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
