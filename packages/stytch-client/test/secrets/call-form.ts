import { createStytch, createStytchCore, type StytchOptions } from "@sdkmill/stytch-client";
import * as functions from "@sdkmill/stytch-client/operations";
import { methodsOf } from "../client-methods.ts";
import { operations, type PlantedCall, projectId } from "./planted-call.ts";
import type { Trial } from "./failure.ts";

type Middleware = NonNullable<StytchOptions["middleware"]>[number];
type Caller = (parameters: object, options?: object) => Promise<unknown>;

/** A call on its way, and the client that it is a call of. */
export interface Begun {
  readonly client: object;
  readonly result: Promise<unknown>;
}

/** A way to call an operation. */
export interface CallForm {
  readonly name: string;
  readonly begin: (planted: PlantedCall, trial: Trial, options: Omit<StytchOptions, "middleware">) => Begun;
}

const watching: Middleware = {
  onRequest: () => undefined,
  onResponse: () => undefined,
  onError: () => undefined,
};
/** As those do that keep what came, or change its headers. */
const copying: Middleware = {
  onResponse: async ({ response }) => new Response(await response.arrayBuffer(), response),
};
/** Adds the session of the one on whose behalf the call is made. */
const adding = (session: string): Middleware => ({
  onRequest: ({ request }) => {
    request.headers.set("X-Stytch-Member-Session", session);
    return request;
  },
});

function argumentsOf(planted: PlantedCall, trial: Trial): { merged: object; options: object } {
  const { query, path, headers, body } = { ...planted, ...trial };
  return { merged: { ...path, ...query, ...(body as object) }, options: { ...trial.call, headers } };
}

const functionForm: CallForm = {
  name: "function",
  begin: (planted, trial, options) => {
    const client = createStytchCore(options);
    const { merged, options: call } = argumentsOf(planted, trial);
    return { client, result: callerOf(functionNames, planted)(client, merged, call) };
  },
};

const methodForm = (name: string, ...middleware: readonly Middleware[]): CallForm => ({
  name,
  begin: (planted, trial, options) => {
    const client = createStytch({ ...options, middleware });
    const methods = new Map(methodsOf(client).map((method) => [method.name, method.call]));
    const { merged, options: call } = argumentsOf(planted, trial);
    const method = methods.get(methodNames.get(planted.name) ?? "");
    if (method === undefined) throw new Error(`There is no method for ${planted.name}.`);
    return { client, result: gone(method(merged, call)) };
  },
});

const fetchForm = (name: string, ...middleware: readonly Middleware[]): CallForm => ({
  name,
  begin: (planted, trial, options) => {
    const client = createStytch({ ...options, middleware });
    const { method, path: template } = planted.operation;
    const { query, path, headers, body } = { ...planted, ...trial };
    const request = (client.$fetch as { request(...given: readonly unknown[]): Promise<unknown> }).request;
    // What comes back is the caller's own.
    const init = { ...trial.call, params: { path, query, header: headers }, body };
    return { client, result: request(method.toLowerCase(), template, init).then(() => undefined) };
  },
});

const addingForm: CallForm = {
  name: "method, middleware that adds a header",
  begin: (planted, trial, options) => {
    const { "X-Stytch-Member-Session": session, ...headers } = trial.headers ?? planted.headers;
    const middleware = session === undefined ? [watching] : [adding(session)];
    return methodForm("", ...middleware).begin(planted, { ...trial, headers }, options);
  },
};

export const callForms: readonly CallForm[] = [
  functionForm,
  methodForm("method"),
  fetchForm("$fetch"),
  methodForm("method, middleware that watches", watching),
  methodForm("method, middleware that copies", copying),
  addingForm,
  fetchForm("$fetch, middleware that copies", copying),
];

/** Goes over the pages of an answer, if it has pages; else takes it with all that came besides. */
async function gone(promise: Promise<unknown>): Promise<void> {
  const { pages, withResponse } = promise as {
    readonly pages?: () => AsyncIterable<unknown>;
    readonly withResponse?: () => Promise<unknown>;
  };
  await withResponse?.();
  for await (const _ of pages?.() ?? []) break;
}

type Named = (...given: readonly unknown[]) => Promise<unknown>;

function callerOf(names: ReadonlyMap<string, Named>, { name }: PlantedCall): Named {
  const found = names.get(name);
  if (found === undefined) throw new Error(`Nothing calls ${name}.`);
  return found;
}

/** What is called with every parameter that there is says in its error which operation it is. */
async function operationOf(call: Caller): Promise<string> {
  const names = operations.flatMap(({ parameters }) => parameters.map(({ name }) => name));
  const thrown: unknown = await call(Object.fromEntries(names.map((name) => [name, "x"]))).catch(
    (error: unknown) => error,
  );
  if (thrown instanceof Error && "operation" in thrown) return String(thrown.operation);
  throw new Error("An operation does not say what it is.");
}

const failing: Omit<StytchOptions, "middleware"> = {
  projectId,
  secret: "x",
  maxRetries: 0,
  fetch: () => Promise.reject(new Error("No.")),
};
const core = createStytchCore(failing);
const functionNames = new Map<string, Named>();
for (const named of Object.values(functions) as readonly Named[])
  functionNames.set(await operationOf(named.bind(undefined, core)), named);
const methodNames = new Map<string, string>();
for (const { name, call } of methodsOf(createStytch(failing))) methodNames.set(await operationOf(call), name);
