import { brokenAnswers } from "./broken-answers.ts";
import { endedCalls } from "./ended-calls.ts";
import { failedAnswers } from "./failed-answers.ts";
import { failedCallers } from "./failed-callers.ts";
import { failedFetches } from "./failed-fetches.ts";
import { failedValidation } from "./failed-validation.ts";
import type { Failure } from "./failure.ts";

/** Every kind of failure that a client can be made to see without a network. */
export const failures: readonly Failure[] = [
  ...failedAnswers,
  ...failedFetches,
  ...endedCalls,
  ...failedCallers,
  ...failedValidation,
  ...brokenAnswers,
];
