import type { Diagnostic } from "../src/diagnostics.ts";
import { readSource, type ReadSource } from "./contract-of.ts";
import type { SourceTexts } from "./source-of.ts";

/** The overlay action that the help of a diagnostic shows between backticks. */
function actionIn({ help }: Diagnostic): string {
  const action = /`(- .*?)`/.exec(help)?.[1];
  if (action === undefined) throw new Error(`There is no overlay action in the help: ${help}`);
  return action;
}

/** Does what a user would do: pastes the actions that the diagnostics show into an overlay, and runs again. */
export function readCured(
  source: SourceTexts,
  diagnostics: readonly Diagnostic[],
  lock?: string,
): ReadSource {
  const actions = diagnostics.map((diagnostic) => `  ${actionIn(diagnostic)}`);
  const overlay = `overlay: 1.0.0\ninfo: { title: Cure, version: 1.0.0 }\nactions:\n${actions.join("\n")}\n`;
  return readSource({ ...source, "zz-cure.yaml": overlay }, lock);
}
