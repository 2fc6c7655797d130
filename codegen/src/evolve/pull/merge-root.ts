import { isObject, own, ownObject, withProperties, type Json, type JsonObject } from "../../source/json.ts";
import type { KnownTexts } from "./human-texts.ts";
import type { House } from "./house.ts";
import { mergeNode } from "./merge-node.ts";
import { operationsOf } from "./operations-of.ts";

/** What is to be in the root besides what the vendor has. */
export interface RootChoices {
  /** Whether a component of the vendor's is taken over: `responses/Error`. */
  readonly isTaken: (name: string) => boolean;
  /** Component schemas that stand in the root, merged. */
  readonly inline: JsonObject;
  /** Whether an operation came from upstream. */
  readonly isUpstream: (id: string) => boolean;
}

/** The root, merged with the vendor's to which everything was added that the house is to keep. */
export function mergeRoot(
  { root: house, rootPath }: House,
  vendor: JsonObject,
  known: KnownTexts,
  { isTaken, inline, isUpstream }: RootChoices,
): JsonObject {
  const wanted = withProperties(vendor, {
    openapi: own(house, "openapi") ?? "3.1.0",
    jsonSchemaDialect: own(vendor, "jsonSchemaDialect") ?? own(house, "jsonSchemaDialect"),
    $self: own(house, "$self"),
    info: own(vendor, "info") ?? own(house, "info"),
    paths: withKept(house, vendor, "paths", isUpstream),
    webhooks: withKept(house, vendor, "webhooks", isUpstream),
    components: componentsToHave(house, vendor, isTaken, inline),
  });
  const merged = mergeNode(rootPath === undefined ? undefined : house, wanted, "document", known);
  return isObject(merged) ? merged : wanted;
}

/** The vendor's operations, and those of the house that did not come from upstream. */
function withKept(
  house: JsonObject,
  vendor: JsonObject,
  section: "paths" | "webhooks",
  isUpstream: (id: string) => boolean,
): Json | undefined {
  const items = new Map(Object.entries(ownObject(vendor, section)));
  for (const { id, path, method, node } of operationsOf(house).values()) {
    const item = items.get(path);
    const isOfSection = own(ownObject(house, section), path) !== undefined;
    if (!isOfSection || isUpstream(id) || own(item, method) !== undefined) continue;
    items.set(
      path,
      withProperties(isObject(item) ? item : sharedParts(house, section, path), { [method]: node }),
    );
  }
  return own(vendor, section) === undefined && items.size === 0 ? undefined : Object.fromEntries(items);
}

/** A path item without its operations. */
function sharedParts(house: JsonObject, section: "paths" | "webhooks", path: string): JsonObject {
  const methods = [...operationsOf({ [section]: ownObject(house, section) }).values()].filter(
    (operation) => operation.path === path,
  );
  return withProperties(
    ownObject(ownObject(house, section), path),
    Object.fromEntries(methods.map(({ method }) => [method, undefined])),
  );
}

function componentsToHave(
  house: JsonObject,
  vendor: JsonObject,
  isTaken: (name: string) => boolean,
  inline: JsonObject,
): JsonObject | undefined {
  const [ours, theirs] = [ownObject(house, "components"), ownObject(vendor, "components")];
  const sections = new Map<string, JsonObject>();
  for (const section of new Set([...Object.keys(theirs), ...Object.keys(ours)])) {
    if (section === "schemas" || section.startsWith("x-")) continue;
    const taken = Object.entries(ownObject(theirs, section)).filter(([name]) =>
      isTaken(`${section}/${name}`),
    );
    const entries = withProperties(ownObject(ours, section), Object.fromEntries(taken));
    if (Object.keys(entries).length > 0 || own(ours, section) !== undefined) sections.set(section, entries);
  }
  if (Object.keys(inline).length > 0 || own(ours, "schemas") !== undefined) sections.set("schemas", inline);
  return sections.size === 0 && own(house, "components") === undefined
    ? undefined
    : Object.fromEntries(sections);
}

/** A root without some components; sections that become empty go with them. */
export function withoutComponents(root: JsonObject, lost: ReadonlySet<string>): JsonObject {
  const components = own(root, "components");
  if (lost.size === 0 || !isObject(components)) return root;
  const left = Object.entries(components).flatMap(
    ([section, entries]): readonly (readonly [string, Json])[] => {
      if (!isObject(entries)) return [[section, entries]];
      const stay = Object.entries(entries).filter(([name]) => !lost.has(`${section}/${name}`));
      if (stay.length === Object.keys(entries).length) return [[section, entries]];
      return stay.length === 0 ? [] : [[section, Object.fromEntries(stay)]];
    },
  );
  return withProperties(root, { components: left.length === 0 ? undefined : Object.fromEntries(left) });
}
