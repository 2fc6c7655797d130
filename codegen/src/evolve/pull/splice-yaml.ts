import { CORE_SCHEMA, dump, load } from "js-yaml";
import { isArray, isObject, own, type Json, type JsonObject } from "../../source/json.ts";
import { alignedItems } from "./aligned-items.ts";
import { isSameData } from "./facts.ts";
import { columnOf, contentEnd, isFirstOnLine, lineStart, nextLine } from "./text-lines.ts";
import { yamlTree, type YamlEntry, type YamlNode } from "./yaml-tree.ts";

/** Where lines of prose are folded. */
const LINE_WIDTH = 110;

/** A value as YAML in the form of the house: block style, lists as far to the left as their key. */
export function printYaml(value: Json): string {
  return dump(value, { indent: 2, seqNoIndent: true, lineWidth: LINE_WIDTH, noRefs: true });
}

/**
 * A YAML text that says something else: entries that are new, other or gone are written, replaced or taken
 * out, and all other lines, comments among them, stay as they are. Where that can not be done (flow style
 * at the root, aliases, tags) the whole is written anew.
 *
 * @param text what says `old`
 */
export function spliceYaml(text: string, old: Json, wanted: Json): string {
  if (JSON.stringify(old) === JSON.stringify(wanted)) return text;
  const tree = yamlTree(text);
  const edits: Edit[] = [];
  const isFit = tree !== undefined && changeNode({ text, edits }, tree, old, wanted);
  const spliced = isFit ? applied(text, edits) : undefined;
  return spliced !== undefined && says(spliced, wanted) ? spliced : printYaml(wanted);
}

function says(text: string, wanted: Json): boolean {
  try {
    return isSameData(load(text, { schema: CORE_SCHEMA, maxDepth: 1000 }) as Json, wanted);
  } catch {
    return false;
  }
}

/** Some characters in the place of others. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Splice {
  readonly text: string;
  readonly edits: Edit[];
}

/** The text after its edits; undefined if two of them are about the same characters. */
function applied(text: string, edits: readonly Edit[]): string | undefined {
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const parts: string[] = [];
  let at = 0;
  // What is only put in comes before what takes the place of the characters there.
  for (const edit of edits.toSorted(
    (a, b) => a.start - b.start || Number(a.end > a.start) - Number(b.end > b.start),
  )) {
    if (edit.start < at) return undefined;
    parts.push(text.slice(at, edit.start), edit.text.replaceAll("\n", lineBreak));
    at = edit.end;
  }
  return parts.join("") + text.slice(at);
}

/** Changes a value in its place if it is a block collection and stays one; false if it has to be written anew. */
function changeNode(splice: Splice, node: YamlNode, old: Json, wanted: Json): boolean {
  if (node.entries !== undefined && isObject(old) && isObject(wanted))
    return changeMapping(splice, node.entries, old, wanted);
  if (node.items !== undefined && isArray(old) && isArray(wanted))
    return changeSequence(splice, node.items, old, wanted);
  return false;
}

function changeMapping(
  splice: Splice,
  entries: readonly YamlEntry[],
  old: JsonObject,
  wanted: JsonObject,
): boolean {
  const [first] = entries;
  const stay = entries.filter(({ key }) => own(wanted, key) !== undefined);
  if (first === undefined || stay.length === 0) return false;
  // The first entry of a list's item begins behind a dash: nothing can stand before it, nor can it go.
  const [foremost] = Object.keys(wanted);
  const isBehindDash = !isFirstOnLine(splice.text, first.start);
  if (isBehindDash && (stay[0] !== first || foremost !== first.key)) return false;

  const column = columnOf(splice.text, first.start);
  for (const entry of entries) {
    const value = own(wanted, entry.key);
    const before = own(old, entry.key);
    if (value === undefined) removeEntry(splice, entry);
    else if (before === undefined || JSON.stringify(before) !== JSON.stringify(value))
      changeEntry(splice, entry, before ?? null, value, column);
  }
  insertEntries(splice, stay, wanted, column);
  return true;
}

function changeEntry(splice: Splice, entry: YamlEntry, before: Json, value: Json, column: number): void {
  if (changeInPlace(splice, entry.value, before, value)) return;
  const text = indented(printYaml({ [entry.key]: value }), column);
  splice.edits.push({ start: entry.start, end: contentEnd(splice.text, entry.value), text });
}

