import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type LocalRegistry, startRegistry } from "./release/local-registry.ts";
import { shop } from "./sample-api.ts";
import { makeSampleWorkspace, runInWorkspace } from "./sample-workspace.ts";
import { readWorkflow } from "./workflow-files.ts";

// The commands of ci.yml that release a snapshot, as they stand there, with a registry on this machine.

const { jobs } = readWorkflow("ci.yml");
const names = ["shop-types", "shop-validators", "shop-client"];
let folder: string;
let registry: LocalRegistry | undefined;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "snapshot-release-")));
  registry = await startRegistry(join(folder, "registry"));
  const base = join(folder, "base");
  await makeSampleWorkspace(base, {
    ...shop,
    ".npmrc": `@sdkmill:registry=${registry.url}\n${registry.url.replace("http:", "")}:_authToken=none\n`,
    ".changeset/config.json": JSON.stringify({
      fixed: [names.map((name) => `@sdkmill/${name}`)],
      access: "public",
      privatePackages: { version: false, tag: false },
    }),
  });
  for (const name of ["runtime", ...names]) {
    const file = join(base, "packages", name, "package.json");
    await writeFile(file, (await readFile(file, "utf8")).replace('"version": "0.0.0"', '"version": "1.0.0"'));
  }
  await mkdir(join(base, "scripts"));
  await cp(new URL("../snapshot-plan.ts", import.meta.url), join(base, "scripts/snapshot-plan.ts"));
  await runIn("base", "git init --quiet && pnpm build && pnpm exec changeset publish --no-git-tag");
}, 300_000);

afterAll(async () => {
  await registry?.end();
  await rm(folder, { recursive: true, force: true });
});

/** Runs a script as the shell of a job does. */
async function runIn(workspace: string, script: string): Promise<string> {
  const cwd = join(folder, workspace);
  const { code, output } = await runInWorkspace(cwd, "bash", ["--noprofile", "--norc", "-e", "-c", script], {
    RUNNER_TEMP: join(folder, "temp"),
    SNAPSHOT: "pr-12",
    NPM_CONFIG_USERCONFIG: join(folder, "base/.npmrc"),
  });
  expect({ code, output }).toMatchObject({ code: 0 });
  return output;
}

/** Runs the scripts of a job, but for those that install. */
async function runJob(job: string, workspace: string): Promise<void> {
  const scripts = (jobs[job]?.steps ?? []).flatMap(({ run = [] }) => run);
  for (const script of scripts) if (!/^p?npm install /.test(script)) await runIn(workspace, script);
}

test(
  "a pull request is released under a tag of its own, and no other version with it",
  { timeout: 300_000 },
  async () => {
    await cp(join(folder, "base"), join(folder, "head"), { recursive: true, verbatimSymlinks: true });
    await writeFile(
      join(folder, "head/.changeset/contract-shop.md"),
      '---\n"@sdkmill/shop-types": minor\n---\n\nMore.\n',
    );
    // A version that waits for its release is none of the pull request's.
    const waiting = join(folder, "head/packages/runtime/package.json");
    await writeFile(
      waiting,
      (await readFile(waiting, "utf8")).replace('"version": "1.0.0"', '"version": "1.1.0"'),
    );

    await runJob("snapshot-pack", "head");
    await runJob("snapshot-publish", "base");

    expect(await registry?.published("@sdkmill/runtime")).toStrictEqual({
      versions: ["1.0.0"],
      tags: { latest: "1.0.0" },
    });
    const tagged = await Promise.all(names.map((name) => registry?.published(`@sdkmill/${name}`)));
    for (const published of tagged)
      expect(published?.tags).toStrictEqual({
        latest: "1.0.0",
        "pr-12": expect.stringMatching(/^0\.0\.0-pr-12-\d{14}$/) as string,
      });
  },
);
