import { counted } from "../contract/counted.ts";
import type { Console } from "./command.ts";
import { isReadable, type ReadRevision } from "./read-revision.ts";

/**
 * Tells what keeps a revision from being compared, each fault with its place; if nothing does, how much else
 * there is to say about its source, since that is a matter of `validate`.
 */
export async function reportRevision(read: ReadRevision, console: Console): Promise<void> {
  const { diagnostics, folder, revision } = read;
  if (diagnostics.length === 0) return;
  const { formatDiagnostic } = await import("../output/report.ts");
  const { oneLine } = await import("../output/terminal-text.ts");
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  for (const fault of errors) console.err(formatDiagnostic(fault, folder));
  if (isReadable(read)) {
    const label = oneLine(revision.label);
    console.err(`${label}: ${counted(diagnostics.length, "warning")}; sdkmill validate ${label} lists them.`);
  }
}
