import type { Contract } from "../contract/contract.ts";

/** What a generated package is for; also the end of its name: `@sdkmill/stytch-types`. */
export type PackageKind = "types" | "validators" | "client";

/** Names that a module takes from another one; made into `import` lines when the file is printed. */
export interface Import {
  readonly from: string;
  readonly names: readonly string[];
  readonly typeOnly: boolean;
}

/** A file under `src/generated/` of a package, before banner, imports and formatting are put to it. */
export interface GeneratedFile {
  /** Path under `src/generated/`, with `/`. */
  readonly path: string;
  readonly imports: readonly Import[];
  /** Top-level statements or groups of them; a blank line comes between. */
  readonly body: readonly string[];
  /** Documents of the source that it was made from; empty for the whole source. */
  readonly sources: readonly string[];
  /** Whether prettier goes over it. */
  readonly formatted: boolean;
}

/** A file of a package that is written once, when it is not there, and belongs to people from then on. */
export interface ScaffoldFile {
  /** Path in the package. */
  readonly path: string;
  readonly text: string;
}

/** How packages are called. */
export interface PackageNaming {
  /** npm scope, with `@`; empty for none. */
  readonly scope: string;
}

/**
 * Turns the contract into the files of one package, one after the other, so that the first can be
 * formatted while the last is made. Pure: no disk, no clock, no shared state. Asynchronous only because
 * the libraries underneath are.
 */
export interface Emitter {
  readonly kind: PackageKind;
  /** Whether there is anything to emit from a contract (a client needs operations). */
  readonly applies: (contract: Contract) => boolean;
  readonly emit: (contract: Contract, naming: PackageNaming) => AsyncIterable<GeneratedFile>;
  readonly scaffold: (contract: Contract, naming: PackageNaming) => readonly ScaffoldFile[];
}

/** `stytch` and `types` → `stytch-types`: the folder of a package, and its name without the scope. */
export function packageFolder(contract: Contract, kind: PackageKind): string {
  return `${contract.name}-${kind}`;
}

export function packageName(contract: Contract, kind: PackageKind, { scope }: PackageNaming): string {
  const folder = packageFolder(contract, kind);
  return scope === "" ? folder : `${scope}/${folder}`;
}
