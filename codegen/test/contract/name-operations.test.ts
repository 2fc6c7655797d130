import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/source/json.ts";
import { contractOf, operationNames, readSource } from "../contract-of.ts";
import { api, overlay } from "../contract-parts.ts";
import { faultPlaces } from "../source-faults.ts";

const responses = { 200: { description: "Done." } };

/** A source with one `GET` for each path, with what is given for it. */
function sourceOf(paths: Readonly<Record<string, JsonObject>>) {
  const items = Object.entries(paths).map(([path, operation]) => [
    path,
    { get: { responses, ...operation } },
  ]);
  return { "a.json": api({ paths: Object.fromEntries(items) as JsonObject }) };
}

describe("a named operation", () => {
  it("is called by its path and operationId", () => {
    const source = sourceOf({ "/v1/b2b/otps/sms/send": { operationId: "api_b2b_otp_v1_b2b_otp_sms_Send" } });
    expect(contractOf(source).operations).toMatchObject([
      {
        name: { namespace: ["b2b", "otps", "sms"], method: "send" },
        functionName: "b2bOtpsSmsSend",
        aliases: [],
      },
    ]);
  });

  it("is called as the overlay says", () => {
    const source = {
      ...sourceOf({ "/v1/rules/set": {} }),
      "overlay.json": overlay({
        target: '$.paths["/v1/rules/set"].get',
        update: { "x-sdkmill-name": "fraud.rules.set", "x-sdkmill-aliases": ["rules.set"] },
      }),
    };
    expect(contractOf(source).operations).toMatchObject([
      {
        name: { namespace: ["fraud", "rules"], method: "set" },
        functionName: "fraudRulesSet",
        aliases: ["rules.set"],
      },
    ]);
  });

  it("may be called the same as one in another namespace", () => {
    const source = sourceOf({ "/a/x": { operationId: "list" }, "/b/x": { operationId: "List" } });
    expect(operationNames(contractOf(source))).toEqual(["a.x.list", "b.x.list"]);
  });
});

describe("faults of names", () => {
  it.each(["Orders.list", "orders list", "orders..list", "orders.", "", "orders.2nd"])("are `%s`", (name) => {
    const { contract, diagnostics } = readSource(sourceOf({ "/a": { "x-sdkmill-name": name } }));
    expect(faultPlaces(diagnostics)).toEqual(["error name-invalid a.json /paths/~1a/get/x-sdkmill-name"]);
    expect(operationNames(contract)).toEqual(["a.get"]);
  });

  it("are aliases that can not be names", () => {
    const { diagnostics } = readSource(sourceOf({ "/a": { "x-sdkmill-aliases": ["a.list", "A list"] } }));
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ["name-invalid", "`A list` can not be the name of an operation."],
    ]);
  });

  it.each([
    { name: "two of one name", paths: { "/a": {}, "/a/{id}": { parameters: [{ name: "id", in: "path" }] } } },
    {
      name: "names that differ in case",
      paths: { "/a": {}, "/b": { "x-sdkmill-name": "a.gET" } },
    },
    {
      name: "names that make one function",
      paths: { "/a/b": { operationId: "c" }, "/a": { operationId: "bC" } },
    },
    { name: "a name and an alias", paths: { "/a": {}, "/b": { "x-sdkmill-aliases": ["a.get"] } } },
    // `client.users.apps` can not be a function and a namespace at once.
    {
      name: "a method where a namespace stands",
      paths: { "/users": { operationId: "apps" }, "/users/apps": { operationId: "revoke" } },
    },
    {
      name: "an alias where a namespace stands",
      paths: { "/users": { "x-sdkmill-aliases": ["users.apps"] }, "/users/apps": { operationId: "revoke" } },
    },
    {
      name: "a method at the root where a namespace stands",
      paths: { "/": { "x-sdkmill-name": "users" }, "/users/apps": { operationId: "revoke" } },
    },
  ] as { readonly name: string; readonly paths: Readonly<Record<string, JsonObject>> }[])(
    "are $name",
    ({ paths }) => {
      const { diagnostics } = readSource(sourceOf(paths));
      expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
        "error name-collision",
      ]);
    },
  );

  it("are not a namespace in another", () => {
    const source = sourceOf({
      "/users/apps": { operationId: "list" },
      "/users": { operationId: "appsList2" },
    });
    expect(readSource(source).faults).toEqual([]);
  });
});
