import { createStytch, type PagedPromise } from "@sdkmill/stytch-client";
import { createStytchCore } from "@sdkmill/stytch-client/core";
import * as operations from "@sdkmill/stytch-client/operations";
import type * as types from "@sdkmill/stytch-types";
import * as fc from "fast-check";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import { referencedKey } from "../../../codegen/src/contract/component-schemas.ts";
import { dottedName } from "../../../codegen/src/contract/operation-names.ts";
import { own, ownObject, ownString, type Json, type JsonObject } from "../../../codegen/src/source/json.ts";
import { contractIn } from "../../../codegen/test/agreement/contract-in.ts";
import { valueArbitrary } from "../../../codegen/test/agreement/value-arbitrary.ts";
import {
  json,
  type LoopbackServer,
  type ReceivedRequest,
  startLoopbackServer,
} from "../../runtime/test/loopback-server.ts";
import { methodsOf } from "./client-methods.ts";
import { loopbackOptions } from "./loopback-options.ts";
import { sampleArguments } from "./sample-arguments.ts";

const contract = contractIn(join(import.meta.dirname, "../../../schemas/stytch"));
const schemas = new Map(contract.schemas.map(({ key, schema }) => [key, schema]));
const paged = contract.operations.flatMap((operation) => {
  const { pagination, name } = operation;
  return pagination === undefined ? [] : [{ operation, pagination, name: dottedName(name) }];
});

type Paged = (typeof paged)[number];
type Call = (params: object, options?: object) => PagedPromise<unknown, unknown>;

let server: LoopbackServer;
let answers: readonly Json[] = [];

/** Cursors of the pages after the first; what stands in them needs encoding in a query. */
const cursors = ["b/+ &=", "c%20?"];

beforeAll(async () => {
  server = await startLoopbackServer((request) =>
    json(answers[1 + cursors.indexOf(String(sentWith(request)["cursor"]))]),
  );
});

afterAll(() => server.end());

/** What a request says in its body or, without one, in its query. */
function sentWith({ target, body }: ReceivedRequest): Readonly<Record<string, unknown>> {
  const { searchParams } = new URL(target, "http://localhost");
  return body === ""
    ? Object.fromEntries(searchParams)
    : (JSON.parse(body) as Readonly<Record<string, unknown>>);
}

/** The schema that a reference leads to. */
function resolved(schema: Json | undefined): Json {
  const key = referencedKey(ownString(schema ?? true, "$ref"));
  return key === undefined ? (schema ?? true) : resolved(schemas.get(key));
}

/** Three pages of an operation, the second one empty, with items as the contract has them. */
function pagesOf({ operation, pagination }: Paged): {
  readonly pages: readonly Json[];
  readonly items: readonly Json[];
} {
  const list = pagination.items.reduce(
    (schema, step) => resolved(own(ownObject(schema, "properties"), step)),
    resolved(operation.results[0]),
  );
  const drawing = { resolve: ($ref: string) => resolved({ $ref }), presence: "all", path: [] } as const;
  const arbitrary = valueArbitrary(own(list, "items") ?? true, drawing);
  if (arbitrary === undefined) throw new Error("There is no item.");
  const items = fc
    .sample(arbitrary, { numRuns: 5, seed: 1 })
    .map((item): Json => JSON.parse(JSON.stringify(item)) as Json);
  const pages = [items.slice(0, 3), [], items.slice(3)].map((part, index) => {
    const page = { status_code: 200, request_id: `request-${index}` };
    return put(put(page, pagination.items, part), pagination.next, cursors[index] ?? (index % 2 ? null : ""));
  });
  return { pages, items };
}

function put(object: JsonObject, [step = "", ...rest]: readonly string[], value: Json): JsonObject {
  const inner = rest.length === 0 ? value : put(ownObject(object, step), rest, value);
  return { ...object, [step]: inner };
}

/** Values as JSON: some have a property `__proto__`, which the comparison of objects does not look at. */
function texts(values: readonly unknown[]): readonly string[] {
  return values.map((value) => JSON.stringify(value));
}

function callersOf({ name, operation }: Paged): readonly Call[] {
  const method = methodsOf(createStytch(loopbackOptions(server))).find((caller) => caller.name === name);
  const single = Object.entries(operations).find(([key]) => key === operation.functionName)?.[1];
  if (method === undefined || single === undefined) throw new Error(`${name} is not there.`);
  return [
    method.call as Call,
    (single as (...values: readonly unknown[]) => ReturnType<Call>).bind(
      undefined,
      createStytchCore(loopbackOptions(server)),
    ),
  ];
}

