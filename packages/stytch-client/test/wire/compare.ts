import type { Contract, Operation } from "../../../../codegen/src/contract/contract.ts";
import { dottedName, operationIdentity } from "../../../../codegen/src/contract/operation-names.ts";
import { type SampleArguments, sampleArguments } from "../sample-arguments.ts";
import type { Recorder } from "./recorder.ts";
import { differencesOf, type SentRequest } from "./sent-request.ts";
import type { VendorMethod } from "./vendor-methods.ts";

type ComparedArguments = Pick<SampleArguments, "headers"> & { readonly parameters: object };

export interface Comparison {
  /** Methods of the vendor that send nothing, or to a path that is not in the contract: what they send. */
  readonly unmatched: Readonly<Record<string, string>>;
  /** The other methods of the vendor, and what they call. */
  readonly methods: ReadonlyMap<VendorMethod, Operation>;
  /** Operations that both have, and how what they send differs; sorted. */
  readonly operations: ReadonlyMap<string, readonly string[]>;
  readonly calls: number;
}

/**
 * Finds out which operation each method of the vendor calls, then calls it and ours with the same arguments.
 *
 * @param skipped names of methods that do something else with their arguments
 */
export async function compare(
  contract: Contract,
  recorder: Recorder,
  skipped: ReadonlySet<string>,
): Promise<Comparison> {
  const unmatched: Record<string, string> = {};
  const operations = new Map<string, Set<string>>();
  const methods = new Map<VendorMethod, Operation>();
  let calls = 0;
  for (const method of recorder.theirs.filter(({ name }) => !skipped.has(name))) {
    const operation = await calledOperation(contract, recorder, method);
    if (typeof operation === "string") {
      unmatched[method.name] = operation;
      continue;
    }
    methods.set(method, operation);
    const key = operationIdentity(operation);
    const found = operations.get(key) ?? new Set();
    operations.set(key, found);
    for (const sample of samplesOf(contract, operation)) {
      calls += 1;
      for (const difference of await compareCall(recorder, method, operation, sample)) found.add(difference);
    }
  }
  return {
    ...{ unmatched, methods, calls },
    operations: new Map([...operations].map(([key, found]) => [key, [...found].toSorted()])),
  };
}

/** Those that the operation takes, and what it requires with `undefined` for all the rest. */
function samplesOf(contract: Contract, operation: Operation): readonly ComparedArguments[] {
  const samples = sampleArguments(contract, operation);
  const [required, all] = [samples[0], samples.at(-1)];
  const names = Object.keys(all?.parameters ?? {});
  const rest = Object.fromEntries(names.map((name) => [name, undefined]));
  return [...samples, { headers: {}, parameters: { ...rest, ...required?.parameters } }];
}

/** Gives a method every path parameter that there is: those of its own come back by name. */
async function calledOperation(
  { operations }: Contract,
  { sentBy }: Recorder,
  { call }: VendorMethod,
): Promise<Operation | string> {
  const names = operations.flatMap(({ parameters }) =>
    parameters.filter(({ in: place }) => place === "path").map(({ name }) => name),
  );
  const [sent, ...others] = await sentBy(() =>
    call(Object.fromEntries(names.map((name) => [name, `value-of-${name}-here`]))),
  );
  if (sent === undefined) return "nothing";
  const path = sent.path.replaceAll(/value-of-(\w+)-here/g, "{$1}");
  const found = operations.find((operation) => {
    return operation.httpMethod.toUpperCase() === sent.method && operation.path === path;
  });
  return others.length === 0 && found !== undefined ? found : `${sent.method} ${path}`;
}

async function compareCall(
  { ours, sentBy }: Recorder,
  method: VendorMethod,
  operation: Operation,
  { parameters, headers }: ComparedArguments,
): Promise<readonly string[]> {
  const name = dottedName(operation.name);
  const call = ours.get(name);
  if (call === undefined) throw new Error(`Our client has no ${name}.`);
  const theirSent = await sentBy(() => method.call(parameters, { authorization: authorizationOf(headers) }));
  const ourSent = await sentBy(() => call(parameters, { headers }));
  return differencesOf(only(theirSent, method.name), only(ourSent, name));
}

/** The vendor's way to say for whom a call is. */
function authorizationOf(headers: Readonly<Record<string, string>>): object {
  return {
    session_token: headers["X-Stytch-Member-Session"],
    session_jwt: headers["X-Stytch-Member-SessionJWT"],
  };
}

function only([request, ...others]: readonly SentRequest[], name: string): SentRequest {
  if (request === undefined || others.length > 0) throw new Error(`${name} sent not one request.`);
  return request;
}
