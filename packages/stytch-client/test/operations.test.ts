import { createStytch } from "@sdkmill/stytch-client";
import { createStytchCore } from "@sdkmill/stytch-client/core";
import * as operations from "@sdkmill/stytch-client/operations";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { json, type LoopbackServer, startLoopbackServer } from "../../runtime/test/loopback-server.ts";
import { type Operation, readOperations, readSchemas } from "../../stytch-types/test/stytch-contract.ts";
import { methodsOf, type NamedCaller } from "./client-methods.ts";

const contract = readOperations();
const schemas = readSchemas();
let server: LoopbackServer;

beforeAll(async () => {
  server = await startLoopbackServer(({ target }) => json({ target }));
});

afterEach(() => server.takeReceived());
afterAll(() => server.end());

/** Leads every server to the one on this machine; the path says which one it was. */
const baseUrl = (url: string): string => `${server.origin}/${new URL(url).host}`;
const secret = "sécret";

function methods(projectId: string): readonly NamedCaller[] {
  return methodsOf(createStytch({ projectId, secret, baseUrl, allowLoopbackHttp: true }));
}

function functions(projectId: string): readonly NamedCaller[] {
  const core = createStytchCore({ projectId, secret, baseUrl, allowLoopbackHttp: true });
  return Object.entries(operations).map(([name, operation]) => ({
    name,
    call: (operation as (...values: readonly unknown[]) => Promise<unknown>).bind(undefined, core),
  }));
}

/** A value of a parameter in which everything needs encoding, and the same one encoded. */
const given = (name: string): string => `${name}=a/b?c#d e%f&ü`;
const encoded = (name: string): string => `${name}%3Da%2Fb%3Fc%23d%20e%25f%26%C3%BC`;

const parameterNames = [...new Set(contract.flatMap(({ parameters }) => parameters.map(({ name }) => name)))];

/** What a function calls: it gets every parameter that there is, and those of its path come back by name. */
async function calledOperation({ name, call }: NamedCaller): Promise<Operation> {
  await call(Object.fromEntries(parameterNames.map((parameter) => [parameter, given(parameter)])));
  const [request] = server.takeReceived();
  const template = parameterNames
    .reduce(
      (path, parameter) => path.replace(encoded(parameter), `{${parameter}}`),
      request?.target.replace(/\?.*/, "") ?? "",
    )
    .replace(/^\/[^/]+/, "");
  const operation = contract.find(({ method, path }) => method === request?.method && path === template);
  if (operation === undefined) throw new Error(`${name} calls ${request?.method} ${template}.`);
  return operation;
}

/** A value for every property of the body; undefined without one. */
function bodyOf({ request }: Operation): object | undefined {
  const properties = request === undefined ? undefined : (schemas.get(request)?.properties ?? {});
  return properties && Object.fromEntries(Object.keys(properties).map((name) => [name, [name]]));
}

/** Calls an operation with exactly what it takes; what then is on the wire. */
async function onTheWire({ call }: NamedCaller, operation: Operation) {
  const { parameters } = operation;
  const inside = parameters.filter((parameter) => parameter.in !== "header");
  const headers = parameters.filter((parameter) => parameter.in === "header");
  const result = await call(
    {
      ...Object.fromEntries(inside.map(({ name }) => [name, given(name)])),
      ...bodyOf(operation),
    },
    { headers: Object.fromEntries(headers.map(({ name }) => [name, name])) },
  );
  const [request] = server.takeReceived();
  return {
    line: `${request?.method} ${request?.target}`,
    authorization: request?.headers.authorization,
    type: request?.headers["content-type"],
    headers: headers.map(({ name }) => request?.headers[name.toLowerCase()]),
    body: request?.body,
    result,
  };
}

/** What the contract wants there. */
function wanted(operation: Operation, projectId: string) {
  const { method, path, host, parameters } = operation;
  const body = bodyOf(operation);
  const query = parameters
    .filter((parameter) => parameter.in === "query")
    .map(({ name }) => `${name}=${encoded(name)}`)
    .toSorted();
  const own = projectId.startsWith("project-live-") ? "api.stytch.com" : "test.stytch.com";
  const target = `/${host ?? own}${path.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => encoded(name))}`;
  const withQuery = query.length === 0 ? target : `${target}?${query.join("&")}`;
  return {
    line: `${method} ${withQuery}`,
    authorization: `Basic ${Buffer.from(`${projectId}:${secret}`).toString("base64")}`,
    type: body && "application/json",
    headers: parameters.filter((parameter) => parameter.in === "header").map(({ name }) => name),
    body: body ? JSON.stringify(body) : "",
    result: { target: withQuery },
  };
}

describe.each([
  ["methods", methods],
  ["single functions", functions],
])("every operation by %s", (_, callersOf) => {
  test("as many as the contract has, each an operation of its own", async () => {
    const called = new Set<string>();
    for (const caller of callersOf("project-test-1")) {
      const { method, path } = await calledOperation(caller);
      called.add(`${method} ${path}`);
    }

    expect(callersOf("project-test-1")).toHaveLength(contract.length);
    expect([...called].toSorted()).toStrictEqual(
      contract.map(({ method, path }) => `${method} ${path}`).toSorted(),
    );
    expect(called.size).toBeGreaterThan(100);
  });

  test.each(["project-test-1", "project-live-1"])("on the wire as the contract says, for %s", async (id) => {
    const sent = [];
    const expected = [];
    for (const caller of callersOf(id)) {
      const operation = await calledOperation(caller);
      sent.push({ name: caller.name, ...(await onTheWire(caller, operation)) });
      expected.push({ name: caller.name, ...wanted(operation, id) });
    }

    expect(sent).toStrictEqual(expected);
  });
});

test("operations have a server of their own, these among them", () => {
  const own = contract.filter(({ host }) => host !== undefined);

  expect(own.map(({ host, method, path }) => `${method} ${host}${path}`)).toEqual(
    expect.arrayContaining([
      "POST telemetry.stytch.com/v1/email/risk",
      "POST telemetry.stytch.com/v1/fingerprint/lookup",
      "POST telemetry.stytch.com/v1/rules/list",
      "POST telemetry.stytch.com/v1/rules/set",
      "POST telemetry.stytch.com/v1/verdict_reasons/list",
      "POST telemetry.stytch.com/v1/verdict_reasons/override",
    ]),
  );
});

test("a method and the single function of the same operation have the same name", () => {
  const joined = methods("project-test-1").map(({ name }) =>
    name.replaceAll(/\.(.)/g, (_, letter: string) => letter.toUpperCase()),
  );

  expect(joined.toSorted()).toStrictEqual(Object.keys(operations).toSorted());
});
