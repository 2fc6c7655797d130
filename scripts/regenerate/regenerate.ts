import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Run } from "./run-program.ts";
import { apiSteps, buildSteps, changesStep, diffStep, pullStep, testStep, type Step } from "./steps.ts";
import { formatSummary } from "./summary.ts";

export interface RegenerateOptions {
  /** The folder of the workspace. */
  readonly root: string;
  readonly apis: readonly string[];
  /** The document of upstream, in place of the one that the API names. */
  readonly from?: string;
  /** The file to write what changes to. */
  readonly summary?: string;
  readonly skipTests: boolean;
}

export interface Surroundings {
  readonly run: Run;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

/** Ends the job with the exit code of its step. */
class StepError extends Error {
  override readonly name = "StepError";
  readonly code: number;
  constructor(step: string, code: number) {
    super(`Stopped: "${step}" ended with ${code}.`);
    this.code = code;
  }
}

/**
 * Pulls every API; of those with something new it generates the packages and the changeset, then builds and
 * tests the whole. Stops at the first step that fails.
 *
 * @returns the exit code: 0, or that of the step that failed
 */
export async function regenerate(options: RegenerateOptions, surroundings: Surroundings): Promise<number> {
  const { root, apis, from, summary, skipTests } = options;
  const perform = performIn(surroundings);
  try {
    const changed: string[] = [];
    for (const api of apis) {
      await perform(pullStep(api, from));
      const changes = await perform(changesStep(api), "taken");
      if (changes.trim() === "") continue;
      for (const step of apiSteps(api)) await perform(step);
      changed.push(api);
    }
    if (changed.length === 0) {
      surroundings.out("No change.");
      return 0;
    }
    if (summary !== undefined) writeFileSync(summary, await summarize(root, changed, perform));
    for (const step of buildSteps(root, changed)) await perform(step);
    if (!skipTests) await perform(testStep(root));
    surroundings.out(`Changed: ${changed.join(", ")}.`);
    return 0;
  } catch (cause) {
    if (!(cause instanceof StepError)) throw cause;
    surroundings.err(cause.message);
    return cause.code;
  }
}

type Perform = (step: Step, output?: "shown" | "taken") => Promise<string>;

function performIn({ run, out, err }: Surroundings): Perform {
  return async ({ name, program }, output = "shown") => {
    out(`== ${name}`);
    const outcome = await run(program, output);
    if (outcome.code === 0) return outcome.output;
    // What was taken is what says why.
    if (outcome.output !== "") err(outcome.output.trimEnd());
    throw new StepError(name, outcome.code);
  };
}

async function summarize(root: string, apis: readonly string[], perform: Perform): Promise<string> {
  const changes = new Map<string, string | undefined>();
  for (const api of apis) {
    const isReleased = existsSync(join(root, "schemas", api, "released.json"));
    changes.set(api, isReleased ? await perform(diffStep(api), "taken") : undefined);
  }
  return formatSummary(changes);
}
