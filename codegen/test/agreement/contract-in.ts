import { basename } from "node:path";
import type { Contract } from "../../src/contract/contract.ts";
import { readContract } from "../../src/contract/read-contract.ts";
import { load } from "../../src/source/load.ts";
import { parse } from "../../src/source/parse.ts";

/** The contract in a folder of documents; an error in them is thrown. */
export function contractIn(folder: string): Contract {
  const name = basename(folder);
  const { value: source, diagnostics: loading } = load(folder);
  const { value: parsed, diagnostics: parsing } = parse(source.documents);
  const identity = { name, label: `schemas/${name}` };
  const { value, diagnostics } = readContract(identity, parsed.documents, source.lock, parsed.broken);
  const errors = [...loading, ...parsing, ...diagnostics].filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return value;
}
