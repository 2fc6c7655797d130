import { error, type Diagnostic, type Place } from "../diagnostics.ts";
import { resolvePointer } from "../source/json-pointer.ts";
import type { Assembled } from "./assemble.ts";
import { schemaPointer } from "./component-schemas.ts";
import { shapeFaults } from "./raise-meta-schemas.ts";
import type { RaisedDocuments, WrittenSchema } from "./raise-documents.ts";
import { raisedPointer, writtenPointer } from "./raise-moves.ts";

/**
 * Holds schemas of older drafts, as they were written, against the meta-schema of their own draft.
 *
 * @param assembled the raised documents as one, as overlays found it
 * @param overlaid the same as overlays left it: what they mended is no fault any more
 */
export function checkWritten(
  { written, moves }: RaisedDocuments,
  assembled: Assembled,
  overlaid: Assembled,
): readonly Diagnostic[] {
  return written.flatMap((schema) => {
    const { path, pointer, dialect } = schema;
    // What a part of the vocabularies leaves of a draft has no meta-schema that sdkmill knows.
    if (dialect.draft === "2020-12" || dialect.vocabularies !== undefined) return [];
    const faults = shapeFaults(dialect.draft, schema.schema);
    const inside = faults.length === 0 ? [] : written.filter((other) => isInside(other, schema));
    return faults
      .map((fault) => ({ ...fault, pointer: pointer + fault.pointer }))
      .filter((fault) => !inside.some((other) => isAtOrBelow(fault.pointer, other.pointer)))
      .filter((fault) => {
        const moved = moves.get(path);
        const raised = moved === undefined ? fault.pointer : raisedPointer(moved, fault.pointer);
        const at = assembledPointer(assembled, path, raised);
        return resolvePointer(assembled.document, at) === resolvePointer(overlaid.document, at);
      })
      .map((fault) => {
        const help = `Mend the value: ${dialect.name} does not allow it here.`;
        return error("schema-shape", fault.message, help, { path, pointer: fault.pointer });
      });
  });
}

/**
 * Diagnostics of the raised documents, at the places where their words were written. What the meta-schema of
 * the older draft said of a place is not said again by that of 2020-12.
 */
export function placedAsWritten(
  diagnostics: readonly Diagnostic[],
  moves: RaisedDocuments["moves"],
  said: readonly Diagnostic[],
): readonly Diagnostic[] {
  const saidAt = new Set(said.map(placeKey));
  return diagnostics
    .map((diagnostic) => {
      const { place } = diagnostic;
      return place === undefined ? diagnostic : { ...diagnostic, place: placeAsWritten(place, moves) };
    })
    .filter((diagnostic) => diagnostic.code !== "schema-shape" || !saidAt.has(placeKey(diagnostic)));
}

/** Where the words at a place of a raised document were written. */
export function placeAsWritten(place: Place, moves: RaisedDocuments["moves"]): Place {
  const moved = moves.get(place.path);
  return moved === undefined ? place : { ...place, pointer: writtenPointer(moved, place.pointer) };
}

function placeKey({ place }: Diagnostic): string {
  return JSON.stringify([place?.path, place?.pointer]);
}

/** Whether a schema is in another dialect inside of a schema: the outer one's meta-schema has no say there. */
function isInside(other: WrittenSchema, { path, pointer }: WrittenSchema): boolean {
  return other.path === path && other.pointer !== pointer && isAtOrBelow(other.pointer, pointer);
}

function isAtOrBelow(pointer: string, above: string): boolean {
  return pointer === above || pointer.startsWith(`${above}/`);
}

/** Where a place of a raised document is among all of them. */
function assembledPointer({ origins, rootPath }: Assembled, path: string, pointer: string): string {
  if (path === rootPath) return pointer;
  const origin = [...origins.values()].find((candidate) => candidate.path === path);
  return origin === undefined ? pointer : schemaPointer(origin.key) + pointer;
}
