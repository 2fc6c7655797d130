import { componentSchemas } from "../../contract/component-schemas.ts";
import type { Json, JsonObject } from "../../source/json.ts";
import type { KnownTexts } from "./human-texts.ts";
import type { House, HouseSchema } from "./house.ts";
import { mergeNode } from "./merge-node.ts";
import { mergeRoot, withoutComponents } from "./merge-root.ts";
import { operationsOf } from "./operations-of.ts";
import { componentsOf, operationRoots, reachedComponents } from "./reached-components.ts";
import {
  canBeDocument,
  mergedSchemaDocument,
  newDocumentPath,
  newSchemaDocument,
} from "./schema-documents.ts";
import type { UpstreamLock } from "./upstream-lock.ts";

/** What came from upstream, by the lists of the lock. */
export type UpstreamLists = Pick<UpstreamLock, "operations" | "schemas" | "components">;

/** The house with the vendor's facts. */
export interface MergedHouse {
  readonly root: JsonObject;
  readonly schemas: ReadonlyMap<string, HouseSchema>;
  readonly lists: UpstreamLists;
  /** New components that no operation leads to, which are left where they are. */
  readonly ignored: readonly string[];
}

/**
 * Takes the vendor's facts over: what the vendor has, in the form of the house; what was added by hand
 * stays, and what once came from upstream and is not there any more goes, unless something still needs it.
 *
 * @param api name of the API: new documents are called after it
 * @param vendor the upstream document, raised to 3.1 and repaired
 * @param lock of the last pull; without one everything that the vendor does not have was added by hand
 */
export function mergeContract(
  api: string,
  house: House,
  vendor: JsonObject,
  lock: UpstreamLock | undefined,
): MergedHouse {
  const known: KnownTexts = { isKnown: lock !== undefined, hashes: new Set(lock?.texts) };
  const listed = { operations: new Set(lock?.operations), components: listedComponents(lock) };
  const ours = houseComponents(house);
  const theirs = componentsOf(vendor);
  const isTaken = takenOver(vendor, ours);

  const schemas = mergeSchemas(api, house, vendor, known, isTaken);
  const root = mergeRoot(house, vendor, known, {
    isTaken,
    inline: Object.fromEntries(
      [...schemas].flatMap(([key, { isInline, data }]) => (isInline ? [[key, data]] : [])),
    ),
    isUpstream: (id) => listed.operations.has(id),
  });

  const gone = [...ours.keys()].filter((name) => !theirs.has(name) && listed.components.has(name));
  const lost = unneeded(root, schemas, new Set(gone));
  const stay = gone.filter((name) => !lost.has(name));
  const kept = [...theirs.keys()].filter((name) => isTaken(name)).concat(stay);
  return {
    root: withoutComponents(root, lost),
    schemas: new Map([...schemas].filter(([key]) => !lost.has(`schemas/${key}`))),
    lists: {
      operations: [...operationsOf(vendor).keys()],
      schemas: kept.flatMap((name) => (name.startsWith("schemas/") ? [name.slice("schemas/".length)] : [])),
      components: kept.filter((name) => !name.startsWith("schemas/")),
    },
    ignored: [...theirs.keys()].filter((name) => !isTaken(name)),
  };
}

function listedComponents(lock: UpstreamLock | undefined): ReadonlySet<string> {
  return new Set([...(lock?.schemas ?? []).map((key) => `schemas/${key}`), ...(lock?.components ?? [])]);
}

function houseComponents({ root, schemas }: House): ReadonlyMap<string, Json> {
  return new Map([
    ...componentsOf(root),
    ...[...schemas].map(([key, { data }]): [string, Json] => [`schemas/${key}`, data]),
  ]);
}

/** Which of the vendor's components are taken over: those of the house, and what these and operations lead to. */
function takenOver(vendor: JsonObject, ours: ReadonlyMap<string, Json>): (name: string) => boolean {
  const theirs = componentsOf(vendor);
  const roots = operationRoots(vendor);
  if (operationsOf(vendor).size === 0) return () => true;
  const inHouse = [...theirs].flatMap(([name, node]) => (ours.has(name) ? [node] : []));
  const reached = reachedComponents([...roots, ...inHouse], theirs);
  return (name) => ours.has(name) || reached.has(name);
}

function mergeSchemas(
  api: string,
  house: House,
  vendor: JsonObject,
  known: KnownTexts,
  isTaken: (name: string) => boolean,
): ReadonlyMap<string, HouseSchema> {
  const paths = new Set([...house.documents.keys()].map((path) => path.toLowerCase()));
  const merged = new Map(house.schemas);
  for (const [key, schema] of Object.entries(componentSchemas(vendor))) {
    const old = house.schemas.get(key);
    if (old?.isInline === true) {
      merged.set(key, { ...old, data: mergeNode(old.data, schema, "schema", known) });
    } else if (old !== undefined) {
      merged.set(key, { ...old, data: mergedSchemaDocument(old.data, schema, known) });
    } else if (isTaken(`schemas/${key}`) && canBeDocument(key, schema)) {
      const path = newDocumentPath(api, key, (candidate) => paths.has(candidate));
      paths.add(path);
      merged.set(key, { path, isInline: false, data: newSchemaDocument(key, schema) });
    } else if (isTaken(`schemas/${key}`)) {
      const data = mergeNode(undefined, schema, "schema", known);
      merged.set(key, { path: house.rootPath ?? "", isInline: true, data });
    }
  }
  return merged;
}

/** Of components that are gone upstream, those that nothing in the house leads to. */
function unneeded(
  root: JsonObject,
  schemas: ReadonlyMap<string, HouseSchema>,
  gone: ReadonlySet<string>,
): ReadonlySet<string> {
  if (gone.size === 0) return gone;
  const all = new Map([
    ...componentsOf(root),
    ...[...schemas].map(([key, { data }]): [string, Json] => [`schemas/${key}`, data]),
  ]);
  const stay = [...all].flatMap(([name, node]) => (gone.has(name) ? [] : [node]));
  const needed = reachedComponents([...operationRoots(root), ...stay], all);
  return new Set([...gone].filter((name) => !needed.has(name)));
}
