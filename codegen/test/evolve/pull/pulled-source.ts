import type { Json } from "../../../src/source/json.ts";
import { locate, type LocatedDiagnostic } from "../../../src/source/locate.ts";
import { pullUpstream, type Pulled } from "../../../src/evolve/pull/pull-upstream.ts";
import { documentOf, documentsOf, filesOf, parseSource, type SourceTexts } from "../../source-of.ts";

/** What sdkmill keeps in a folder, beside the documents of the contract. */
const ownFiles = new Set(["names.lock.json", "upstream.lock.json", "upstream.yaml"]);

export interface PulledSource extends Pulled {
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** The folder after the pull, by path: texts. */
  readonly house: Readonly<Record<string, string>>;
}

/** Pulls an upstream document into the folder `shop`, in memory. */
export function pullInto(house: SourceTexts, upstream: Json, path = "./upstream.json"): PulledSource {
  const documents = documentsOf(without(house));
  const config = house["upstream.yaml"];
  const [file] = filesOf({ [path]: upstream });
  if (file === undefined) throw new Error("A test has no upstream document.");
  const { value, diagnostics } = pullUpstream({
    api: "shop",
    label: "schemas/shop",
    documents,
    names: textOf(house["names.lock.json"]),
    lock: textOf(house["upstream.lock.json"]),
    config: config === undefined ? undefined : documentOf("upstream.yaml", config),
    upstream: file,
    source: "upstream.json",
    etag: undefined,
  });
  const texts = new Map(Object.entries(house).map(([name, content]) => [name, textOf(content) ?? ""]));
  for (const [name, text] of value.files)
    if (text === undefined) texts.delete(name);
    else texts.set(name, text);
  return { ...value, diagnostics: locate(diagnostics, value.texts), house: Object.fromEntries(texts) };
}

/** The same where nothing may be wrong. */
export function pulledInto(house: SourceTexts, upstream: Json): PulledSource {
  const pulled = pullInto(house, upstream);
  if (pulled.diagnostics.length > 0)
    throw new Error(`The pull has faults: ${JSON.stringify(pulled.diagnostics)}`);
  return pulled;
}

/** What a file of a folder says, parsed. */
export function dataIn(house: Readonly<Record<string, string>>, path: string): Json {
  const { value } = parseSource({ [path]: house[path] ?? "" });
  const [document] = value.documents;
  if (document === undefined) throw new Error(`There is no ${path}.`);
  return document.data;
}

/** `fate name` of each finding, in order. */
export function fatesOf({ findings }: Pulled): readonly string[] {
  return findings.map(({ fate, name }) => `${fate} ${name}`);
}

/** A folder without what is not part of the contract. */
export function without(house: SourceTexts): SourceTexts {
  return Object.fromEntries(Object.entries(house).filter(([path]) => !ownFiles.has(path)));
}

function textOf(content: Json | undefined): string | undefined {
  if (content === undefined || typeof content === "string") return content;
  return JSON.stringify(content, null, 2);
}
