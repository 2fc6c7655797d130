import * as barrel from "@sdkmill/stytch-validators";
import type { Validator } from "@sdkmill/stytch-validators";
import lock from "../../../schemas/stytch/names.lock.json" with { type: "json" };

const names = new Map(Object.entries(lock.schemas));
const exported = new Map<string, unknown>(Object.entries(barrel));

/** The public name of the schema with this title. */
export function publicName(title: string): string {
  const name = names.get(title);
  if (name === undefined) throw new Error(`${title} has no name.`);
  return name;
}

/** The validator of the schema with this title. */
export function validatorOf(title: string): Validator<unknown> {
  const validator = exported.get(`validate${publicName(title)}`);
  if (validator === undefined) throw new Error(`${title} has no validator.`);
  return validator as Validator<unknown>;
}
