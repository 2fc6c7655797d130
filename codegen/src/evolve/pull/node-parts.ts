/** What stands under the keys of a node of a contract, as far as taking facts over is concerned. */

import { shapeUnder, type NodeKind } from "../../source/openapi-shape.ts";

/** Nodes of the shape table, and those that it does not need. Everything in an info object is for people. */
export type PartKind = NodeKind | "info" | "server" | "securityScheme" | "data";

export type Part =
  /** Written for people: ours may differ from the vendor's. */
  | { readonly role: "text" }
  | { readonly role: "example" }
  | { readonly role: "extension" }
  /** A fact that is compared as a whole. */
  | { readonly role: "data" }
  /** A list whose order means nothing. */
  | { readonly role: "set" }
  | { readonly role: "one" | "list" | "map"; readonly kind: PartKind };

const texts: Readonly<Partial<Record<PartKind, ReadonlySet<string>>>> = {
  document: new Set(["tags", "externalDocs"]),
  pathItem: new Set(["summary", "description"]),
  operation: new Set(["summary", "description", "tags", "externalDocs"]),
  parameter: new Set(["description"]),
  requestBody: new Set(["description"]),
  response: new Set(["description", "summary"]),
  schema: new Set(["title", "description", "$comment", "externalDocs"]),
  server: new Set(["name", "description"]),
  securityScheme: new Set(["description"]),
};

const examples: ReadonlySet<PartKind> = new Set(["parameter", "mediaType", "schema"]);

const sets: ReadonlySet<string> = new Set(["required", "enum", "type"]);

/** What the shape table does not tell of. */
const parts: Readonly<Partial<Record<PartKind, Readonly<Record<string, Part>>>>> = {
  document: {
    info: { role: "one", kind: "info" },
    servers: { role: "list", kind: "server" },
  },
  pathItem: { servers: { role: "list", kind: "server" } },
  operation: { servers: { role: "list", kind: "server" } },
  components: {
    securitySchemes: { role: "map", kind: "securityScheme" },
    examples: { role: "map", kind: "data" },
    links: { role: "map", kind: "data" },
    mediaTypes: { role: "map", kind: "mediaType" },
  },
};

/** What stands under a key of a node. */
export function partUnder(kind: PartKind, key: string): Part {
  if (kind === "data") return { role: "data" };
  if (key.startsWith("x-")) return { role: "extension" };
  if (kind === "info" || texts[kind]?.has(key) === true) return { role: "text" };
  if (examples.has(kind) && (key === "example" || key === "examples")) return { role: "example" };
  if (kind === "schema" && sets.has(key)) return { role: "set" };
  const known = parts[kind];
  if (known !== undefined && Object.hasOwn(known, key)) return known[key] ?? { role: "data" };
  if (kind === "server" || kind === "securityScheme") return { role: "data" };
  const shape = shapeUnder(kind, key);
  if (shape === undefined) return { role: "data" };
  if ("one" in shape) return { role: "one", kind: shape.one };
  return "list" in shape ? { role: "list", kind: shape.list } : { role: "map", kind: shape.map };
}

/** Whether an entry of a map of nodes is an extension among them: maps of schemas, headers and names have none. */
export function isExtensionEntry(kind: PartKind, key: string): boolean {
  return (kind === "pathItem" || kind === "response") && key.startsWith("x-");
}
