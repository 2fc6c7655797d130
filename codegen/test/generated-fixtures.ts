import { readdirSync } from "node:fs";
import { join } from "node:path";
import { printLock } from "../src/contract/name-lock.ts";
import { lockOf } from "../src/contract/read-contract.ts";
import { startFormatter } from "../src/output/format.ts";
import { compile, type PackageTree } from "../src/pipeline.ts";
import { load } from "../src/source/load.ts";
import { parse } from "../src/source/parse.ts";

const folder = join(import.meta.dirname, "fixtures");

export const fixtureNames: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
  .toSorted();

/** Where the files of a fixture are: `schemas/` goes in, `expected/` comes out. */
export function fixtureFolder(name: string): string {
  return join(folder, name);
}

export interface CompiledFixture {
  readonly packages: readonly PackageTree[];
  readonly lock: string;
}

/** Compiles a fixture to the last byte, as the command does. */
export async function compileFixture(name: string): Promise<CompiledFixture> {
  const { value: source, diagnostics: loading } = load(join(fixtureFolder(name), "schemas"));
  const { value: parsed, diagnostics: parsing } = parse(source.documents);
  const formatter = startFormatter();
  try {
    const { value, diagnostics } = await compile(parsed.documents, {
      identity: { name, label: `schemas/${name}` },
      naming: { scope: "@sdkmill" },
      lock: source.lock,
      formatter,
    });
    const faults = [...loading, ...parsing, ...diagnostics].map(({ message }) => message);
    if (faults.length > 0) throw new Error(faults.join("\n"));
    const packages = value.packages.filter(({ generated }) => generated.size > 0);
    return { packages, lock: printLock(lockOf(value.contract)) };
  } finally {
    await formatter.close();
  }
}

/** All files of packages by path, as they come to lie in `packages/`. */
export function filesOf(packages: readonly PackageTree[]): ReadonlyMap<string, string> {
  return new Map(
    packages.flatMap((tree) => [
      ...[...tree.generated].map(([path, text]) => [`${tree.folder}/src/generated/${path}`, text] as const),
      ...[...tree.scaffold].map(([path, text]) => [`${tree.folder}/${path}`, text] as const),
    ]),
  );
}
