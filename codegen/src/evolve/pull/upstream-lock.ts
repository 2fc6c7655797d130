import { error, type Checked } from "../../diagnostics.ts";
import { compareText, isArray, own, ownString, type Json } from "../../source/json.ts";

export const upstreamLockPath = "upstream.lock.json";

/** What the last pull that changed anything took over. */
export interface UpstreamLock {
  /** URL or name of the file that the document came from. */
  readonly source: string;
  /** What the server called this state of the document. */
  readonly etag: string | undefined;
  /** SHA-256 of the document. */
  readonly sha256: string;
  /** SHA-256 of the repairs that were made to it; none without. */
  readonly repairs: string | undefined;
  /** Identities of operations that came from upstream. */
  readonly operations: readonly string[];
  /** Keys of schemas that did. */
  readonly schemas: readonly string[];
  /** Other components that did, as `responses/Error`. */
  readonly components: readonly string[];
  /** Hashes of all human texts of the document. */
  readonly texts: readonly string[];
}

/** Reads `upstream.lock.json`; undefined if there is none. */
export function readUpstreamLock(text: string | undefined): Checked<UpstreamLock | undefined> {
  if (text === undefined) return { value: undefined, diagnostics: [] };
  try {
    const data = JSON.parse(text) as Json;
    const lists = ["operations", "schemas", "components", "texts"].map((key) => readList(own(data, key)));
    const [operations, schemas, components, texts] = lists;
    const source = ownString(data, "source");
    const sha256 = ownString(data, "sha256");
    if (operations && schemas && components && texts && source !== undefined && sha256 !== undefined) {
      const [etag, repairs] = [ownString(data, "etag"), ownString(data, "repairs")];
      return {
        value: { source, etag, sha256, repairs, operations, schemas, components, texts },
        diagnostics: [],
      };
    }
  } catch {
    // Reported below, like every other lock that can not be read.
  }
  const help = "Restore it from version control: it says what came from upstream and what was added by hand.";
  const place = { path: upstreamLockPath, pointer: "" };
  return {
    value: undefined,
    diagnostics: [error("upstream-lock-invalid", "The lock of the last pull can not be read.", help, place)],
  };
}

function readList(value: Json | undefined): readonly string[] | undefined {
  if (!isArray(value)) return undefined;
  const texts = value.filter((item) => typeof item === "string");
  return texts.length === value.length ? texts : undefined;
}

/** The text of a lock, its lists sorted. */
export function printUpstreamLock(lock: UpstreamLock): string {
  const { source, etag, sha256, repairs, operations, schemas, components, texts } = lock;
  const sorted = (list: readonly string[]): readonly string[] => list.toSorted(compareText);
  const data = {
    source,
    ...(etag === undefined ? {} : { etag }),
    sha256,
    ...(repairs === undefined ? {} : { repairs }),
    operations: sorted(operations),
    schemas: sorted(schemas),
    components: sorted(components),
    texts: sorted(texts),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
