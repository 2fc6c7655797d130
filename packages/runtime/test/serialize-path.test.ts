import { ApiClient, bindOperations, call, type FetchClient } from "@sdkmill/runtime";
import { describe, expect, test } from "vitest";
import { serializePath } from "../src/serialize-path.ts";
import { describeApi, describeRoute, sentRequest } from "./sent-request.ts";

const path = "/users/{user_id}/keys/{key}";

interface UserKey {
  readonly parameters: { readonly path: { readonly user_id: string; readonly key: string } };
  readonly responses: Readonly<Record<200, { readonly content: { readonly "application/json": object } }>>;
}

describe("a path parameter is percent-encoded", () => {
  test.each([
    ["plain", "user-1", "user-1"],
    ["an unreserved mark", "a-b_c.d~e", "a-b_c.d~e"],
    ["a slash", "a/b", "a%2Fb"],
    ["a backslash", "a\\b", "a%5Cb"],
    ["a query", "a?b=c&d", "a%3Fb%3Dc%26d"],
    ["a fragment", "a#b", "a%23b"],
    ["a space", "a b", "a%20b"],
    ["a plus", "a+b", "a%2Bb"],
    ["a percent sign", "100%", "100%25"],
    ["what is encoded already", "a%2Fb", "a%252Fb"],
    ["steps inside of a value", "../admin", "..%2Fadmin"],
    ["encoded steps inside of a value", "%2e%2e/admin", "%252e%252e%2Fadmin"],
    ["three dots", "...", "..."],
    ["another placeholder", "{key}", "%7Bkey%7D"],
    ["a replacement pattern", "$&$1", "%24%26%241"],
    ["a line break", "a\r\nb", "a%0D%0Ab"],
    ["a null character", "a\u0000b", "a%00b"],
    ["beyond ASCII", "ü€😀", "%C3%BC%E2%82%AC%F0%9F%98%80"],
    ["a number", 42, "42"],
    ["zero", 0, "0"],
    ["a boolean", false, "false"],
    ["a great integer", 2n ** 64n, "18446744073709551616"],
  ])("%s", async (_, value, encoded) => {
    const request = await sentRequest(describeApi(), {}, describeRoute({ path }), {
      user_id: value,
      key: "k",
    });

    expect(request.url).toBe(`https://api.example/users/${encoded}/keys/k`);
  });
});

describe("a path parameter that would call another operation is refused, by its name alone", () => {
  const refusal = new TypeError("The path parameter `user_id` is missing or can not be used.");

  test.each([
    ["a step", "."],
    ["a step up", ".."],
    ["an encoded step", "%2e"],
    ["an encoded step up", "%2e%2e"],
    ["a step up in capitals", "%2E%2E"],
    ["a step up, half encoded", ".%2e"],
    ["the other half", "%2E."],
    ["an empty text", ""],
    ["undefined", undefined],
    ["null", null],
    ["no number", Number.NaN],
    ["no end", Infinity],
    ["an object", { secret: "hidden-value" }],
    ["an array", ["hidden-value"]],
    ["a function", () => "hidden-value"],
  ])("%s", async (_, value) => {
    const sending = sentRequest(describeApi(), {}, describeRoute({ path }), { user_id: value, key: "k" });

    await expect(sending).rejects.toStrictEqual(refusal);
  });

  test("one that is not there, or only inherited", async () => {
    const inherited = Object.create({ user_id: "hidden-value" }) as object;

    for (const parameters of [undefined, {}, inherited]) {
      await expect(sentRequest(describeApi(), {}, describeRoute({ path }), parameters)).rejects.toStrictEqual(
        refusal,
      );
    }
    expect(() => serializePath("/{constructor}", {})).toThrow(TypeError);
  });

  test("through `$fetch` as well", async () => {
    const { $fetch } = bindOperations(new ApiClient(describeApi(), {}), {}, {}) as FetchClient<
      Record<typeof path, { get: UserKey }>
    >;
    const inherited = Object.create({ user_id: "hidden-value", key: "k" }) as {
      user_id: string;
      key: string;
    };

    await expect($fetch.GET(path, { params: { path: { user_id: "..", key: "k" } } })).rejects.toStrictEqual(
      refusal,
    );
    await expect($fetch.GET(path, { params: { path: inherited } })).rejects.toStrictEqual(refusal);
  });

  test("before anything is sent", async () => {
    const client = new ApiClient(describeApi(), {
      fetch: () => Promise.reject(new Error("It was sent.")),
    });

    await expect(
      call(client, describeRoute({ method: "DELETE", path: "/users/{user_id}" }), { user_id: ".." }),
    ).rejects.toThrow(TypeError);
  });
});

test("half of a surrogate pair has no percent-encoding: nothing is sent", async () => {
  await expect(
    sentRequest(describeApi(), {}, describeRoute({ path }), { user_id: "\ud800", key: "k" }),
  ).rejects.toThrow(URIError);
});

test("a name in the template is percent-encoded", () => {
  expect(serializePath("/{user%20id}/{a%2Fb}", { "user id": "1", "a/b": "2" })).toBe("/1/2");
});
