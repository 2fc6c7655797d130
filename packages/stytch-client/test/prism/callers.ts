import { createStytch, type StytchOptions } from "@sdkmill/stytch-client";
import { createStytchCore } from "@sdkmill/stytch-client/core";
import * as operations from "@sdkmill/stytch-client/operations";
import type { Operation } from "../../../../codegen/src/contract/contract.ts";
import { dottedName } from "../../../../codegen/src/contract/operation-names.ts";
import { methodsOf, type NamedCaller } from "../client-methods.ts";
import type { SampleArguments } from "../sample-arguments.ts";

/** What Prism said of a request. */
export interface PrismAnswer {
  readonly status: number;
  /** What it found wrong with the request, or with its own answer. */
  readonly violations: string | null;
}

/** The operations of a client, as methods by dotted name and as functions by name. */
export interface Callers {
  readonly methods: ReadonlyMap<string, NamedCaller["call"]>;
  readonly functions: ReadonlyMap<string, NamedCaller["call"]>;
  /** Takes what came since it was asked last. */
  readonly takeAnswers: () => readonly PrismAnswer[];
}

/**
 * A client in both forms, which sends everything to one server, whatever server an operation has.
 *
 * @param more options of the client
 */
export function callersAt(baseUrl: string, more: Pick<StytchOptions, "validation"> = {}): Callers {
  let answers: PrismAnswer[] = [];
  const options: Omit<StytchOptions, "middleware"> = {
    ...more,
    projectId: "project-test-1",
    secret: "sécret",
    baseUrl: () => baseUrl,
    allowLoopbackHttp: true,
    fetch: async (...request: Parameters<typeof fetch>): Promise<Response> => {
      const response = await fetch(...request);
      answers.push({ status: response.status, violations: response.headers.get("sl-violations") });
      return response;
    },
  };
  const core = createStytchCore(options);
  return {
    methods: new Map(methodsOf(createStytch(options)).map(({ name, call }) => [name, call])),
    functions: new Map(
      Object.entries(operations).map(([name, operation]) => [
        name,
        (operation as (...values: readonly unknown[]) => Promise<unknown>).bind(undefined, core),
      ]),
    ),
    takeAnswers: () => {
      const taken = answers;
      answers = [];
      return taken;
    },
  };
}

/** What a call gave back or threw, and what Prism said meanwhile. */
export interface Outcome {
  readonly result: unknown;
  readonly answers: readonly PrismAnswer[];
}

/** Calls an operation in one of its forms. `prefer` says what Prism is to answer. */
export async function outcomeOfCall(
  callers: Callers,
  form: "methods" | "functions",
  { name, functionName }: Operation,
  { parameters, headers }: SampleArguments,
  prefer: string | undefined,
): Promise<Outcome> {
  const wanted = form === "methods" ? dottedName(name) : functionName;
  const call = callers[form].get(wanted);
  if (call === undefined) throw new Error(`The client has no ${wanted}.`);
  const options = { headers: { ...headers, ...(prefer === undefined ? {} : { Prefer: prefer }) } };
  try {
    return { result: await call(parameters, options), answers: callers.takeAnswers() };
  } catch (thrown) {
    return { result: thrown, answers: callers.takeAnswers() };
  }
}
