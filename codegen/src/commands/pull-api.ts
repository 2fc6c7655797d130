import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { error, hasErrors, type Checked, type Diagnostic } from "../diagnostics.ts";
import { pullUpstream, repairsHash } from "../evolve/pull/pull-upstream.ts";
import { readUpstreamConfig } from "../evolve/pull/read-upstream-config.ts";
import { readUpstreamLock, upstreamLockPath } from "../evolve/pull/upstream-lock.ts";
import { fetchDocument, isAddress, shownAddress, type FetchedDocument } from "../source/fetch-document.ts";
import { load } from "../source/load.ts";
import { locate } from "../source/locate.ts";
import { parse } from "../source/parse.ts";
import type { SourceDocument, SourceText } from "../source/source-document.ts";
import type { PulledApi } from "./pulled-api.ts";

export const configPaths = ["upstream.yaml", "upstream.json"];

/** What to pull. */
export interface PullTarget {
  /** Folder that holds `schemas/`. */
  readonly root: string;
  /** Name of the API. */
  readonly name: string;
  /** Where its document is, in place of what is configured. */
  readonly from: string | undefined;
  readonly progress: (stage: string) => void;
}

/** Reads the folder of an API and its upstream document, and compares the two. Writes nothing. */
export async function pullApi({ root, name, from, progress }: PullTarget): Promise<PulledApi> {
  const folder = `schemas/${name}`;
  const config = readConfig(join(root, folder), from === undefined);
  const { document, extends: configured } = config.value;
  const source = from ?? configured ?? "";
  const report = (diagnostics: readonly Diagnostic[], texts: readonly SourceText[] = []): PulledApi => ({
    name,
    folder,
    upstream: shownAddress(source),
    isUnchanged: false,
    diagnostics: locate(diagnostics, [...config.value.texts, ...texts]).map((diagnostic) => ({
      ...diagnostic,
      place: placeFromRoot(diagnostic, folder, upstreamPath(source)),
    })),
  });
  if (hasErrors(config.diagnostics)) return report(config.diagnostics);

  progress("fetching");
  const lockText = readText(join(root, folder, upstreamLockPath));
  const lock = readUpstreamLock(lockText).value;
  const isKnown = lock?.source === source && lock.repairs === repairsHash(document);
  const fetched = isAddress(source)
    ? await fetchDocument(source, isKnown ? lock.etag : undefined)
    : readLocal(from === undefined ? resolve(root, folder, source) : resolve(root, source), source);
  if (fetched.value === undefined) return report(fetched.diagnostics);
  if (fetched.value.kind === "unchanged") return { ...report([]), isUnchanged: true };

  progress("comparing");
  const loaded = existsSync(join(root, folder)) ? load(join(root, folder)) : undefined;
  const parsed = parse(loaded?.value.documents ?? []);
  // A new API has nothing but its configuration.
  const loading = (loaded?.diagnostics ?? []).filter(({ code }) => code !== "source-empty");
  const before = [...loading, ...parsed.diagnostics];
  if (hasErrors(before)) return report(before, parsed.value.texts);
  const { bytes, etag } = fetched.value;
  const pulled = pullUpstream({
    api: name,
    label: folder,
    documents: parsed.value.documents,
    names: loaded?.value.lock,
    lock: lockText,
    config: document,
    upstream: { path: upstreamPath(source), bytes },
    source: isAddress(source) ? source : basename(source),
    etag,
  });
  const { texts, ...result } = pulled.value;
  const isUnchanged = result.files.size === 0 && !hasErrors(pulled.diagnostics);
  return {
    ...report([...before, ...pulled.diagnostics], [...parsed.value.texts, ...texts]),
    isUnchanged,
    pulled: result,
  };
}

interface Config {
  readonly document: SourceDocument | undefined;
  readonly extends: string | undefined;
  readonly texts: readonly SourceText[];
}

function readConfig(folder: string, isNeeded: boolean): Checked<Config> {
  const path = configPaths.find((candidate) => existsSync(join(folder, candidate)));
  if (path === undefined)
    return { value: { document: undefined, extends: undefined, texts: [] }, diagnostics: [] };
  const loaded = load(join(folder, path));
  const parsed = parse(loaded.value.documents);
  const [document] = parsed.value.documents;
  const config = readUpstreamConfig(path, document, isNeeded);
  const before = [...loaded.diagnostics, ...parsed.diagnostics];
  return {
    value: { document, extends: config.value, texts: parsed.value.texts },
    diagnostics: hasErrors(before) ? before : config.diagnostics,
  };
}

function readText(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

/** A document of this machine, as if it had been fetched. */
function readLocal(path: string, source: string): Checked<FetchedDocument | undefined> {
  const place = { path: upstreamPath(source), pointer: "" };
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) {
    const missing = error("upstream-unreachable", "There is no such file.", "Check the path.", place);
    return { value: undefined, diagnostics: [missing] };
  }
  const { value, diagnostics } = load(path);
  const [file] = value.documents;
  return {
    value: file === undefined ? undefined : { kind: "document", bytes: file.bytes, etag: undefined },
    diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, place })),
  };
}

/** What messages call the upstream document: never like a file of the folder. */
function upstreamPath(source: string): string {
  return isAddress(source) || source.includes("/") ? shownAddress(source) : `./${source}`;
}

/** A place in a folder as seen from the root; the upstream document is called as it was given. */
function placeFromRoot({ place }: Diagnostic, folder: string, upstream: string): Diagnostic["place"] {
  if (place === undefined || place.path === upstream) return place;
  return { ...place, path: place.path === "" ? folder : `${folder}/${place.path}` };
}
