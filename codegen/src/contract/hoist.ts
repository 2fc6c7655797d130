import { appendPointer, pointerTokens, resolvePointer } from "../source/json-pointer.ts";
import {
  isObject,
  ownObject,
  ownString,
  withProperties,
  type Json,
  type JsonObject,
} from "../source/json.ts";
import { mapNodesUp, walkNodes, type DocumentNode } from "../source/openapi-shape.ts";
import type { Assembled, SchemaOrigin } from "./assemble.ts";
import { componentSchemas, schemaPointer, schemaReference, schemaSteps } from "./component-schemas.ts";
import { anchorsMark } from "./dynamic-references.ts";

const componentPointer = /^\/components\/schemas\/[^/]+$/;

/** Steps that lead to a schema without saying what it is. */
const structuralSteps = new Set(["components", "schemas", "properties", "$defs", "definitions"]);

/** Keywords that have done their work once every reference is a pointer to a component. */
const spent = Object.fromEntries(
  ["$id", "$anchor", "$schema", "$dynamicAnchor", anchorsMark, "$defs", "definitions"].map((keyword) => [
    keyword,
    undefined,
  ]),
);

const referenceKeywords = ["$ref", "$dynamicRef"];

/** A document in which every schema that has to be one is a component. */
export interface Hoisted {
  readonly assembled: Assembled;
  /** Where the schema of each component stood before → its key. */
  readonly keys: ReadonlyMap<string, string>;
}

/**
 * Makes a component of every schema in `$defs` and of every other schema that a reference points at,
 * with a reference left in its place.
 *
 * @param places of further schemas that have to be components
 */
export function hoist(assembled: Assembled, places: ReadonlySet<string>): Hoisted {
  const root: DocumentNode = { node: assembled.document, kind: "document", pointer: "" };
  const keys = keysToHoist(root, places);
  const hoisted = new Map<string, Json>();

  const document = mapNodesUp(root, ({ node, kind, pointer }) => {
    if (kind !== "schema" || !isObject(node)) return kind === "schema" ? keep(node, pointer) : node;
    const moved = referenceKeywords.flatMap((keyword) => {
      const key = keys.get(ownString(node, keyword)?.slice(1) ?? "");
      return key === undefined ? [] : [[keyword, schemaReference(key)]];
    });
    return keep(withProperties(node, { ...spent, ...Object.fromEntries(moved) }), pointer);
  }) as JsonObject;

  function keep(node: Json, pointer: string): Json {
    const key = keys.get(pointer);
    if (key === undefined) return node;
    hoisted.set(key, node);
    return { $ref: schemaReference(key) };
  }

  const components = ownObject(document, "components");
  const schemas = { ...ownObject(components, "schemas"), ...Object.fromEntries(hoisted) };
  const before = Object.keys(componentSchemas(root.node)).map((key) => [schemaPointer(key), key] as const);
  return {
    assembled: {
      ...assembled,
      document: withProperties(document, { components: withProperties(components, { schemas }) }),
      origins: new Map([...assembled.origins, ...hoistedOrigins(assembled, keys)]),
    },
    keys: new Map([...before, ...keys]),
  };
}

/** Pointer of each schema that has to become a component → the key that it gets. */
function keysToHoist(root: DocumentNode, places: ReadonlySet<string>): ReadonlyMap<string, string> {
  const pointers = new Set(places);
  walkNodes(root, ({ node, kind, pointer }) => {
    if (kind !== "schema") return;
    for (const keyword of referenceKeywords) {
      const reference = ownString(node, keyword)?.slice(1);
      if (reference !== undefined && resolvePointer(root.node, reference) !== undefined)
        pointers.add(reference);
    }
    for (const keyword of ["$defs", "definitions"]) {
      for (const name of Object.keys(ownObject(node, keyword)))
        pointers.add(appendPointer(pointer, keyword, name));
    }
  });
  const taken = new Set(Object.keys(componentSchemas(root.node)));
  const keys = new Map<string, string>();
  for (const pointer of [...pointers].filter((candidate) => !componentPointer.test(candidate)).toSorted()) {
    const steps = pointerTokens(pointer) ?? [];
    const short = slug(steps.filter((step) => !structuralSteps.has(step)));
    const key = freeKey([short, slug(steps)], taken);
    taken.add(key);
    keys.set(pointer, key);
  }
  return keys;
}

/** The first candidate that is free, or the last one with a number. Pointers come in order, so this does not depend on theirs. */
function freeKey(candidates: readonly string[], taken: ReadonlySet<string>): string {
  const free = candidates.find((candidate) => !taken.has(candidate));
  if (free !== undefined) return free;
  let number = 2;
  while (taken.has(`${candidates.at(-1)}.${number}`)) number += 1;
  return `${candidates.at(-1)}.${number}`;
}

function slug(steps: readonly string[]): string {
  return steps.map((step) => step.replaceAll(/[^A-Za-z0-9_-]+/g, "_")).join(".");
}

function hoistedOrigins(
  { origins, rootPath }: Assembled,
  keys: ReadonlyMap<string, string>,
): readonly [string, SchemaOrigin][] {
  return [...keys].map(([pointer, key]) => {
    const inside = schemaSteps(pointer);
    const origin = inside === undefined ? undefined : origins.get(inside.key);
    const steps =
      inside === undefined || origin === undefined ? (pointerTokens(pointer) ?? []) : inside.steps;
    const written =
      origin === undefined
        ? { path: rootPath ?? "", pointer }
        : { path: origin.path, pointer: appendPointer(origin.pointer, ...steps) };
    return [
      key,
      {
        key,
        title: key,
        ...written,
        within: { key: origin?.key, steps: steps.filter((step) => !structuralSteps.has(step)), pointer },
      },
    ];
  });
}
