import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/source/json.ts";
import { readSource } from "../contract-of.ts";
import { api, apiWithSchemas, reference } from "../contract-parts.ts";

function faultsOf(schemas: JsonObject): readonly string[] {
  const { diagnostics } = readSource({ "a.json": apiWithSchemas(schemas) });
  return diagnostics.map(({ code, place }) => `${code} ${place?.pointer.replace("/components/schemas", "")}`);
}

const a = reference("A");
const b = reference("B");

describe("references that lead back to themselves", () => {
  it.each<{ name: string; schemas: JsonObject; want: readonly string[] }>([
    { name: "at once", schemas: { A: a }, want: ["/A/$ref"] },
    { name: "by way of another schema", schemas: { A: b, B: a }, want: ["/B/$ref"] },
    { name: "in allOf", schemas: { A: { allOf: [{}, a] } }, want: ["/A/allOf/1/$ref"] },
    { name: "in anyOf", schemas: { A: { anyOf: [{ type: "null" }, a] } }, want: ["/A/anyOf/1/$ref"] },
    { name: "in oneOf", schemas: { A: { oneOf: [a] } }, want: ["/A/oneOf/0/$ref"] },
    { name: "in not", schemas: { A: { not: a } }, want: ["/A/not/$ref"] },
    {
      name: "in if, then and else",
      // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
      schemas: { A: { if: a, then: a, else: a } },
      want: ["/A/if/$ref", "/A/then/$ref", "/A/else/$ref"],
    },
    {
      name: "in dependentSchemas",
      schemas: { A: { dependentSchemas: { x: a } } },
      want: ["/A/dependentSchemas/x/$ref"],
    },
    {
      name: "deep in each other",
      schemas: { A: { allOf: [{ anyOf: [{ not: a }] }] } },
      want: ["/A/allOf/0/anyOf/0/not/$ref"],
    },
    {
      name: "by way of a definition",
      schemas: { A: { $defs: { x: a }, $ref: "#/components/schemas/A/$defs/x" } },
      want: ["/A/$defs/x/$ref"],
    },
    { name: "twice", schemas: { A: a, B: b }, want: ["/A/$ref", "/B/$ref"] },
  ])("are found $name", ({ schemas, want }) => {
    expect(faultsOf(schemas)).toEqual(want.map((pointer) => `reference-cycle ${pointer}`));
  });

  it.each<{ name: string; schemas: JsonObject }>([
    { name: "in a property", schemas: { A: { properties: { x: a } } } },
    { name: "in an item", schemas: { A: { items: a } } },
    { name: "in a prefix item", schemas: { A: { prefixItems: [a] } } },
    { name: "in additional properties", schemas: { A: { additionalProperties: a } } },
    { name: "in a property of another schema", schemas: { A: { allOf: [b] }, B: { properties: { x: a } } } },
    {
      name: "in an alternative within a property",
      schemas: { A: { properties: { x: { anyOf: [a, { type: "null" }] } } } },
    },
    { name: "in names of properties", schemas: { A: { propertyNames: a } } },
  ])("are fine $name", ({ schemas }) => {
    expect(faultsOf(schemas)).toEqual([]);
  });

  // Prevents: taking a property for the keyword of its name.
  it.each(["not", "if", "then", "else"])("are fine in a property called %s", (name) => {
    expect(faultsOf({ A: { properties: { [name]: a } } })).toEqual([]);
  });

  it("are not two ways to one schema", () => {
    expect(faultsOf({ A: { allOf: [b, reference("C")] }, B: { allOf: [reference("C")] }, C: {} })).toEqual(
      [],
    );
  });

  it("are found behind a key that a pointer has to escape", () => {
    expect(faultsOf({ "A.B": { anyOf: [reference("A.B")] } })).toEqual(["reference-cycle /A.B/anyOf/0/$ref"]);
  });

  it("do not follow a reference that dangles", () => {
    expect(faultsOf({ A: { allOf: [reference("Nope")] } })).toEqual(["reference-dangling /A/allOf/0/$ref"]);
  });

  it("are found among responses, parameters and other parts as well", () => {
    const parts = { A: { $ref: "#/components/responses/B" }, B: { $ref: "#/components/responses/A" } };
    const { diagnostics } = readSource({ "a.json": api({ components: { responses: parts } }) });
    expect(diagnostics.map(({ code }) => code)).toEqual(["reference-cycle"]);
  });

  // Prevents: an overflow of the stack, which is no diagnostic.
  it("are looked for along a chain of any length", () => {
    const count = 20_000;
    const chain = Array.from({ length: count }, (_, index) => [
      `S${index}`,
      index === count - 1 ? {} : { allOf: [reference(`S${index + 1}`)] },
    ]);
    expect(faultsOf(Object.fromEntries(chain) as JsonObject)).toEqual([]);
  });
});
