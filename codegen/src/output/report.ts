import { styleText } from "node:util";
import type { LocatedDiagnostic } from "../source/locate.ts";
import type { FileChange } from "./plan.ts";
import { harmless, oneLine } from "./terminal-text.ts";

/** The file that a diagnostic is about, with the source in front; the source itself if it is about no file. */
export function diagnosticFile(source: string, { place }: LocatedDiagnostic): string {
  return [source, place?.path ?? ""].filter((part) => part !== "").join("/");
}

/** `file:line:column error code #/pointer`, then what is wrong, then what to do. */
export function formatDiagnostic(diagnostic: LocatedDiagnostic, source: string): string {
  const { code, severity, message, help, place, line, column } = diagnostic;
  const position = line === undefined ? "" : `:${line}:${column}`;
  const pointer = place === undefined || place.pointer === "" ? "" : ` #${place.pointer}`;
  const label = styleText(severity === "error" ? "red" : "yellow", severity, { stream: process.stderr });
  return `${oneLine(diagnosticFile(source, diagnostic) + position)} ${label} ${code}${oneLine(pointer)}\n  ${oneLine(message)}\n  help: ${oneLine(help)}`;
}

/** Where looking for the smallest difference ends: it takes the square of the lines that differ. */
const MAX_EDITS = 2000;

/** A unified diff of every change, long ones cut. */
export async function formatDiff(changes: readonly FileChange[], maxLines = 200): Promise<string> {
  const { createTwoFilesPatch } = await import("diff");
  const lines = changes.flatMap(({ path, kind, before, after }) => {
    const [from, to] = [kind === "added" ? "/dev/null" : path, kind === "removed" ? "/dev/null" : path];
    const options = { context: 2, maxEditLength: MAX_EDITS };
    const compared = createTwoFilesPatch(from, to, before, after, "", "", options);
    if (compared === undefined)
      return [`--- ${from}`, `+++ ${to}`, `… more than ${MAX_EDITS} lines are different`];
    const patch = compared.split("\n").slice(0, -1);
    // What stands before `---` says the same once more.
    return patch.slice(patch.findIndex((text) => text.startsWith("---")));
  });
  const cut = lines.length > maxLines ? [`… and ${lines.length - maxLines} more lines`] : [];
  return harmless([...lines.slice(0, maxLines), ...cut].join("\n"));
}

/** Columns aligned; the first to the left, the others to the right. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join("  "),
    )
    .join("\n");
}
