import { execFile, type ExecFileException } from "node:child_process";
import { mkdir, readdir, readFile, symlink } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What packages/<folder> holds when it is published. */
export interface PackedPackage {
  readonly tarball: string;
  /** Paths inside of the tarball. */
  readonly files: readonly string[];
  readonly manifest: Manifest;
}

export interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

export interface Outcome {
  readonly code: number | string;
  readonly output: string;
}

/** Runs a program of the workspace, or one on the path; its exit code and all that it prints. */
export function run(command: string, args: readonly string[], cwd = root): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(
      command,
      args,
      { cwd, maxBuffer: 2 ** 28 },
      (error: ExecFileException | null, stdout, stderr) => {
        resolve({
          code: error === null ? 0 : (error.code ?? 1),
          output: stdout + (error === null ? "" : stderr),
        });
      },
    );
  });
}

export async function runOrFail(command: string, args: readonly string[], cwd?: string): Promise<string> {
  const { code, output } = await run(command, args, cwd);
  if (code !== 0) throw new Error(`${basename(command)} ${args.join(" ")} ended with ${code}:\n${output}`);
  return output;
}

/** A program that the workspace has installed. */
export function tool(name: string): string {
  return join(root, "node_modules/.bin", name);
}

/** The folders of the packages that are published. */
export async function packageFolders(): Promise<readonly string[]> {
  return (await readdir(join(root, "packages"))).toSorted();
}

/** Packs a package as publishing does, into a folder. */
export async function pack(folder: string, destination: string): Promise<PackedPackage> {
  const [command = "", ...args] = packageManager();
  const printed = await runOrFail(
    command,
    [...args, "pack", "--json", "--pack-destination", destination],
    join(root, "packages", folder),
  );
  const { filename } = JSON.parse(printed.slice(printed.indexOf("{"))) as { readonly filename: string };
  const unpacked = join(destination, folder);
  await extract(filename, unpacked);
  return {
    tarball: filename,
    files: (await readdir(unpacked, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(unpacked.length + 1)),
    manifest: JSON.parse(await readFile(join(unpacked, "package.json"), "utf8")) as Manifest,
  };
}

/** The pnpm that runs the tests; the one of the project where they run without. */
function packageManager(): readonly string[] {
  const running = process.env["npm_execpath"] ?? "";
  if (!basename(running).startsWith("pnpm")) return ["npx", "-y", "pnpm@12.21.0"];
  return /\.[cm]?js$/.test(running) ? [process.execPath, running] : [running];
}

/** Puts packages where an install would put them. What they depend on comes from the workspace, not from the network. */
export async function install(packages: readonly PackedPackage[], project: string): Promise<void> {
  const modules = join(project, "node_modules");
  for (const { tarball, manifest } of packages) await extract(tarball, join(modules, manifest.name));
  const names = new Set(packages.map(({ manifest }) => manifest.name));
  const missing = packages.flatMap(({ manifest }) =>
    Object.keys(manifest.dependencies ?? {}).filter((name) => !names.has(name)),
  );
  for (const name of new Set(missing)) {
    await symlink(join(root, "packages/runtime/node_modules", name), join(modules, name), "junction");
  }
}

async function extract(tarball: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await runOrFail("tar", ["-xzf", tarball, "-C", folder, "--strip-components", "1"]);
}
