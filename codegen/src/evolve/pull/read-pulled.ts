import { schemaPointer } from "../../contract/component-schemas.ts";
import { readLock } from "../../contract/name-lock.ts";
import { writtenPointer } from "../../contract/raise-moves.ts";
import { readContract } from "../../contract/read-contract.ts";
import type { Checked, Diagnostic } from "../../diagnostics.ts";
import { resolvePointer } from "../../source/json-pointer.ts";
import type { JsonObject } from "../../source/json.ts";
import { parse } from "../../source/parse.ts";
import type { SourceDocument, SourceText } from "../../source/source-document.ts";
import { mendFaults, withActions } from "./mend-faults.ts";
import type { MergedHouse } from "./merge-contract.ts";
import { printDocument } from "./print-house.ts";
import type { Upstream } from "./read-upstream.ts";
import { vendorPointer } from "./repair-upstream.ts";

/** Texts of files by path; undefined for one that goes. */
export type ChangedFiles = ReadonlyMap<string, string | undefined>;

/** A house that is about to be written. */
export interface PulledHouse {
  readonly api: string;
  /** How messages call its folder. */
  readonly label: string;
  /** Documents of the folder before the pull. */
  readonly documents: readonly SourceDocument[];
  /** Text of `names.lock.json`. */
  readonly names: string | undefined;
  readonly upstream: Upstream;
  readonly merged: MergedHouse;
  readonly files: ChangedFiles;
}

export interface ReadPulled {
  /** The files, and the overlay if something had to be mended. */
  readonly files: ChangedFiles;
  /** Actions that were added to it. */
  readonly repairs: readonly JsonObject[];
  /** What the places of diagnostics are in. */
  readonly texts: readonly SourceText[];
}

/** Faults of names may come out from under others; more rounds than this mean that actions mend nothing. */
const MAX_ROUNDS = 5;

const overlayPaths = ["overlay.yaml", "overlay.yml", "overlay.json"];

/**
 * Reads a house from the very texts that are to be written, and mends by the overlay what can be mended,
 * until nothing of it is left. Errors are told at their places in the upstream document.
 */
export function readPulled(house: PulledHouse): Checked<ReadPulled> {
  const { api, label, documents, names, upstream } = house;
  const overlays = new Set(documents.flatMap(({ kind, path }) => (kind === "overlay" ? [path] : [])));
  const overlayPath = overlayPaths.find((path) => overlays.has(path)) ?? "overlay.yaml";
  const overlay = documents.find(({ path }) => path === overlayPath);
  const lock = readLock(names).value;
  const repairs: JsonObject[] = [];
  for (let round = 1; ; round += 1) {
    const files = new Map(house.files);
    if (repairs.length > 0)
      files.set(overlayPath, printDocument(overlay, overlayPath, withActions(api, overlay?.data, repairs)));
    const changed = parse(
      [...files].flatMap(([path, text]) =>
        text === undefined ? [] : [{ path, bytes: new TextEncoder().encode(text) }],
      ),
    );
    const unchanged = documents.filter(({ path }) => !files.has(path));
    const contract = readContract({ name: api, label }, [...unchanged, ...changed.value.documents], names);
    const found = [...changed.diagnostics, ...contract.diagnostics];
    const more = round < MAX_ROUNDS ? mendFaults(contract.value, found, lock, overlays) : [];
    if (more.length === 0) {
      // Of warnings `validate` tells, whenever it is asked; they are no news of this pull.
      const errors = found.filter(({ severity }) => severity === "error");
      const texts = [upstream.text, ...changed.value.texts, ...unchanged];
      return {
        value: { files, repairs, texts },
        diagnostics: errors.map((diagnostic) => atUpstream(diagnostic, house)),
      };
    }
    repairs.push(...more);
  }
}

/** A diagnostic of a file that is not written yet, at the place in the upstream document that it came from. */
function atUpstream(diagnostic: Diagnostic, { upstream, merged, files }: PulledHouse): Diagnostic {
  const { place } = diagnostic;
  if (place === undefined || !files.has(place.path)) return diagnostic;
  const [key] =
    [...merged.schemas].find(([, schema]) => !schema.isInline && schema.path === place.path) ?? [];
  const pointer = key === undefined ? place.pointer : schemaPointer(key) + place.pointer;
  if (resolvePointer(upstream.document, pointer) === undefined) return diagnostic;
  const { text, moves, renames } = upstream;
  const written = vendorPointer(renames, pointer);
  return {
    ...diagnostic,
    place: { path: text.path, pointer: moves === undefined ? written : writtenPointer(moves, written) },
  };
}
