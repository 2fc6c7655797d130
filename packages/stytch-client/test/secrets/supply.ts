import * as fc from "fast-check";
import type { Supply } from "./planted-call.ts";
import { headerTexts, type SecretText, secretTexts } from "./secret-text.ts";

/** `SECRETS_SEED=1` tries other texts. */
export const seed = Number(process.env["SECRETS_SEED"] ?? 20_261_121);

/** Hands out texts one after the other. */
export function supplyOf(texts: readonly SecretText[], headers: readonly SecretText[]): Supply {
  let next = 0;
  const take = (list: readonly SecretText[]): SecretText =>
    list[(next += 1) % list.length] ?? { text: "x", marks: [] };
  return { text: () => take(texts), header: () => take(headers) };
}

/** The same texts for the same number. */
export function sampledSupply(number: number): Supply {
  return supplyOf(
    fc.sample(secretTexts, { seed: seed + number, numRuns: 97 }),
    fc.sample(headerTexts, { seed: seed - number, numRuns: 89 }),
  );
}