test("seven operations answer in pages", () => {
  expect(paged.map(({ name }) => name).toSorted()).toStrictEqual([
    "b2b.organizations.members.search",
    "b2b.organizations.search",
    "b2b.scim.connection.getGroups",
    "connectedApps.clients.search",
    "fraud.rules.list",
    "m2m.clients.search",
    "users.search",
  ]);
});

describe.each(paged.map((one) => [one.name, one] as const))("%s", (_, one) => {
  const { pages, items } = pagesOf(one);
  // What it requires alone, and all that it knows, with a cursor to begin at.
  const samples = sampleArguments(contract, one.operation).slice(0, 2);

  test("goes over the items of all pages, and over the pages", async () => {
    answers = pages;
    for (const call of callersOf(one)) {
      for (const { parameters, headers } of samples) {
        const promise = call(parameters, { headers });
        expect(texts(await Array.fromAsync(promise))).toStrictEqual(texts(items));
        const received = server.takeReceived();
        expect(received.map((request) => sentWith(request)["cursor"])).toStrictEqual([
          parameters["cursor"],
          ...cursors,
        ]);
        const others = received.map(({ method, target, body, headers: sent }) => ({
          ...{ method, path: target.replace(/\?.*/, ""), session: sent["x-stytch-member-session"] },
          sent: { ...sentWith({ method, target, body, headers: sent }), cursor: undefined },
        }));
        expect(others).toStrictEqual([others[0], others[0], others[0]]);

        expect(texts(await Array.fromAsync(promise.pages()))).toStrictEqual(texts(pages));
        // The first page is there already.
        expect(server.takeReceived()).toHaveLength(2);
        expect(texts([await promise])).toStrictEqual(texts(pages.slice(0, 1)));
        expect(await promise.withResponse()).toMatchObject({ requestId: "request-0", attempts: 1 });
        expect(server.takeReceived()).toStrictEqual([]);
      }
    }
  });

  test("asks for a page when it is needed, and not before", async () => {
    answers = pages;
    for (const call of callersOf(one)) {
      for await (const item of call(samples[0]?.parameters ?? {})) {
        expect(texts([item])).toStrictEqual(texts(items.slice(0, 1)));
        break;
      }
      expect(server.takeReceived()).toHaveLength(1);
    }
  });

  test("has no items where an answer has no list", async () => {
    answers = [{ status_code: 200 }];
    for (const call of callersOf(one))
      expect(await Array.fromAsync(call({ ...samples[0]?.parameters }))).toStrictEqual([]);
    server.takeReceived();
  });
});

// Prevents: a program that never ends, since a server answers with the same cursor again.
test("a cursor that was there before ends it", async () => {
  answers = [{ results: [], results_metadata: { next_cursor: cursors[0] ?? "" } }];
  answers = [...answers, ...answers];
  await expect(Array.fromAsync(createStytch(loopbackOptions(server)).users.search())).rejects.toThrow(
    "A page leads to one that was there before.",
  );
  expect(server.takeReceived()).toHaveLength(2);
});

test("the types of pages and items", () => {
  const { b2b, connectedApps, fraud, m2m, users } = createStytch(loopbackOptions(server));
  expectTypeOf(users.search).returns.toEqualTypeOf<PagedPromise<types.UserSearchResponse, types.User>>();
  expectTypeOf(b2b.organizations.search).returns.toEqualTypeOf<
    PagedPromise<types.OrganizationSearchResponse, types.Organization>
  >();
  expectTypeOf(b2b.organizations.members.search).returns.toEqualTypeOf<
    PagedPromise<types.OrganizationsMembersSearchResponse, types.Member>
  >();
  expectTypeOf(b2b.scim.connection.getGroups).returns.toEqualTypeOf<
    PagedPromise<types.B2bScimConnectionGetGroupsResponse, types.SCIMGroup>
  >();
  expectTypeOf(connectedApps.clients.search).returns.toEqualTypeOf<
    PagedPromise<types.ConnectedAppsClientsSearchResponse, types.ConnectedApp>
  >();
  expectTypeOf(m2m.clients.search).returns.toEqualTypeOf<
    PagedPromise<types.M2mClientsSearchResponse, types.M2MClient>
  >();
  expectTypeOf(fraud.rules.list).returns.toEqualTypeOf<
    PagedPromise<types.FraudRulesListResponse, types.FraudRule>
  >();
  expectTypeOf(operations.usersSearch).returns.toEqualTypeOf<ReturnType<typeof users.search>>();
  const search = async (): Promise<readonly types.User[]> => {
    for await (const user of users.search()) expectTypeOf(user).toEqualTypeOf<types.User>();
    for await (const page of users.search().pages()) return page.results;
    return (await users.search()).results;
  };
  expectTypeOf(search).returns.resolves.toEqualTypeOf<readonly types.User[]>();
});
