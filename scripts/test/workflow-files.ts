import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

// js-yaml is a dependency of the generator, not of the workspace.
const { load } = createRequire(join(root, "codegen/package.json"))("js-yaml") as {
  readonly load: (text: string) => unknown;
};

export interface WorkflowStep {
  readonly uses?: string;
  readonly run?: string;
  readonly id?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

export interface WorkflowJob {
  readonly "timeout-minutes"?: number;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly steps: readonly WorkflowStep[];
}

export interface Workflow {
  readonly file: string;
  readonly text: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly concurrency: unknown;
  readonly jobs: Readonly<Record<string, WorkflowJob>>;
}

export function parseWorkflow(file: string, text: string): Workflow {
  return { ...(load(text) as Omit<Workflow, "file" | "text">), file, text };
}

export function readWorkflow(file: string): Workflow {
  return parseWorkflow(file, readFileSync(join(root, ".github/workflows", file), "utf8"));
}

/** The step of a job with this id. */
export function stepOf({ jobs }: Workflow, job: string, id: string): WorkflowStep {
  const step = jobs[job]?.steps.find((candidate) => candidate.id === id);
  if (step === undefined) throw new Error(`There is no step ${id} in ${job}.`);
  return step;
}
