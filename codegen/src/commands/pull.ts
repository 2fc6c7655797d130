import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { hasErrors } from "../diagnostics.ts";
import { UsageError, type Console, type ExitCode } from "./command.ts";
import { configPaths, pullApi } from "./pull-api.ts";
import type { PulledApi } from "./pulled-api.ts";

export interface PullOptions {
  /** Folder that holds `schemas/`. */
  readonly root: string;
  /** Names of the APIs to pull; all that say where their upstream document is if empty. */
  readonly apis: readonly string[];
  /** Where the document is, in place of what is configured: a URL, or a path from the root. */
  readonly from: string | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
}

/**
 * `sdkmill pull [api…]`: fetches the upstream document of each API and writes its facts into the folder
 * of the API. With an error in any of them nothing is written at all.
 */
export async function pull(options: PullOptions, console: Console): Promise<ExitCode> {
  const names = selectApis(options);
  const schemas = join(options.root, "schemas");
  const { recover, write } = await import("../output/write.ts");
  recover(schemas);

  const apis: PulledApi[] = [];
  const { root, from } = options;
  for (const name of names) {
    const progress = (stage: string): void => {
      if (console.isTerminal && !options.json && !options.quiet) console.err(`schemas/${name}: ${stage}`);
    };
    apis.push(await pullApi({ root, name, from, progress }));
  }
  const diagnostics = apis.flatMap((api) => api.diagnostics);
  const failed = hasErrors(diagnostics);

  const { formatDiagnostic } = await import("../output/report.ts");
  const { pullResult, pullSummary } = await import("./describe-pull.ts");
  const { planPull } = await import("./plan-pull.ts");
  const planned = planPull(options.root, failed ? [] : apis);
  if (!failed) write(planned, schemas);
  const changes = planned.changes.map(({ path, kind }) => ({
    path: relative(options.root, path).replaceAll("\\", "/"),
    kind,
  }));

  if (options.json) console.out(JSON.stringify(pullResult(!failed, apis, changes), null, 2));
  else for (const diagnostic of diagnostics) console.err(formatDiagnostic(diagnostic, ""));
  if (!options.json && failed) {
    const errors = diagnostics.filter(({ severity }) => severity === "error").length;
    console.err(`${errors} ${errors === 1 ? "error" : "errors"}; nothing was written.`);
  } else if (!options.json && !options.quiet) {
    console.out(pullSummary(apis, changes));
  }
  return failed ? 1 : 0;
}

function selectApis({ root, apis, from }: PullOptions): readonly string[] {
  const folder = join(root, "schemas");
  const isName = (name: string): boolean => /^[a-z][a-z0-9-]*$/.test(name);
  const odd = apis.filter((name) => !isName(name));
  if (odd.length > 0)
    throw new UsageError(`${odd.join(", ")} can not be the name of an API: use a-z, 0-9 and "-".`);
  if (from !== undefined) {
    if (apis.length !== 1) throw new UsageError("pull --from takes the name of one API.");
    return apis;
  }
  const configured = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => isName(name) && configPaths.some((path) => existsSync(join(folder, name, path))))
        .toSorted()
    : [];
  const unknown = apis.filter((name) => !configured.includes(name));
  if (unknown.length > 0 || configured.length === 0) {
    const [name = "<api>"] = unknown;
    throw new UsageError(
      `There is no schemas/${name}/upstream.yaml that says where the upstream document is; say it with --from.`,
    );
  }
  return apis.length === 0 ? configured : [...new Set(apis)].toSorted();
}
