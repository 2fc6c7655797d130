import {
  COLLECTION_STYLE,
  EVENT_ALIAS,
  EVENT_DOCUMENT,
  EVENT_MAPPING,
  EVENT_POP,
  EVENT_SCALAR,
  EVENT_SEQUENCE,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE_DOUBLE_QUOTED,
  SCALAR_STYLE_SINGLE_QUOTED,
  type Event,
} from "js-yaml";
import { MAX_DEPTH } from "../../source/parsed.ts";

/** A value of a YAML text and where it stands. Offsets are UTF-16, ends exclusive. */
export interface YamlNode {
  readonly start: number;
  /** Behind its last character; of a block scalar, behind the line breaks that belong to it. */
  readonly end: number;
  /** Entries of a block mapping. */
  readonly entries?: readonly YamlEntry[];
  /** Items of a block sequence. */
  readonly items?: readonly YamlNode[];
}

export interface YamlEntry {
  readonly key: string;
  readonly start: number;
  readonly value: YamlNode;
}

/** Takes the one document of a YAML text apart; undefined if it can not be read. */
export function yamlTree(text: string): YamlNode | undefined {
  let events: readonly Event[];
  try {
    events = parseEvents(text, { maxDepth: MAX_DEPTH });
  } catch {
    return undefined;
  }
  const cursor = { text, events, at: events[0]?.type === EVENT_DOCUMENT ? 1 : 0, end: 0 };
  return readNode(cursor);
}

interface Cursor {
  readonly text: string;
  readonly events: readonly Event[];
  at: number;
  /** End of what was read last. */
  end: number;
}

function readNode(cursor: Cursor): YamlNode {
  const event = cursor.events[cursor.at];
  cursor.at += 1;
  if (event?.type === EVENT_SCALAR) return readScalar(cursor, event);
  if (event?.type === EVENT_ALIAS) return reached(cursor, event.anchorStart - 1, event.anchorEnd);
  if (event?.type !== EVENT_MAPPING && event?.type !== EVENT_SEQUENCE)
    return { start: cursor.end, end: cursor.end };

  const start = Math.min(
    ...[event.start, event.anchorStart - 1, event.tagStart].filter((offset) => offset >= 0),
  );
  const isBlock = event.style === COLLECTION_STYLE.BLOCK;
  cursor.end = Math.max(cursor.end, event.start + 1);
  const children: { readonly key: YamlNode; readonly name: string; readonly value: YamlNode }[] = [];
  const items: YamlNode[] = [];
  while (cursor.at < cursor.events.length && cursor.events[cursor.at]?.type !== EVENT_POP) {
    if (event.type === EVENT_SEQUENCE) {
      items.push(readNode(cursor));
      continue;
    }
    const key = cursor.events[cursor.at];
    const name = key?.type === EVENT_SCALAR ? getScalarValue(cursor.text, key) : "";
    children.push({ name, key: readNode(cursor), value: readNode(cursor) });
  }
  cursor.at += 1;
  if (!isBlock) return reached(cursor, start, flowEnd(cursor.text, cursor.end));
  const node = { start, end: cursor.end };
  if (event.type === EVENT_SEQUENCE) return { ...node, items };
  return {
    ...node,
    entries: children.map(({ name, key, value }) => ({ key: name, start: key.start, value })),
  };
}

/** Behind the bracket that closes a flow collection, of which no event tells. */
function flowEnd(text: string, from: number): number {
  const rest = /^(?:[\s,]|#[^\r\n]*)*[\]}]/.exec(text.slice(from));
  return from + (rest?.[0].length ?? 0);
}

function readScalar(cursor: Cursor, event: Event & { readonly type: typeof EVENT_SCALAR }): YamlNode {
  // Nothing at all, as behind `key:`.
  if (event.valueStart < 0) return { start: cursor.end, end: cursor.end };
  const isQuoted = event.style === SCALAR_STYLE_DOUBLE_QUOTED || event.style === SCALAR_STYLE_SINGLE_QUOTED;
  const width = isQuoted ? 1 : 0;
  return reached(cursor, event.valueStart - width, event.valueEnd + width);
}

function reached(cursor: Cursor, start: number, end: number): YamlNode {
  cursor.end = end;
  return { start, end };
}
