import { applyOverlay } from "../../contract/apply-overlay.ts";
import {
  componentSchemas,
  referencedKey,
  schemaPointer,
  schemaReference,
} from "../../contract/component-schemas.ts";
import { error, type Checked, type Diagnostic } from "../../diagnostics.ts";
import { appendPointer } from "../../source/json-pointer.ts";
import {
  isArray,
  isObject,
  own,
  ownArray,
  ownObject,
  ownString,
  withProperties,
  type Json,
  type JsonObject,
} from "../../source/json.ts";
import { mapNodesUp } from "../../source/openapi-shape.ts";
import type { SourceDocument } from "../../source/source-document.ts";

/** New key of a schema → the key that the vendor gives it. */
export type Renames = ReadonlyMap<string, string>;

/** What a repair says a component schema is to be called: `update: { x-sdkmill-key: … }`. */
const keyExtension = "x-sdkmill-key";

export interface Repaired {
  readonly document: JsonObject;
  readonly renames: Renames;
}

/**
 * Repairs the known faults of an upstream document: the actions of an overlay, one after the other. A
 * target that matches nothing is no fault, since the vendor may have mended it, or not have made it yet.
 * A schema that an action gives a `x-sdkmill-key` is called so from then on, and everything that refers to
 * it follows, unless there is a schema of that name already.
 *
 * @param document raised to OpenAPI 3.1
 */
export function repairUpstream(document: JsonObject, config: SourceDocument | undefined): Checked<Repaired> {
  const diagnostics = new Map<string, Diagnostic>();
  const renames = new Map<string, string>();
  let repaired = document;
  const root = isObject(config?.data) ? config.data : {};
  ownArray(root, "actions").forEach((action, index) => {
    if (config === undefined) return;
    // One at a time: the next action sees the schemas under their new names.
    const overlay = { ...config, data: withProperties(root, { actions: [action] }) };
    const applied = applyOverlay(repaired, overlay);
    for (const found of applied.diagnostics) {
      if (found.code === "overlay-no-match") continue;
      const diagnostic = atAction(found, index);
      diagnostics.set(JSON.stringify(diagnostic), diagnostic);
    }
    const place = { path: config.path, pointer: appendPointer("/actions", index) };
    repaired = renamed(applied.value.document, renames, (message, help) => {
      const diagnostic = error("upstream-config", message, help, place);
      diagnostics.set(JSON.stringify(diagnostic), diagnostic);
    });
  });
  return { value: { document: repaired, renames }, diagnostics: [...diagnostics.values()] };
}

/** A diagnostic of the only action of an overlay, at the place that this action has in the whole of it. */
function atAction(diagnostic: Diagnostic, index: number): Diagnostic {
  const { place } = diagnostic;
  if (place === undefined) return diagnostic;
  return {
    ...diagnostic,
    place: { ...place, pointer: place.pointer.replace(/^\/actions\/0(?=\/|$)/, `/actions/${index}`) },
  };
}

/** Gives every schema the name that it was just given. */
function renamed(
  document: JsonObject,
  renames: Map<string, string>,
  report: (message: string, help: string) => void,
): JsonObject {
  let result = document;
  for (const [key, schema] of Object.entries(componentSchemas(document))) {
    const name = own(schema, keyExtension);
    if (name === undefined || !isObject(schema)) continue;
    const clean = withProperties(schema, { [keyExtension]: undefined });
    if (typeof name !== "string" || !/^[A-Za-z0-9._-]+$/.test(name)) {
      report(`\`${keyExtension}\` is no name of a component.`, "Use A-Z, a-z, 0-9, `.`, `_` and `-`.");
      result = withSchemas(result, key, [[key, clean]]);
    } else if (own(componentSchemas(result), name) !== undefined) {
      // The vendor has caught up.
      result = withSchemas(result, key, [[key, clean]]);
    } else {
      renames.set(name, key);
      result = withReferences(withSchemas(result, key, [[name, clean]]), key, name);
    }
  }
  return result;
}

/** A document with other schemas in the place of one. */
function withSchemas(
  document: JsonObject,
  key: string,
  entries: readonly (readonly [string, Json])[],
): JsonObject {
  const schemas = Object.entries(componentSchemas(document)).flatMap((entry) =>
    entry[0] === key ? entries : [entry],
  );
  const components = withProperties(ownObject(document, "components"), {
    schemas: Object.fromEntries(schemas),
  });
  return withProperties(document, { components });
}

/** A document in which everything that refers to one schema refers to another name of it. */
function withReferences(document: JsonObject, from: string, to: string): JsonObject {
  const follow = (reference: string | undefined): string | undefined => {
    const rest = referencedKey(reference);
    if (rest === undefined) return undefined;
    const [key = "", ...steps] = rest.split("/");
    return key === appendPointer("", from).slice(1) ? [schemaReference(to), ...steps].join("/") : undefined;
  };
  const mapped = mapNodesUp({ node: document, kind: "document", pointer: "" }, ({ node, kind }) => {
    if (kind !== "schema" || !isObject(node)) return node;
    const reference = follow(ownString(node, "$ref"));
    const mapping = own(own(node, "discriminator"), "mapping");
    const changes = {
      ...(reference === undefined ? {} : { $ref: reference }),
      ...(isObject(mapping)
        ? { discriminator: withMapping(ownObject(node, "discriminator"), mapping, follow) }
        : {}),
    };
    return Object.keys(changes).length === 0 ? node : withProperties(node, changes);
  });
  return isObject(mapped) && !isArray(mapped) ? mapped : document;
}

function withMapping(
  discriminator: JsonObject,
  mapping: JsonObject,
  follow: (reference: string | undefined) => string | undefined,
): JsonObject {
  const entries = Object.entries(mapping).map(([value, target]): [string, Json] => [
    value,
    (typeof target === "string" ? follow(target) : undefined) ?? target,
  ]);
  return withProperties(discriminator, { mapping: Object.fromEntries(entries) });
}

/** Where the vendor has what the house has at a pointer of the contract. */
export function vendorPointer(renames: Renames, pointer: string): string {
  for (const [name, key] of renames) {
    const [ours, theirs] = [schemaPointer(name), schemaPointer(key)];
    if (pointer === ours || pointer.startsWith(`${ours}/`)) return theirs + pointer.slice(ours.length);
  }
  return pointer;
}
