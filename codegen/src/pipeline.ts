import type { Contract } from "./contract/contract.ts";
import { readContract, type SourceIdentity } from "./contract/read-contract.ts";
import { hasErrors, type Checked } from "./diagnostics.ts";
import { emitters } from "./emit/emitters.ts";
import { packageFolder, type PackageNaming } from "./emit/emitter.ts";
import type { SourceDocument } from "./source/source-document.ts";

/** The files of one generated package, by path: what is rewritten, and what is written once. */
export interface PackageTree {
  /** Folder of the package. */
  readonly folder: string;
  /** Under `src/generated/`, complete: what is not here is removed. */
  readonly generated: ReadonlyMap<string, string>;
  /** In the package, each written only if it is not there. */
  readonly scaffold: ReadonlyMap<string, string>;
}

export interface Compiled {
  readonly contract: Contract;
  readonly packages: readonly PackageTree[];
}

/**
 * The whole way from documents to the texts of packages. Pure: same input, same bytes. With an error
 * among the diagnostics there are no packages.
 *
 * @param isBroken whether reading already failed, so that only further diagnostics are wanted
 */
export async function compile(
  identity: SourceIdentity,
  documents: readonly SourceDocument[],
  lock: string | undefined,
  naming: PackageNaming,
  isBroken = false,
): Promise<Checked<Compiled>> {
  const { value: contract, diagnostics } = readContract(identity, documents, lock);
  if (isBroken || hasErrors(diagnostics)) return { value: { contract, packages: [] }, diagnostics };

  const { print } = await import("./output/print.ts");
  const { format } = await import("./output/format.ts");
  const packages = await Promise.all(
    emitters
      .filter((emitter) => emitter.applies(contract))
      .map(async (emitter): Promise<PackageTree> => {
        const files = await emitter.emit(contract, naming);
        const texts = await Promise.all(
          files.map(async (file) => {
            const text = print(file, contract);
            return [file.path, file.formatted ? await format(text) : text] as const;
          }),
        );
        const scaffold = emitter.scaffold(contract, naming).map(({ path, text }) => [path, text] as const);
        return {
          folder: packageFolder(contract, emitter.kind),
          generated: new Map(texts),
          scaffold: new Map(scaffold),
        };
      }),
  );
  return { value: { contract, packages }, diagnostics };
}
