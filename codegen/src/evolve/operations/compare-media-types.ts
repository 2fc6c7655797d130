import { isDeepStrictEqual } from "node:util";
import { isObject, own, ownObject, ownString, type Json } from "../../source/json.ts";
import type { Verdict } from "../change.ts";
import { compareSchemaFields } from "./compare-schema-fields.ts";
import { compareTexts, fieldSites } from "./compare-texts.ts";
import type { View } from "../finding.ts";
import { matchCovered, type CoveredKeys, type CoveredMatch } from "./match-covered.ts";
import { partsIn, type Part, type PartPair } from "./part.ts";
import { quoted } from "../quoted.ts";
import { report, type Scope } from "./scope.ts";

/** What has the content that is compared. */
export interface ContentContext {
  /** Such as "the answer `200`". */
  readonly what: string;
  readonly view: View;
  /** What a media type more, which has this schema, demands of types; without it, the rule does. */
  readonly typesOfAdded?: (mediaType: string, schema: Json | undefined) => Verdict;
}

/** Compares the `content` of request bodies, responses, or whatever else has any. */
export function compareMediaTypes(scope: Scope, pair: PartPair, context: ContentContext): void {
  const { what, view, typesOfAdded } = context;
  const old = partsIn(scope.comparison.old.document, "mediaType", pair.old, "content");
  const next = partsIn(scope.comparison.new.document, "mediaType", pair.new, "content");
  const { matches, added, removed } = matchCovered(coveredKeys(old), coveredKeys(next), mediaTypeIdentity);
  for (const mediaType of next.keys()) {
    for (const match of matches.filter((candidate) => candidate.new === mediaType))
      compareMediaType(scope, match, old, next, context);
    if (!added.includes(mediaType)) continue;
    const part = next.get(mediaType);
    const types = typesOfAdded?.(mediaType, own(part?.node, "schema"));
    const message = `The media type ${quoted(mediaType)} of ${what} was added.`;
    report(
      scope,
      view,
      "media-type-added",
      message,
      { new: part?.at },
      types === undefined ? undefined : { types },
    );
  }
  for (const mediaType of removed) {
    const message = `The media type ${quoted(mediaType)} of ${what} was removed.`;
    report(scope, view, "media-type-removed", message, { old: old.get(mediaType)?.at });
  }
}

function compareMediaType(
  scope: Scope,
  match: CoveredMatch,
  oldParts: ReadonlyMap<string, Part>,
  newParts: ReadonlyMap<string, Part>,
  { what, view }: ContentContext,
): void {
  const [old, next] = [oldParts.get(match.old), newParts.get(match.new)];
  if (old === undefined || next === undefined) return;
  const sites = { old: old.at, new: next.at };
  const change = `The media type ${quoted(match.old)} of ${what} became ${quoted(match.new)}.`;
  if (match.relation !== "same") {
    // Where the range was there before or still is, the same goes over the wire.
    const kept = match.relation === "generalized" ? { wire: "none" as const } : keptRange;
    const beside = `The media type ${quoted(match.new)} of ${what} has an entry beside ${quoted(match.old)} now.`;
    const isBeside = match.isKept && match.relation === "specialized";
    const message = isBeside ? beside : change;
    report(scope, view, `media-type-${match.relation}`, message, sites, match.isKept ? kept : undefined);
  } else if (match.old !== match.new) {
    report(scope, view, "media-type-respelled", change, sites);
  }
  const content = `the media type ${quoted(match.new)} of ${what}`;
  const pair = { old, new: next };
  compareTexts(scope, pair, { what: content, view, isEmitted: true });
  compareSchemaFields(scope, pair, { kind: "media-type", what: content, view });
  if (!isDeepStrictEqual(encodingOf(old.node), encodingOf(next.node))) {
    const message = `The encoding of ${content} was changed.`;
    report(scope, view, "encoding-changed", message, fieldSites(pair, "encoding"));
  }
}

/** Another key in the types package, beside the one that stays. */
const keptRange = { types: "minor", wire: "none" } as const;

function coveredKeys(parts: ReadonlyMap<string, Part>): CoveredKeys {
  const keys = [...parts.keys()];
  return {
    keys,
    covering: (key) => {
      const [type = ""] = mediaTypeIdentity(key).split("/");
      const ranges = [`${type}/*`, "*/*"].filter((range) => range !== mediaTypeIdentity(key));
      return ranges.flatMap((range) => keys.filter((candidate) => mediaTypeIdentity(candidate) === range));
    },
  };
}

/** A media type without regard to case, and without the charset, which JSON has none of (RFC 8259, section 11). */
function mediaTypeIdentity(mediaType: string): string {
  const [type = "", ...parameters] = mediaType
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  return [type, ...parameters.filter((part) => !part.startsWith("charset=")).toSorted()].join(";");
}

/** How properties are encoded, without what is said by default (OpenAPI 3.1.1, section 4.8.15.1). */
function encodingOf(node: Json): Json {
  const entries = Object.entries(ownObject(node, "encoding")).flatMap(([name, encoding]) => {
    const style = ownString(encoding, "style") ?? "form";
    const defaults = new Map<string, Json>([
      ["style", "form"],
      ["explode", style === "form"],
      ["allowReserved", false],
    ]);
    const said = isObject(encoding)
      ? Object.entries(encoding).filter(([key, value]) => value !== defaults.get(key))
      : [];
    return said.length === 0 ? [] : [[name, Object.fromEntries(said)] as const];
  });
  return Object.fromEntries(entries);
}
