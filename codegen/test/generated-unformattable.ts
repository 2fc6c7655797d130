/** Compiles a contract of which nothing can be formatted, and prints what it caught. */
import { compile } from "../src/pipeline.ts";
import { documentsOf, openapiRoot } from "./generated-contract.ts";

const list = { operationId: "list", responses: { "204": { description: "" } } };
const root = openapiRoot({ paths: { "/pets": { get: list } }, components: { schemas: { Pet: {} } } });

try {
  await compile(documentsOf({ "openapi.json": root }), {
    identity: { name: "pet-shop", label: "schemas/pet-shop" },
    naming: { scope: "" },
    lock: undefined,
    formatter: {
      format: (path) => Promise.reject(new Error(`${path} can not be formatted.`)),
      close: () => Promise.resolve(),
    },
  });
} catch (cause) {
  process.stdout.write(`Caught: ${cause instanceof Error ? cause.message : ""}`);
}
