import { expect, test } from "vitest";
import { componentsOf, reachedComponents } from "../../../src/evolve/pull/reached-components.ts";
import type { Json } from "../../../src/source/json.ts";

const ref = (key: string): Json => ({ $ref: `#/components/schemas/${key}` });

const components = componentsOf({
  components: {
    schemas: {
      A: { properties: { b: ref("B") } },
      B: { items: ref("A") },
      Pet: {
        discriminator: { propertyName: "kind", mapping: { dog: "Dog", cat: "#/components/schemas/Cat" } },
      },
      Dog: { type: "object" },
      Cat: { type: "object" },
      Base: { discriminator: { propertyName: "kind" } },
      Heir: { allOf: [ref("Base"), ref("B")] },
      "a/b": { type: "string" },
      Alone: {},
    },
    responses: { Fault: { content: { "application/json": { schema: ref("A") } } } },
    securitySchemes: { basic: { type: "http" }, other: { type: "http" } },
    "x-notes": { schemas: {} },
  },
});

test.each<readonly [what: string, root: Json, want: readonly string[]]>([
  ["nothing", {}, []],
  ["what refers to each other", ref("A"), ["schemas/A", "schemas/B"]],
  [
    "over a component of another kind",
    { $ref: "#/components/responses/Fault" },
    ["responses/Fault", "schemas/A", "schemas/B"],
  ],
  ["a part of a schema", { $ref: "#/components/schemas/Dog/properties/a" }, ["schemas/Dog"]],
  ["a key with a slash", { $ref: "#/components/schemas/a~1b" }, ["schemas/a/b"]],
  ["what a discriminator names", ref("Pet"), ["schemas/Cat", "schemas/Dog", "schemas/Pet"]],
  // Prevents: heirs of a schema are not taken over, since only their names in data lead to them.
  [
    "what is made of a schema with a discriminator",
    ref("Base"),
    ["schemas/A", "schemas/B", "schemas/Base", "schemas/Heir"],
  ],
  ["credentials", { security: [{ basic: [] }, {}] }, ["securitySchemes/basic"]],
  ["what is not there", ref("Nope"), []],
  // An anchor or an identifier can be of any of them.
  ["everything, with a reference that is no pointer", { $ref: "#anchor" }, [...components.keys()].toSorted()],
])("%s is reached", (_, root, want) => {
  expect([...reachedComponents([root], components)].toSorted()).toStrictEqual(want);
});
