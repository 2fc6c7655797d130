/**
 * Times the validators of one schema, in a process of its own so that what another schema made of shared
 * functions does not slow them down. Prints JSON.
 *
 * Usage: node time-answers.ts <plan.json>
 */
import { readFileSync } from "node:fs";
import type { Json } from "../../codegen/src/source/json.ts";
import type { Kind } from "./make-values.ts";
import { median } from "../median.ts";
import { processorTime } from "./processor-time.ts";
import type { Library } from "./write-validators.ts";

export interface TimingPlan {
  readonly rounds: number;
  readonly validators: readonly { readonly name: Library; readonly url: string }[];
  readonly kinds: readonly { readonly kind: Kind; readonly values: readonly Json[] }[];
}

export interface Timing {
  readonly name: Library;
  readonly kind: Kind;
  /** How many of the values are accepted, from 0 to 1. */
  readonly accepted: number;
  /** Values per second of the processor. */
  readonly rate: number;
}

type CountAccepted = (values: readonly Json[], rounds: number) => number;

interface Cell {
  readonly name: Library;
  readonly kind: Kind;
  readonly values: readonly Json[];
  readonly countAccepted: CountAccepted;
}

/** How long one sample takes, and how long a validator runs before the first one, per kind of value. */
const sampleMilliseconds = 10;
const warmUpMilliseconds = 60;

async function main(): Promise<void> {
  const plan: TimingPlan = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
  const cells: Cell[] = [];
  for (const { name, url } of plan.validators) {
    const { countAccepted }: { readonly countAccepted: CountAccepted } = await import(url);
    for (const { kind, values } of plan.kinds) cells.push({ name, kind, values, countAccepted });
  }
  console.log(JSON.stringify(time(cells, plan.rounds)));
}

/** Samples in turns, so that a busy moment of the machine hits all of them. */
function time(cells: readonly Cell[], rounds: number): readonly Timing[] {
  const accepted = cells.map(({ countAccepted, values }) => countAccepted(values, 1) / values.length);
  // Twice over all kinds: what comes last would otherwise undo what was compiled for the first.
  for (const cell of [...cells, ...cells]) runFor(cell, warmUpMilliseconds / 2);
  const repetitions = cells.map((cell) => Math.ceil(runFor(cell, sampleMilliseconds) / cell.values.length));
  const rates = cells.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { countAccepted, values }] of cells.entries()) {
      const repeat = repetitions[index] ?? 1;
      const started = processorTime();
      const count = countAccepted(values, repeat);
      const milliseconds = processorTime() - started;
      if (count !== (accepted[index] ?? 0) * values.length * repeat)
        throw new Error("A validator changed its mind.");
      rates[index]?.push((repeat * values.length * 1000) / milliseconds);
    }
  }
  return cells.map(({ name, kind }, index) => ({
    name,
    kind,
    accepted: accepted[index] ?? Number.NaN,
    rate: median(rates[index] ?? []),
  }));
}

/** Runs a validator for a while and tells how many values it would take in that time at the end of it. */
function runFor({ countAccepted, values }: Cell, milliseconds: number): number {
  const started = processorTime();
  for (let repeat = 1; ; repeat *= 2) {
    const begun = processorTime();
    countAccepted(values, repeat);
    const ended = processorTime();
    if (ended - started > milliseconds) return (repeat * values.length * milliseconds) / (ended - begun);
  }
}

if (import.meta.main) await main();
