import { resolvePointer } from "../../source/json-pointer.ts";
import { isObject, own } from "../../source/json.ts";
import { schemaPointer } from "../../contract/component-schemas.ts";
import type { Verdicts } from "../change.ts";
import { isShared } from "./compare-constraints.ts";
import { bareReference } from "./normalize-schema.ts";
import type { NormalSchema, SchemaPart } from "./normal-schema.ts";
import type { Revision } from "../revision.ts";
import { quoted } from "../quoted.ts";
import { anyPart, placeWords, type SchemaPair } from "./schema-pair.ts";

/** Properties by name, by pattern, and all others. */
export function compareObjects(pair: SchemaPair): void {
  if (!isShared(pair, ["object"])) return;
  compareProperties(pair);
  comparePatternProperties(pair);
  compareOthers(pair);
}

function compareProperties(pair: SchemaPair): void {
  const { old, new: next } = pair;
  for (const [name, after] of next.properties) {
    const before = old.properties.get(name);
    if (before === undefined) noteAdded(pair, name, after);
    else compareProperty(pair, name, before, after);
  }
  for (const [name, before] of old.properties) {
    if (!next.properties.has(name)) noteRemoved(pair, name, before);
  }
  // What is required and not declared.
  for (const [name, pointer] of next.required) {
    if (!next.properties.has(name) && !old.required.has(name))
      noteRequired(pair, name, { old: old.pointer, new: pointer });
  }
  for (const [name, pointer] of old.required) {
    if (!old.properties.has(name) && !next.required.has(name))
      noteOptional(pair, name, { old: pointer, new: next.pointer });
  }
}

/** Nothing of it goes over the wire in this position. */
const unsent = { wire: "none", validators: "none" } as const;

function noteAdded(pair: SchemaPair, name: string, parts: readonly SchemaPart[]): void {
  const { old, new: next, view, policy } = pair;
  const places = { old: old.pointer, new: parts[0]?.pointer };
  const isRequired = next.required.has(name);
  const what = propertyWords(pair, name);
  if (isHidden(pair.revisions.new, parts, view.side)) {
    const kind = isRequired ? "required-property-added" : "property-added";
    pair.note(kind, `${what} is there now.`, places, unsent);
    return;
  }
  if (isRequired && !old.required.has(name)) {
    pair.note("required-property-added", `${what} is there now, and required.`, places);
    return;
  }
  const isNarrowing = view.side === "request" || view.sense !== "same";
  const isStrict = isNarrowing && policy.openWorld === "strict" && !isClosed(old);
  const isExact = view.side === "response" && isClosed(old) && validatesExactly(pair.revisions.old);
  const verdicts: Partial<Verdicts> = isStrict || isExact ? { wire: "major" } : {};
  pair.note("property-added", `${what} is there now.`, places, verdicts);
}

function validatesExactly({ contract }: Revision): boolean {
  return contract.options.responseValidation !== "tolerant";
}

function noteRemoved(pair: SchemaPair, name: string, parts: readonly SchemaPart[]): void {
  const { old, new: next, view } = pair;
  const places = { old: parts[0]?.pointer, new: next.pointer };
  const wasRequired = old.required.has(name) && !next.required.has(name);
  const kind = wasRequired ? "required-property-removed" : "property-removed";
  const message = `${propertyWords(pair, name)} is gone.`;
  if (isHidden(pair.revisions.old, parts, view.side)) pair.note(kind, message, places, unsent);
  else if (view.side === "request" && isClosed(next)) pair.note(kind, message, places, { wire: "major" });
  else pair.note(kind, message, places);
}

function compareProperty(
  pair: SchemaPair,
  name: string,
  before: readonly SchemaPart[],
  after: readonly SchemaPart[],
): void {
  const { old, new: next, view, revisions } = pair;
  const wasHidden = isHidden(revisions.old, before, view.side);
  const isGone = isHidden(revisions.new, after, view.side);
  const places = { old: before[0]?.pointer, new: after[0]?.pointer };
  const isRequired = next.required.has(name);
  const what = propertyWords(pair, name);
  const keyword = view.side === "request" ? "read-only" : "write-only";
  if (!wasHidden && isGone) {
    const words = view.side === "request" ? "is only read now" : "is only written now";
    pair.note(`${keyword}-added`, `${what} ${words}.`, places);
  }
  if (wasHidden && !isGone) {
    const words = view.side === "request" ? "can be written now" : "can be read now";
    const kind = isRequired && view.side === "request" ? "required-read-only-removed" : `${keyword}-removed`;
    pair.note(kind, `${what} ${words}.`, places);
  }
  const isSent = view.isSent && !wasHidden && !isGone;
  pair.compare(before, after, { isSent });
  if (old.required.has(name) === isRequired) return;
  const requiring = isRequired
    ? { old: places.old, new: next.required.get(name) }
    : { old: old.required.get(name), new: places.new };
  const verdicts = isSent || !view.isSent ? undefined : unsent;
  if (isRequired) noteRequired(pair, name, requiring, verdicts);
  else noteOptional(pair, name, requiring, verdicts);
}

