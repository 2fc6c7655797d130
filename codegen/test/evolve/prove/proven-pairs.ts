import { compilePrograms } from "../../../src/commands/compile-programs.ts";
import { readPlacedContract } from "../../../src/contract/read-contract.ts";
import { hasErrors } from "../../../src/diagnostics.ts";
import { compareRevisions } from "../../../src/evolve/compare.ts";
import type { PlacedChange } from "../../../src/evolve/placed-change.ts";
import { changesBySubject } from "../../../src/evolve/prove/changes-by-subject.ts";
import type { CompilerError } from "../../../src/evolve/prove/compiler-errors.ts";
import { probeModule } from "../../../src/evolve/prove/consumer-context.ts";
import { consumerPrograms } from "../../../src/evolve/prove/consumer-programs.ts";
import type { Program } from "../../../src/evolve/prove/program.ts";
import { proof, type Proof } from "../../../src/evolve/prove/proof.ts";
import { readSurface, type PackageFiles } from "../../../src/evolve/prove/read-surface.ts";
import type { Revision } from "../../../src/evolve/revision.ts";
import { compile } from "../../../src/pipeline.ts";
import { plainFormatter } from "../../generated-packages.ts";
import { parseSource, type SourceTexts } from "../../source-of.ts";

/** Two revisions of a source. */
export interface SourcePair {
  readonly old: SourceTexts;
  readonly new: SourceTexts;
}

/** What came of one pair. */
export interface ProvenPair {
  readonly programs: readonly Program[];
  /** What the compiler says with the new packages; files are called as the programs are. */
  readonly errors: readonly CompilerError[];
  readonly proof: Proof;
}

interface Side {
  readonly revision: Revision;
  readonly packages: ReadonlyMap<string, PackageFiles>;
}

/**
 * Proves many pairs with one run of the compiler: each is an API of its own.
 *
 * @param judge changes the changes that were found, for tests of what happens to wrong ones
 * @returns for each pair what came of it; undefined if there are no packages of one side
 */
export async function provenPairs(
  pairs: readonly SourcePair[],
  judge: (changes: readonly PlacedChange[]) => readonly PlacedChange[] = (changes) => changes,
): Promise<readonly (ProvenPair | undefined)[]> {
  const prepared = await Promise.all(
    pairs.map(async (pair, index) => {
      const name = `api${index}`;
      const [old, next] = await Promise.all([side(pair.old, name), side(pair.new, name)]);
      if (old === undefined || next === undefined) return undefined;
      const [types, client] = packageNames(name);
      const surface = readSurface(filesOf(old, types), filesOf(old, client));
      const context = { revision: old.revision, surface, typesPackage: types, clientPackage: client };
      return { old, new: next, prefix: `${name}-`, programs: consumerPrograms(context) };
    }),
  );
  const ready = prepared.filter((pair) => pair !== undefined);
  const errors = await compilePrograms(
    {
      programs: new Map([
        [probeModule.file, probeModule.text],
        ...ready.flatMap(({ prefix, programs }) =>
          programs.map(
            ({ file, lines }) => [prefix + file, lines.map(({ text }) => text).join("\n")] as const,
          ),
        ),
      ]),
      old: new Map(ready.flatMap((pair) => [...pair.old.packages])),
      new: new Map(ready.flatMap((pair) => [...pair.new.packages])),
    },
    false,
  );
  return prepared.map((pair) => {
    if (pair === undefined) return undefined;
    const { prefix, programs, old, new: next } = pair;
    const own = (all: readonly CompilerError[]): readonly CompilerError[] => {
      const folder = `@sdkmill/${prefix}`;
      return all.flatMap((error) => {
        if (error.file.startsWith(prefix)) return [{ ...error, file: error.file.slice(prefix.length) }];
        return error.file.includes(folder) || error.file === "" ? [error] : [];
      });
    };
    const policy = next.revision.contract.options.evolution;
    const changes = judge(compareRevisions(old.revision, next.revision, policy));
    const bySubject = changesBySubject(old.revision, next.revision, changes);
    const sides = { old: own(errors.old), new: own(errors.new) };
    return { programs, errors: sides.new, proof: proof(programs, sides, bySubject, policy) };
  });
}

function packageNames(name: string): readonly [types: string, client: string] {
  return [`@sdkmill/${name}-types`, `@sdkmill/${name}-client`];
}

function filesOf({ packages }: Side, name: string): PackageFiles {
  return packages.get(name) ?? new Map();
}

async function side(source: SourceTexts, name: string): Promise<Side | undefined> {
  const { documents, broken } = parseSource(source).value;
  const identity = { name, label: `schemas/${name}` };
  const placed = readPlacedContract(identity, documents, undefined, broken);
  const options = { identity, naming: { scope: "@sdkmill" }, lock: undefined, formatter: plainFormatter };
  const compiled = await compile(documents, { ...options, broken, isBroken: broken.length > 0 });
  if (hasErrors(compiled.diagnostics) || broken.length > 0) return undefined;
  return {
    revision: { ...placed.value, label: identity.label, isFile: false },
    packages: new Map(
      compiled.value.packages
        .filter(({ folder }) => !folder.endsWith("-validators"))
        .map(({ folder, generated }) => [`@sdkmill/${folder}`, generated]),
    ),
  };
}
