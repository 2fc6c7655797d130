import { describe, expect, test } from "vitest";
import { findRoute } from "../src/find-route.ts";
import { parseRoute } from "../src/parse-route.ts";

const routes = [
  "GET /users/{id}",
  "GET /users/me",
  "PUT /users/{id}/exchange single-use",
  "PUT /users/{id}",
  "GET /a%20b/{c.d}",
].map(parseRoute);

// Prevents: a PUT that is sent once sent again, since `$fetch` was given its path filled in.
describe("the route of a call of `$fetch`", () => {
  test.each([
    ["GET", "/users/{id}", "/users/{id}"],
    ["GET", "/users/me", "/users/me"],
    ["GET", "/users/user-1", "/users/{id}"],
    ["GET", "/users/user-1?a=/b#c", "/users/{id}"],
    ["PUT", "/users/user-1/exchange", "/users/{id}/exchange"],
    ["GET", "/a b/{c.d}", "/a%20b/{c.d}"],
    ["GET", "/users/", undefined],
    ["GET", "/users/1/2", undefined],
    ["POST", "/users/me", undefined],
    ["GET", "/things", undefined],
  ])("%s %s", (method, path, found) => {
    expect(findRoute(routes, method, path)?.path).toBe(found);
  });

  test("has the class of the operation", () => {
    expect(findRoute(routes, "PUT", "/users/1/exchange")?.retry).toBe("single-use");
  });
});
