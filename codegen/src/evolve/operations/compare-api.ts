import { appendPointer } from "../../source/json-pointer.ts";
import { ownArray, ownObject, ownString, type Json, type JsonObject } from "../../source/json.ts";
import { compareTexts, fieldSites, isDifferent } from "./compare-texts.ts";
import type { Part, PartPair } from "./part.ts";
import { quoted } from "../quoted.ts";
import { report, type Scope } from "./scope.ts";

/** Compares what a document says of itself: title, version, texts, tags, extensions. */
export function compareApi(scope: Scope): void {
  const { old, new: next } = scope.comparison;
  const view = scope.sent;
  const root: PartPair = { old: part(old.document, ""), new: part(next.document, "") };
  compareTexts(scope, root, { what: "the document", view, isEmitted: false }, ["externalDocs"]);

  const info: PartPair = { old: infoPart(old.document), new: infoPart(next.document) };
  for (const field of ["title", "version"]) {
    // A folder of schemas has no title, and its document has the name of the folder.
    if (!isDifferent(info, field) || isAbsent(info.old) || isAbsent(info.new)) continue;
    const message = `The ${field} of the API was changed.`;
    // The title is in comments and in the client; the version of a document is not that of a package.
    const verdicts = field === "title" ? { types: "patch" as const } : undefined;
    report(scope, view, "info-changed", message, fieldSites(info, field), verdicts);
  }
  const texts = ["summary", "description", "termsOfService", "contact", "license"];
  compareTexts(scope, info, { what: "the API", view, isEmitted: false }, texts);
  compareTags(scope, old.document, next.document);
}

function part(node: Json, pointer: string): Part {
  return { node, pointer, at: pointer };
}

function isAbsent({ node }: Part): boolean {
  return Object.keys(Object(node)).length === 0;
}

function infoPart(document: JsonObject): Part {
  return part(ownObject(document, "info"), "/info");
}

/** Tags are texts: nothing is grouped by them. */
function compareTags(scope: Scope, old: JsonObject, next: JsonObject): void {
  const view = scope.sent;
  const [before, after] = [tagsOf(old), tagsOf(next)];
  const tell = (
    name: string,
    action: string,
    sites: { readonly old?: string; readonly new?: string },
  ): void =>
    report(scope, view, "text-changed", `The tag ${quoted(name)} was ${action}.`, sites, { types: "none" });
  for (const [name, tag] of after) {
    const known = before.get(name);
    if (known === undefined) tell(name, "added", { new: tag.at });
    else {
      const context = { what: `the tag ${quoted(name)}`, view, isEmitted: false };
      compareTexts(scope, { old: known, new: tag }, context);
    }
  }
  for (const [name, tag] of before) if (!after.has(name)) tell(name, "removed", { old: tag.at });
}

function tagsOf(document: JsonObject): ReadonlyMap<string, Part> {
  const tags = ownArray(document, "tags").map((tag, index): [string, Part] => [
    ownString(tag, "name") ?? "",
    part(tag, appendPointer("/tags", index)),
  ]);
  return new Map(tags);
}
