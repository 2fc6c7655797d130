import { createRequire } from "node:module";
import { referencedKey } from "../../../../codegen/src/contract/component-schemas.ts";
import type { Contract, Operation } from "../../../../codegen/src/contract/contract.ts";
import { ownString, type Json } from "../../../../codegen/src/source/json.ts";
import type { Oracle } from "../../../../codegen/test/agreement/ajv-oracle.ts";

// Node's own loader: the modules are hundreds, and nothing is to be done to them.
const validators: Readonly<Record<string, unknown>> = createRequire(import.meta.url)(
  "@sdkmill/stytch-validators",
);

/** What the contract, as Ajv reads it, and the validators find wrong with a successful answer. */
export function answerFaults(
  contract: Contract,
  byAjv: Oracle,
): (operation: Operation, answer: unknown) => readonly string[] {
  const names = new Map(contract.schemas.map(({ key, name }) => [key, name]));
  return ({ results }, answer) => {
    const key = referencedKey(ownString(results[0], "$ref"));
    if (results.length !== 1 || key === undefined) throw new Error("There is not one schema of answers.");
    const validator = validators[`validate${names.get(key)}`];
    if (!isValidator(validator)) throw new Error(`${key} has no validator.`);
    return [
      ...byAjv(key, answer as Json).map((place) => `Ajv: ${place}`),
      ...validator.issues(answer).map(({ pointer, message }) => `validator: ${pointer} ${message}`),
    ];
  };
}

interface Validator {
  readonly issues: (value: unknown) => readonly { readonly pointer: string; readonly message: string }[];
}

function isValidator(value: unknown): value is Validator {
  return typeof value === "function" && "issues" in value;
}