function removeEntry({ text, edits }: Splice, entry: YamlEntry): void {
  const end = contentEnd(text, entry.value);
  edits.push({ start: lineStart(text, entry.start), end: nextLine(text, end), text: "" });
}

/** Writes new entries behind the one that comes before them, or in front of all. */
function insertEntries(
  { text, edits }: Splice,
  stay: readonly YamlEntry[],
  wanted: JsonObject,
  column: number,
): void {
  const places = new Map(stay.map((entry) => [entry.key, entry]));
  const pending = new Map<YamlEntry | undefined, string[]>();
  let last: YamlEntry | undefined;
  for (const [key, value] of Object.entries(wanted)) {
    const place = places.get(key);
    if (place !== undefined) last = place;
    else pending.set(last, [...(pending.get(last) ?? []), indented(printYaml({ [key]: value }), column)]);
  }
  const margin = " ".repeat(column);
  const [front] = stay;
  for (const [entry, texts] of pending) {
    if (entry !== undefined) {
      const at = contentEnd(text, entry.value);
      edits.push({ start: at, end: at, text: texts.map((added) => `\n${margin}${added}`).join("") });
    } else if (front !== undefined) {
      const added = texts.map((item) => `${item}\n${margin}`).join("");
      edits.push({ start: front.start, end: front.start, text: added });
    }
  }
}

/** Where each item of a list begins. */
interface Dashes {
  readonly offsets: readonly number[];
  readonly column: number;
}

/** Items that are the same in both stay; those between them are changed in their place, pair by pair. */
function changeSequence(
  splice: Splice,
  items: readonly YamlNode[],
  old: readonly Json[],
  wanted: readonly Json[],
): boolean {
  const dashes = dashesOf(splice.text, items);
  if (dashes === undefined || wanted.length === 0) return false;
  const { text, edits } = splice;
  const margin = " ".repeat(dashes.column);
  const front: string[] = [];
  let last: YamlNode | undefined;
  for (const { from, to } of alignedItems(old, wanted)) {
    const [item, start] = [items[from ?? -1], dashes.offsets[from ?? -1] ?? 0];
    const printed = to === undefined ? "" : indented(printYaml([wanted[to] ?? null]), dashes.column);
    if (item === undefined && last === undefined) {
      front.push(`${printed}\n${margin}`);
    } else if (item === undefined) {
      const at = contentEnd(text, last ?? { start: 0, end: 0 });
      edits.push({ start: at, end: at, text: `\n${margin}${printed}` });
    } else {
      last = item;
      const end = contentEnd(text, item);
      if (to === undefined) edits.push({ start: lineStart(text, start), end: nextLine(text, end), text: "" });
      else if (!changeInPlace(splice, item, old[from ?? -1] ?? null, wanted[to] ?? null))
        edits.push({ start, end, text: printed });
    }
  }
  const [start = 0] = dashes.offsets;
  if (front.length > 0) edits.push({ start, end: start, text: front.join("") });
  return true;
}

/** Changes a value in its place, or leaves no trace of having tried. */
function changeInPlace(splice: Splice, node: YamlNode, before: Json, value: Json): boolean {
  if (JSON.stringify(before) === JSON.stringify(value)) return true;
  const { length } = splice.edits;
  if (changeNode(splice, node, before, value)) return true;
  splice.edits.length = length;
  return false;
}

/** Undefined where not every item has a line of its own. */
function dashesOf(text: string, items: readonly YamlNode[]): Dashes | undefined {
  const offsets = items.flatMap(({ start }) => {
    const width = /-[ \t]+$/.exec(text.slice(lineStart(text, start), start))?.[0].length;
    return width === undefined || !isFirstOnLine(text, start - width) ? [] : [start - width];
  });
  const columns = new Set(offsets.map((offset) => columnOf(text, offset)));
  const [column] = columns;
  return offsets.length !== items.length || column === undefined || columns.size > 1
    ? undefined
    : { offsets, column };
}

/** Lines of a printed value, all but the first moved to the right. */
function indented(printed: string, column: number): string {
  const lines = printed.replace(/\n$/, "").split("\n");
  return lines
    .map((line, index) => (index === 0 || line === "" ? line : " ".repeat(column) + line))
    .join("\n");
}
