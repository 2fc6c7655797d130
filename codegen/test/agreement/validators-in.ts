import { createRequire } from "node:module";
import { join } from "node:path";
import type { NamedSchema } from "../../src/contract/contract.ts";
import type { Validator } from "../../src/emit/validators/runtime/validator.js";
import { validatorName } from "../../src/emit/validator-name.ts";

export type ValidatorOf = (schema: NamedSchema) => Validator<unknown>;

/**
 * The validators of a package, each from the module of its schema.
 *
 * @param folder of the generated modules
 */
export function validatorsIn(folder: string): ValidatorOf {
  // Node's own loader: the modules are hundreds, and nothing is to be done to them.
  const require = createRequire(import.meta.url);
  const exportsOf = (file: string): ReadonlyMap<string, unknown> => {
    const module: unknown = require(join(folder, file));
    return new Map(Object.entries(module ?? {}));
  };
  const index = exportsOf("index.js");
  return ({ name, slug }) => {
    const validator = exportsOf(`${slug}.js`).get(validatorName(name));
    if (!isValidator(validator)) throw new Error(`${slug} exports no validator of ${name}.`);
    if (index.get(validatorName(name)) !== validator) throw new Error(`${name} is another one in the index.`);
    return validator;
  };
}

function isValidator(value: unknown): value is Validator<unknown> {
  return typeof value === "function" && "is" in value && "issues" in value;
}
