import { hash } from "node:crypto";
import { hasErrors, type Checked } from "../../diagnostics.ts";
import { own, type JsonObject } from "../../source/json.ts";
import { parse } from "../../source/parse.ts";
import type { SourceDocument, SourceFile, SourceText } from "../../source/source-document.ts";
import { readHouse } from "./house.ts";
import { textHashes } from "./human-texts.ts";
import { mergeContract, type MergedHouse } from "./merge-contract.ts";
import { printHouse } from "./print-house.ts";
import { pullFindings, type PullFinding } from "./pull-findings.ts";
import { readPulled, type ChangedFiles } from "./read-pulled.ts";
import { readUpstream, type Upstream } from "./read-upstream.ts";
import { printUpstreamLock, readUpstreamLock, upstreamLockPath, type UpstreamLock } from "./upstream-lock.ts";

/** A pull of one API, everything read that it needs. */
export interface PullInput {
  /** Name of the API. */
  readonly api: string;
  /** How messages call its folder. */
  readonly label: string;
  /** Documents of the folder. */
  readonly documents: readonly SourceDocument[];
  /** Text of `names.lock.json`. */
  readonly names: string | undefined;
  /** Text of `upstream.lock.json`. */
  readonly lock: string | undefined;
  /** `upstream.yaml`. */
  readonly config: SourceDocument | undefined;
  /** The document; its path is what messages call it. */
  readonly upstream: SourceFile;
  /** What the lock says that it came from. */
  readonly source: string;
  readonly etag: string | undefined;
}

/** What a pull found, and what is to be written. */
export interface Pulled {
  /** By path in the folder; undefined for a file that goes. Empty if nothing changed. */
  readonly files: ChangedFiles;
  readonly findings: readonly PullFinding[];
  /** Overlay actions that were added. */
  readonly repairs: readonly JsonObject[];
  /** Texts that the places of diagnostics are in. */
  readonly texts: readonly SourceText[];
}

/**
 * Takes the facts of an upstream document over into the folder of an API. With an error among the
 * diagnostics nothing is to be written. Where nothing changed there is nothing to be said either.
 */
export function pullUpstream(input: PullInput): Checked<Pulled> {
  const house = readHouse(input.documents);
  const lock = readUpstreamLock(input.lock);
  const upstream = readUpstream(input.upstream, input.config);
  const before = [...house.diagnostics, ...lock.diagnostics, ...upstream.diagnostics];
  const nothing: Pulled = {
    files: new Map(),
    findings: [],
    repairs: [],
    texts: upstreamTexts(upstream.value, input),
  };
  if (upstream.value === undefined || hasErrors(before)) return { value: nothing, diagnostics: before };

  const merged = mergeContract(input.api, house.value, upstream.value.document, lock.value);
  const printed = printHouse(house.value, merged);
  const findings = pullFindings(house.value, merged);
  const nextLock = newLock(input, upstream.value, merged);
  if (printed.size === 0 && isSameList(lock.value, nextLock))
    return { value: { ...nothing, findings }, diagnostics: [] };

  const mended = readPulled({ ...input, upstream: upstream.value, merged, files: printed });
  const files = new Map([...mended.value.files, [upstreamLockPath, printUpstreamLock(nextLock)] as const]);
  const value = { files, findings, repairs: mended.value.repairs, texts: mended.value.texts };
  return { value, diagnostics: [...before, ...mended.diagnostics] };
}

function upstreamTexts(upstream: Upstream | undefined, { upstream: file }: PullInput): readonly SourceText[] {
  return upstream === undefined ? parse([file]).value.texts : [upstream.text];
}

/** By what a server's "not modified" is worth something: the repairs that were made to the document. */
export function repairsHash(config: SourceDocument | undefined): string | undefined {
  const actions = own(config?.data, "actions");
  return actions === undefined ? undefined : hash("sha256", JSON.stringify(actions));
}

function newLock(
  { source, etag, upstream: file, config }: PullInput,
  upstream: Upstream,
  merged: MergedHouse,
): UpstreamLock {
  return {
    source,
    etag,
    sha256: hash("sha256", file.bytes),
    repairs: repairsHash(config),
    ...merged.lists,
    texts: textHashes(upstream.document, "document"),
  };
}

/** Whether the same things are upstream as before: nothing else is worth a new lock. */
function isSameList(
  old: UpstreamLock | undefined,
  { operations, schemas, components }: UpstreamLock,
): boolean {
  if (old === undefined) return false;
  const isSame = (a: readonly string[], b: readonly string[]): boolean =>
    a.toSorted().join("\n") === b.toSorted().join("\n");
  return (
    isSame(old.operations, operations) && isSame(old.schemas, schemas) && isSame(old.components, components)
  );
}
