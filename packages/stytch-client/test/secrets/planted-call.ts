import {
  type Operation,
  type Schema,
  readOperations,
  readSchemas,
} from "../../../stytch-types/test/stytch-contract.ts";
import { sampleValue, type Planting } from "./sample-value.ts";
import { readSecretFlags } from "./secret-flags.ts";
import type { Secret, SecretText } from "./secret-text.ts";

/** What an operation is called with, and what in that is secret. */
export interface PlantedCall {
  /** `POST /v1/users/{user_id}` */
  readonly name: string;
  readonly operation: Operation;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object | undefined;
  readonly credential: Secret;
  /** All that is sent, the credential and its base64 included. */
  readonly secrets: readonly Secret[];
  /** Those of them that are not in the body. */
  readonly secretsBesides: readonly Secret[];
  /** What the operation answers with success, and what in that is secret. */
  readonly answer: () => { readonly data: unknown; readonly secrets: readonly Secret[] };
  /** The same, with values of wrong types in and around its secrets. */
  readonly wrongAnswer: () => { readonly data: unknown; readonly secrets: readonly Secret[] };
  readonly wrongBody: () => { readonly data: unknown; readonly secrets: readonly Secret[] };
}

/** Where secrets come from. */
export interface Supply {
  readonly text: () => SecretText;
  readonly header: () => SecretText;
}

export const projectId = "project-test-1";

const flags = readSecretFlags();
const schemas: ReadonlyMap<string, Schema> = readSchemas();

export const operations = readOperations();

/**
 * Operations by the names of the secrets that they take and answer: those of one class differ in nothing that
 * matters here.
 */
export function operationClasses(): readonly (readonly Operation[])[] {
  const supply = { text: () => ({ text: "x", marks: [] }), header: () => ({ text: "x", marks: [] }) };
  return [
    ...Map.groupBy(operations, (operation) => {
      const { secrets, answer } = plantCall(operation, supply);
      const names = [secrets, answer().secrets].map((list) =>
        [...new Set(list.map(({ name }) => name))].toSorted(),
      );
      return JSON.stringify(names);
    }).values(),
  ];
}

/** Arguments for an operation, with a secret in every place for one. */
export function plantCall(operation: Operation, supply: Supply): PlantedCall {
  const { method, path, parameters, request, response } = operation;
  const secrets: Secret[] = [];
  const keep = (into: Secret[], name: string, text: SecretText): string => {
    into.push({ name, ...text });
    return text.text;
  };
  /** Answers do not quote their own secrets, so that short ones can not be told from other texts. */
  const marked = (): SecretText => {
    for (let tries = 0; tries < 20; tries += 1) {
      const text = supply.text();
      if (text.marks.length > 0) return text;
    }
    return supply.text();
  };
  const right = (into: Secret[], text: Supply["text"]): Planting => ({
    schemas,
    flags,
    secret: (name) => keep(into, name, text()),
    other: (valid) => valid,
  });
  const wrong = (into: Secret[], text: Supply["text"]): Planting => ({
    ...right(into, text),
    secret: (name) => wrongSecret(name, text, into),
    // Some stay as they are, so that what is in them is looked at too.
    other: (valid) => (into.length % 3 === 0 ? { [`no ${typeof valid}`]: [valid] } : valid),
  });
  const sampled = (title: string | undefined, planting: typeof right, text: Supply["text"]) => {
    const found: Secret[] = [];
    return {
      data: title === undefined ? undefined : sampleValue(planting(found, text), title),
      secrets: found,
    };
  };
  const placed = (place: string): readonly [string, string][] =>
    parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name }) => [
        name,
        flags.isSecretParameter(name)
          ? keep(secrets, name, place === "header" ? supply.header() : supply.text())
          : `a ${name}`,
      ]);
  const body = sampled(request, right, supply.text);
  const credential = { name: "secret", ...supply.header() };
  const base64 = Buffer.from(`${projectId}:${credential.text}`).toString("base64");
  const places = {
    path: Object.fromEntries(placed("path")),
    query: Object.fromEntries(placed("query")),
    headers: Object.fromEntries(placed("header")),
  };
  secrets.push(credential, { name: "authorization", text: base64, marks: base64.match(/\w{8,}/g) ?? [] });
  return {
    name: `${method} ${path}`,
    operation,
    ...places,
    body: body.data as object | undefined,
    credential,
    secrets: [...body.secrets, ...secrets],
    secretsBesides: secrets,
    answer: () => sampled(response, right, marked),
    wrongAnswer: () => sampled(response, wrong, marked),
    wrongBody: () => sampled(request, wrong, supply.text),
  };
}

/** A secret where something else belongs: in an object, in an array, as a name, as a number. */
function wrongSecret(name: string, draw: () => SecretText, into: Secret[]): unknown {
  const number = 100_000_000 + into.length * 7_654_321;
  const isNumber = into.length % 4 === 3;
  const secret = isNumber ? { text: `${number}`, marks: [`${number}`] } : draw();
  const { text } = secret;
  const form = [{ inside: text }, [text], { [text]: text }, number][into.length % 4];
  into.push({ name, ...secret });
  return form;
}
