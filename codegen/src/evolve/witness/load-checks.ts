import type { Contract } from "../../contract/contract.ts";
import { selfContainedChecks } from "../../emit/validators/self-contained-checks.ts";
import type { Json } from "../../source/json.ts";

/** What a validator says of values. */
export interface Check {
  readonly is: (value: Json) => boolean;
  /** Where a value that is not valid is wrong: keys from its top. */
  readonly wrongPaths: (value: Json) => readonly (readonly (string | number)[])[];
}

/**
 * Loads the public checks of a contract into this process. What is run is code made from a document that may
 * be anyone's: the compiler writes every text of it as a literal, which tests of the emitter hold, and its
 * imports are the shared functions alone. Patterns have to be known as quick.
 *
 * @param keys of the schemas that are asked for
 * @returns by key; not for a key of which there is no check to be had
 */
export async function loadChecks(
  contract: Contract,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Check>> {
  const checks = selfContainedChecks(contract, keys);
  // A module without a file: data is the only kind of URL for it that needs no loader.
  const code = Buffer.from(checks.text).toString("base64");
  const module: unknown = await import(`data:text/javascript;base64,${code}`);
  const [is, tell] = [functionsIn(module, "is"), functionsIn(module, "tell")];
  return new Map(checks.keys.map((key, index) => [key, checkOf(is[index], tell[index])]));
}

type CompiledFunction = (given: unknown) => unknown;

function functionsIn(module: unknown, name: string): readonly CompiledFunction[] {
  const list: unknown =
    typeof module === "object" && module !== null && name in module ? Reflect.get(module, name) : undefined;
  return Array.isArray(list) ? list.filter((item) => typeof item === "function") : [];
}

function checkOf(is: CompiledFunction = () => false, tell: CompiledFunction = () => false): Check {
  return {
    is: (value) => is(value) === true,
    wrongPaths: (value) => {
      const issues: { readonly path: readonly (string | number)[] }[] = [];
      tell({ value, path: [], issues, limit: Infinity });
      return issues.map(({ path }) => path);
    },
  };
}
