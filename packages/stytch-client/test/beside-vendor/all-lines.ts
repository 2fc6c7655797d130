import type { Line } from "./line.ts";
import { answers } from "./lines/answers.ts";
import { errors } from "./lines/errors.ts";
import { observing } from "./lines/observing.ts";
import { packaging } from "./lines/packaging.ts";
import { retries } from "./lines/retries.ts";
import { searches } from "./lines/searches.ts";
import { secrets } from "./lines/secrets.ts";
import { times } from "./lines/times.ts";
import { transport } from "./lines/transport.ts";

/** The table in the README, line by line. */
export const allLines: readonly Line[] = [
  ...[times, retries, errors, answers].flat(),
  ...[secrets, transport, searches, observing, packaging].flat(),
];
