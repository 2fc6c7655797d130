import { readdirSync, readFileSync, statSync, type Dirent } from "node:fs";
import { basename, dirname, join } from "node:path";
import { error, hasErrors, warning, type Checked, type Diagnostic } from "../diagnostics.ts";
import { compareText } from "./json.ts";
import type { SourceFile } from "./source-document.ts";

/** Larger than the largest API description in public use (47 MB). */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

const documentName = /\.(json|ya?ml)$/i;

/** What sdkmill itself keeps in the folder of an API; not part of the contract. */
const ownFiles = new Set([
  "names.lock.json",
  "released.json",
  "upstream.json",
  "upstream.lock.json",
  "upstream.yaml",
]);

/** The files of one source. */
export interface Source {
  /** The folder that paths are relative to. */
  readonly folder: string;
  readonly documents: readonly SourceFile[];
  /** The text of `names.lock.json`, if there is one in the folder. */
  readonly lock: string | undefined;
}

/**
 * Reads one source: a folder with all JSON and YAML files in it, at any depth, or a single file.
 * The only reader of contracts; symbolic links and hidden files are left alone, and so is what sdkmill keeps
 * in a folder. A file that was named itself is a document, whatever it is called.
 *
 * @param root path of the folder or file
 * @returns the files in the order of their paths; paths are relative to the folder
 */
export function load(root: string): Checked<Source> {
  const diagnostics: Diagnostic[] = [];
  const kind = rootKind(root, diagnostics);
  const folder = kind === "file" ? dirname(root) : root;
  const documents: SourceFile[] = [];
  let lock: string | undefined;
  for (const path of kind === "folder"
    ? listFiles(root, "", diagnostics)
    : kind === "file"
      ? [basename(root)]
      : []) {
    const bytes = readFile(join(folder, path), path, diagnostics);
    if (bytes === undefined) continue;
    const isOwn = kind === "folder" && ownFiles.has(path);
    if (isOwn && path === "names.lock.json") lock = new TextDecoder().decode(bytes);
    if (!isOwn) documents.push({ path, bytes });
  }
  if (documents.length === 0 && !hasErrors(diagnostics)) {
    const help = "Add an OpenAPI document, or JSON Schema documents with a `title` each.";
    diagnostics.push(
      error("source-empty", "There is no JSON and no YAML document here.", help, { path: "", pointer: "" }),
    );
  }
  return { value: { folder, documents, lock }, diagnostics };
}

/** What is at a path; a link there was named by the user, and is followed. */
function rootKind(root: string, diagnostics: Diagnostic[]): "file" | "folder" | "none" {
  try {
    const stat = statSync(root, { throwIfNoEntry: false });
    if (stat !== undefined) return stat.isDirectory() ? "folder" : "file";
    const place = { path: "", pointer: "" };
    diagnostics.push(error("source-missing", "There is no such folder or file.", "Check the path.", place));
  } catch (cause) {
    diagnostics.push(unreadable(cause, ""));
  }
  return "none";
}

function listFiles(root: string, folder: string, diagnostics: Diagnostic[]): readonly string[] {
  return readFolder(root, folder, diagnostics)
    .filter((entry) => !entry.name.startsWith("."))
    .flatMap((entry) =>
      listEntry(root, folder === "" ? entry.name : `${folder}/${entry.name}`, entry, diagnostics),
    )
    .toSorted(compareText);
}

function readFolder(root: string, folder: string, diagnostics: Diagnostic[]): readonly Dirent[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch (cause) {
    diagnostics.push(unreadable(cause, folder));
    return [];
  }
}

function listEntry(root: string, path: string, entry: Dirent, diagnostics: Diagnostic[]): readonly string[] {
  if (entry.isDirectory()) return listFiles(root, path, diagnostics);
  if (!documentName.test(entry.name)) return [];
  if (entry.isFile()) return [path];
  diagnostics.push(
    warning(
      "source-symlink",
      "This is not a regular file; it is left out.",
      "Put the document itself here: a source never reaches outside of its folder.",
      { path, pointer: "" },
    ),
  );
  return [];
}

function readFile(file: string, path: string, diagnostics: Diagnostic[]): Uint8Array | undefined {
  const place = { path, pointer: "" };
  try {
    const { size } = statSync(file);
    if (size > MAX_FILE_BYTES) {
      diagnostics.push(
        error(
          "source-too-large",
          `The document has ${size} bytes; the limit is ${MAX_FILE_BYTES}.`,
          "Split the document.",
          place,
        ),
      );
      return undefined;
    }
    return readFileSync(file);
  } catch (cause) {
    diagnostics.push(unreadable(cause, path));
    return undefined;
  }
}

function unreadable(cause: unknown, path: string): Diagnostic {
  const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown reason";
  return error("source-unreadable", `This can not be read (${reason}).`, "Check its permissions.", {
    path,
    pointer: "",
  });
}