type Places = Parameters<SchemaPair["note"]>[2];

function noteRequired(pair: SchemaPair, name: string, places: Places, verdicts?: Partial<Verdicts>): void {
  pair.note("property-became-required", `${propertyWords(pair, name)} is required now.`, places, verdicts);
}

function noteOptional(pair: SchemaPair, name: string, places: Places, verdicts?: Partial<Verdicts>): void {
  pair.note("property-became-optional", `${propertyWords(pair, name)} is optional now.`, places, verdicts);
}

function propertyWords({ where }: SchemaPair, name: string): string {
  return `The property ${quoted(where === "" ? name : `${where}.${name}`)}`;
}

/** Whether clients never send a property (`readOnly`) or never get it (`writeOnly`). */
function isHidden(
  { document }: Revision,
  parts: readonly SchemaPart[],
  side: "request" | "response",
): boolean {
  const keyword = side === "request" ? "readOnly" : "writeOnly";
  return parts.some(({ schema }) => {
    const key = bareReference(schema);
    const target = key === undefined ? undefined : resolvePointer(document, schemaPointer(key));
    return own(schema, keyword) === true || own(target, keyword) === true;
  });
}

function comparePatternProperties(pair: SchemaPair): void {
  const { old, new: next } = pair;
  const what = placeWords(pair);
  for (const [pattern, after] of next.patternProperties) {
    const before = old.patternProperties.get(pattern);
    const places = { old: old.pointer, new: after[0]?.pointer };
    if (before !== undefined) pair.compare(before, after);
    else pair.note("pattern-property-added", `${what}: names like \`${pattern}\` have a schema now.`, places);
  }
  for (const [pattern, before] of old.patternProperties) {
    if (next.patternProperties.has(pattern)) continue;
    const places = { old: before[0]?.pointer, new: next.pointer };
    pair.note(
      "pattern-property-removed",
      `${what}: names like \`${pattern}\` have no schema any more.`,
      places,
    );
  }
}

/** Whether properties that are not named are refused. */
function isClosed({ otherProperties, hidden }: NormalSchema): boolean {
  return (
    otherProperties.some(({ part }) => part.schema === false) ||
    (hidden.get("unevaluatedProperties") ?? []).some(({ schema }) => schema === false)
  );
}

function compareOthers(pair: SchemaPair): void {
  const { old, new: next, view, revisions } = pair;
  const closed = (schema: NormalSchema): boolean =>
    schema.otherProperties.some(({ part }) => part.schema === false);
  const [wasClosed, closes] = [closed(old), closed(next)];
  const [had, has] = [hasIndexSignature(old, revisions.old), hasIndexSignature(next, revisions.new)];
  const places = {
    old: old.otherProperties[0]?.part.pointer ?? old.pointer,
    new: next.otherProperties[0]?.part.pointer ?? next.pointer,
  };
  const what = placeWords(pair);
  if (wasClosed !== closes) {
    // Strict validators of requests refuse what is not declared, whether or not the schema says so.
    const said = (closes ? old : next).otherProperties.length > 0;
    const manner = (closes ? revisions.old : revisions.new).contract.options.requestValidation;
    const isSilent = view.side === "request" && !said && manner === "strict";
    const verdicts: Partial<Verdicts> = isSilent ? { validators: "none" } : {};
    if (closes)
      pair.note(
        "additional-properties-closed",
        `${what} may have no other properties any more.`,
        places,
        verdicts,
      );
    else
      pair.note("additional-properties-opened", `${what} may have other properties now.`, places, verdicts);
  }
  if (had && !has)
    pair.note("index-signature-removed", `${what} can not be read by any name any more.`, places);
  if (!had && has) pair.note("index-signature-added", `${what} can be read by any name now.`, places);
  if (wasClosed || closes) return;
  const parts = (schema: NormalSchema): readonly SchemaPart[] =>
    schema.otherProperties.map(({ part }) => part).filter(({ schema: node }) => isObject(node));
  const [before, after] = [parts(old), parts(next)];
  if (before.length === 0 && after.length === 0) return;
  pair.compare(
    before.length === 0 ? anyPart(places.old) : before,
    after.length === 0 ? anyPart(places.new) : after,
    had && has ? {} : { isTyped: false },
  );
}

function hasIndexSignature(
  { otherProperties, patternProperties }: NormalSchema,
  { contract }: Revision,
): boolean {
  if (patternProperties.size > 0) return true;
  if (otherProperties.length === 0) return contract.options.openObjects;
  return otherProperties.some(({ part }) => part.schema !== false);
}
