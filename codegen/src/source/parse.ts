import { error, type Checked, type Diagnostic } from "../diagnostics.ts";
import { isObject, own, type Json } from "./json.ts";
import { parseJson } from "./parse-json.ts";
import { parseYaml } from "./parse-yaml.ts";
import type { DocumentKind, SourceDocument, SourceFile } from "./source-document.ts";

/** Deeper than any contract, shallower than the stack of any recursive walk over it. */
const MAX_DEPTH = 256;

/** What a parser makes of a text: the data, as far as it could be read, and the faults. */
export interface Parsed {
  readonly data: Json | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Decodes and parses documents, JSON or YAML 1.2, and tells which kind each is. A broken document is
 * kept as far as it can be read, so that references to it are not reported on top of the fault.
 */
export function parse(files: readonly SourceFile[]): Checked<readonly SourceDocument[]> {
  const diagnostics: Diagnostic[] = [];
  const documents: SourceDocument[] = [];
  for (const file of files) {
    const { path } = file;
    const text = decode(file, diagnostics);
    if (text === undefined) continue;

    const syntax = isYaml(path, text) ? "yaml" : "json";
    const parsed = syntax === "yaml" ? parseYaml(path, text) : parseJson(path, text);
    diagnostics.push(...parsed.diagnostics);
    const data = checkShape(path, parsed.data, parsed.diagnostics.length === 0, diagnostics);
    if (data === undefined) continue;
    documents.push({
      path,
      text,
      syntax,
      kind: documentKind(data),
      data,
      whole: parsed.diagnostics.length === 0,
    });
  }
  return { value: documents, diagnostics };
}

function isYaml(path: string, text: string): boolean {
  if (/\.ya?ml$/i.test(path)) return true;
  if (/\.json$/i.test(path)) return false;
  return !/^\s*[{[]/.test(text);
}

function decode({ path, bytes }: SourceFile, diagnostics: Diagnostic[]): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const help = "Save the document as UTF-8, the only encoding that RFC 8259 and sdkmill know.";
    diagnostics.push(error("source-encoding", "The document is not UTF-8.", help, { path, pointer: "" }));
    return undefined;
  }
}

function documentKind(data: Json): DocumentKind {
  if (own(data, "openapi") !== undefined || own(data, "swagger") !== undefined) return "openapi";
  return own(data, "overlay") !== undefined ? "overlay" : "schema";
}

/** The data, frozen, if it can be a document at all. */
function checkShape(
  path: string,
  data: Json | undefined,
  whole: boolean,
  diagnostics: Diagnostic[],
): Json | undefined {
  const place = { path, pointer: "" };
  if (data === undefined) return undefined;
  if (!isObject(data) && typeof data !== "boolean") {
    if (whole) {
      const help = "A document is a mapping at its root (or `true` or `false`, as a boolean schema).";
      diagnostics.push(error("not-an-object", "The document is not a mapping.", help, place));
    }
    return undefined;
  }
  if (!freeze(data, MAX_DEPTH)) {
    diagnostics.push(
      error(
        "source-too-deep",
        `The document is nested deeper than ${MAX_DEPTH} levels.`,
        "Flatten it.",
        place,
      ),
    );
    return undefined;
  }
  return data;
}

/** Freezes a value and all that it holds; false if it is deeper than `depth`. */
function freeze(value: Json, depth: number): boolean {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return true;
  if (depth === 0) return false;
  Object.freeze(value);
  return Object.values(value).every((item) => freeze(item, depth - 1));
}
