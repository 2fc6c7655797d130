import type { Contract } from "./contract/contract.ts";
import { readContract, type SourceIdentity } from "./contract/read-contract.ts";
import { hasErrors, type Checked } from "./diagnostics.ts";
import { emitters } from "./emit/emitters.ts";
import { packageFolder, type Emitter, type PackageNaming } from "./emit/emitter.ts";
import type { Formatter } from "./output/format.ts";
import { joinBlocks, print } from "./output/print.ts";
import type { SourceDocument, SourceText } from "./source/source-document.ts";

/** The files of one generated package, by path: what is rewritten, and what is written once. */
export interface PackageTree {
  /** Folder of the package. */
  readonly folder: string;
  /** Under `src/generated/`, complete: what is not here is removed. Empty if the contract has nothing for it. */
  readonly generated: ReadonlyMap<string, string>;
  /** In the package, each written only if it is not there. */
  readonly scaffold: ReadonlyMap<string, string>;
}

export interface Compiled {
  readonly contract: Contract;
  /** Empty if there is an error among the diagnostics. */
  readonly packages: readonly PackageTree[];
}

/** What a compilation needs besides the documents. */
export interface CompileOptions {
  readonly identity: SourceIdentity;
  readonly naming: PackageNaming;
  /** The text of `names.lock.json`, if there is one. */
  readonly lock: string | undefined;
  readonly formatter: Formatter;
  /** Documents that could not be read. */
  readonly broken?: readonly SourceText[];
  /** Reading already failed: only further diagnostics are wanted. */
  readonly isBroken?: boolean;
}

/** The whole way from documents to the texts of packages. Pure: same input, same bytes. */
export async function compile(
  documents: readonly SourceDocument[],
  options: CompileOptions,
): Promise<Checked<Compiled>> {
  const { value: contract, diagnostics } = readContract(
    options.identity,
    documents,
    options.lock,
    options.broken,
  );
  if (options.isBroken === true || hasErrors(diagnostics))
    return { value: { contract, packages: [] }, diagnostics };

  const started: StartedPackage[] = [];
  // One after the other: they compete for one thread, while what they emit is formatted in another.
  for (const emitter of emitters) started.push(await startPackage(emitter, contract, options));
  return { value: { contract, packages: await Promise.all(started.map(finishPackage)) }, diagnostics };
}

type PendingText = Promise<readonly [path: string, text: string]>;

/** A package whose files are all emitted, and on their way through the formatter. */
interface StartedPackage {
  readonly folder: string;
  readonly generated: readonly PendingText[];
  readonly scaffold: readonly PendingText[];
}

/** Waits with a failure until someone asks. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

async function startPackage(
  emitter: Emitter,
  contract: Contract,
  { naming, formatter }: CompileOptions,
): Promise<StartedPackage> {
  const folder = packageFolder(contract, emitter.kind);
  if (!emitter.applies(contract)) return { folder, generated: [], scaffold: [] };
  const format = async (path: string, blocks: readonly string[]): PendingText => [
    path,
    await formatter.format(path, blocks),
  ];
  const generated: PendingText[] = [];
  for await (const file of emitter.emit(contract, naming)) {
    const blocks = print(file, contract);
    generated.push(
      file.formatted ? handled(format(file.path, blocks)) : Promise.resolve([file.path, joinBlocks(blocks)]),
    );
  }
  const scaffold = emitter.scaffold(contract, naming).map(({ path, text }) => handled(format(path, [text])));
  return { folder, generated, scaffold };
}

async function finishPackage({ folder, generated, scaffold }: StartedPackage): Promise<PackageTree> {
  return {
    folder,
    generated: new Map(await Promise.all(generated)),
    scaffold: new Map(await Promise.all(scaffold)),
  };
}
