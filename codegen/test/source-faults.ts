import type { Diagnostic } from "../src/diagnostics.ts";
import { locate, type LocatedDiagnostic } from "../src/source/locate.ts";
import { parseSource, type SourceTexts } from "./source-of.ts";

/** One line for each diagnostic, to compare at a glance: `error json-syntax a.json:2:9 /properties/x`. */
export function faultLines(diagnostics: readonly LocatedDiagnostic[]): readonly string[] {
  return diagnostics.map(({ severity, code, place, line = "-", column = "-" }) =>
    `${severity} ${code} ${place?.path}:${line}:${column} ${place?.pointer}`.trimEnd(),
  );
}

/** The same for diagnostics whose lines do not matter: `error json-syntax a.json /properties/x`. */
export function faultPlaces(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ severity, code, place }) =>
    `${severity} ${code} ${place?.path} ${place?.pointer}`.trimEnd(),
  );
}

/** What parsing alone finds in a source. */
export function parseFaults(source: SourceTexts): readonly string[] {
  const { value, diagnostics } = parseSource(source);
  return faultLines(locate(diagnostics, value.texts));
}
