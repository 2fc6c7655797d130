import { compareText, isObject, own, ownObject, type Json, type JsonObject } from "../../source/json.ts";
import { httpMethods } from "../../source/openapi-shape.ts";
import { factsOf } from "./facts.ts";
import type { House } from "./house.ts";
import type { MergedHouse } from "./merge-contract.ts";
import { partUnder } from "./node-parts.ts";
import { operationsOf } from "./operations-of.ts";
import { componentsOf } from "./reached-components.ts";

/** What became of something of the house. */
export type Fate =
  | "added"
  | "changed"
  /** Nothing but what is written for people. */
  | "reworded"
  | "removed"
  /** In the house and not upstream. */
  | "kept"
  /** New upstream, but nothing leads to it. */
  | "ignored";

export interface PullFinding {
  readonly fate: Fate;
  readonly kind: "operation" | "schema" | "part";
  /** `POST /v1/users`, a key of a schema, or `#/components/responses/Error` and the like. */
  readonly name: string;
}

/** Tells what a pull did to the house, in the order of names. */
export function pullFindings(house: House, merged: MergedHouse): readonly PullFinding[] {
  const { lists } = merged;
  const [ours, theirs] = [operationsOf(house.root), operationsOf(merged.root)];
  const operations = compared(
    new Map([...ours].map(([id, { node }]) => [id, { node, facts: () => factsOf(node, "operation") }])),
    new Map([...theirs].map(([id, { node }]) => [id, { node, facts: () => factsOf(node, "operation") }])),
    new Set(lists.operations),
  );
  const schemas = compared(
    entriesOf([...house.schemas].map(([key, { data }]) => [key, data])),
    entriesOf([...merged.schemas].map(([key, { data }]) => [key, data])),
    new Set(lists.schemas),
  );
  const parts = compared(partsOf(house.root, merged.root), partsOf(merged.root, house.root), undefined);
  const ignored = merged.ignored.map((name): PullFinding => {
    const [section, key = ""] = [name.slice(0, name.indexOf("/")), name.slice(name.indexOf("/") + 1)];
    return section === "schemas"
      ? { fate: "ignored", kind: "schema", name: key }
      : { fate: "ignored", kind: "part", name: `#/components/${name}` };
  });
  return [
    ...operations.map(([name, fate]): PullFinding => ({ fate, kind: "operation", name })),
    ...schemas.map(([name, fate]): PullFinding => ({ fate, kind: "schema", name })),
    ...parts.map(([name, fate]): PullFinding => ({ fate, kind: "part", name })),
    ...ignored,
  ].toSorted((a, b) => compareText(a.name, b.name));
}

interface Entry {
  readonly node: Json;
  readonly facts: () => string;
}

type Entries = ReadonlyMap<string, Entry>;

function entriesOf(schemas: readonly (readonly [string, Json])[]): Entries {
  return new Map(schemas.map(([key, node]) => [key, { node, facts: () => factsOf(node, "schema") }]));
}

/** @param listed what is upstream; undefined where nobody asks */
function compared(
  ours: Entries,
  theirs: Entries,
  listed: ReadonlySet<string> | undefined,
): readonly (readonly [string, Fate])[] {
  const fates = [...theirs].flatMap(([name, entry]): readonly (readonly [string, Fate])[] => {
    const old = ours.get(name);
    if (old === undefined) return [[name, "added"]];
    const isKept = listed !== undefined && !listed.has(name);
    if (isKept) return [[name, "kept"]];
    if (JSON.stringify(old.node) === JSON.stringify(entry.node)) return [];
    return [[name, old.facts() === entry.facts() ? "reworded" : "changed"]];
  });
  const removed = [...ours.keys()].filter((name) => !theirs.has(name));
  return [...fates, ...removed.map((name): readonly [string, Fate] => [name, "removed"])];
}

/**
 * What stands in a root besides operations and schemas, by where it stands. Of a path that the other root
 * does not have its operations tell.
 */
function partsOf(root: JsonObject, other: JsonObject): Entries {
  const parts = new Map<string, Entry>();
  const methods: ReadonlySet<string> = new Set(httpMethods);
  const isNew = Object.keys(other).length === 0;
  const add = (name: string, node: Json, facts: () => string): void => void parts.set(name, { node, facts });
  for (const [key, value] of Object.entries(root)) {
    // Of a new root everything is new.
    if (key === "paths" || key === "webhooks" || key === "components" || isNew) continue;
    add(`#/${key}`, value, () => factsOf({ [key]: value }, "document"));
  }
  for (const section of ["paths", "webhooks"]) {
    for (const [path, item] of Object.entries(ownObject(root, section))) {
      if (!isObject(item) || own(ownObject(other, section), path) === undefined) continue;
      for (const [key, value] of Object.entries(item))
        if (!methods.has(key))
          add(`#/${section} ${path} ${key}`, value, () => factsOf({ [key]: value }, "pathItem"));
    }
  }
  for (const [name, node] of componentsOf(root)) {
    const section = name.slice(0, name.indexOf("/"));
    if (section === "schemas") continue;
    const part = partUnder("components", section);
    add(`#/components/${name}`, node, () =>
      part.role === "map" ? factsOf(node, part.kind) : JSON.stringify(node),
    );
  }
  return parts;
}
