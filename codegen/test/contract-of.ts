import { assemble, type Assembled } from "../src/contract/assemble.ts";
import type { Contract, NamedSchema, Operation } from "../src/contract/contract.ts";
import { dottedName } from "../src/contract/operation-names.ts";
import { readContract } from "../src/contract/read-contract.ts";
import { locate, type LocatedDiagnostic } from "../src/source/locate.ts";
import { faultLines } from "./source-faults.ts";
import { documentsOf, parseSource, type SourceTexts } from "./source-of.ts";

const identity = { name: "shop", label: "schemas/shop" };

/** A source on its way to a contract, with all that was found, in the order in which it is reported. */
export interface ReadSource {
  readonly contract: Contract;
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly faults: readonly string[];
}

/** Reads a source from its texts to its contract, as a command would. */
export function readSource(source: SourceTexts, lock?: string): ReadSource {
  const parsed = parseSource(source);
  const { value, diagnostics } = readContract(identity, parsed.value.documents, lock, parsed.value.broken);
  const located = locate([...parsed.diagnostics, ...diagnostics], parsed.value.texts);
  return { contract: value, diagnostics: located, faults: faultLines(located) };
}

/** The contract of a source in which nothing is wrong. */
export function contractOf(source: SourceTexts, lock?: string): Contract {
  const { contract, faults } = readSource(source, lock);
  if (faults.length > 0) throw new Error(`A test has a faulty source: ${faults.join(", ")}`);
  return contract;
}

/** All documents of a source as one, before anything else happens to them. */
export function assembledOf(source: SourceTexts): Assembled {
  return assemble(documentsOf(source)).value;
}

/** Public names of schemas by their keys. */
export function schemaNames({ schemas }: Contract): Readonly<Record<string, string>> {
  return Object.fromEntries(schemas.map(({ key, name }) => [key, name]));
}

/** Dotted names of operations, in their order. */
export function operationNames({ operations }: Contract): readonly string[] {
  return operations.map(({ name }) => dottedName(name));
}

export function schemaOf(contract: Contract, key: string): NamedSchema {
  const found = contract.schemas.find((schema) => schema.key === key);
  if (found === undefined) throw new Error(`There is no schema ${key}.`);
  return found;
}

export function operationOf(contract: Contract, dotted: string): Operation {
  const found = contract.operations.find(({ name }) => dottedName(name) === dotted);
  if (found === undefined) throw new Error(`There is no operation ${dotted}.`);
  return found;
}
