import leven from "leven";
import { error, type Checked, type Diagnostic } from "../diagnostics.ts";
import { appendPointer, pointerTokens, resolvePointer } from "../source/json-pointer.ts";
import { isObject, ownString, type Json, type JsonObject } from "../source/json.ts";
import { mapNodesUp, walkNodes, type DocumentNode, type NodeKind } from "../source/openapi-shape.ts";
import type { Assembled } from "./assemble.ts";
import { mayBeIn } from "./broken-documents.ts";
import { componentSchemas, schemaReference } from "./component-schemas.ts";
import {
  componentAnchors,
  dynamicName,
  dynamicNames,
  dynamicPlaces,
  markedAnchors,
  markedName,
  withTargets,
  type DynamicAnchors,
  type ReferenceTargets,
} from "./dynamic-references.ts";
import { hoist } from "./hoist.ts";
import { placeOf } from "./place.ts";
import { movedPointer } from "./raise-references.ts";
import { indexResources, resolveUri, type Resources } from "./resources.ts";

/** An assembled document in which every reference leads to a component. */
export interface Linked extends Assembled {
  readonly dynamicAnchors: DynamicAnchors;
}

/**
 * Makes every `$ref` an absolute pointer into the assembled document that exists, and every schema that
 * is referred to a component of its own: `#/components/schemas/X`. Nothing is inlined, so the data has
 * no cycles. A `$dynamicRef` becomes a `$ref`, or if it can lead to several places, such a pointer to the
 * one that it names. All dangling references are reported, each with the nearest existing name.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3
 */
export function link(assembled: Assembled): Checked<Linked> {
  const root: DocumentNode = { node: assembled.document, kind: "document", pointer: "" };
  const resources = indexResources(assembled);
  const marked = markedAnchors(assembled.document);
  const resolved = resolveReferences(assembled, resources, marked);
  const targets = resolved.value;
  const names = new Set([
    ...dynamicNames(resources, targets.values()),
    ...[...marked.values()].flatMap(Object.keys),
  ]);

  const document = mapNodesUp(root, ({ node, pointer }) => {
    const own = targets.get(pointer);
    return own === undefined || !isObject(node) ? node : withTargets(node, own, names);
  }) as JsonObject;
  const hoisted = hoist({ ...assembled, document }, dynamicPlaces(resources, names));
  const dynamicAnchors = new Map([...componentAnchors(resources, names, hoisted.keys), ...marked]);
  return {
    value: { ...hoisted.assembled, dynamicAnchors },
    diagnostics: [...resources.diagnostics, ...resolved.diagnostics],
  };
}

/** What every reference resolves to, by the place of the node that has it. */
function resolveReferences(
  assembled: Assembled,
  resources: Resources,
  marked: DynamicAnchors,
): Checked<ReadonlyMap<string, ReferenceTargets>> {
  const root: DocumentNode = { node: assembled.document, kind: "document", pointer: "" };
  const kinds = new Map<string, NodeKind>();
  walkNodes(root, ({ pointer, kind }) => void kinds.set(pointer, kind));

  const targets = new Map<string, ReferenceTargets>();
  const diagnostics: Diagnostic[] = [];
  const resolve = (node: DocumentNode, keyword: "$ref" | "$dynamicRef"): void => {
    const reference = ownString(node.node, keyword);
    if (reference === undefined) return;
    const found = resolveReference(assembled, resources, node, reference);
    const report = (fault: Diagnostic): void => {
      // Looked for only now: it goes through every update of the overlays.
      diagnostics.push({ ...fault, place: placeOf(assembled, appendPointer(node.pointer, keyword)) });
    };
    if ("diagnostic" in found && isExcused(assembled, reference, found.diagnostic)) return;
    if ("diagnostic" in found) report(found.diagnostic);
    else if (kinds.get(found.pointer) === node.kind) {
      const name =
        keyword === "$ref"
          ? undefined
          : (dynamicName(assembled.document, fragmentOf(reference), found.pointer) ??
            markedName(marked, reference));
      targets.set(node.pointer, { ...targets.get(node.pointer), [keyword]: { ...found, name } });
    } else {
      report(dangling(assembled, reference, `there is no ${node.kind} at that place`));
    }
  };
  walkNodes(root, (node) => {
    resolve(node, "$ref");
    if (node.kind === "schema") resolve(node, "$dynamicRef");
  });
  return { value: targets, diagnostics };
}

function fragmentOf(reference: string): string | undefined {
  const start = reference.indexOf("#");
  return start === -1 ? undefined : decode(reference.slice(start + 1));
}

/** A reference to a document that could not be read is no fault of its own. */
function isExcused({ broken }: Assembled, reference: string, { code }: Diagnostic): boolean {
  return code === "reference-dangling" && mayBeIn(reference.replace(/\.(json|ya?ml)$/i, ""), broken);
}

type Resolution = { readonly pointer: string } | { readonly diagnostic: Diagnostic };

function resolveReference(
  assembled: Assembled,
  { pointers, bases }: Resources,
  { pointer }: DocumentNode,
  reference: string,
): Resolution {
  // The house's own form: `#/components/…` means the contract, from whichever document it is said.
  const direct = reference.startsWith("#/components/") ? decode(reference.slice(1)) : undefined;
  if (direct !== undefined) return check(assembled, reference, movedPointer(assembled, "", direct));

  const uri = resolveUri(reference, bases.get(pointer) ?? "");
  if (uri === undefined) return { diagnostic: dangling(assembled, reference, "it is no URI reference") };
  const fragment = decode(uri.hash.slice(1));
  uri.hash = "";
  const resource = pointers.get(uri.href);
  if (resource === undefined) {
    return {
      diagnostic:
        uri.protocol === "sdkmill:"
          ? dangling(assembled, reference, "the source has no such document")
          : external(reference),
    };
  }
  if (fragment === undefined) return { diagnostic: dangling(assembled, reference, "its fragment is broken") };
  if (fragment === "" || fragment.startsWith("/"))
    return check(assembled, reference, movedPointer(assembled, resource, fragment));
  const anchored = pointers.get(`${uri.href}#${fragment}`);
  return anchored === undefined
    ? { diagnostic: dangling(assembled, reference, "there is no such anchor") }
    : { pointer: anchored };
}

function check(assembled: Assembled, reference: string, pointer: string): Resolution {
  const exists = resolvePointer(assembled.document, pointer) !== undefined;
  return exists ? { pointer } : { diagnostic: dangling(assembled, reference, "nothing is there") };
}

function decode(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
}

function external(reference: string): Diagnostic {
  return error(
    "reference-external",
    `${JSON.stringify(reference)} points outside of the source.`,
    "Put the document into the source and refer to it there: sdkmill reads nothing else and asks no network.",
  );
}

function dangling({ document }: Assembled, reference: string, reason: string): Diagnostic {
  const nearest = nearestSchema(document, reference);
  return error(
    "reference-dangling",
    `${JSON.stringify(reference)} can not be resolved: ${reason}.`,
    nearest === undefined
      ? "Mend the reference, or add what it points at."
      : `Did you mean ${JSON.stringify(nearest)}?`,
  );
}

function nearestSchema(document: Json, reference: string): string | undefined {
  const wanted = pointerTokens(reference.slice(reference.indexOf("#") + 1))?.at(-1) ?? reference;
  const keys = Object.keys(componentSchemas(document));
  const ranked = keys
    .map((key) => ({ key, distance: leven(wanted, key) }))
    .toSorted((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best !== undefined && best.distance <= wanted.length / 2 ? schemaReference(best.key) : undefined;
}
