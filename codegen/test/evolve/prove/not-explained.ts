import type { Proof } from "../../../src/evolve/prove/proof.ts";

/** What programs lost without the comparison having said so, and what is wrong with the programs themselves. */
export function notExplained({ disagreements, invalid }: Proof): readonly string[] {
  return [
    ...invalid.map(({ file, line, code, message }) => `${file}:${line} ${code} ${message}`),
    ...disagreements
      .filter(({ kind }) => kind === "not explained")
      .map(({ subject, line, message }) => `${subject}: ${line}: ${message}`),
  ];
}
