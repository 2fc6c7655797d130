import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Contract, NamedSchema } from "../../codegen/src/contract/contract.ts";
import { readContract } from "../../codegen/src/contract/read-contract.ts";
import { load } from "../../codegen/src/source/load.ts";
import { parse } from "../../codegen/src/source/parse.ts";

/** A schema whose validators are compared. */
export interface Subject {
  readonly root: NamedSchema;
  /** The schema itself and all that it refers to, at any depth. */
  readonly closure: readonly NamedSchema[];
}

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** The five schemas that the project began with. */
const seeds = [
  "api_b2b_otp_v1_b2b_otp_sms_AuthenticateRequest",
  "api_b2b_magic_v1_AuthenticateRequest",
  "api_sso_v1_AuthenticateResponse",
  "api_b2b_otp_v1_b2b_otp_sms_SendRequest",
  "api_b2b_otp_v1_b2b_otp_email_discovery_AuthenticateResponse",
];

/** The contract of the Stytch API. */
export function readStytch(): Contract {
  const source = load(join(repository, "schemas", "stytch")).value;
  const { documents } = parse(source.documents).value;
  return readContract({ name: "stytch", label: "schemas/stytch" }, documents, source.lock).value;
}

/** The seeds, and the schema that refers to the most other ones. */
export function readSubjects(contract: Contract): readonly Subject[] {
  const byKey = new Map(contract.schemas.map((schema) => [schema.key, schema]));
  const all = contract.schemas.map((root) => ({ root, closure: closureOf(root, byKey) }));
  const largest = all.toSorted((a, b) => b.closure.length - a.closure.length).slice(0, 1);
  return [...seeds.map((key) => seedOf(key, all)), ...largest];
}

function seedOf(key: string, subjects: readonly Subject[]): Subject {
  const subject = subjects.find(({ root }) => root.key === key);
  if (subject === undefined) throw new Error(`There is no schema ${key}.`);
  return subject;
}

function closureOf(root: NamedSchema, byKey: ReadonlyMap<string, NamedSchema>): readonly NamedSchema[] {
  const found = new Set([root]);
  // A set that grows is walked to its end.
  for (const { references } of found) {
    for (const key of references) {
      const schema = byKey.get(key);
      if (schema !== undefined) found.add(schema);
    }
  }
  return [...found];
}

/** The JavaScript module of a validator, as it is published. */
export function validatorModule({ slug }: NamedSchema): string {
  return join(repository, "packages", "stytch-validators", "src", "generated", `${slug}.js`);
}
