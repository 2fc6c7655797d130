import type { Contract } from "../../contract/contract.ts";
import { pascalCase } from "../../contract/words.ts";
import { packageName, type Import, type PackageNaming } from "../emitter.ts";

/** What the modules of a client call the types package: so none of its names can clash with one of theirs. */
export const typesName = "types";

/** Prefixes with which a generated name would be one of the runtime's (`ApiError`, `ClientOptions`, `CallOptions`). */
const runtimePrefixes = new Set(["Api", "Client", "Call"]);

/** What the names of a client begin with: `Stytch` of `createStytch` and `StytchOptions`. */
export function clientPrefix({ name }: Contract): string {
  const prefix = pascalCase(name);
  return runtimePrefixes.has(prefix) ? `${prefix}Api` : prefix;
}

/** The import of the types package for a module that mentions it, and none for another. */
export function typesImport(
  body: readonly string[],
  contract: Contract,
  naming: PackageNaming,
): readonly Import[] {
  const isUsed = body.some((block) => block.includes(`${typesName}.`));
  return isUsed
    ? [{ from: packageName(contract, "types", naming), names: [`* as ${typesName}`], typeOnly: true }]
    : [];
}
