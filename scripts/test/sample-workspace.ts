import { execFile } from "node:child_process";
import { cp, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { basename, delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../", import.meta.url));
const execute = promisify(execFile);

/** What of the workspace is the same in the copy, besides the runtime and the generator. */
const sameFiles = [
  ".gitignore",
  ".npmrc",
  "package.json",
  "tsconfig.base.json",
  "turbo.json",
  "vitest.config.ts",
];
const sourceOf = { codegen: ["package.json", "src"], "packages/runtime": ["package.json", "src"] } as const;

/**
 * Makes a workspace with the generator, the runtime and one small API of its own, whose packages are
 * generated but not built. What is installed is that of this workspace, by links: nothing is fetched, and
 * pnpm is told not to install anything by itself, since that would follow the links.
 *
 * @param folder where; made if there is none
 * @param files documents and other files by path, such as `schemas/shop/openapi.yaml`
 */
export async function makeSampleWorkspace(
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  await copyFiles(folder);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await execute(process.execPath, ["codegen/src/bin.ts", "generate", "--quiet"], { cwd: folder });
  await linkPackages(folder);
}

async function copyFiles(folder: string): Promise<void> {
  await mkdir(join(folder, "packages"), { recursive: true });
  const here = new Set(await readdir(root));
  for (const file of sameFiles) if (here.has(file)) await cp(join(root, file), join(folder, file));
  for (const [part, names] of Object.entries(sourceOf)) {
    for (const name of names) await cp(join(root, part, name), join(folder, part, name), { recursive: true });
    await symlink(join(root, part, "node_modules"), join(folder, part, "node_modules"), "junction");
  }
  for (const name of await readdir(join(root, "packages/runtime")))
    if (/^tsconfig.*\.json$/.test(name))
      await cp(join(root, "packages/runtime", name), join(folder, "packages/runtime", name));
  await linkInstalled(folder);
  const workspace = await readFile(join(root, "pnpm-workspace.yaml"), "utf8");
  await writeFile(
    join(folder, "pnpm-workspace.yaml"),
    workspace.replace(/^verifyDepsBeforeRun: .*$/m, "verifyDepsBeforeRun: false"),
  );
}

/** A folder of links and not one link: what tools keep beside the packages stays in the copy. */
async function linkInstalled(folder: string): Promise<void> {
  const modules = join(folder, "node_modules");
  await mkdir(modules);
  const names = (await readdir(join(root, "node_modules"))).filter(
    (name) => !name.startsWith(".") || name === ".bin",
  );
  for (const name of names) await symlink(join(root, "node_modules", name), join(modules, name), "junction");
}

/** Links the generated packages to each other and to the compiler, as an install would. */
async function linkPackages(folder: string): Promise<void> {
  const packages = (await readdir(join(folder, "packages"))).filter((name) => name !== "runtime");
  for (const name of packages) {
    const modules = join(folder, "packages", name, "node_modules");
    await mkdir(join(modules, "@sdkmill"), { recursive: true });
    await symlink(join(root, "packages/runtime/node_modules/.bin"), join(modules, ".bin"), "junction");
    for (const other of ["runtime", ...packages].filter((candidate) => candidate !== name))
      await symlink(join("../../..", other), join(modules, "@sdkmill", other), "junction");
  }
  // Turbo wants every package in the lock file; what they depend on is nothing that the tests change.
  const importers = [".", "codegen", ...["runtime", ...packages].map((name) => `packages/${name}`)];
  const lock = ["lockfileVersion: '9.0'", "importers:", ...importers.map((path) => `  ${path}: {}`), ""];
  await writeFile(join(folder, "pnpm-lock.yaml"), lock.join("\n"));
}

export interface Outcome {
  readonly code: number | string;
  readonly output: string;
}

/**
 * Runs a program in a sample workspace: with the pnpm that runs the tests on the path, which turbo needs, and
 * without what vitest, turbo and CI have put into the environment.
 *
 * @param variables what else is in the environment; undefined takes away
 * @returns the exit code, or the signal or error that ended it, and all that it printed
 */
export async function runInWorkspace(
  folder: string,
  command: string,
  args: readonly string[],
  variables: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  const env = { ...(await environment()), ...variables };
  return new Promise((resolve) => {
    execFile(command, args, { cwd: folder, env, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : (error.code ?? error.signal ?? 1), output: stdout + stderr });
    });
  });
}

let foundPnpm: Promise<string> | undefined;

async function environment(): Promise<NodeJS.ProcessEnv> {
  foundPnpm ??= findPnpm();
  const foreign = /^(?:TURBO|VITEST|GITHUB_|CI$|NODE_ENV$|FORCE_COLOR$)/;
  const path = [
    dirname(process.execPath),
    join(root, "node_modules/.bin"),
    dirname(await foundPnpm),
    process.env["PATH"] ?? "",
  ].join(delimiter);
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name))),
    NO_COLOR: "1",
    TURBO_TELEMETRY_DISABLED: "1",
    PATH: path,
  };
}

async function findPnpm(): Promise<string> {
  const running = process.env["npm_execpath"] ?? "";
  if (basename(running) === "pnpm") return running;
  const { packageManager } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
    readonly packageManager: string;
  };
  const { stdout } = await execute("npx", ["-y", "--package", packageManager, "-c", "command -v pnpm"]);
  return stdout.trim();
}
