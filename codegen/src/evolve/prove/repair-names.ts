import { load } from "js-yaml";
import type { Diagnostic } from "../../diagnostics.ts";
import { jsonPath } from "../../contract/overlay-action.ts";
import { pointerTokens, resolvePointer } from "../../source/json-pointer.ts";
import { isObject, ownString, type JsonObject } from "../../source/json.ts";
import type { SourceDocument } from "../../source/source-document.ts";

/** What makes a contract fit for a generator that nobody has gone over yet. */
export interface NameRepair {
  /** An action of an overlay. */
  readonly action: JsonObject;
  /** Where in its document stands what it is for. */
  readonly pointer: string;
}

/** The repairs that diagnostics propose themselves, and new operationIds for those that several operations have. */
export function nameRepairs(
  diagnostics: readonly Diagnostic[],
  documents: readonly SourceDocument[],
): readonly NameRepair[] {
  return diagnostics.flatMap(({ code, help, place }): readonly NameRepair[] => {
    if (place === undefined) return [];
    if (code === "name-collision") {
      const action = proposedAction(help);
      return action === undefined ? [] : [{ action, pointer: place.pointer }];
    }
    if (code !== "operation-id-duplicate") return [];
    const document = documents.find(({ path }) => path === place.path);
    const operationId = resolvePointer(document?.data ?? {}, place.pointer);
    const [paths, path, method] = pointerTokens(place.pointer) ?? [];
    if (typeof operationId !== "string" || paths !== "paths") return [];
    // Names are made of the last part of it, which stays.
    const update = { operationId: `${method}:${path}:${operationId}` };
    const pointer = place.pointer.replace(/\/operationId$/, "");
    return [{ action: { target: jsonPath(pointer), update }, pointer }];
  });
}

/** The overlay action that a diagnostic writes out. */
function proposedAction(help: string): JsonObject | undefined {
  const [, text] = /`- (\{ target: .+ \})`\.$/.exec(help) ?? [];
  if (text === undefined) return undefined;
  const action: unknown = load(text);
  return isObject(action) && ownString(action, "target") !== undefined ? action : undefined;
}

/** Repairs as an overlay; none if there is nothing to repair. */
export function repairOverlay(repairs: readonly NameRepair[]): readonly SourceDocument[] {
  if (repairs.length === 0) return [];
  const data = {
    overlay: "1.0.0",
    info: { title: "Names", version: "1" },
    actions: repairs.map(({ action }) => action),
  };
  const text = JSON.stringify(data, null, 2);
  return [{ path: "repaired-names.json", text, syntax: "json", kind: "overlay", data }];
}

/** Repairs of the new revision: what the old one has to mend at the same place is mended as there. */
export function alikeRepairs(
  repairs: readonly NameRepair[],
  earlier: readonly NameRepair[],
): readonly NameRepair[] {
  return repairs.map((repair) => earlier.find(({ pointer }) => pointer === repair.pointer) ?? repair);
}
