import { referencedKey } from "../../contract/component-schemas.ts";
import type { Contract, Operation } from "../../contract/contract.ts";
import { compareText, isArray, isObject, type Json } from "../../source/json.ts";

/** Names of what is never told in the whole API, as the runtime looks for them. */
export function secretNames({ secrets, operations }: Contract): readonly string[] {
  const hasSecretBody = operations.some(({ body }) => body?.isSecret === true);
  return asSent(hasSecretBody ? [...secrets, BODY] : secrets, secrets, operations);
}

/** What the runtime calls a body as a whole. */
const BODY = "body";

/**
 * Those that one operation can send or get: every secret name that stands anywhere in its schemas, for which
 * of them the mark is does not matter.
 */
export function operationSecrets(operation: Operation, contract: Contract): readonly string[] {
  const { parameters, body, results, errors } = operation;
  const schemas = new Map(contract.schemas.map((schema) => [schema.key, schema]));
  const roots = [...parameters.map(({ schema }) => schema), body?.schema ?? true, ...results, ...errors];
  const named = new Set(parameters.filter((one) => one.in !== "header").map(({ name }) => name));
  const reached = new Set<string>();
  for (const root of roots) collect(root, named, reached);
  // A set can grow while it is gone through.
  for (const key of reached) {
    const schema = schemas.get(key);
    if (schema !== undefined) collect(schema.schema, named, reached);
    for (const anchored of Object.values(schema?.dynamicAnchors ?? {})) reached.add(anchored);
  }
  const own = contract.secrets.filter((name) => named.has(name));
  return asSent(body?.isSecret === true ? [...own, BODY] : own, contract.secrets, [operation]);
}

/** Adds every name of an object in a value, and the keys of the components that it refers to. */
function collect(value: Json, names: Set<string>, references: Set<string>): void {
  const pending: Json[] = [value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (isArray(next)) pending.push(...next);
    if (!isObject(next)) continue;
    for (const [name, inner] of Object.entries(next)) {
      names.add(name);
      pending.push(inner);
      const key = typeof inner === "string" ? referencedKey(inner) : undefined;
      if (key !== undefined) references.add(key);
    }
  }
}

/**
 * Adds the headers among them in lower case, as they come. A header is the same in any case (RFC 9110,
 * section 5.1): it is secret if it is so anywhere.
 */
function asSent(
  names: readonly string[],
  secrets: readonly string[],
  operations: readonly Operation[],
): readonly string[] {
  const lowered = new Set(secrets.map((name) => name.toLowerCase()));
  const headers = operations
    .flatMap(({ parameters }) => parameters.filter((parameter) => parameter.in === "header"))
    .map(({ name }) => name.toLowerCase())
    .filter((name) => lowered.has(name));
  return [...new Set([...names, ...headers])].toSorted(compareText);
}
