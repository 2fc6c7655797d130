import { ApiError, ConnectionError, type Hooks, type LogLevel, logTo, type LogSink } from "@sdkmill/runtime";
import { describe, expect, test } from "vitest";

const operation = "POST /things/{id}";
const event = { call: 7, operation, retry: "safe", attempt: 2 } as const;
const lost = new ConnectionError("No answer.", { operation, outcome: "unknown" });

function answered(type: string | undefined): ApiError {
  const rest = { operation, headers: new Headers(), requestId: undefined, body: undefined, text: undefined };
  return new ApiError("It holds more than a line should.", { status: 429, type, ...rest });
}

/** The lines that come of it, with their levels. */
function linesOf(tell: (hooks: Required<Hooks>) => unknown, level?: LogLevel): readonly string[] {
  const lines: string[] = [];
  const write = (at: LogLevel) => (line: string) => void lines.push(`${at} ${line}`);
  const sink: LogSink = {
    debug: write("debug"),
    info: write("info"),
    warn: write("warn"),
    error: write("error"),
  };
  tell(logTo(sink, level) as Required<Hooks>);
  return lines;
}

describe("a line for each event", () => {
  const issue = { pointer: "/a/0", keyword: "type", message: "must be a number" };

  test.each<[string, (hooks: Required<Hooks>) => unknown]>([
    ["debug #7.2 POST /things/{id} sent (safe)", (hooks) => hooks.onRequest(event)],
    [
      "info #7.2 POST /things/{id} 200 in 13 ms",
      (hooks) => hooks.onResponse({ ...event, status: 200, requestId: undefined, duration: 12.7 }),
    ],
    [
      "info #7.2 POST /things/{id} 404 in 0 ms (request id request-1)",
      (hooks) => hooks.onResponse({ ...event, status: 404, requestId: "request-1", duration: 0 }),
    ],
    [
      "warn #7.2 POST /things/{id} again in 250 ms after status 429 too_many",
      (hooks) => hooks.onRetry({ ...event, delay: 250, error: answered("too_many") }),
    ],
    [
      "warn #7.2 POST /things/{id} again in 250 ms after ConnectionError",
      (hooks) => hooks.onRetry({ ...event, delay: 250, error: lost }),
    ],
    [
      "error #7.2 POST /things/{id} failed after 1000 ms: status 429",
      (hooks) => hooks.onError({ ...event, duration: 1_000, error: answered(undefined) }),
    ],
    [
      "error #7.2 POST /things/{id} failed after 1000 ms: AbortError",
      (hooks) =>
        hooks.onError({ ...event, duration: 1_000, error: new DOMException("The user.", "AbortError") }),
    ],
    [
      "error #7.2 POST /things/{id} failed after 1000 ms: an abort",
      (hooks) => hooks.onError({ ...event, duration: 1_000, error: "the user's secret" }),
    ],
    [
      "warn #7.2 POST /things/{id} response not valid at /a/0 (type), / (required)",
      (hooks) =>
        hooks.onInvalid({
          ...event,
          subject: "response",
          issues: [issue, { ...issue, pointer: "", keyword: "required" }],
        }),
    ],
  ])("%s", (line, tell) => {
    expect(linesOf(tell, "debug")).toStrictEqual([line]);
  });
});

describe("the level is the least that is written", () => {
  const all = (hooks: Required<Hooks>): void => {
    void hooks.onRequest(event);
    hooks.onResponse({ ...event, status: 200, requestId: undefined, duration: 1 });
    hooks.onRetry({ ...event, delay: 1, error: lost });
    hooks.onError({ ...event, duration: 1, error: lost });
    hooks.onInvalid({ ...event, subject: "request", issues: [] });
  };

  test.each<[LogLevel | undefined, readonly string[]]>([
    ["debug", ["debug", "info", "warn", "error", "warn"]],
    ["info", ["info", "warn", "error", "warn"]],
    [undefined, ["info", "warn", "error", "warn"]],
    ["warn", ["warn", "error", "warn"]],
    ["error", ["error"]],
  ])("%s", (level, levels) => {
    expect(linesOf(all, level).map((line) => line.split(" ", 1)[0])).toStrictEqual(levels);
  });
});

describe("foreign text can neither end a line nor colour it, nor make it long", () => {
  const foreign = `a\r\nb\u001B[31m\u2028\u0085\u009B\u202Ec d${"x".repeat(1_000)}`;

  test.each<[string, (hooks: Required<Hooks>) => unknown]>([
    [
      "the id of a request",
      (hooks) => hooks.onResponse({ ...event, status: 200, requestId: foreign, duration: 1 }),
    ],
    ["the type of an error", (hooks) => hooks.onError({ ...event, duration: 1, error: answered(foreign) })],
    [
      "the type of an error before",
      (hooks) => hooks.onRetry({ ...event, delay: 1, error: answered(foreign) }),
    ],
    [
      "the place of what is not valid",
      (hooks) =>
        hooks.onInvalid({
          ...event,
          subject: "response",
          issues: [{ pointer: `/${foreign}`, keyword: "type", message: "" }],
        }),
    ],
    ["the path of an operation of `$fetch`", (hooks) => hooks.onRequest({ ...event, operation: foreign })],
  ])("%s", (_, tell) => {
    const [line = "", ...more] = linesOf(tell, "debug");

    expect(more).toStrictEqual([]);
    expect(line).toMatch(/^[\x20-\x7e]{1,400}$/);
    expect(line).toContain("a??b?[31m????c");
  });
});

test("the methods of the sink are called on it", () => {
  const lines: string[] = [];
  class Logger {
    readonly lines = lines;
    debug(line: string): void {
      this.lines.push(line);
    }
    info(line: string): void {
      this.debug(line);
    }
    warn(line: string): void {
      this.debug(line);
    }
    error(line: string): void {
      this.debug(line);
    }
  }
  const hooks = logTo(new Logger(), "debug");
  void hooks.onRequest?.(event);
  hooks.onError?.({ ...event, duration: 1, error: lost });

  expect(lines).toHaveLength(2);
});

// What `onRequest` returns are headers, and what it throws ends the call.
test("a sink that fails, or gives something back, is no part of the call", async () => {
  const fail = (): never => {
    throw new Error("The disk is full.");
  };
  const sink: LogSink = { debug: () => ({ "x-own": "1" }), info: fail, warn: fail, error: fail };

  expect(await logTo(sink, "debug").onRequest?.(event)).toBeUndefined();
  expect(() => logTo({ ...sink, debug: fail }, "debug").onRequest?.(event)).not.toThrow();
});
