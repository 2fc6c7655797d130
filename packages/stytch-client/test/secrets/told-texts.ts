import { inspect } from "node:util";

/** A text that somebody can come to see, and where. */
export interface Told {
  readonly where: string;
  readonly text: string;
}

/** Everything that can be seen of a value: as a text, as JSON, in a log, in a debugger, by a crash reporter. */
export function toldBy(where: string, value: unknown): readonly Told[] {
  return [
    { where: `${where}: String`, text: attempt(() => String(value)) },
    { where: `${where}: JSON`, text: attempt(() => JSON.stringify(value) ?? "") },
    {
      where: `${where}: inspect`,
      text: attempt(() =>
        inspect(value, {
          depth: Infinity,
          showHidden: true,
          getters: true,
          maxArrayLength: Infinity,
          maxStringLength: Infinity,
        }),
      ),
    },
    ...stringsIn(value, where),
  ];
}

/** Every text in a value as it is, by where it stands: properties of all kinds, getters, entries, bytes. */
function stringsIn(root: unknown, where: string): readonly Told[] {
  const told: Told[] = [];
  const seen = new Set<unknown>();
  const pending: [at: string, value: unknown][] = [[where, root]];
  for (const [at, value] of pending) {
    if (typeof value === "string" || typeof value === "number" || typeof value === "symbol")
      told.push({ where: at, text: String(value) });
    if ((typeof value !== "object" && typeof value !== "function") || value === null || seen.has(value))
      continue;
    seen.add(value);
    for (const key of keysOf(value)) {
      told.push({ where: `${at}: key`, text: String(key) });
      pending.push([`${at}.${String(key)}`, attempt(() => Reflect.get(value, key) as unknown)]);
    }
    const entries = entriesOf(value);
    if (entries !== undefined) pending.push([`${at}: entries`, entries]);
  }
  return told;
}

/** Own keys, and those of getters that it inherits. */
function keysOf(value: object): readonly PropertyKey[] {
  const keys: PropertyKey[] = Reflect.ownKeys(value);
  for (let next: unknown = Reflect.getPrototypeOf(value); next !== null;) {
    if (typeof next !== "object" || next === Object.prototype) break;
    for (const [key, { get }] of Object.entries(Object.getOwnPropertyDescriptors(next)))
      if (get !== undefined && key !== "__proto__") keys.push(key);
    next = Reflect.getPrototypeOf(next as object);
  }
  return keys;
}

function entriesOf(value: object): unknown {
  if (value instanceof Map || value instanceof Set || value instanceof Headers) return [...value];
  if (value instanceof URLSearchParams || value instanceof FormData) return [...value];
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return new TextDecoder().decode(value);
  return undefined;
}

/** What a getter or a method throws counts as what it gives. */
function attempt<T>(act: () => T): T | string {
  try {
    return act();
  } catch (thrown) {
    return String(thrown);
  }
}
