import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { contractDocument, printContractDocument } from "../contract/contract-document.ts";
import { readContract } from "../contract/read-contract.ts";
import { hasErrors } from "../diagnostics.ts";
import type { FileTarget } from "../output/plan.ts";
import { ownString, type Json, type JsonObject } from "../source/json.ts";
import { load } from "../source/load.ts";
import { locate } from "../source/locate.ts";
import { parse } from "../source/parse.ts";
import type { Console, ExitCode } from "./command.ts";
import { readPackages } from "./read-packages.ts";
import { selectApis } from "./select-apis.ts";

export interface RecordReleaseOptions {
  /** Folder that holds `schemas/` and `packages/`. */
  readonly root: string;
  /** Names of APIs; all under `schemas/` if empty. */
  readonly apis: readonly string[];
}

/** The key of a recorded contract that says which version it went out with. */
const versionKey = "x-sdkmill-released";

/**
 * `sdkmill record-release [api…]`: writes the contract of an API to `schemas/<api>/released.json`, the base that
 * later contracts are compared with, if its types package got a new version. Run after `changeset version`, so
 * that the base comes with the versions. Prereleases and snapshots are no base. With an error in a contract,
 * or packages that were made from another one, nothing is written.
 */
export async function recordRelease(
  { root, apis }: RecordReleaseOptions,
  console: Console,
): Promise<ExitCode> {
  const { oneLine } = await import("../output/terminal-text.ts");
  const outcomes: Outcome[] = [];
  for (const api of selectApis(root, apis)) outcomes.push(await record(root, api, console));
  if (outcomes.some(({ kind }) => kind === "failed")) {
    console.err("Nothing was written.");
    return 1;
  }
  await writeFiles(
    root,
    outcomes.flatMap((outcome) => (outcome.kind === "new" ? [outcome.file] : [])),
  );
  for (const outcome of outcomes) if ("words" in outcome) console.out(oneLine(outcome.words));
  return 0;
}

type Outcome =
  | { readonly kind: "failed" }
  | { readonly kind: "kept"; readonly words: string }
  | { readonly kind: "new"; readonly words: string; readonly file: FileTarget };

async function record(root: string, api: string, console: Console): Promise<Outcome> {
  const path = `schemas/${api}/released.json`;
  const packages = readPackages(root, api);
  const { formatDiagnostic } = await import("../output/report.ts");
  for (const fault of packages.diagnostics)
    console.err(formatDiagnostic({ ...fault, line: undefined, column: undefined }, ""));
  if (hasErrors(packages.diagnostics)) return { kind: "failed" };

  const version = packages.value.find(({ role }) => role === "types")?.version ?? "0.0.0";
  if (version === "0.0.0")
    return { kind: "kept", words: `schemas/${api}: there was no release, so there is nothing to record.` };
  if (!/^\d+\.\d+\.\d+$/.test(version))
    return { kind: "kept", words: `schemas/${api}: ${version} is no base; ${path} is as it was.` };
  if (recordedVersion(join(root, path)) === version)
    return { kind: "kept", words: `${path} is the contract of ${version} already.` };

  const document = await readDocument(root, api, console);
  if (document === undefined) return { kind: "failed" };
  const published = `packages/${api}-types/src/generated/contract.json`;
  if (readText(join(root, published)) !== printContractDocument(document)) {
    console.err(`${published} is not the contract of schemas/${api}. Run: pnpm codegen`);
    return { kind: "failed" };
  }
  const text = printContractDocument({ [versionKey]: version, ...document });
  const words = `${path} is the contract of ${version} now.`;
  return { kind: "new", words, file: { path: join(root, path), text } };
}

/** The contract that lies in the folder of an API, as one document; undefined if it has an error, which is then told. */
async function readDocument(root: string, api: string, console: Console): Promise<JsonObject | undefined> {
  const label = `schemas/${api}`;
  const loaded = load(join(root, label));
  const parsed = parse(loaded.value.documents);
  const { texts, documents, broken } = parsed.value;
  const contract = readContract({ name: api, label }, documents, loaded.value.lock, broken);
  const diagnostics = [...loaded.diagnostics, ...parsed.diagnostics, ...contract.diagnostics];
  if (!hasErrors(diagnostics)) return contractDocument(contract.value);
  const { formatDiagnostic } = await import("../output/report.ts");
  for (const fault of locate(diagnostics, texts)) console.err(formatDiagnostic(fault, label));
  return undefined;
}

/** The version that a recorded contract went out with; undefined if there is none, or none that can be read. */
function recordedVersion(file: string): string | undefined {
  try {
    return ownString(JSON.parse(readText(file) ?? "null") as Json, versionKey);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

function readText(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

async function writeFiles(root: string, files: readonly FileTarget[]): Promise<void> {
  const { recover, write } = await import("../output/write.ts");
  const folder = join(root, "schemas");
  recover(folder);
  write({ trees: [], files, changes: [] }, folder);
}
