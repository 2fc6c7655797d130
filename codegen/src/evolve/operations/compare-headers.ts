import type { JsonObject } from "../../source/json.ts";
import { compareField, reportField, type FieldContext, type FieldPart } from "./compare-field.ts";
import { partsIn, type Part, type PartPair } from "./part.ts";
import { quoted } from "../quoted.ts";
import type { Scope } from "./scope.ts";

/**
 * Compares the headers of an answer; `Content-Type` is none of them (OpenAPI 3.1.1, section 4.8.17.1).
 *
 * @param what such as "the answer `200`"
 */
export function compareHeaders(scope: Scope, pair: PartPair, what: string): void {
  const before = headersOf(scope.comparison.old.document, pair.old);
  const after = headersOf(scope.comparison.new.document, pair.new);
  const context = ({ name }: FieldPart): FieldContext => ({
    kind: "response-header",
    what: `header ${quoted(name)} of ${what}`,
    view: scope.got,
  });
  for (const [key, next] of after) {
    const old = before.get(key);
    if (old === undefined) reportField(scope, context(next), next, "added");
    else compareField(scope, { old, new: next }, context(next));
  }
  for (const [key, old] of before) if (!after.has(key)) reportField(scope, context(old), old, "removed");
}

function headersOf(document: JsonObject, response: Part): ReadonlyMap<string, FieldPart> {
  const headers = [...partsIn(document, "parameter", response, "headers")];
  return new Map(
    headers
      .map(([name, part]): [string, FieldPart] => [name.toLowerCase(), { ...part, name, in: "header" }])
      .filter(([key]) => key !== "content-type"),
  );
}
