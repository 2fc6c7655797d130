/**
 * Brings the packages of the APIs to what upstream publishes now: pull, generate, changeset, build, test.
 * CI runs the same to make its pull requests (`.github/workflows/regenerate.yml`).
 *
 * Usage: node scripts/regenerate.ts [api…] [--from <url or path>] [--summary <file>] [--skip-tests] [--list]
 *
 *   --from        the document of upstream, in place of the one that the API names
 *   --summary     writes what changes since the last release, as Markdown
 *   --skip-tests  leaves out the tests, but for those that write figures
 *   --list        prints the names of the APIs as JSON and does nothing else; all are those with an upstream.yaml
 *
 * Exit codes: 0 done or nothing has changed, 2 wrong use of the command, else that of the step that failed.
 */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { UsageError } from "../codegen/src/commands/command.ts";
import { oneLine } from "../codegen/src/output/terminal-text.ts";
import { followedApis } from "./regenerate/followed-apis.ts";
import { regenerate } from "./regenerate/regenerate.ts";
import { runIn } from "./regenerate/run-program.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

try {
  process.exitCode = await main();
} catch (cause) {
  if (!(cause instanceof UsageError)) throw cause;
  console.error(oneLine(cause.message));
  process.exitCode = 2;
}

async function main(): Promise<number> {
  const { values, positionals } = read(process.argv.slice(2));
  const apis = followedApis(root, positionals);
  if (values.list) {
    console.log(JSON.stringify(apis));
    return 0;
  }
  if (values.from !== undefined && positionals.length !== 1)
    throw new UsageError("--from is the document of one API: name it.");
  if (apis.length === 0)
    throw new UsageError("No API has a schemas/<api>/upstream.yaml that says where its document is.");
  const { from, summary, "skip-tests": skipTests } = values;
  return regenerate(
    {
      root,
      apis,
      skipTests,
      ...(from === undefined ? {} : { from }),
      ...(summary === undefined ? {} : { summary: resolve(summary) }),
    },
    { run: runIn(root), out: (line) => console.log(line), err: (line) => console.error(line) },
  );
}

function read(args: readonly string[]): {
  readonly values: {
    readonly from?: string | undefined;
    readonly summary?: string | undefined;
    readonly "skip-tests": boolean;
    readonly list: boolean;
  };
  readonly positionals: readonly string[];
} {
  const flag = { type: "boolean", default: false } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        from: { type: "string" },
        summary: { type: "string" },
        "skip-tests": flag,
        list: flag,
      },
    });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause));
  }
}
