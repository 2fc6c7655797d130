import * as faults from "../fault-answers.ts";
import type { Fault } from "../fault-server.ts";

/** What every answer says that is JSON and no success. */
export const failure = { request_id: "request-1", error_type: "broken" } as const;

const noon = Date.UTC(2026, 10, 21, 12);

/** As many bytes as the client reads by default: 10 MiB. */
const LIMIT = 10_485_760;

const html = "<html><body>Bad gateway</body></html>";
/** `Retry-After` so many milliseconds later than the clock of the server is. */
const dates = (after: number): Readonly<Record<string, string>> => ({
  date: new Date(noon).toUTCString(),
  "retry-after": new Date(noon + after).toUTCString(),
});

/** A fault, or a port where nobody listens, and perhaps flags of the route. */
export interface Given {
  readonly fault: Fault | "refused";
  readonly flags?: string;
}

/** Every fault by the name that it has in the table of `what-comes-of-it.test.ts`. */
export const catalogue: ReadonlyMap<string, Given> = new Map<string, Given>(
  Object.entries({
    // No answer.
    "connection refused": { fault: "refused" },
    "reset while it connects": { fault: faults.resetAtConnect },
    "reset before a byte is read": { fault: faults.resetUnread },
    "reset after the headers": { fault: faults.resetAfterHeaders },
    "reset after the body": { fault: faults.resetAfterBody },
    "closed after the body": { fault: faults.closedAfterBody },
    "reset in the middle of the answer": { fault: faults.resetInBody },
    "truncated JSON": { fault: faults.truncated },
    "not HTTP": { fault: faults.notHttp },
    "broken gzip": { fault: faults.brokenGzip },
    "hang before the headers": { fault: faults.hang },
    "hang in the middle of the answer": { fault: faults.hangInBody },
    "slow drip, longer than the timeout": { fault: faults.slowDrip },
    // Told to come again.
    "429 without Retry-After": { fault: faults.json(429, failure) },
    "429, Retry-After: 0": { fault: faults.json(429, failure, { "retry-after": "0" }) },
    "429, Retry-After: 7": { fault: faults.json(429, failure, { "retry-after": "7" }) },
    "429, Retry-After a date": { fault: faults.json(429, failure, dates(7_000)) },
    "429, Retry-After a past date": { fault: faults.json(429, failure, dates(-60_000)) },
    "429, Retry-After too long": { fault: faults.json(429, failure, { "retry-after": "3600" }) },
    "429, Retry-After malformed": { fault: faults.json(429, failure, { "retry-after": "soon" }) },
    "429, Retry-After negative": { fault: faults.json(429, failure, { "retry-after": "-1" }) },
    "503 without Retry-After": { fault: faults.json(503, failure) },
    "503, Retry-After: 7": { fault: faults.json(503, failure, { "retry-after": "7" }) },
    "503, empty": { fault: faults.answer(503) },
    "500, Retry-After: 7": { fault: faults.json(500, failure, { "retry-after": "7" }) },
    // Other failures.
    "408": { fault: faults.answer(408) },
    "425": { fault: faults.answer(425) },
    "500": { fault: faults.json(500, failure) },
    "502 with HTML": { fault: faults.answer(502, { "content-type": "text/html" }, html) },
    "504": { fault: faults.answer(504) },
    "501": { fault: faults.answer(501) },
    "400": { fault: faults.json(400, failure) },
    "409": { fault: faults.json(409, failure) },
    "413 before the body is read": { fault: faults.early(413, failure) },
    "503 before the body is read": { fault: faults.early(503, failure) },
    "500 with more than is read": { fault: faults.json(500, "x".repeat(LIMIT)) },
    "500 with broken JSON": { fault: faults.answer(500, { "content-type": "application/json" }, '{"a":') },
    "307": { fault: faults.answer(307, { location: "https://elsewhere.example/" }) },
    // Success that is none.
    "broken JSON": { fault: faults.answer(200, { "content-type": "application/json" }, '{"a":') },
    HTML: { fault: faults.answer(200, { "content-type": "text/html" }, html) },
    "JSON that says it is HTML": {
      fault: faults.answer(200, { "content-type": "text/html" }, '{"ok":true}'),
    },
    null: { fault: faults.json(200, null) },
    "empty 200": { fault: faults.answer(200) },
    "204": { fault: faults.answer(204) },
    "a byte more than is read": { fault: faults.large(LIMIT + 1) },
    "without an end": { fault: faults.endless },
    "a gzip bomb": { fault: faults.gzip(2 * LIMIT) },
    // Success.
    fine: { fault: faults.fine },
    "fine, after interim answers": { fault: faults.interimThenFine },
    "JSON without a content type": { fault: faults.answer(200, {}, '{"ok":true}') },
    "slow drip, within the timeout": { fault: faults.drip('{"ok":true}', 1) },
    gzip: { fault: faults.gzip(8) },
    "as many bytes as are read": { fault: faults.large(LIMIT) },
    "empty 200, where it may be": { fault: faults.answer(200), flags: "empty" },
    "204, where it may be": { fault: faults.answer(204), flags: "empty" },
  }),
);

/** The fault of this name. */
export function givenOf(name: string): Given {
  const given = catalogue.get(name);
  if (given === undefined) throw new Error(`There is no fault "${name}".`);
  return given;
}
