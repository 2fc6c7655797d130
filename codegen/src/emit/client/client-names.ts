import type { Contract } from "../../contract/contract.ts";
import { pascalCase } from "../../contract/words.ts";
import { packageName, type Import, type PackageNaming } from "../emitter.ts";

/** What the modules of a client call the types package: so none of its names can clash with one of theirs. */
export const typesName = "types";

/** What a client hands on of the runtime, besides its types: errors, and the logger. */
export const runtimeValues: readonly string[] = [
  ...["ApiError", "ClientError", "ConnectionError", "TimeoutError", "ValidationError", "logTo"],
];

/** Types of the runtime that a client hands on. */
export const runtimeTypes: readonly string[] = [
  ...["ApiPromise", "ApiResponse", "CallOptions", "ClientOptions", "Hooks", "PagedPromise", "RetryClass"],
];

/** What generated names must not be: names of the runtime, and globals that the modules mention. */
const takenNames = new Set([
  ...[...runtimeValues, ...runtimeTypes, "ApiClient", "ApiDescription", "FetchClient"],
  ...["NonNullable", "Promise", "Record"],
]);

const endings = ["", "Core", "Options", "Error", "ErrorBody", "ErrorType", "ErrorTypes"];

/** What the names of a client begin with: `Stytch` of `createStytch` and `StytchOptions`. */
export function clientPrefix({ name }: Contract): string {
  const prefix = pascalCase(name);
  return endings.some((ending) => takenNames.has(prefix + ending)) ? `${prefix}Api` : prefix;
}

/** What makes the options of a client optional, where it needs none. */
export function withoutOptions({ credentials }: Contract): string {
  return credentials === undefined ? " = {}" : "";
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
