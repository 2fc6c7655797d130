import { createRequire } from "node:module";
import type * as moduleRecheck from "recheck";

/** How the time that a pattern takes grows with the text that it is searched for in, at worst. */
export type PatternVerdict =
  | { readonly kind: "linear" }
  /** With an expression of JavaScript that gives a text for which it is slow. */
  | { readonly kind: "polynomial"; readonly degree: number; readonly attack: string }
  | { readonly kind: "exponential"; readonly attack: string }
  | { readonly kind: "undecided" };

/** What an analysis found, and how much work it was. */
export interface Analysis {
  readonly verdict: PatternVerdict;
  readonly work: number;
}

/**
 * Sizes of the attacks that are tried where automata do not tell. Recheck keeps no account of what is common
 * to several attacks: that takes more time here than it saves. Nothing is tried on the engine of this machine.
 *
 * @see https://makenowjust-labs.github.io/recheck/docs/usage/parameters
 */
const limits = {
  accelerationMode: "off",
  maxNFASize: 2000,
  maxIteration: 3,
  maxInitialGenerationSize: 100,
  maxGenerationSize: 30,
  mutationSize: 15,
  crossoverSize: 8,
  incubationLimit: 5000,
  attackLimit: 100_000,
  maxAttackStringSize: 4000,
  seedingTimeout: null,
  incubationTimeout: null,
  attackTimeout: null,
  recallTimeout: -1,
} as const satisfies moduleRecheck.Parameters;

/** What one look at the clock stands for: attacks do little between two of them, automata much, large ones more. */
const workOfAttacks = 0.01;
const workOfAutomata = (states: number): number => Math.max(1, states / 100);
/** Sets of characters of Unicode have many parts. */
const workOfUnicodeSets = 8;

/** Loads at once, and only when it is needed: it is large. */
const load = createRequire(import.meta.url);

/**
 * Has recheck analyse a pattern (with the `u` flag, as JSON Schema has it in core, section 6.4): by automata,
 * and where it can not (references back, looking around, many repetitions) by attacks, which may miss something.
 *
 * @param checker `fuzz` for attacks alone
 * @param most work after which it is given up; the verdict is `undecided` then
 */
export function askRecheck(source: string, checker: "auto" | "fuzz", most: number): Analysis {
  // The build for browsers is the one without processes and threads.
  const { checkSync } = load("recheck/lib/browser.js") as typeof moduleRecheck;
  const weight = /\\p\{/iu.test(source) ? workOfUnicodeSets : 1;
  let work = 0;
  let step = workOfAutomata(1);
  const now = (): number => (work += step * weight);
  const logger = (message: string): void => {
    const [, states] = /^automaton: OrderedNFA construction\s+state size: (\d+)/.exec(message) ?? [];
    if (states !== undefined) step = workOfAutomata(Number(states));
    if (message.startsWith("fuzz: seeding finish")) step = workOfAttacks;
  };
  return withClock(now, () => {
    try {
      const found = checkSync(source, "u", { ...limits, checker, timeout: most, logger });
      return { verdict: verdictOf(found), work };
    } catch {
      return { verdict: { kind: "undecided" }, work };
    }
  });
}

/**
 * Runs something with another clock. Recheck looks at the clock all the time to see whether it has to give up,
 * and at nothing else that tells how much it has done. A clock that counts how often it was looked at gives the
 * same verdict on every machine.
 */
function withClock<T>(now: () => number, run: () => T): T {
  const real = Object.getOwnPropertyDescriptor(globalThis, "performance") ?? { value: undefined };
  Object.defineProperty(globalThis, "performance", { value: { now }, configurable: true });
  try {
    return run();
  } finally {
    Object.defineProperty(globalThis, "performance", real);
  }
}

function verdictOf(found: moduleRecheck.Diagnostics): PatternVerdict {
  if (found.status === "unknown") return { kind: "undecided" };
  if (found.status === "safe") return { kind: "linear" };
  const attack = found.attack.pattern;
  const { complexity } = found;
  return complexity.type === "exponential"
    ? { kind: "exponential", attack }
    : { kind: "polynomial", degree: complexity.degree, attack };
}
