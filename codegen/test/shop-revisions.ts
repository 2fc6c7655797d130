import type { Json, JsonObject } from "../src/source/json.ts";
import { openapiRoot } from "./generated-contract.ts";

const reply = (schema: Json): JsonObject => ({
  description: "",
  content: { "application/json": { schema } },
});

/** An API that answers with a pet. */
export function shop(pet: JsonObject, parts: JsonObject = {}): JsonObject {
  const get = { operationId: "list", responses: { "200": reply({ $ref: "#/components/schemas/Pet" }) } };
  return {
    ...openapiRoot({
      paths: { "/pets": { get } },
      components: { schemas: { Pet: { type: "object", ...pet } } },
    }),
    ...parts,
  };
}

export const string = { type: "string" };
export const before = shop({ properties: { name: string, age: { type: "integer" } }, required: ["name"] });
export const fewer = shop({ properties: { name: string }, required: ["name"] });
export const more = shop({
  properties: { name: string, age: { type: "integer" }, tag: string },
  required: ["name"],
});
export const told = shop({
  properties: { name: { ...string, description: "What it is called." }, age: { type: "integer" } },
  required: ["name"],
});
