import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Program } from "./run-program.ts";

/** A part of the job, with the name that a failure is told by. */
export interface Step {
  readonly name: string;
  readonly program: Program;
}

/** Takes over what upstream publishes. */
export function pullStep(api: string, from: string | undefined): Step {
  const source = from === undefined ? [] : [`--from=${from}`];
  return sdkmill(`${api}: pull`, "pull", api, ...source);
}

/**
 * Prints a line for each document that is not as it was committed: by what was just pulled, or by what an earlier
 * run has pulled that did not come to its end.
 */
export function changesStep(api: string): Step {
  const args = ["status", "--porcelain", "--", `schemas/${api}`];
  return { name: `${api}: changes`, program: { file: "git", args } };
}

/** From changed documents to packages and to the changeset that says what changes. */
export function apiSteps(api: string): readonly Step[] {
  return [sdkmill(`${api}: generate`, "generate", api), sdkmill(`${api}: changeset`, "changeset", api)];
}

/** Prints, as Markdown, what changes since the last release. */
export function diffStep(api: string): Step {
  const folder = `schemas/${api}`;
  return sdkmill(`${api}: summary`, "diff", `${folder}/released.json`, folder, "--markdown");
}

/** From packages to what can be published; and the figures that are committed beside them. */
export function buildSteps(root: string, apis: readonly string[]): readonly Step[] {
  const validators = apis.map((api) => `packages/${api}-validators`);
  const sizes = validators.filter((folder) => existsSync(join(root, folder, "sizes.json")));
  const hasCounts = existsSync(join(root, "scripts/readme-counts.ts"));
  const agreements = validators
    .map((folder) => `${folder}/test/agreement.test.ts`)
    .filter((file) => existsSync(join(root, file)));
  const seeds = apis
    .map((api) => `packages/${api}-types/test/seeds.test.ts`)
    .filter((file) => existsSync(join(root, file)));
  return [
    ...(hasCounts ? [node("counts in READMEs", "scripts/readme-counts.ts", "--write")] : []),
    tool(root, "build", "turbo", "run", "build"),
    ...(sizes.length === 0 ? [] : [node("sizes of validators", "scripts/validator-sizes.ts", "--write")]),
    ...(agreements.length === 0
      ? []
      : [tool(root, "agreement of validators", "vitest", "run", ...agreements, "--update")]),
    ...(seeds.length === 0 ? [] : [tool(root, "seed documents", "vitest", "run", ...seeds, "--update")]),
  ];
}

export function testStep(root: string): Step {
  return tool(root, "test", "vitest", "run");
}

function sdkmill(name: string, ...args: readonly string[]): Step {
  return node(name, "codegen/src/bin.ts", ...args);
}

function node(name: string, ...args: readonly string[]): Step {
  return { name, program: { file: process.execPath, args } };
}

function tool(root: string, name: string, command: string, ...args: readonly string[]): Step {
  return { name, program: { file: join(root, "node_modules/.bin", command), args } };
}
