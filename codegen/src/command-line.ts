import { parseArgs } from "node:util";
import { UsageError, type Console, type ExitCode } from "./commands/command.ts";
import { oneLine } from "./output/terminal-text.ts";

const usage = `Usage: sdkmill <command>

  generate [api…]     regenerate the packages of every API under schemas/, or of those named
    --check           write nothing; fail with the difference if a package is not up to date
    --json            one JSON object on stdout, nothing else
    --quiet           no summary
  validate <source>   report what is wrong with a folder or file
  help                this text

Exit codes: 0 done, 1 the input or the check failed, 2 wrong use of the command.`;

/**
 * Runs one command.
 *
 * @param args what stands after the name of the program
 * @param root the folder that the program was started in
 */
export async function run(args: readonly string[], root: string, console: Console): Promise<ExitCode> {
  try {
    return await dispatch(args, root, console);
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause;
    console.err(`${oneLine(cause.message)}\n\n${usage}`);
    return 2;
  }
}

async function dispatch(args: readonly string[], root: string, console: Console): Promise<ExitCode> {
  const { values, positionals } = parse(args);
  const [command, ...operands] = positionals;
  if (values.help || command === "help") {
    console.out(usage);
    return 0;
  }
  switch (command) {
    case "generate": {
      const { generate } = await import("./commands/generate.ts");
      const { check = false, json = false, quiet = false } = values;
      return generate({ root, apis: operands, check, json, quiet }, console);
    }
    case "validate": {
      const [source, ...others] = operands;
      if (source === undefined || others.length > 0)
        throw new UsageError("validate takes one folder or file.");
      const { validate } = await import("./commands/validate.ts");
      return validate(source, console);
    }
    default:
      throw new UsageError(
        command === undefined ? "There is no command." : `There is no command ${command}.`,
      );
  }
}

function parse(args: readonly string[]): {
  readonly values: {
    readonly check?: boolean;
    readonly json?: boolean;
    readonly quiet?: boolean;
    readonly help?: boolean;
  };
  readonly positionals: readonly string[];
} {
  const flag = { type: "boolean" } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { check: flag, json: flag, quiet: flag, help: { ...flag, short: "h" } },
    });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause));
  }
}
