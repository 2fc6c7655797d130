import type { Json, JsonObject } from "../source/json.ts";

/** Where people disagree on what breaks: what can be chosen, and what is chosen by default. */
export interface EvolutionPolicy {
  /**
   * A value, type or branch that answers no longer have: who names it in code that compiles today may get
   * a compiler error (a comparison that can not be true), and no program fails.
   */
  readonly deadBranch: "minor" | "major";
  /** A value more in an enum of answers that the contract calls closed. Open enums expect it. */
  readonly responseEnumAdded: "minor" | "major";
  /**
   * A bound, pattern or format more in answers: the new validators refuse what a server that was not
   * updated yet sends.
   */
  readonly responseTightened: "minor" | "major";
  /** An optional property more in requests whose objects were open: clients may have sent that name before. */
  readonly openWorld: "lenient" | "strict";
  /** What a server assumes for a parameter or property that is left out. */
  readonly requestDefault: "minor" | "major";
}

export const defaultPolicy: EvolutionPolicy = {
  deadBranch: "minor",
  responseEnumAdded: "major",
  responseTightened: "major",
  openWorld: "lenient",
  requestDefault: "minor",
};

const bump: readonly string[] = ["minor", "major"];

const knobs: Readonly<Record<keyof EvolutionPolicy, readonly string[]>> = {
  deadBranch: bump,
  responseEnumAdded: bump,
  responseTightened: bump,
  openWorld: ["lenient", "strict"],
  requestDefault: bump,
};

/** What is wrong with one choice: its knob, what, and what can be chosen. */
export interface PolicyFault {
  readonly knob: string;
  readonly message: string;
  readonly help: string;
}

export interface ReadPolicy {
  /** What is chosen, without what has a fault and without defaults. */
  readonly chosen: Partial<EvolutionPolicy>;
  readonly faults: readonly PolicyFault[];
}

/** Reads choices, a mapping by knobs: of the option `evolution`, or of the command line. */
export function readPolicy(given: JsonObject): ReadPolicy {
  const faults = Object.entries(given).flatMap(([knob, value]) => faultOf(knob, value));
  const wrong = new Set(faults.map(({ knob }) => knob));
  const chosen = Object.fromEntries(Object.entries(given).filter(([knob]) => !wrong.has(knob)));
  return { chosen, faults };
}

function faultOf(knob: string, value: Json): readonly PolicyFault[] {
  const choices = Object.entries(knobs).find(([name]) => name === knob)?.[1];
  const label = JSON.stringify(knob);
  if (choices === undefined) {
    const message = `There is no choice ${label} of what breaks.`;
    return [{ knob, message, help: `There are ${Object.keys(knobs).join(", ")}.` }];
  }
  if (typeof value === "string" && choices.includes(value)) return [];
  const help = `It is ${choices.map((choice) => `\`${choice}\``).join(" or ")}.`;
  return [{ knob, message: `${label} can not be ${JSON.stringify(value)}.`, help }];
}
