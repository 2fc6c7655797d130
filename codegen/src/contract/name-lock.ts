import { error, type Checked, type Diagnostic, type Place } from "../diagnostics.ts";
import { compareText, isArray, isObject, own, ownObject, type Json } from "../source/json.ts";

/** Every public name that was ever generated and is still promised: the current one, then its aliases. */
export interface NameLock {
  /** By component key. */
  readonly schemas: ReadonlyMap<string, readonly string[]>;
  /** By operationId, or by `METHOD /path` where there is none. */
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

/** Something that has public names: its identity in the lock, and where and how it can be named. */
export interface Named {
  readonly id: string;
  readonly names: readonly string[];
  readonly place: Place;
  /** JSONPath of an overlay action that names it. */
  readonly target: string;
}

/** Reports each locked name that something no longer has, be it as its name or as an alias. */
export function checkLocked(
  named: readonly Named[],
  locked: ReadonlyMap<string, readonly string[]>,
): readonly Diagnostic[] {
  return named.flatMap(({ id, names: [name = "", ...aliases], place, target }) =>
    (locked.get(id) ?? [])
      .filter((promised) => promised !== name && !aliases.includes(promised))
      .map((promised) =>
        error(
          "name-locked",
          `${JSON.stringify(id)} was published as \`${promised}\`; now it would be \`${name}\`, and \`${promised}\` would be gone.`,
          `Keep the old name as an alias in the overlay: ${overlayAction(target, `x-sdkmill-aliases: [${promised}]`)}; ` +
            `to give it up in a major release, remove it from ${lockPath}.`,
          place,
        ),
      ),
  );
}

/** An overlay action on one line, as it can be pasted. */
export function overlayAction(target: string, update: string): string {
  return `\`- { target: ${JSON.stringify(target)}, update: { ${update} } }\``;
}

/** Reports every name, aliases included, that two things claim when compared without case. */
export function checkCollisions(
  named: readonly Named[],
  key: (name: string) => string,
  suggestion: (clashing: Named) => string,
): readonly Diagnostic[] {
  const owners = new Map<string, { readonly owner: Named; readonly name: string }>();
  return named.flatMap((owner) =>
    owner.names.flatMap((name) => {
      const first = owners.get(key(name).toLowerCase());
      if (first === undefined || first.owner === owner) {
        owners.set(key(name).toLowerCase(), { owner, name });
        return [];
      }
      const message = `${JSON.stringify(owner.id)} would be named \`${name}\`, and ${JSON.stringify(first.owner.id)} is \`${first.name}\`.`;
      const help = `Name one of them in the overlay: ${overlayAction(owner.target, `x-sdkmill-name: ${suggestion(owner)}`)}.`;
      return [error("name-collision", message, help, owner.place)];
    }),
  );
}

/** The value of `x-sdkmill-aliases`: a list of names, or none. */
export function readAliases(node: Json): readonly string[] {
  const aliases = ownObject({ node }, "node")["x-sdkmill-aliases"];
  return isArray(aliases) ? aliases.filter((alias) => typeof alias === "string") : [];
}
