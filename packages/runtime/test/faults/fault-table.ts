import type { RetryClass } from "@sdkmill/runtime";

/**
 * What the client does with each fault, for each retry class. The fault is played again and again, as long as the
 * client sends the request again; retries are 2 by default.
 *
 * Each cell: attempts of the client / requests that the server saw / requests that it read to the end, and what came
 * of the call; of an ApiError its status and whether it has the parsed body, a text or nothing.
 */
const table = `
| fault                              | safe                               | idempotent                         | single-use                         |
| ---------------------------------- | ---------------------------------- | ---------------------------------- | ---------------------------------- |
| connection refused                 | 3/0/0 ConnectionError not-sent     | 3/0/0 ConnectionError not-sent     | 3/0/0 ConnectionError not-sent     |
| reset while it connects            | 3/0/0 ConnectionError unknown      | 3/0/0 ConnectionError unknown      | 1/0/0 ConnectionError unknown      |
| reset before a byte is read        | 3/0/0 ConnectionError unknown      | 3/0/0 ConnectionError unknown      | 1/0/0 ConnectionError unknown      |
| reset after the headers            | 3/3/0 ConnectionError unknown      | 3/3/0 ConnectionError unknown      | 1/1/0 ConnectionError unknown      |
| reset after the body               | 3/3/3 ConnectionError unknown      | 3/3/3 ConnectionError unknown      | 1/1/1 ConnectionError unknown      |
| closed after the body              | 3/3/3 ConnectionError unknown      | 3/3/3 ConnectionError unknown      | 1/1/1 ConnectionError unknown      |
| reset in the middle of the answer  | 3/3/3 ConnectionError unknown      | 3/3/3 ConnectionError unknown      | 1/1/1 ConnectionError unknown      |
| truncated JSON                     | 3/3/3 ConnectionError unknown      | 3/3/3 ConnectionError unknown      | 1/1/1 ConnectionError unknown      |
| not HTTP                           | 3/3/3 ConnectionError unknown      | 3/3/3 ConnectionError unknown      | 1/1/1 ConnectionError unknown      |
| broken gzip                        | 3/3/3 ConnectionError unknown      | 3/3/3 ConnectionError unknown      | 1/1/1 ConnectionError unknown      |
| hang before the headers            | 3/3/3 TimeoutError attempt unknown | 3/3/3 TimeoutError attempt unknown | 1/1/1 TimeoutError attempt unknown |
| hang in the middle of the answer   | 3/3/3 TimeoutError attempt unknown | 3/3/3 TimeoutError attempt unknown | 1/1/1 TimeoutError attempt unknown |
| slow drip, longer than the timeout | 3/3/3 TimeoutError attempt unknown | 3/3/3 TimeoutError attempt unknown | 1/1/1 TimeoutError attempt unknown |
| 429 without Retry-After            | 3/3/3 ApiError 429 body            | 3/3/3 ApiError 429 body            | 1/1/1 ApiError 429 body            |
| 429, Retry-After: 0                | 3/3/3 ApiError 429 body            | 3/3/3 ApiError 429 body            | 3/3/3 ApiError 429 body            |
| 429, Retry-After: 7                | 3/3/3 ApiError 429 body            | 3/3/3 ApiError 429 body            | 3/3/3 ApiError 429 body            |
| 429, Retry-After a date            | 3/3/3 ApiError 429 body            | 3/3/3 ApiError 429 body            | 3/3/3 ApiError 429 body            |
| 429, Retry-After a past date       | 3/3/3 ApiError 429 body            | 3/3/3 ApiError 429 body            | 3/3/3 ApiError 429 body            |
| 429, Retry-After too long          | 1/1/1 ApiError 429 body            | 1/1/1 ApiError 429 body            | 1/1/1 ApiError 429 body            |
| 429, Retry-After malformed         | 3/3/3 ApiError 429 body            | 3/3/3 ApiError 429 body            | 1/1/1 ApiError 429 body            |
| 429, Retry-After negative          | 3/3/3 ApiError 429 body            | 3/3/3 ApiError 429 body            | 1/1/1 ApiError 429 body            |
| 503 without Retry-After            | 3/3/3 ApiError 503 body            | 3/3/3 ApiError 503 body            | 1/1/1 ApiError 503 body            |
| 503, Retry-After: 7                | 3/3/3 ApiError 503 body            | 3/3/3 ApiError 503 body            | 3/3/3 ApiError 503 body            |
| 503, empty                         | 3/3/3 ApiError 503 nothing         | 3/3/3 ApiError 503 nothing         | 1/1/1 ApiError 503 nothing         |
| 500, Retry-After: 7                | 3/3/3 ApiError 500 body            | 3/3/3 ApiError 500 body            | 1/1/1 ApiError 500 body            |
| 408                                | 3/3/3 ApiError 408 nothing         | 3/3/3 ApiError 408 nothing         | 1/1/1 ApiError 408 nothing         |
| 425                                | 3/3/3 ApiError 425 nothing         | 3/3/3 ApiError 425 nothing         | 1/1/1 ApiError 425 nothing         |
| 500                                | 3/3/3 ApiError 500 body            | 3/3/3 ApiError 500 body            | 1/1/1 ApiError 500 body            |
| 502 with HTML                      | 3/3/3 ApiError 502 text            | 3/3/3 ApiError 502 text            | 1/1/1 ApiError 502 text            |
| 504                                | 3/3/3 ApiError 504 nothing         | 3/3/3 ApiError 504 nothing         | 1/1/1 ApiError 504 nothing         |
| 501                                | 1/1/1 ApiError 501 nothing         | 1/1/1 ApiError 501 nothing         | 1/1/1 ApiError 501 nothing         |
| 400                                | 1/1/1 ApiError 400 body            | 1/1/1 ApiError 400 body            | 1/1/1 ApiError 400 body            |
| 409                                | 1/1/1 ApiError 409 body            | 1/1/1 ApiError 409 body            | 1/1/1 ApiError 409 body            |
| 413 before the body is read        | 1/1/0 ApiError 413 body            | 1/1/0 ApiError 413 body            | 1/1/0 ApiError 413 body            |
| 503 before the body is read        | 3/3/0 ApiError 503 body            | 3/3/0 ApiError 503 body            | 1/1/0 ApiError 503 body            |
| 500 with more than is read         | 3/3/3 ApiError 500 nothing         | 3/3/3 ApiError 500 nothing         | 1/1/1 ApiError 500 nothing         |
| 500 with broken JSON               | 3/3/3 ApiError 500 text            | 3/3/3 ApiError 500 text            | 1/1/1 ApiError 500 text            |
| 307                                | 1/1/1 ApiError 307 nothing         | 1/1/1 ApiError 307 nothing         | 1/1/1 ApiError 307 nothing         |
| broken JSON                        | 1/1/1 ApiError 200 text            | 1/1/1 ApiError 200 text            | 1/1/1 ApiError 200 text            |
| HTML                               | 1/1/1 ApiError 200 text            | 1/1/1 ApiError 200 text            | 1/1/1 ApiError 200 text            |
| JSON that says it is HTML          | 1/1/1 ApiError 200 body            | 1/1/1 ApiError 200 body            | 1/1/1 ApiError 200 body            |
| null                               | 1/1/1 ApiError 200 text            | 1/1/1 ApiError 200 text            | 1/1/1 ApiError 200 text            |
| empty 200                          | 1/1/1 ApiError 200 nothing         | 1/1/1 ApiError 200 nothing         | 1/1/1 ApiError 200 nothing         |
| 204                                | 1/1/1 ApiError 204 nothing         | 1/1/1 ApiError 204 nothing         | 1/1/1 ApiError 204 nothing         |
| a byte more than is read           | 1/1/1 ApiError 200 nothing         | 1/1/1 ApiError 200 nothing         | 1/1/1 ApiError 200 nothing         |
| without an end                     | 1/1/1 ApiError 200 nothing         | 1/1/1 ApiError 200 nothing         | 1/1/1 ApiError 200 nothing         |
| a gzip bomb                        | 1/1/1 ApiError 200 nothing         | 1/1/1 ApiError 200 nothing         | 1/1/1 ApiError 200 nothing         |
| fine                               | 1/1/1 result                       | 1/1/1 result                       | 1/1/1 result                       |
| fine, after interim answers        | 1/1/1 result                       | 1/1/1 result                       | 1/1/1 result                       |
| JSON without a content type        | 1/1/1 result                       | 1/1/1 result                       | 1/1/1 result                       |
| slow drip, within the timeout      | 1/1/1 result                       | 1/1/1 result                       | 1/1/1 result                       |
| gzip                               | 1/1/1 result                      | 1/1/1 result                      | 1/1/1 result                      |
| as many bytes as are read          | 1/1/1 result                       | 1/1/1 result                       | 1/1/1 result                       |
| empty 200, where it may be         | 1/1/1 result                       | 1/1/1 result                       | 1/1/1 result                       |
| 204, where it may be               | 1/1/1 result                       | 1/1/1 result                       | 1/1/1 result                       |
`;

/** What is to come of one fault for one class. */
export interface Cell {
  readonly name: string;
  readonly retry: RetryClass;
  readonly wanted: string;
}

const rows = table
  .trim()
  .split("\n")
  .slice(2)
  .map((line) => line.split("|").map((cell) => cell.trim()));

/** The names of the faults, as they stand in the table. */
export const names: readonly string[] = rows.map(([, name = ""]) => name);

export const cells: readonly Cell[] = rows.flatMap(
  ([, name = "", safe = "", idempotent = "", singleUse = ""]): readonly Cell[] => [
    { name, retry: "safe", wanted: safe },
    { name, retry: "idempotent", wanted: idempotent },
    { name, retry: "single-use", wanted: singleUse },
  ],
);

/** Whether the client sends again after this: it then does so until it may no more. */
export function isRepeated(wanted: string): boolean {
  return wanted.startsWith("3/");
}
