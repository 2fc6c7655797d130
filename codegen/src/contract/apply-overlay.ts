import { query } from "json-p3";
import { error, warning, type Checked, type Diagnostic, type Place } from "../diagnostics.ts";
import { appendPointer } from "../source/json-pointer.ts";
import { isArray, isObject, own, ownArray, ownString, type Json, type JsonObject } from "../source/json.ts";
import type { SourceDocument } from "../source/source-document.ts";
import type { OverlayUpdate } from "./assemble.ts";

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
 * @see https://spec.openapis.org/overlay/v1.0.0.html#action-object
 */
export function applyOverlay(document: JsonObject, overlay: SourceDocument): Checked<Overlaid> {
  const diagnostics: Diagnostic[] = [...checkOverlay(overlay)];
  const updates: OverlayUpdate[] = [];
  let value: Json = document;
  ownArray(overlay.data, "actions").forEach((action, index) => {
    const place = { path: overlay.path, pointer: appendPointer("/actions", index) };
    const applied = applyAction(value, action, place);
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

function applyAction(document: Json, action: Json, place: Place): Checked<Applied> {
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
  const selected = select(document, target, targetPlace);
  if (selected.value.length === 0) return { value: unchanged, diagnostics: selected.diagnostics };
  // The specification lets `remove` win over `update`.
  if (remove) {
    return {
      value: { document: lastFirst(selected.value).reduce(removeAt, document), updates: [] },
      diagnostics: [],
    };
  }

  const primitive = selected.value.find((location) => !isCollection(at(document, location)));
  if (primitive !== undefined || update === undefined) {
    const message = `The target ${JSON.stringify(target)} selects something that is neither an object nor an array.`;
    const help = "Aim at the object that holds it, and give the property in `update`.";
    return fault(error("overlay-target-primitive", message, help, targetPlace));
  }
  const written = { ...place, pointer: appendPointer(place.pointer, "update") };
  return {
    value: {
      document: selected.value.reduce(
        (value, location) => replaceAt(value, location, (old) => merge(old, update)),
        document,
      ),
      updates: selected.value.map((location) => ({
        pointer: appendPointer("", ...location),
        value: update,
        place: written,
      })),
    },
    diagnostics: [],
  };
}

function select(document: Json, target: string, place: Place): Checked<readonly Location[]> {
  try {
    const value = [...query(target, document as never)].map(({ location }) => location);
    if (value.length > 0) return { value, diagnostics: [] };
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

function isCollection(value: Json | undefined): boolean {
  return isObject(value) || isArray(value);
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

/** Objects are merged property by property, arrays appended to, everything else replaced. */
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
