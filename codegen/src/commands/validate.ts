import { basename, relative, resolve } from "node:path";
import { counted } from "../contract/counted.ts";
import { hasErrors } from "../diagnostics.ts";
import { load } from "../source/load.ts";
import { locate } from "../source/locate.ts";
import { parse } from "../source/parse.ts";
import type { Console, ExitCode } from "./command.ts";

/** `sdkmill validate <source>`: every diagnostic of a folder or file, and nothing else. */
export async function validate(source: string, console: Console): Promise<ExitCode> {
  const loaded = load(resolve(source));
  const parsed = parse(loaded.value.documents);
  const { readContract } = await import("../contract/read-contract.ts");
  const identity = { name: basename(resolve(source)), label: source };
  const contract = readContract(identity, parsed.value.documents, loaded.value.lock, parsed.value.broken);
  const diagnostics = locate(
    [...loaded.diagnostics, ...parsed.diagnostics, ...contract.diagnostics],
    parsed.value.texts,
  );
  const { formatDiagnostic } = await import("../output/report.ts");
  const label = relative(process.cwd(), loaded.value.folder) || ".";
  for (const diagnostic of diagnostics) console.err(formatDiagnostic(diagnostic, label));
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const { schemas, operations } = contract.value;
  const counts = [
    counted(schemas.length, "schema"),
    counted(operations.length, "operation"),
    counted(errors, "error"),
    counted(diagnostics.length - errors, "warning"),
  ];
  console.out(`${counts.join(", ")}.`);
  return hasErrors(diagnostics) ? 1 : 0;
}
