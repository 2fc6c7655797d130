import type { Verdict, Verdicts } from "./change.ts";

/**
 * What a kind of change demands, by position. Written as `types/wire` or `types/wire/validators`, with `M`
 * for major, `m` for minor, `p` for patch and `-` for none; without the third, it is the second.
 */
export interface Rule {
  readonly request: Verdicts;
  readonly response: Verdicts;
  /** The kind that the same change has when it is made backwards. */
  readonly mirror: string;
}

const letters: Readonly<Record<string, Verdict>> = { M: "major", m: "minor", p: "patch", "-": "none" };

export function rule(request: string, response: string, mirror: string): Rule {
  return { request: verdictsOf(request), response: verdictsOf(response), mirror };
}

function verdictsOf(cell: string): Verdicts {
  const [types = "none", wire = "none", validators = wire] = cell
    .split("/")
    .map((letter) => letters[letter] ?? unknownLetter(cell));
  return { types, wire, validators };
}

function unknownLetter(cell: string): never {
  throw new Error(`A rule says ${cell}.`);
}
