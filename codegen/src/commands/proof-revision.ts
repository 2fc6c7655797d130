import { resolve } from "node:path";
import { readPlacedContract } from "../contract/read-contract.ts";
import { hasErrors, type Diagnostic } from "../diagnostics.ts";
import { alikeRepairs, nameRepairs, repairOverlay, type NameRepair } from "../evolve/prove/repair-names.ts";
import type { PackageFiles } from "../evolve/prove/read-surface.ts";
import type { Revision } from "../evolve/revision.ts";
import type { Formatter } from "../output/format.ts";
import { joinBlocks } from "../output/print.ts";
import { compile } from "../pipeline.ts";
import { load } from "../source/load.ts";
import { locate, type LocatedDiagnostic } from "../source/locate.ts";
import { parse } from "../source/parse.ts";
import type { SourceDocument, SourceText } from "../source/source-document.ts";

/** A revision with the packages that are generated from it. */
export interface ProofRevision {
  readonly revision: Revision;
  readonly types: PackageFiles;
  /** Empty if there are no operations. */
  readonly client: PackageFiles;
}

/** A revision on its way to packages. */
export interface ProofSource {
  /** What messages call it. */
  readonly label: string;
  /** The folder that files of diagnostics are relative to. */
  readonly folder: string;
  /** With an error among them there are no packages. */
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** Undefined if there is an error among the diagnostics. */
  readonly value: ProofRevision | undefined;
  /** What had to be named anew so that there are packages. */
  readonly repairs: readonly NameRepair[];
}

interface ReadSource {
  readonly label: string;
  readonly isFile: boolean;
  readonly documents: readonly SourceDocument[];
  readonly broken: readonly SourceText[];
  readonly texts: readonly SourceText[];
  readonly lock: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly repairs: readonly NameRepair[];
  /** The contract, and where each part of it was written. */
  readonly placed: ReturnType<typeof readPlacedContract>;
}

/** Repairs can lead to further ones; no API needs more rounds than this. */
const MAX_ROUNDS = 5;

/**
 * Reads two revisions of one API and generates the packages of both. Faults in the names of a document that
 * nobody has gone over are mended in the same way in both.
 *
 * @param root the folder that labels are relative to
 * @param name what the API is called in both
 */
export async function proofSources(
  root: string,
  labels: { readonly old: string; readonly new: string },
  name: string,
): Promise<{ readonly old: ProofSource; readonly new: ProofSource }> {
  let old = readSource(root, labels.old, name);
  let next = readSource(root, labels.new, name);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const [before, after] = [repairsOf(old), repairsOf(next)];
    if (before.length === 0 && after.length === 0) break;
    old = withRepairs(old, before, name);
    next = withRepairs(next, alikeRepairs(after, old.repairs), name);
  }
  return { old: await generated(old, root, name), new: await generated(next, root, name) };
}

function readSource(root: string, label: string, name: string): ReadSource {
  const path = resolve(root, label);
  const loaded = load(path);
  const parsed = parse(loaded.value.documents);
  const { documents, broken } = parsed.value;
  const { lock } = loaded.value;
  return {
    label: label.replace(/(?<=.)[/\\]+$/, ""),
    isFile: loaded.value.folder !== path,
    ...parsed.value,
    lock,
    diagnostics: [...loaded.diagnostics, ...parsed.diagnostics],
    repairs: [],
    placed: readPlacedContract({ name, label }, documents, lock, broken),
  };
}

function repairsOf({ placed, documents }: ReadSource): readonly NameRepair[] {
  return nameRepairs(placed.diagnostics, documents);
}

function withRepairs(source: ReadSource, repairs: readonly NameRepair[], name: string): ReadSource {
  const { label, documents, lock, broken } = source;
  const all = new Map(
    [...source.repairs, ...repairs].map((repair) => [JSON.stringify(repair.action), repair]),
  );
  const repaired = [...all.values()];
  const whole = [...documents, ...repairOverlay(repaired)];
  return { ...source, repairs: repaired, placed: readPlacedContract({ name, label }, whole, lock, broken) };
}

/** Nobody reads these packages, so that they may look as they do. */
const plainFormatter: Formatter = {
  format: (_path, blocks) => Promise.resolve(joinBlocks(blocks)),
  close: () => Promise.resolve(),
};

async function generated(source: ReadSource, root: string, name: string): Promise<ProofSource> {
  const { label, isFile, texts, broken, lock, repairs, placed } = source;
  const isBroken = hasErrors(source.diagnostics);
  const compiled = await compile([...source.documents, ...repairOverlay(repairs)], {
    identity: { name, label },
    naming: { scope: "@sdkmill" },
    lock,
    formatter: plainFormatter,
    broken,
    isBroken,
  });
  const diagnostics = locate([...source.diagnostics, ...compiled.diagnostics], texts);
  const files = (kind: string): PackageFiles =>
    compiled.value.packages.find(({ folder }) => folder === `${name}-${kind}`)?.generated ?? new Map();
  const revision: Revision = { ...placed.value, label, isFile };
  return {
    label,
    folder: isFile ? resolve(root, label, "..") : label,
    diagnostics,
    value: hasErrors(diagnostics) ? undefined : { revision, types: files("types"), client: files("client") },
    repairs,
  };
}
