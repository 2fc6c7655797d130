import { parseArgs } from "node:util";
import { UsageError, type Console, type ExitCode } from "./commands/command.ts";
import { oneLine } from "./output/terminal-text.ts";

const usage = `Usage: sdkmill <command>

  generate [api…]     regenerate the packages of every API under schemas/, or of those named
    --check           write nothing; fail with the difference if a package is not up to date
    --json            one JSON object on stdout, nothing else
    --quiet           no summary
  validate <source>   report what is wrong with a folder or file
  diff <old> <new>    what differs between two folders or files, and the version bump that it demands
    --json            one JSON object on stdout, nothing else
    --markdown        the text of a pull request
    --fail-on <bump>  fail if the bump is at least major, minor or patch
    --no-witness      look for no values that show what breaks
    --policy <list>   what breaks where people disagree: deadBranch=major,openWorld=strict
  changeset [api…]    write .changeset/contract-<api>.md: what changed since the last release
    --check           write nothing; fail with the difference if it is not up to date
  record-release [api…]
                      keep the contract of a new version as the base of the next changeset
  pull [api]          take the facts of the upstream document over into schemas/<api>
    --from <source>   where it is, in place of what schemas/<api>/upstream.yaml says: a URL or a path
    --json, --quiet   as above
  prove [<old> <new>] compile programs that use the old packages with the new ones: does all that breaks
                      break by the comparison too? Without sources, what was released and what is there
    --json            one JSON object on stdout, nothing else
    --keep            leave the packages and programs on the disk
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

const flag = { type: "boolean" } as const;
const text = { type: "string" } as const;

/** All options of all commands. */
const options = {
  check: flag,
  json: flag,
  quiet: flag,
  markdown: flag,
  keep: flag,
  "fail-on": text,
  policy: text,
  "no-witness": flag,
  from: text,
  help: { ...flag, short: "h" },
} as const;

type Option = keyof typeof options;
type Values = ReturnType<typeof parse>["values"];

interface Command {
  /** The options that it takes. */
  readonly takes: readonly Option[];
  readonly run: (
    values: Values,
    operands: readonly string[],
    root: string,
    console: Console,
  ) => Promise<ExitCode>;
}

const commands: Readonly<Record<string, Command>> = {
  pull: {
    takes: ["from", "json", "quiet"],
    run: async ({ from, json = false, quiet = false }, apis, root, console) => {
      const { pull } = await import("./commands/pull.ts");
      return pull({ root, apis, from, json, quiet }, console);
    },
  },
  generate: {
    takes: ["check", "json", "quiet"],
    run: async ({ check = false, json = false, quiet = false }, apis, root, console) => {
      const { generate } = await import("./commands/generate.ts");
      return generate({ root, apis, check, json, quiet }, console);
    },
  },
  validate: {
    takes: [],
    run: async (_, [source, ...others], __, console) => {
      if (source === undefined || others.length > 0)
        throw new UsageError("validate takes one folder or file.");
      const { validate } = await import("./commands/validate.ts");
      return validate(source, console);
    },
  },
  diff: {
    takes: ["json", "markdown", "fail-on", "policy", "no-witness"],
    run: async (values, [old, next, ...others], root, console) => {
      if (old === undefined || next === undefined || others.length > 0)
        throw new UsageError("diff takes two folders or files, the old one first.");
      const { json = false, markdown = false, policy } = values;
      if (json && markdown) throw new UsageError("diff prints JSON or Markdown, not both.");
      const format = json ? "json" : markdown ? "markdown" : "text";
      const failOn = bumpOf(values["fail-on"]);
      const witness = values["no-witness"] !== true;
      const { diff } = await import("./commands/diff.ts");
      return diff({ root, old, new: next, format, failOn, policy, witness }, console);
    },
  },
  changeset: {
    takes: ["check"],
    run: async ({ check = false }, apis, root, console) => {
      const { changeset } = await import("./commands/changeset.ts");
      return changeset({ root, apis, check }, console);
    },
  },
  "record-release": {
    takes: [],
    run: async (_, apis, root, console) => {
      const { recordRelease } = await import("./commands/record-release.ts");
      return recordRelease({ root, apis }, console);
    },
  },
  prove: {
    takes: ["json", "keep"],
    run: async ({ json = false, keep = false }, sources, root, console) => {
      const { prove } = await import("./commands/prove.ts");
      return prove({ root, sources, json, keep }, console);
    },
  },
};

function bumpOf(given: string | undefined): "major" | "minor" | "patch" | undefined {
  if (given === undefined || given === "major" || given === "minor" || given === "patch") return given;
  throw new UsageError(`--fail-on is major, minor or patch, not ${JSON.stringify(given)}.`);
}

async function dispatch(args: readonly string[], root: string, console: Console): Promise<ExitCode> {
  const { values, positionals } = parse(args);
  const [name, ...operands] = positionals;
  if (values.help || name === "help") {
    console.out(usage);
    return 0;
  }
  if (name === undefined) throw new UsageError("There is no command.");
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new UsageError(`There is no command ${name}.`);
  const stray = Object.keys(values).find((option) => !command.takes.some((taken) => taken === option));
  if (stray !== undefined) throw new UsageError(`${name} has no option --${stray}.`);
  return command.run(values, operands, root, console);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause));
  }
}
