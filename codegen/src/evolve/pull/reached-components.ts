import { pointerTokens } from "../../source/json-pointer.ts";
import {
  isArray,
  isObject,
  own,
  ownArray,
  ownObject,
  ownString,
  type Json,
  type JsonObject,
} from "../../source/json.ts";

/** All components of a document by section and name: `schemas/Pet`, `responses/Error`. */
export type Components = ReadonlyMap<string, Json>;

export function componentsOf(document: Json | undefined): Components {
  return new Map(
    Object.entries(ownObject(document, "components")).flatMap(([section, entries]) =>
      section.startsWith("x-") || !isObject(entries)
        ? []
        : Object.entries(entries).map(([name, node]): [string, Json] => [`${section}/${name}`, node]),
    ),
  );
}

/**
 * The components that something leads to, over any number of references. A schema with a discriminator
 * leads to those that are made of it, since their names stand in data alone (OpenAPI 3.1, section 4.8.25).
 *
 * @param roots where to begin
 */
export function reachedComponents(roots: readonly Json[], components: Components): ReadonlySet<string> {
  const madeOf = heirs(components);
  const reached = new Set<string>();
  const pending: string[] = [];
  const follow = (node: Json): void => {
    for (const reference of referencesIn(node)) {
      // Names of anchors and of resources may lead to any of them.
      if (reference === undefined) pending.push(...components.keys());
      else pending.push(reference);
    }
  };
  roots.forEach(follow);
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const node = components.get(name);
    if (node === undefined || reached.has(name)) continue;
    reached.add(name);
    follow(node);
    if (own(node, "discriminator") !== undefined) pending.push(...(madeOf.get(name) ?? []));
  }
  return reached;
}

/** By the name of a schema, the schemas that have it in their `allOf`. */
function heirs(components: Components): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [name, node] of components)
    for (const part of ownArray(node, "allOf")) {
      const parent = targetOf(ownString(part, "$ref") ?? "");
      if (parent !== undefined) found.set(parent, [...(found.get(parent) ?? []), name]);
    }
  return found;
}

/** What a node refers to; undefined for a reference that is no pointer into the document. */
function referencesIn(node: Json): ReadonlySet<string | undefined> {
  const found = new Set<string | undefined>();
  const walk = (value: Json): void => {
    if (isArray(value)) return value.forEach(walk);
    if (!isObject(value)) return;
    for (const [key, item] of Object.entries(value)) {
      if ((key === "$ref" || key === "$dynamicRef") && typeof item === "string") {
        if (!item.startsWith("#/") || item.startsWith("#/components/")) found.add(targetOf(item));
      } else if (key === "security" && isArray(item)) {
        for (const name of item.filter(isObject).flatMap(Object.keys)) found.add(`securitySchemes/${name}`);
      } else {
        if (key === "discriminator") for (const name of mappedNames(item)) found.add(name);
        walk(item);
      }
    }
  };
  walk(node);
  return found;
}

function targetOf(reference: string): string | undefined {
  const [components, section, name] = pointerTokens(reference.replace(/^#/, "")) ?? [];
  return components === "components" && name !== undefined ? `${section}/${decoded(name)}` : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What a discriminator maps to: references, or names of schemas. */
function mappedNames(discriminator: Json): readonly string[] {
  return Object.values(ownObject(discriminator, "mapping")).flatMap((value) => {
    if (typeof value !== "string") return [];
    return [targetOf(value) ?? `schemas/${value}`];
  });
}

/** What the operations of a document, and those that call back, can lead to. */
export function operationRoots(document: JsonObject): readonly Json[] {
  const security = own(document, "security");
  return [
    ...["paths", "webhooks"].flatMap((section) => Object.values(ownObject(document, section))),
    ...(security === undefined ? [] : [{ security }]),
  ];
}
