import { describe, expect, test } from "vitest";
import type { Change, Verdict } from "../../../src/evolve/change.ts";
import { compare } from "../../../src/evolve/compare.ts";
import type { Json } from "../../../src/source/json.ts";
import { apiWith, revisionOf, type SchemaPlace } from "../revision-of.ts";
import { schemaSamples } from "./schema-samples.ts";

const letters: Readonly<Record<Verdict, string>> = { major: "M", minor: "m", patch: "p", none: "-" };

function line({ kind, types, wire, validators }: Change): string {
  return `${kind} ${[types, wire, validators].map((verdict) => letters[verdict]).join("/")}`;
}

/** Enums are closed, so that what is said of values counts. */
const closed = { responseEnums: "closed" };

/** Beside a property, since a body that is no object any more is another matter. */
function linesOf(place: SchemaPlace, old: Json, next: Json): readonly string[] {
  const [before, after] = [old, next].map((schema) =>
    revisionOf(apiWith(place, { type: "object", properties: { value: schema } }, {}, closed)),
  );
  if (before === undefined || after === undefined) return [];
  return compare(before, after).changes.map(line).toSorted();
}

describe.each(schemaSamples)("$title", ({ old, new: next, request, response }) => {
  test("in requests", () => {
    expect(linesOf("request", old, next)).toStrictEqual(request);
  });

  test("in answers", () => {
    expect(linesOf("response", old, next)).toStrictEqual(response);
  });
});
