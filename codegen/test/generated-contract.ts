import type { Contract } from "../src/contract/contract.ts";
import { readContract } from "../src/contract/read-contract.ts";
import { parse } from "../src/source/parse.ts";
import type { Json } from "../src/source/json.ts";
import type { SourceDocument } from "../src/source/source-document.ts";

/** Documents by path: a value to be written as JSON, or a text as it is. */
export type SourceFiles = Readonly<Record<string, Json>>;

export function textOf(content: Json): string {
  return typeof content === "string" ? content : JSON.stringify(content, null, 2);
}

export function documentsOf(files: SourceFiles): readonly SourceDocument[] {
  const { value, diagnostics } = parse(
    Object.entries(files).map(([path, content]) => ({
      path,
      bytes: new TextEncoder().encode(textOf(content)),
    })),
  );
  refuseErrors(diagnostics);
  return value.documents;
}

/** The contract of documents that are right. */
export function contractOf(files: SourceFiles, name = "pet-shop", lock?: string): Contract {
  const { value, diagnostics } = readContract({ name, label: `schemas/${name}` }, documentsOf(files), lock);
  refuseErrors(diagnostics);
  return value;
}

/** Whether documents have an error in them. */
export function isRefused(files: SourceFiles): boolean {
  const identity = { name: "pet-shop", label: "schemas/pet-shop" };
  const { diagnostics } = readContract(identity, documentsOf(files), undefined);
  return diagnostics.some(({ severity }) => severity === "error");
}

/** One document per schema, each under the title that is its key. */
export function schemaFiles(schemas: Readonly<Record<string, Json>>): SourceFiles {
  return Object.fromEntries(
    Object.entries(schemas).map(([title, schema]) => [
      `${title}.json`,
      typeof schema === "object" ? { title, ...schema } : schema,
    ]),
  );
}

/** The least that an OpenAPI root has. */
export function openapiRoot(parts: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> {
  return {
    openapi: "3.1.0",
    info: { title: "Pet shop", version: "1" },
    servers: [{ url: "https://api.example.com" }],
    ...parts,
  };
}

function refuseErrors(diagnostics: readonly { readonly severity: string; readonly message: string }[]): void {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
}
