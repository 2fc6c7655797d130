import { query } from "json-p3";
import { error, warning, type Checked, type Diagnostic, type Place } from "../diagnostics.ts";
import { appendPointer } from "../source/json-pointer.ts";
import { isArray, isObject, own, ownArray, ownString, type Json, type JsonObject } from "../source/json.ts";
import type { SourceDocument, SourceText } from "../source/source-document.ts";
import type { OverlayUpdate } from "./assemble.ts";
import { mayBeIn } from "./broken-documents.ts";

type Location = readonly (string | number)[];

/** A document after an overlay, and what the overlay put into it. */
export interface Overlaid {
  readonly document: JsonObject;
  readonly updates: readonly OverlayUpdate[];
}

/**
 * Applies the actions of an OpenAPI Overlay 1.0 document, one after the other.
 *
 * @param document the assembled document: what targets select from
 * @param overlay the overlay, as it was parsed
 * @param broken documents that could not be read; a target that may be in one of them is not missed
 * @see https://spec.openapis.org/overlay/v1.0.0.html#action-object
 */
export function applyOverlay(
  document: JsonObject,
  overlay: SourceDocument,
  broken: readonly SourceText[] = [],
): Checked<Overlaid> {
  const diagnostics: Diagnostic[] = [...checkOverlay(overlay)];
  const updates: OverlayUpdate[] = [];
  let value: Json = document;
  ownArray(overlay.data, "actions").forEach((action, index) => {
    const place = { path: overlay.path, pointer: appendPointer("/actions", index) };
    const applied = applyAction(value, action, place, broken);
    value = applied.value.document;
    updates.push(...applied.value.updates);
    diagnostics.push(...applied.diagnostics);
  });
  return { value: { document: isObject(value) ? value : document, updates }, diagnostics };
}

function checkOverlay({ path, data }: SourceDocument): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const version = ownString(data, "overlay");
  if (version === undefined || !/^1\.0\.\d+$/.test(version)) {
    const message = `${JSON.stringify(version ?? own(data, "overlay") ?? null)} is not a version of the Overlay specification that sdkmill reads.`;
    diagnostics.push(
      error("overlay-invalid", message, "Write `overlay: 1.0.0`.", { path, pointer: "/overlay" }),
    );
  }
  if (!isObject(own(data, "info")) || ownArray(data, "actions").length === 0) {
    const help = "An overlay has `overlay`, `info` and at least one entry in `actions`.";
    diagnostics.push(
      error("overlay-invalid", "`info` or `actions` is missing.", help, { path, pointer: "" }),
    );
  }
  return diagnostics;
}

interface Applied {
  readonly document: Json;
  readonly updates: readonly OverlayUpdate[];
}

function applyAction(
  document: Json,
  action: Json,
  place: Place,
  broken: readonly SourceText[],
): Checked<Applied> {
  const unchanged: Applied = { document, updates: [] };
  const fault = (diagnostic: Diagnostic): Checked<Applied> => ({
    value: unchanged,
    diagnostics: [diagnostic],
  });
  const target = ownString(action, "target");
  const update = own(action, "update");
  const remove = own(action, "remove") === true;
  if (target === undefined || (update === undefined && !remove)) {
    const help = "An action has a `target` and either `update` or `remove: true`.";
    return fault(error("overlay-invalid", "The action has no effect.", help, place));
  }

  const targetPlace = { ...place, pointer: appendPointer(place.pointer, "target") };
  const selected = select(document, target, targetPlace, broken);
  if (selected.value.length === 0) return { value: unchanged, diagnostics: selected.diagnostics };
  if (remove && selected.value.some((location) => location.length === 0)) {
    return fault(
      error("overlay-invalid", "The action removes the whole document.", "Aim at a part of it.", targetPlace),
    );
  }
  // The specification lets `remove` win over `update`.
  if (remove) {
    return {
      value: { document: lastFirst(selected.value).reduce(removeAt, document), updates: [] },
      diagnostics: [],
    };
  }

  const targets = selected.value.map((location) => at(document, location));
  if (update === undefined || targets.some((value) => !isObject(value) && !isArray(value))) {
    const message = `The target ${JSON.stringify(target)} selects something that is neither an object nor an array.`;
    const help = "Aim at the object that holds it, and give the property in `update`.";
    return fault(error("overlay-target-primitive", message, help, targetPlace));
  }
  const written = { ...place, pointer: appendPointer(place.pointer, "update") };
  if (targets.some(isObject) && !isObject(update)) {
    const help = "Give a mapping with the properties to set.";
    return fault(error("overlay-invalid", "The target is an object, but the update is none.", help, written));
  }
  return {
    value: {
      document: selected.value.reduce(
        (value, location) => replaceAt(value, location, (old) => merge(old, update)),
        document,
      ),
      updates: selected.value.flatMap((location) =>
        updatesAt(at(document, location), location, update, written),
      ),
    },
    diagnostics: [],
  };
}

