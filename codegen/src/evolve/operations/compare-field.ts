import { own, type JsonObject } from "../../source/json.ts";
import { compareSchemaFields } from "./compare-schema-fields.ts";
import { compareTexts, fieldSites, isDifferent } from "./compare-texts.ts";
import { serializationOf } from "./field-serialization.ts";
import type { View } from "../finding.ts";
import { partsIn, type Part, type PartPair } from "./part.ts";
import { quoted } from "../quoted.ts";
import { report, type Scope } from "./scope.ts";

/** A parameter, or a header of an answer, as messages call it. */
export interface FieldContext {
  readonly kind: "parameter" | "response-header";
  /** Such as "query parameter `limit`". */
  readonly what: string;
  readonly view: View;
}

/** A field with its name, and where it is sent: `query`, `header`. */
export interface FieldPart extends Part {
  readonly name: string;
  readonly in: string;
}

export interface FieldPair {
  readonly old: FieldPart;
  readonly new: FieldPart;
}

/** Whether a value has to be sent; what is in a path always has. */
function isRequired({ node, in: where }: FieldPart): boolean {
  return where === "path" || own(node, "required") === true;
}

/** Reports that a field is there now, or is not any more. */
export function reportField(
  scope: Scope,
  { kind, what, view }: FieldContext,
  field: FieldPart,
  action: "added" | "removed",
): void {
  const { at } = field;
  const need = isRequired(field) ? "required" : "optional";
  const message = `The ${need} ${what} was ${action}.`;
  report(scope, view, `${kind}-${action}-${need}`, message, action === "added" ? { new: at } : { old: at });
}

/** Compares two fields that stand for each other: everything but their places, and of their names the case. */
export function compareField(scope: Scope, pair: FieldPair, { kind, what, view }: FieldContext): void {
  const { old, new: next } = pair;
  const sites = { old: old.pointer, new: next.pointer };
  if (next.in === "header" && old.in === next.in && old.name !== next.name) {
    const message = `The ${what} was spelled ${quoted(old.name)}.`;
    report(scope, view, `${kind}-respelled`, message, sites);
  }
  const [was, is] = [isRequired(old), isRequired(next)];
  if (was !== is) {
    const need = is ? "required" : "optional";
    report(scope, view, `${kind}-became-${need}`, `The ${what} became ${need}.`, sites);
  }
  if (isDeprecated(next) !== isDeprecated(old)) {
    const [state, words] = isDeprecated(next)
      ? ["deprecated", "is deprecated now"]
      : ["reactivated", "is no longer deprecated"];
    report(scope, view, `${kind}-${state}`, `The ${what} ${words}.`, fieldSites(pair, "deprecated"));
  }
  if (isWrittenOtherwise(scope, pair)) {
    const message = `The ${what} is written in another way: \`style\`, \`explode\` or \`content\` was changed.`;
    report(scope, view, `${kind}-serialization-changed`, message, sites);
  }
  if (isDifferent(pair, "x-sdkmill-secret")) {
    const message = `Whether the value of the ${what} is told in errors was changed.`;
    report(scope, view, "secret-changed", message, fieldSites(pair, "x-sdkmill-secret"));
  }
  compareTexts(scope, pair, { what: `the ${what}`, view, isEmitted: true });
  const values: PartPair = {
    old: valuePart(scope.comparison.old.document, old),
    new: valuePart(scope.comparison.new.document, next),
  };
  compareSchemaFields(scope, values, { kind, what: `the ${what}`, view });
}

function isDeprecated({ node }: Part): boolean {
  return own(node, "deprecated") === true;
}

/** At another place, everything is written in another way. */
function isWrittenOtherwise({ comparison }: Scope, { old, new: next }: FieldPair): boolean {
  if (old.in !== next.in) return false;
  const before = serializationOf(comparison.old.document, old.node, old.in);
  const after = serializationOf(comparison.new.document, next.node, next.in);
  const isExploded =
    before.explode !== undefined && after.explode !== undefined && before.explode !== after.explode;
  return isExploded || before.style !== after.style || before.mediaType !== after.mediaType;
}

/** What has the schema of a field: itself, or the only media type of its content. */
function valuePart(document: JsonObject, part: Part): Part {
  if (own(part.node, "schema") !== undefined) return part;
  const [content] = partsIn(document, "mediaType", part, "content").values();
  return content ?? part;
}
