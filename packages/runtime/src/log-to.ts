import { ApiError } from "./api-error.js";
import type { CallEvent, Hooks } from "./hooks.js";
import { printable } from "./printable.js";

/** Where lines of a log go: `console`, or the logger of a framework. */
export interface LogSink {
  debug(line: string): unknown;
  info(line: string): unknown;
  warn(line: string): unknown;
  error(line: string): unknown;
}

const levels = ["debug", "info", "warn", "error"] as const;

export type LogLevel = (typeof levels)[number];

/**
 * Hooks that write a line for what happens: `debug` for each attempt, `info` for each answer, `warn` for each
 * retry and for what is not valid, `error` for each call that failed for good. A line has nothing of what was
 * sent, and of what came no more than status and request id.
 *
 * @param level the least that is written
 */
export function logTo(sink: LogSink, level: LogLevel = "info"): Hooks {
  const write = (at: LogLevel, { call, operation, attempt }: CallEvent, what: string): void => {
    if (levels.indexOf(at) >= levels.indexOf(level))
      void (async () =>
        sink[at](`#${call}.${attempt} ${printable(operation, /[^\x20-\x7e]/g)} ${what}`))().catch(
        // oxlint-disable-next-line no-console -- there is no one else to tell
        (thrown: unknown) => console.error("A log failed:", thrown),
      );
  };
  const milliseconds = (time: number): string => `${Math.round(time)} ms`;
  return {
    onRequest: (event) => write("debug", event, `sent (${event.retry})`),
    onResponse: (event) =>
      write(
        "info",
        event,
        `${event.status} in ${milliseconds(event.duration)}${event.requestId === undefined ? "" : ` (request id ${printable(event.requestId)})`}`,
      ),
    onRetry: (event) =>
      write("warn", event, `again in ${milliseconds(event.delay)} after ${named(event.error)}`),
    onError: (event) =>
      write("error", event, `failed after ${milliseconds(event.duration)}: ${named(event.error)}`),
    onInvalid: (event) =>
      write(
        "warn",
        event,
        `${event.subject} not valid at ${event.issues.map(({ pointer, keyword }) => `${printable(pointer) || "/"} (${keyword})`).join(", ")}`,
      ),
  };
}

/** What failed, in a word or two: a message can be long, and an error of a hook or a signal can say anything. */
function named(error: unknown): string {
  if (error instanceof ApiError)
    return `status ${error.status}${error.type === undefined ? "" : ` ${printable(error.type)}`}`;
  return error instanceof Error ? error.name : "an abort";
}
