import { stripVTControlCharacters } from "node:util";
import { run } from "../src/command-line.ts";
import type { CommandResult } from "./temporary-project.ts";

/** Runs the command within the process of the test, which takes a tenth of the time of `sdkmill`. */
export async function command(root: string, ...args: readonly string[]): Promise<CommandResult> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await run(args, root, {
    out: (text) => out.push(`${text}\n`),
    err: (text) => err.push(`${text}\n`),
    isTerminal: false,
  });
  // Colours are told by the terminal that the tests run in.
  return { code, stdout: out.join(""), stderr: stripVTControlCharacters(err.join("")) };
}
