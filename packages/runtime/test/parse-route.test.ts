import { queryParameters, type Route } from "@sdkmill/runtime";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseRoute } from "../src/parse-route.ts";
import { defaultRetryClass } from "../src/retry-class.ts";

const nothing = { query: undefined, body: undefined, result: undefined, server: undefined };

describe("a route", () => {
  test.each<[string, Route]>([
    ["GET /things", { ...nothing, method: "GET", path: "/things", retry: "safe" }],
    [
      "PUT /things/{a%20b} json",
      { ...nothing, method: "PUT", path: "/things/{a%20b}", retry: "idempotent", body: "json" },
    ],
    [
      "POST /things whole safe",
      { ...nothing, method: "POST", path: "/things", retry: "safe", body: "whole" },
    ],
    [
      "GET /x single-use empty",
      { ...nothing, method: "GET", path: "/x", retry: "single-use", result: "empty" },
    ],
    ["PATCH /x null", { ...nothing, method: "PATCH", path: "/x", retry: "single-use", result: "null" }],
    [
      "HEAD /x idempotent void",
      { ...nothing, method: "HEAD", path: "/x", retry: "idempotent", result: "void" },
    ],
    [
      "POST /x json @https://other.example/base",
      {
        ...nothing,
        method: "POST",
        path: "/x",
        retry: "single-use",
        body: "json",
        server: "https://other.example/base",
      },
    ],
  ])("%s", (text, route) => {
    expect(parseRoute(text)).toStrictEqual(route);
  });

  test("with a query, whose names are percent-encoded", () => {
    const { path, query } = parseRoute("GET /x?a&b%26c%20d&%C3%BC safe");

    expect(path).toBe("/x");
    expect(query?.names).toStrictEqual(["a", "b&c d", "ü"]);
    expect(query?.write({ a: 1, "b&c d": 2 })).toBe("?a=1&b%26c%20d=2");
  });
});

describe("the class of a method", () => {
  test.each([
    ["GET", "safe"],
    ["HEAD", "safe"],
    ["OPTIONS", "safe"],
    ["TRACE", "safe"],
    ["PUT", "idempotent"],
    ["DELETE", "idempotent"],
    ["POST", "single-use"],
    ["PATCH", "single-use"],
    ["QUERY", "single-use"],
    ["GETX", "single-use"],
  ])("%s: %s", (method, retry) => {
    expect(defaultRetryClass(method)).toBe(retry);
    expect(parseRoute(`${method} /x`).retry).toBe(retry);
  });
});

test("what is written is what is read, in whatever order the flags come", () => {
  const name = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => text.isWellFormed());
  const routes = fc.record({
    method: fc.constantFrom("GET", "POST", "PUT", "DELETE", "PATCH"),
    path: fc.array(name).map((names) => `/${names.map((part) => `{${encodeURIComponent(part)}}`).join("/")}`),
    names: fc.option(fc.uniqueArray(name, { minLength: 1 }), { nil: undefined }),
    retry: fc.constantFrom("safe" as const, "idempotent" as const, "single-use" as const),
    body: fc.constantFrom(undefined, "json" as const, "whole" as const),
    result: fc.constantFrom(undefined, "empty" as const, "null" as const, "void" as const),
    server: fc.option(fc.webUrl(), { nil: undefined }),
    isTurned: fc.boolean(),
  });

  fc.assert(
    fc.property(routes, ({ names, isTurned, ...route }) => {
      const { method, path, retry, body, result, server } = route;
      const query = names === undefined ? "" : `?${names.map(encodeURIComponent).join("&")}`;
      const flags = [retry, body, result, server && `@${server}`].filter((flag) => flag !== undefined);
      const text = `${method} ${path}${query} ${(isTurned ? flags.toReversed() : flags).join(" ")}`;
      const { query: read, ...rest } = parseRoute(text);

      expect(rest).toStrictEqual(route);
      expect(read?.names).toStrictEqual(names);
      const values = Object.fromEntries((names ?? []).map((key, index) => [key, index]));
      expect(read?.write(values)).toBe(names && queryParameters(...names).write(values));
    }),
    { numRuns: 200 },
  );
});
