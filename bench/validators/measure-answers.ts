import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Contract } from "../../codegen/src/contract/contract.ts";
import { kinds, makeValues, type Kind } from "./make-values.ts";
import { isClosed, subjectDocument } from "./peer-document.ts";
import type { Subject } from "./read-subjects.ts";
import { runNode } from "./run-node.ts";
import type { Timing, TimingPlan } from "./time-answers.ts";
import { adapterFile, libraries, subjectFolder, type Answer, type Library } from "./write-validators.ts";

/** One library on one kind of value. */
export interface Measured {
  /** Values per second. */
  readonly rate: number;
  /** Whether it answers for every value what the contract says. */
  readonly isRight: boolean;
}

/** One kind of value of one schema. */
export interface Row {
  readonly subject: Subject;
  readonly kind: Kind;
  readonly cells: ReadonlyMap<Library, Measured>;
}

/** Times one answer of all libraries for every kind of value of a subject. */
export function measureAnswers(
  subject: Subject,
  answer: Answer,
  rounds: number,
  contract: Contract,
  work: string,
): readonly Row[] {
  const folder = subjectFolder(subject, work);
  const validators = libraries.map((name) => ({
    name,
    url: pathToFileURL(join(folder, `time-${adapterFile(name, answer)}`)).href,
  }));
  const values = kinds.map((kind) => ({ kind, values: makeValues(subject, kind) }));
  const plan: TimingPlan = { rounds, validators, kinds: values };
  const file = join(folder, `plan-${answer}.json`);
  writeFileSync(file, JSON.stringify(plan));
  const script = fileURLToPath(new URL("./time-answers.ts", import.meta.url));
  const timings: readonly Timing[] = JSON.parse(runNode([script, file], folder));

  const refusesUnknown = isClosed(subjectDocument(subject, contract));
  return kinds.map((kind) => {
    const isValid = kind === "valid" || (kind === "unknown property" && !refusesUnknown);
    const cells = timings
      .filter((timing) => timing.kind === kind)
      .map(({ name, rate, accepted }) => [name, { rate, isRight: accepted === (isValid ? 1 : 0) }] as const);
    return { subject, kind, cells: new Map(cells) };
  });
}