/** What an update puts in at one place: an object into an object, or items behind those of a list. */
function updatesAt(
  target: Json | undefined,
  location: Location,
  update: Json,
  place: Place,
): readonly OverlayUpdate[] {
  const pointer = appendPointer("", ...location);
  if (!isArray(target)) return [{ pointer, value: update, place, isWhole: false }];
  const items = isArray(update) ? update : [update];
  return items.map((value, index) => ({
    pointer: appendPointer(pointer, target.length + index),
    value,
    place: isArray(update) ? { ...place, pointer: appendPointer(place.pointer, index) } : place,
    isWhole: true,
  }));
}

function select(
  document: Json,
  target: string,
  place: Place,
  broken: readonly SourceText[],
): Checked<readonly Location[]> {
  try {
    const locations = [...query(target, document as never)].map(({ location }) => location);
    // A list of selectors may select the same twice.
    const value = [
      ...new Map(locations.map((location) => [appendPointer("", ...location), location])).values(),
    ];
    if (value.length > 0 || mayBeIn(target, broken)) return { value, diagnostics: [] };
    const help = "Mend the target, or remove the action if the document has caught up with it.";
    return {
      value,
      diagnostics: [
        warning("overlay-no-match", `The target ${JSON.stringify(target)} matches nothing.`, help, place),
      ],
    };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const help = "Write the target as a JSONPath of RFC 9535.";
    return {
      value: [],
      diagnostics: [error("overlay-target-invalid", `The target is no JSONPath: ${reason}.`, help, place)],
    };
  }
}

function at(value: Json | undefined, [step, ...rest]: Location): Json | undefined {
  if (step === undefined) return value;
  return at(isArray(value) ? value[Number(step)] : own(value, String(step)), rest);
}

/** Deeper places before those that hold them, later items before earlier ones, so that none moves too early. */
function lastFirst(locations: readonly Location[]): readonly Location[] {
  return locations.toReversed().toSorted((a, b) => b.length - a.length || indexOrder(a.at(-1), b.at(-1)));
}

function indexOrder(a: string | number | undefined, b: string | number | undefined): number {
  return typeof a === "number" && typeof b === "number" ? b - a : 0;
}

function removeAt(value: Json, location: Location): Json {
  const last = location.at(-1);
  if (last === undefined) return value;
  return replaceAt(value, location.slice(0, -1), (parent) => {
    if (isArray(parent)) return parent.filter((_, index) => index !== last);
    return isObject(parent)
      ? Object.fromEntries(Object.entries(parent).filter(([key]) => key !== last))
      : parent;
  });
}

/** A copy of a value in which what stands at a location is replaced; everything beside the way is shared. */
function replaceAt(value: Json, [step, ...rest]: Location, replace: (old: Json) => Json): Json {
  if (step === undefined) return replace(value);
  if (isArray(value))
    return value.map((item, index) => (index === step ? replaceAt(item, rest, replace) : item));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === step ? replaceAt(item, rest, replace) : item]),
  );
}

/** An array is appended to; objects are merged property by property, at every depth; what else stands in them is replaced. */
function merge(target: Json, update: Json): Json {
  if (isArray(target)) return [...target, ...(isArray(update) ? update : [update])];
  if (!isObject(target) || !isObject(update)) return update;
  const entries = new Map(Object.entries(target));
  for (const [key, value] of Object.entries(update)) {
    const old = entries.get(key);
    entries.set(key, isObject(old) && isObject(value) ? merge(old, value) : value);
  }
  return Object.fromEntries(entries);
}
