import type { Json } from "../../source/json.ts";
import type { SourceDocument } from "../../source/source-document.ts";
import type { House } from "./house.ts";
import type { MergedHouse } from "./merge-contract.ts";
import { printYaml, spliceYaml } from "./splice-yaml.ts";

const newRootPath = "openapi.yaml";

/**
 * The files of a house in which something changed, by path; undefined for those that go. A document that
 * says the same as before is not among them.
 */
export function printHouse(house: House, merged: MergedHouse): ReadonlyMap<string, string | undefined> {
  const files = new Map<string, string | undefined>();
  const rootPath = house.rootPath ?? newRootPath;
  if (house.rootPath === undefined || isOther(house.root, merged.root))
    files.set(rootPath, printDocument(house.documents.get(rootPath), rootPath, merged.root));
  for (const [key, { path, isInline, data }] of merged.schemas) {
    const old = house.schemas.get(key);
    if (!isInline && (old === undefined || isOther(old.data, data)))
      files.set(path, printDocument(house.documents.get(path), path, data));
  }
  for (const [key, { path, isInline }] of house.schemas)
    if (!isInline && !merged.schemas.has(key)) files.set(path, undefined);
  return files;
}

function isOther(old: Json, data: Json): boolean {
  return old !== data && JSON.stringify(old) !== JSON.stringify(data);
}

/** The text of a document that is to say something, in the layout that it has. */
export function printDocument(old: SourceDocument | undefined, path: string, data: Json): string {
  const isYaml = old === undefined ? /\.ya?ml$/i.test(path) : old.syntax === "yaml";
  if (!isYaml) return `${JSON.stringify(data, null, 2)}\n`;
  return old === undefined ? printYaml(data) : spliceYaml(old.text, old.data, data);
}
