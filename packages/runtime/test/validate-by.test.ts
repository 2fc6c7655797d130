import {
  ApiClient,
  call,
  validateBy,
  ValidationError,
  type Hooks,
  type OperationValidators,
  type ValidationOptions,
  type Validator,
} from "@sdkmill/runtime";
import { describe, expect, test, vi } from "vitest";

const operation = "POST /v1/pets/{id}";

/** Validators that count how often they are loaded, and refuse values with a property `bad`. */
function countedTable(): {
  readonly table: Readonly<Record<string, OperationValidators>>;
  readonly loaded: string[];
} {
  const loaded: string[] = [];
  const loading = (name: string) => () => {
    loaded.push(name);
    return Promise.resolve({
      issues: (value: unknown) =>
        Object.keys(value as object)
          .filter((key) => key.startsWith("bad"))
          .map((key) => ({ pointer: `/${key}`, keyword: "type", message: "must be good" })),
    });
  };
  const of = (name: string): OperationValidators => ({
    request: loading(`${name} request`),
    response: loading(`${name} response`),
  });
  return { table: { [operation]: of("this"), "POST /v1/toys": of("other") }, loaded };
}

/** What one call comes to, with what was loaded, and what was sent. */
async function calling(
  options: ValidationOptions,
  parameters: object,
  answer: unknown,
  more: { readonly hooks?: Hooks; readonly table?: Readonly<Record<string, OperationValidators>> } = {},
) {
  const { table, loaded } = countedTable();
  const sent: string[] = [];
  const client = new ApiClient(
    { name: "Pets", server: () => "https://pets.example.com" },
    {
      fetch: (url) => {
        sent.push(`${loaded.join()} ${url}`);
        return Promise.resolve(Response.json(answer));
      },
      validation: validateBy(options, more.table ?? table),
      ...(more.hooks === undefined ? {} : { hooks: more.hooks }),
    },
  );
  const route = { method: "POST", path: "/v1/pets/{id}", retry: "safe", body: "json" } as const;
  const result: unknown = await call(client, route, { id: "7", ...parameters }).catch(
    (error: unknown) => error,
  );
  return { result, loaded, sent };
}

describe("validators are loaded", () => {
  test.each<readonly [options: ValidationOptions, want: readonly string[]]>([
    [{}, []],
    [{ requests: "off", responses: "off" }, []],
    [{ requests: "throw" }, ["this request"]],
    [{ requests: "warn", responses: "off" }, ["this request"]],
    [{ responses: "throw" }, ["this response", "this response"]],
    [{ requests: "throw", responses: "warn" }, ["this request", "this response", "this response"]],
  ])("only if they are asked for, and those of the operation alone: %j", async (options, want) => {
    const { result, loaded } = await calling(options, { name: "a" }, { id: "7" });
    expect(loaded).toStrictEqual(want);
    expect(result).toStrictEqual({ id: "7" });
  });

  // Prevents: a token that is consumed, and an answer that is lost with it, since a file was not there.
  test("before anything is sent", async () => {
    const missing = new Error("no such module");
    const table = { [operation]: { response: () => Promise.reject(missing) } };
    const { result, sent } = await calling({ responses: "warn" }, {}, {}, { table });
    expect(result).toBe(missing);
    expect(sent).toStrictEqual([]);
  });

  test.each(["__proto__", "constructor", "toString"])("not for an operation called %s", async (name) => {
    const event = { call: 1, operation: name, retry: "safe", attempt: 1 } as const;
    const validation = validateBy({ requests: "throw", responses: "throw" }, {});
    await expect(validation.check({ ...event, subject: "request" }, {}, [])).resolves.toBeUndefined();
  });

  // Prevents: a loader of somebody else, put into the prototype of all objects.
  test("from no prototype", async () => {
    const inherited = vi.fn<() => Promise<Validator>>(() => Promise.resolve({ issues: () => [] }));
    const table = { [operation]: Object.create({ request: inherited }) as OperationValidators };
    await calling({ requests: "throw" }, {}, {}, { table });
    await calling({ requests: "throw" }, {}, {}, { table: Object.create(table) as typeof table });
    expect(inherited).not.toHaveBeenCalled();
  });
});

describe("what is not valid", () => {
  test("is thrown before it is sent", async () => {
    const { result, sent } = await calling({ requests: "throw" }, { bad: 1, bad2: 1 }, {});
    expect(result).toBeInstanceOf(ValidationError);
    expect(result).toMatchObject({
      name: "ValidationError",
      operation,
      subject: "request",
      issues: [{ pointer: "/bad" }, { pointer: "/bad2" }],
      message: `The request of ${operation} is not valid: /bad must be good (and 1 more)`,
    });
    expect(sent).toStrictEqual([]);
  });

  test("is thrown after it came, once, however often the call may be sent", async () => {
    const { result, sent } = await calling({ responses: "throw" }, {}, { bad: 1 });
    expect(result).toMatchObject({ name: "ValidationError", subject: "response" });
    expect(sent).toHaveLength(1);
  });

  test("is told to hooks, and changes nothing", async () => {
    const onInvalid = vi.fn<NonNullable<Hooks["onInvalid"]>>();
    const { result } = await calling(
      { requests: "warn", responses: "warn" },
      { bad: 1 },
      { bad3: 2 },
      { hooks: { onInvalid } },
    );
    expect(result).toStrictEqual({ bad3: 2 });
    expect(onInvalid.mock.calls).toMatchObject([
      [{ call: 1, operation, subject: "request", issues: [{ pointer: "/bad" }] }],
      [{ call: 1, operation, subject: "response", issues: [{ pointer: "/bad3" }] }],
    ]);
  });

  test("is told on the console if no hook takes it, in letters that a terminal only shows", async () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    await calling({ responses: "warn" }, {}, { ["bad\u001b[31m\n"]: 1 }, { hooks: {} });
    expect(warn.mock.calls).toStrictEqual([[`The response of ${operation} is not valid: /bad?[31m? (type)`]]);
    warn.mockRestore();
  });

  test("is nothing that is not there: no validator is loaded for it", async () => {
    const { table, loaded } = countedTable();
    const event = { call: 1, operation, retry: "safe", attempt: 1, subject: "request" } as const;
    await validateBy({ requests: "throw" }, table).check(event, undefined, []);
    expect(loaded).toStrictEqual([]);
  });
});
