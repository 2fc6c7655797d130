import { ApiClient, call } from "@sdkmill/runtime";
import { describe, expect, test } from "vitest";
import { describeApi, sentRequest } from "./sent-request.ts";

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
  ])("%s", async (_, value, encoded) => {
    const request = await sentRequest(
      describeApi(),
      {},
      { method: "GET", path },
      { user_id: value, key: "k" },
    );

    expect(request.url).toBe(`https://api.example/users/${encoded}/keys/k`);
  });
});

describe("a path parameter that would call another operation is refused, by its name alone", () => {
  const steps = 'can not be empty, "." or ".."';

  test.each([
    ["a step", ".", steps],
    ["a step up", "..", steps],
    ["an encoded step", "%2e", steps],
    ["an encoded step up", "%2e%2e", steps],
    ["a step up in capitals", "%2E%2E", steps],
    ["a step up, half encoded", ".%2e", steps],
    ["an empty text", "", steps],
    ["undefined", undefined, "is missing"],
    ["null", null, "is missing"],
    ["an object", { secret: "hidden-value" }, "is missing"],
    ["an array", ["hidden-value"], "is missing"],
    ["a function", () => "hidden-value", "is missing"],
  ])("%s", async (_, value, problem) => {
    const sending = sentRequest(describeApi(), {}, { method: "GET", path }, { user_id: value, key: "k" });

    await expect(sending).rejects.toStrictEqual(new TypeError(`The path parameter \`user_id\` ${problem}.`));
  });

  test("one that is not there, or only inherited", async () => {
    const inherited = Object.create({ user_id: "hidden-value" }) as object;
    const missing = new TypeError("The path parameter `user_id` is missing.");

    for (const parameters of [undefined, {}, inherited]) {
      await expect(sentRequest(describeApi(), {}, { method: "GET", path }, parameters)).rejects.toStrictEqual(
        missing,
      );
    }
  });

  test("a text that has no percent-encoding", async () => {
    const sending = sentRequest(describeApi(), {}, { method: "GET", path }, { user_id: "\ud800", key: "k" });

    await expect(sending).rejects.toThrow(TypeError);
    await expect(sending).rejects.toThrow("`user_id`");
  });

  test("through `$fetch` as well", async () => {
    const { $fetch } = new ApiClient<Record<typeof path, { get: UserKey }>>(describeApi(), {});
    const inherited = Object.create({ user_id: "hidden-value", key: "k" }) as {
      user_id: string;
      key: string;
    };
    const problem = "The path parameter `user_id`";

    await expect($fetch.GET(path, { params: { path: { user_id: "..", key: "k" } } })).rejects.toThrow(
      new TypeError(`${problem} ${steps}.`),
    );
    await expect($fetch.GET(path, { params: { path: inherited } })).rejects.toThrow(
      new TypeError(`${problem} is missing.`),
    );
  });

  test("before anything is sent", async () => {
    const client = new ApiClient(describeApi(), {
      fetch: () => Promise.reject(new Error("It was sent.")),
    });

    await expect(
      call(client, { method: "DELETE", path: "/users/{user_id}" }, { user_id: ".." }),
    ).rejects.toThrow(TypeError);
  });
});
