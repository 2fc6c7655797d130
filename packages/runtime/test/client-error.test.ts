import { ApiError, ClientError, ConnectionError, TimeoutError, ValidationError } from "@sdkmill/runtime";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";

const operation = "POST /things/{id}";
const cause = new Error("Reset.");
const issues = [{ pointer: "/a", keyword: "type", message: "must be a number" }];
const answer = {
  operation,
  status: 404,
  headers: new Headers({ "retry-after": "1" }),
  requestId: "request-1",
  type: "not_found",
  body: { a: 1 },
  text: undefined,
};

type Named = readonly [name: string, error: ClientError, own: Readonly<Record<string, unknown>>];

const errors: readonly Named[] = [
  ["ClientError", new ClientError("No.", { operation }), { operation }],
  ["ApiError", new ApiError("No.", answer), answer],
  [
    "ConnectionError",
    new ConnectionError("No.", { operation, outcome: "unknown", cause }),
    { operation, outcome: "unknown" },
  ],
  [
    "TimeoutError",
    new TimeoutError("No.", { operation, outcome: "unknown", limit: "total", timeout: 300 }),
    { operation, outcome: "unknown", limit: "total", timeout: 300 },
  ],
  [
    "ValidationError",
    new ValidationError("No.", { operation, subject: "request", issues }),
    { operation, subject: "request", issues },
  ],
];

describe.each(errors)("%s", (name, error, own) => {
  test("is an Error, and a ClientError", () => {
    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(ClientError);
    expect(error.name).toBe(name);
    expect(error.constructor.name).toBe(name);
  });

  test("has its details, and no more", () => {
    expect({ ...error }).toStrictEqual(own);
  });

  test("says its name in the first line of its stack", () => {
    expect(error.stack?.split("\n", 1)).toStrictEqual([`${name}: No.`]);
    expect(String(error)).toBe(`${name}: No.`);
  });

  test("as JSON has name and message too", () => {
    expect(error.toJSON()).toStrictEqual({ name, message: "No.", ...own });
    expect(JSON.parse(JSON.stringify({ error }))).toMatchObject({
      error: { name, message: "No.", operation },
    });
  });

  test("inspected shows them too", () => {
    const shown = inspect(error);

    expect(shown.startsWith(`${name}: No.\n`)).toBe(true);
    for (const property of Object.keys(own)) expect(shown).toContain(`${property}: `);
  });
});

test("a cause is where errors have theirs, and is not enumerable", () => {
  const [, , [, lost]] = errors as readonly [Named, Named, Named];

  expect(Object.getOwnPropertyDescriptor(lost, "cause")).toMatchObject({ value: cause, enumerable: false });
  expect(inspect(lost)).toContain("[cause]: Error: Reset.");
  expect("cause" in new ClientError("No.", { operation })).toBe(false);
});
