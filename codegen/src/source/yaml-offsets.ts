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
  const ends = endsOf(events);
  const known = new Map<number, ReadonlyMap<string, Entry>>();
  const first = events[0]?.type === EVENT_DOCUMENT ? 1 : 0;
  return (tokens) => {
    let at = first;
    let offset = startOf(events[first]);
    for (const token of tokens) {
      const entries = known.get(at) ?? entriesOf(text, events, ends, at);
      // Many places lie in the same collections.
      known.set(at, entries);
      const found = entries.get(token);
      if (found === undefined) break;
      ({ at, offset } = found);
    }
    return offset;
  };
}

/** A property or item: the event that its value begins with, and where it begins in the text. */
interface Entry {
  readonly at: number;
  readonly offset: number;
}

function eventsOf(text: string): readonly Event[] {
  try {
    return parseEvents(text, { maxDepth: MAX_DEPTH });
  } catch {
    return [];
  }
}

/** For each event, the one after the value that it begins. */
function endsOf(events: readonly Event[]): readonly number[] {
  const ends: number[] = [];
  const open: number[] = [];
  events.forEach((event, index) => {
    ends.push(index + 1);
    if (event.type === EVENT_MAPPING || event.type === EVENT_SEQUENCE) open.push(index);
    if (event.type !== EVENT_POP) return;
    const start = open.pop();
    if (start !== undefined) ends[start] = index + 1;
  });
  return ends;
}

/** What the collection at an event holds, by key or index; of a key that is there twice the first one. */
function entriesOf(
  text: string,
  events: readonly Event[],
  ends: readonly number[],
  start: number,
): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  const collection = events[start];
  if (collection?.type !== EVENT_MAPPING && collection?.type !== EVENT_SEQUENCE) return entries;
  let at = start + 1;
  for (let index = 0; at < events.length; index += 1) {
    const event = events[at];
    if (event === undefined || event.type === EVENT_POP) break;
    if (collection.type === EVENT_SEQUENCE) {
      entries.set(String(index), { at, offset: startOf(event) });
    } else {
      const key = event.type === EVENT_SCALAR ? getScalarValue(text, event) : undefined;
      at = ends[at] ?? events.length;
      if (key !== undefined && !entries.has(key)) entries.set(key, { at, offset: startOf(event) });
    }
    at = ends[at] ?? events.length;
  }
  return entries;
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
