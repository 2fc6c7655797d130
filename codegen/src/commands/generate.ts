import { join, relative } from "node:path";
import { hasErrors } from "../diagnostics.ts";
import { load } from "../source/load.ts";
import { locate } from "../source/locate.ts";
import { parse } from "../source/parse.ts";
import type { Console, ExitCode } from "./command.ts";
import type { GeneratedApi } from "./generated-api.ts";
import { selectApis } from "./select-apis.ts";
import type { Formatter } from "../output/format.ts";
import type { Plan } from "../output/plan.ts";

export interface GenerateOptions {
  /** Folder that holds `schemas/` and `packages/`. */
  readonly root: string;
  /** Names of the APIs to generate; all under `schemas/` if empty. */
  readonly apis: readonly string[];
  /** Writes nothing; fails if something would have been written. */
  readonly check: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

const scope = "@sdkmill";

/**
 * `sdkmill generate [api…]`: regenerates the packages of every API under `schemas/`. With an error in
 * any of them nothing is written at all.
 */
export async function generate(options: GenerateOptions, console: Console): Promise<ExitCode> {
  const names = selectApis(options.root, options.apis);
  if (!options.check) await finishEarlierRuns(options);
  const apis = await generateApis(options, names, console);

  const diagnostics = apis.flatMap((api) => api.diagnostics.map((diagnostic) => ({ api, diagnostic })));
  const failed = hasErrors(diagnostics.map(({ diagnostic }) => diagnostic));
  const { formatDiagnostic, formatDiff } = await import("../output/report.ts");
  const { generationResult, generationSummary } = await import("./describe-generation.ts");
  if (!options.json)
    for (const { api, diagnostic } of diagnostics) console.err(formatDiagnostic(diagnostic, api.source));

  const planned = failed ? { trees: [], files: [], changes: [] } : await planApis(options, apis);
  if (!failed && !options.check) await writePlan(options, planned);
  const changes = planned.changes.map((change) => ({
    ...change,
    path: relative(options.root, change.path).replaceAll("\\", "/"),
  }));

  const stale = options.check && changes.length > 0;
  const code = failed || stale ? 1 : 0;
  if (options.json) {
    console.out(JSON.stringify(generationResult(code === 0, apis, changes), null, 2));
  } else if (failed) {
    const errors = diagnostics.filter(({ diagnostic }) => diagnostic.severity === "error").length;
    console.err(`${errors} ${errors === 1 ? "error" : "errors"}; nothing was written.`);
  } else if (stale) {
    console.out(await formatDiff(changes));
    console.err(
      `${changes.length} ${changes.length === 1 ? "file is" : "files are"} not what the generator emits. Run: pnpm codegen`,
    );
  } else if (!options.quiet) {
    console.out(generationSummary(options, apis, changes));
  }
  return code;
}

/** All APIs, with one formatter for them. */
async function generateApis(
  options: GenerateOptions,
  names: readonly string[],
  console: Console,
): Promise<readonly GeneratedApi[]> {
  const { startFormatter } = await import("../output/format.ts");
  const formatter = startFormatter();
  try {
    const apis: GeneratedApi[] = [];
    for (const name of names) apis.push(await generateApi(options, name, formatter, console));
    return apis;
  } finally {
    await formatter.close();
  }
}

async function generateApi(
  { root, json, quiet }: GenerateOptions,
  name: string,
  formatter: Formatter,
  console: Console,
): Promise<GeneratedApi> {
  const started = performance.now();
  const source = `schemas/${name}`;
  const progress = (stage: string): void => {
    if (console.isTerminal && !json && !quiet) console.err(`${source}: ${stage}`);
  };
  progress("reading");
  const loaded = load(join(root, source));
  const parsed = parse(loaded.value.documents);
  const before = [...loaded.diagnostics, ...parsed.diagnostics];

  progress("compiling");
  const { compile } = await import("../pipeline.ts");
  const { lockOf } = await import("../contract/read-contract.ts");
  const { printLock } = await import("../contract/name-lock.ts");
  const compiled = await compile(parsed.value.documents, {
    identity: { name, label: source },
    naming: { scope },
    lock: loaded.value.lock,
    formatter,
    broken: parsed.value.broken,
    isBroken: hasErrors(before),
  });
  return {
    name,
    source,
    hasRoot: compiled.value.contract.document !== undefined,
    packages: compiled.value.packages,
    lock: printLock(lockOf(compiled.value.contract)),
    diagnostics: locate([...before, ...compiled.diagnostics], parsed.value.texts),
    milliseconds: performance.now() - started,
  };
}

async function planApis({ root }: GenerateOptions, apis: readonly GeneratedApi[]): Promise<Plan> {
  const { plan } = await import("../output/plan.ts");
  const packages = apis.flatMap((api) =>
    api.packages.map((tree) => ({ tree, directory: join(root, "packages", tree.folder) })),
  );
  return plan(
    packages.map(({ tree, directory }) => ({
      directory: join(directory, "src", "generated"),
      files: tree.generated,
    })),
    apis.map(({ source, lock }) => ({ path: join(root, source, "names.lock.json"), text: lock })),
    packages.flatMap(({ tree, directory }) =>
      [...tree.scaffold].map(([path, text]) => ({ path: join(directory, path), text })),
    ),
  );
}

async function finishEarlierRuns({ root }: GenerateOptions): Promise<void> {
  const { recover } = await import("../output/write.ts");
  for (const folder of ["packages", "schemas"]) recover(join(root, folder));
}

async function writePlan({ root }: GenerateOptions, planned: Plan): Promise<void> {
  const { write } = await import("../output/write.ts");
  write(planned, join(root, "packages"));
}
