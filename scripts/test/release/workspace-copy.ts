import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runInWorkspace, type Outcome } from "../sample-workspace.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** What is built, installed or a matter of version control. */
const leftOut = new Set(["node_modules", "dist", ".turbo", ".git"]);

/** A copy of this workspace in which a release can be tried: nothing that it does reaches the original. */
export interface WorkspaceCopy {
  readonly folder: string;
  /** Runs a program; fails if the program does. */
  readonly run: (command: string, ...args: readonly string[]) => Promise<string>;
  /** The same, but a failure is an outcome. */
  readonly attempt: (command: string, ...args: readonly string[]) => Promise<Outcome>;
  readonly read: (path: string) => Promise<string>;
  readonly write: (path: string, text: string) => Promise<void>;
  /** Keeps everything as it is now in version control. */
  readonly commit: (message: string) => Promise<void>;
}

/**
 * Copies this workspace as it is on the disk, without its history, links what is installed, and leads its scope
 * to a registry.
 *
 * @param registry URL, with a slash at its end
 */
export async function copyWorkspace(folder: string, registry: string): Promise<WorkspaceCopy> {
  await cp(root, folder, { recursive: true, filter: (path) => !leftOut.has(basename(path)) });
  await linkInstalled(folder);
  // Without a token npm and pnpm do not even ask; this registry takes any.
  const lines = [`@sdkmill:registry=${registry}`, `${registry.replace(/^http:/, "")}:_authToken=none`, ""];
  await writeFile(join(folder, ".npmrc"), lines.join("\n"));
  const copy = workspaceIn(folder);
  await copy.run("git", "init", "--quiet", "--initial-branch=main");
  await copy.commit("The workspace");
  return copy;
}

/** The same once more, as it is now, with its history: what a pull request does in there stays in there. */
export async function branchOf({ folder }: WorkspaceCopy, branch: string): Promise<WorkspaceCopy> {
  await cp(folder, branch, { recursive: true, verbatimSymlinks: true });
  return workspaceIn(branch);
}

/** Takes back every release of the workspace, so that a rehearsal does not depend on how many there were. */
export async function forgetReleases({ folder, read, write }: WorkspaceCopy): Promise<void> {
  const changesets = (await readdir(join(folder, ".changeset"))).filter((name) => name !== "config.json");
  for (const name of changesets) await rm(join(folder, ".changeset", name), { recursive: true });
  for (const api of await readdir(join(folder, "schemas")))
    await rm(join(folder, "schemas", api, "released.json"), { force: true });
  for (const name of await readdir(join(folder, "packages"))) {
    await rm(join(folder, "packages", name, "CHANGELOG.md"), { force: true });
    const manifest = `packages/${name}/package.json`;
    const text = await read(manifest);
    await write(manifest, text.replace(/^ {2}"version": ".*"/m, '  "version": "0.0.0"'));
  }
}

function workspaceIn(folder: string): WorkspaceCopy {
  const environment: NodeJS.ProcessEnv = {
    // It would install through the links.
    pnpm_config_verify_deps_before_run: "false",
    // Inside of a package, npm does not see the file of the workspace.
    NPM_CONFIG_USERCONFIG: join(folder, ".npmrc"),
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    ...Object.fromEntries(
      ["AUTHOR", "COMMITTER"].flatMap((role) => [
        [`GIT_${role}_NAME`, "Rehearsal"],
        [`GIT_${role}_EMAIL`, "rehearsal@localhost"],
      ]),
    ),
  };
  const attempt = (command: string, ...args: readonly string[]): Promise<Outcome> =>
    runInWorkspace(folder, command, args, environment);
  const run = async (command: string, ...args: readonly string[]): Promise<string> => {
    const { code, output } = await attempt(command, ...args);
    if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}:\n${output}`);
    return output;
  };
  return {
    folder,
    run,
    attempt,
    read: (path) => readFile(join(folder, path), "utf8"),
    write: (path, text) => writeFile(join(folder, path), text),
    commit: async (message) => {
      await run("git", "add", "--all");
      await run("git", "commit", "--quiet", "--message", message);
    },
  };
}

/** The folder at the root is one of links and not one link: what tools keep beside the packages stays in the copy. */
async function linkInstalled(folder: string): Promise<void> {
  const modules = join(folder, "node_modules");
  await mkdir(modules);
  const names = (await readdir(join(root, "node_modules"))).filter(
    (name) => !name.startsWith(".") || name === ".bin" || name === ".pnpm",
  );
  for (const name of names) await symlink(join(root, "node_modules", name), join(modules, name), "junction");
  const packages = (await readdir(join(root, "packages"))).map((name) => `packages/${name}`);
  for (const path of ["codegen", ...packages]) {
    const installed = join(path, "node_modules");
    await cp(join(root, installed), join(folder, installed), { recursive: true, verbatimSymlinks: true });
  }
}
