import {
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
import { MAX_DEPTH } from "./parsed.ts";

/** Takes a YAML text apart; what is returned finds where the property or item at a path of keys begins. */
export function yamlOffsets(text: string): (tokens: readonly string[]) => number {
  const events = eventsOf(text);
  const first = events[0]?.type === EVENT_DOCUMENT ? 1 : 0;
  return (tokens) => {
    const cursor: Cursor = { text, events, at: first };
    let offset = startOf(events[first]);
    for (const token of tokens) {
      const found = enter(cursor, token);
      if (found === undefined) break;
      offset = found;
    }
    return offset;
  };
}

/** A cursor over the events of a YAML text. */
interface Cursor {
  readonly text: string;
  readonly events: readonly Event[];
  at: number;
}

function eventsOf(text: string): readonly Event[] {
  try {
    return parseEvents(text, { maxDepth: MAX_DEPTH });
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

/** Where an event begins, its quote or its `*` included. */
function startOf(event: Event | undefined): number {
  if (event?.type === EVENT_SCALAR) {
    const isQuoted = event.style === SCALAR_STYLE_DOUBLE_QUOTED || event.style === SCALAR_STYLE_SINGLE_QUOTED;
    return event.valueStart - (isQuoted ? 1 : 0);
  }
  if (event?.type === EVENT_MAPPING || event?.type === EVENT_SEQUENCE) return event.start;
  return event?.type === EVENT_ALIAS ? event.anchorStart - 1 : 0;
}
