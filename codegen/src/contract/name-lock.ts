import { error, type Checked, type Diagnostic } from "../diagnostics.ts";
import { compareText, isArray, isObject, own, type Json } from "../source/json.ts";
import type { Named } from "./named.ts";
import { overlayAction } from "./overlay-action.ts";

/** Every public name that was ever generated and is still promised: the current one, then its aliases. */
export interface NameLock {
  /** By component key. */
  readonly schemas: ReadonlyMap<string, readonly string[]>;
  /** By `METHOD /path`. */
  readonly operations: ReadonlyMap<string, readonly string[]>;
}

export const lockPath = "names.lock.json";

const empty: NameLock = { schemas: new Map(), operations: new Map() };

/** Reads `names.lock.json`; no lock at all is an empty one. */
export function readLock(text: string | undefined): Checked<NameLock> {
  if (text === undefined) return { value: empty, diagnostics: [] };
  try {
    const data = JSON.parse(text) as Json;
    const schemas = readNames(own(data, "schemas"));
    const operations = readNames(own(data, "operations"));
    if (schemas !== undefined && operations !== undefined)
      return { value: { schemas, operations }, diagnostics: [] };
  } catch {
    // Reported below, like every other lock that can not be read.
  }
  const help = "Restore it from version control: it holds the names that users of the packages rely on.";
  return {
    value: empty,
    diagnostics: [
      error("lock-invalid", "The name lock can not be read.", help, { path: lockPath, pointer: "" }),
    ],
  };
}

function readNames(given: Json | undefined): ReadonlyMap<string, readonly string[]> | undefined {
  if (!isObject(given)) return undefined;
  const entries = Object.entries(given).map(
    ([key, value]) => [key, isArray(value) ? value : [value]] as const,
  );
  const names = entries.filter((entry): entry is [string, readonly string[]] =>
    entry[1].every((name) => typeof name === "string"),
  );
  return names.length === entries.length ? new Map(names) : undefined;
}

/** The text of a lock: sorted, so that it does not depend on the order of documents. */
export function printLock({ schemas, operations }: NameLock): string {
  return `${JSON.stringify({ schemas: sortedNames(schemas), operations: sortedNames(operations) }, null, 2)}\n`;
}

/** A name alone as a string, with aliases as a list. */
function sortedNames(names: ReadonlyMap<string, readonly string[]>): Json {
  const sorted = [...names].toSorted(([a], [b]) => compareText(a, b));
  return Object.fromEntries(
    sorted.map(([key, [name = "", ...aliases]]): [string, Json] => [
      key,
      aliases.length === 0 ? name : [name, ...aliases],
    ]),
  );
}

/** Reports each locked name that something no longer has, be it as its name or as an alias. */
export function checkLocked(
  named: readonly Named[],
  locked: ReadonlyMap<string, readonly string[]>,
): readonly Diagnostic[] {
  return named.flatMap(({ id, names: [name = "", ...aliases], place, target }) => {
    const lost = (locked.get(id) ?? []).filter(
      (promised) => promised !== name && !aliases.includes(promised),
    );
    // One action for all of them: a second one would take the place of the first.
    const kept = overlayAction(target, `x-sdkmill-aliases: [${[...aliases, ...lost].join(", ")}]`);
    return lost.map((promised) =>
      error(
        "name-locked",
        `${JSON.stringify(id)} was published as \`${promised}\`; now it would be \`${name}\`, and \`${promised}\` would be gone.`,
        `Keep the old name as an alias in the overlay: ${kept}; to give it up in a major release, remove it from ${lockPath}.`,
        place,
      ),
    );
  });
}
