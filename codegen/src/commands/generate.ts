import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { hasErrors } from "../diagnostics.ts";
import { load } from "../source/load.ts";
import { locate, type LocatedDiagnostic } from "../source/locate.ts";
import { parse } from "../source/parse.ts";
import type { PackageTree } from "../pipeline.ts";
import { UsageError, type Console, type ExitCode } from "./command.ts";
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

/** One API on its way. */
interface GeneratedApi {
  readonly name: string;
  readonly source: string;
  readonly packages: readonly PackageTree[];
  readonly lock: string;
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly milliseconds: number;
}

/**
 * `sdkmill generate [api…]`: regenerates the packages of every API under `schemas/`. With an error in
 * any of them nothing is written at all.
 */
export async function generate(options: GenerateOptions, console: Console): Promise<ExitCode> {
  const names = selectApis(options);
  const apis = await generateApis(options, names, console);

  const diagnostics = apis.flatMap((api) => api.diagnostics.map((diagnostic) => ({ api, diagnostic })));
  const failed = hasErrors(diagnostics.map(({ diagnostic }) => diagnostic));
  const { formatDiagnostic, formatDiff } = await import("../output/report.ts");
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
    console.out(JSON.stringify(jsonResult(code === 0, apis, changes), null, 2));
  } else if (failed) {
    const errors = diagnostics.filter(({ diagnostic }) => diagnostic.severity === "error").length;
    console.err(`${errors} ${errors === 1 ? "error" : "errors"}; nothing was written.`);
  } else if (stale) {
    console.out(await formatDiff(changes));
    console.err(
      `${changes.length} ${changes.length === 1 ? "file is" : "files are"} not what the generator emits. Run: pnpm codegen`,
    );
  } else if (!options.quiet) {
    console.out(await summary(options, apis, planned));
  }
  return code;
}

function selectApis({ root, apis }: GenerateOptions): readonly string[] {
  const folder = join(root, "schemas");
  const known = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
        .map(({ name }) => name)
        .toSorted()
    : [];
  if (known.length === 0) throw new UsageError(`There is no folder under schemas/ in ${root}.`);
  const unknown = apis.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new UsageError(
      `There is no API ${unknown.join(", ")} under schemas/. There is: ${known.join(", ")}.`,
    );
  const odd = known.filter((name) => !/^[a-z][a-z0-9-]*$/.test(name));
  if (odd.length > 0)
    throw new UsageError(
      `The folder name ${odd.join(", ")} can not be the name of a package: use a-z, 0-9 and "-".`,
    );
  return apis.length === 0 ? known : [...new Set(apis)].toSorted();
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
    isBroken: hasErrors(before),
  });
  return {
    name,
    source,
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

async function writePlan({ root }: GenerateOptions, planned: Plan): Promise<void> {
  const { write } = await import("../output/write.ts");
  write(planned, join(root, "packages", ".sdkmill-staging"));
}

function jsonResult(ok: boolean, apis: readonly GeneratedApi[], changes: Plan["changes"]): unknown {
  return {
    ok,
    apis: apis.map(({ name, source, packages, milliseconds }) => ({
      name,
      source,
      milliseconds: Math.round(milliseconds),
      packages: packages.map(({ folder, generated }) => ({
        folder,
        files: generated.size,
        bytes: bytesOf(generated),
      })),
    })),
    changes: changes.map(({ path, kind }) => ({ path, kind })),
    diagnostics: apis.flatMap(({ source, diagnostics }) =>
      diagnostics.map(({ code, severity, message, help, place, line, column }) => ({
        code,
        severity,
        message,
        help,
        file: [source, place?.path ?? ""].filter((part) => part !== "").join("/"),
        line: line ?? null,
        column: column ?? null,
        pointer: place?.pointer ?? "",
      })),
    ),
  };
}

function bytesOf(files: ReadonlyMap<string, string>): number {
  return [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

async function summary(
  { root, check }: GenerateOptions,
  apis: readonly GeneratedApi[],
  { changes }: Plan,
): Promise<string> {
  const { formatTable } = await import("../output/report.ts");
  const rows = apis.flatMap(({ packages }) =>
    packages.map(({ folder, generated }) => {
      const prefix = join(root, "packages", folder) + "/";
      const changed = changes.filter(({ path }) => path.startsWith(prefix)).length;
      return [
        `packages/${folder}`,
        String(generated.size),
        `${Math.round(bytesOf(generated) / 1024)} kB`,
        changed === 0 ? "unchanged" : `${changed} changed`,
      ];
    }),
  );
  const seconds = (apis.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000).toFixed(1);
  const clients = apis.filter(
    ({ packages }) => packages.length > 0 && !packages.some(({ folder }) => folder.endsWith("-client")),
  );
  const notes = clients.map(
    ({ source }) => `${source} has no OpenAPI root: types and validators, but no client.`,
  );
  const installs = changes.some(({ path, kind }) => kind === "added" && path.endsWith("package.json"))
    ? ["There are new packages. Run: pnpm install"]
    : [];
  return [
    formatTable([["package", "files", "size", "state"], ...rows]),
    "",
    ...notes,
    ...installs,
    `${check ? "Checked" : "Done"} in ${seconds} s.`,
  ].join("\n");
}
