import { mkdtemp, readdir, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { outputOf, writeExamples } from "../readme-examples.ts";
import { runCalls, runExample, wantedCalls } from "../readme-runs.ts";
import { addNickname, removeNickname, useNickname } from "./contract-changes.ts";
import { makeConsumer, publishDependencies, type Consumer } from "./consumer.ts";
import { startRegistry, type LocalRegistry } from "./local-registry.ts";
import { contractOfLatest, versionsOf, versionsTagged } from "./published-state.ts";
import { branchOf, copyWorkspace, forgetReleases, type WorkspaceCopy } from "./workspace-copy.ts";

// The whole way of a release, with the commands that people and CI run, against a registry on this machine.
// Each test goes on where the one before it ended.

const names = ["runtime", "stytch-client", "stytch-types", "stytch-validators"];
const ofStytch = names.slice(1);
const base = "schemas/stytch/released.json";
const changeset = ".changeset/contract-stytch.md";

let temporary: string;
let registry: LocalRegistry;
let workspace: WorkspaceCopy;
let consumer: Consumer;

beforeAll(async () => {
  temporary = await realpath(await mkdtemp(join(tmpdir(), "release-")));
  registry = await startRegistry(join(temporary, "registry"));
  workspace = await copyWorkspace(join(temporary, "workspace"), registry.url);
  consumer = await makeConsumer(join(temporary, "consumer"), registry.url);
  await publishDependencies(consumer);
  await forgetReleases(workspace);
  await workspace.commit("No releases");
});

afterAll(async () => {
  await registry.end();
  await rm(temporary, { recursive: true, force: true });
});

let isBroken = false;

beforeEach(({ skip, onTestFailed }) => {
  skip(isBroken, "The release broke off before.");
  onTestFailed(() => {
    isBroken = true;
  });
});

/** The versions of all packages, as their manifests have them. */
async function versionsIn({ read }: WorkspaceCopy): Promise<Readonly<Record<string, string>>> {
  const manifests = await Promise.all(names.map((name) => read(`packages/${name}/package.json`)));
  return Object.fromEntries(
    manifests.map((text, index) => [
      names[index] ?? "",
      (JSON.parse(text) as { readonly version: string }).version,
    ]),
  );
}

/** The same version for each package of Stytch. */
function stytchAt(version: string): Readonly<Record<string, string>> {
  return Object.fromEntries(ofStytch.map((name) => [name, version]));
}

const publishedVersions = (): ReturnType<typeof versionsOf> => versionsOf(registry, names);
const tagged = (tag: string): ReturnType<typeof versionsTagged> => versionsTagged(registry, names, tag);
const releasedContract = (): ReturnType<typeof contractOfLatest> => contractOfLatest(registry);

/** A recorded contract as the package has it: without the version that it went out with. */
function withoutVersion(recorded: string): string {
  return recorded.replace(/^ "x-sdkmill-released": ".*",\n/m, "");
}

/** Generates, writes the changeset, and shows that its base is what the registry has. */
async function prepare(change: (workspace: WorkspaceCopy) => Promise<void>): Promise<string> {
  const released = await releasedContract();
  expect(withoutVersion(await workspace.read(base))).toBe(released.text);
  await change(workspace);
  await workspace.run("pnpm", "codegen", "--quiet");
  await workspace.run("pnpm", "sdkmill", "changeset");
  const text = await workspace.read(changeset);
  const diff = await workspace.run(
    "node",
    "codegen/src/bin.ts",
    "diff",
    released.path,
    "schemas/stytch",
    "--json",
  );
  await workspace.commit("A change of the contract");
  expect(summaryOf(text)).not.toBe("");
  return (JSON.parse(diff) as { readonly bump: string }).bump;
}

/** What a changeset says, without its front matter. */
function summaryOf(text: string): string {
  return text.replace(/^---\n[\s\S]*?\n---\n/, "").trim();
}

async function versionPackages(): Promise<void> {
  await workspace.run("pnpm", "version-packages");
  await workspace.commit("Versions");
}

/** The part of a changelog that is about a version. */
async function entry(name: string, about: string): Promise<string> {
  const text = await workspace.read(`packages/${name}/CHANGELOG.md`);
  return text.split(/^## /m).find((part) => part.startsWith(`${about}\n`)) ?? "";
}

describe("a release", { timeout: 600_000 }, () => {
  test("of what was never released gives every package its first version, and keeps the contract", async () => {
    await workspace.run("pnpm", "sdkmill", "changeset");
    await workspace.write(".changeset/runtime.md", '---\n"@sdkmill/runtime": minor\n---\n\nFirst release.\n');
    await workspace.commit("Changesets");
    await versionPackages();

    expect(await versionsIn(workspace)).toStrictEqual({ runtime: "0.1.0", ...stytchAt("0.1.0") });
    expect(await workspace.read(base)).toMatch(/^\{\n "x-sdkmill-released": "0\.1\.0",\n/);
    expect(await readdir(join(workspace.folder, ".changeset"))).toStrictEqual(["config.json"]);
    expect(await publishedVersions()).toStrictEqual(
      Object.fromEntries(names.map((name) => [name, undefined])),
    );

    await workspace.run("pnpm", "release", "--no-git-tag");

    expect(await tagged("latest")).toStrictEqual({ runtime: "0.1.0", ...stytchAt("0.1.0") });
    expect((await releasedContract()).text).toBe(withoutVersion(await workspace.read(base)));
    expect(await workspace.run("git", "status", "--porcelain")).toBe("");
  });

  test("can be installed into an empty project, where the examples of the READMEs compile and run", async () => {
    await consumer.npm("install", ...names.map((name) => `@sdkmill/${name}`), "openapi-fetch");
    writeExamples(consumer.folder);

    expect(await consumer.installed()).toStrictEqual({ runtime: "0.1.0", ...stytchAt("0.1.0") });
    expect(await consumer.compile()).toStrictEqual({ code: 0, output: "" });
    expect(await runExample(consumer.folder, "README.md", "validators")).toStrictEqual({
      code: 0,
      output: outputOf("README.md", "validators"),
    });
    const { client, functions } = await runCalls(consumer.folder);
    expect({
      code: client.code,
      lines: client.output.split("\n").slice(0, 3),
      calls: client.calls,
    }).toStrictEqual({
      code: 0,
      ...wantedCalls.client,
    });
    expect(functions).toStrictEqual(wantedCalls.functions);
  });

  test("does nothing the second time", async () => {
    const before = await publishedVersions();
    const { code, output } = await workspace.attempt("pnpm", "release", "--no-git-tag");

    expect({ code, output }).toStrictEqual({
      code: 0,
      output: expect.stringContaining("No unpublished") as string,
    });
    expect(await publishedVersions()).toStrictEqual(before);
  });

  test("of a pull request is a snapshot under a tag of its own", async () => {
    expect(await prepare(addNickname)).toBe("minor");
    const branch = await branchOf(workspace, join(temporary, "branch"));
    await branch.run("pnpm", "changeset", "version", "--snapshot", "pr123");
    await branch.run("pnpm", "build");
    await branch.run("pnpm", "changeset", "publish", "--tag", "pr123", "--no-git-tag");

    const snapshot = expect.stringMatching(/^0\.0\.0-pr123-\d{14}$/) as string;
    expect(await tagged("pr123")).toStrictEqual({ runtime: undefined, ...stytchAt(snapshot) });
    expect(await tagged("latest")).toStrictEqual({ runtime: "0.1.0", ...stytchAt("0.1.0") });
    expect(await branch.read(base)).toBe(await workspace.read(base));
    await branch.run("pnpm", "sdkmill", "record-release");
    expect(await branch.read(base)).toBe(await workspace.read(base));
  });

  test("of an addition is a patch below 1.0.0, of the packages of that API alone", async () => {
    const summary = summaryOf(await workspace.read(changeset));
    await versionPackages();

    expect(await versionsIn(workspace)).toStrictEqual({ runtime: "0.1.0", ...stytchAt("0.1.1") });
    for (const name of ofStytch) {
      const text = await entry(name, "0.1.1");
      expect(text).toContain("### Patch Changes");
      for (const line of summary.split("\n")) expect(text).toContain(line);
    }
    expect(summary).toContain("nickname");
    expect(await workspace.read(base)).toContain('"x-sdkmill-released": "0.1.1"');

    await workspace.run("pnpm", "release", "--no-git-tag");

    expect(await tagged("latest")).toStrictEqual({ runtime: "0.1.0", ...stytchAt("0.1.1") });
    expect((await publishedVersions())["runtime"]).toStrictEqual(["0.1.0"]);
    expect((await releasedContract()).text).toBe(withoutVersion(await workspace.read(base)));
  });

  test("of an addition reaches those who installed the release before it", async () => {
    await writeFile(join(consumer.folder, "nickname.ts"), useNickname);
    expect((await consumer.compile()).code).not.toBe(0);
    await consumer.npm("update");

    expect(await consumer.installed()).toStrictEqual({ runtime: "0.1.0", ...stytchAt("0.1.1") });
    expect(await consumer.compile()).toStrictEqual({ code: 0, output: "" });
  });

  test("of a removal is a minor below 1.0.0", async () => {
    expect(await prepare(removeNickname)).toBe("major");
    const summary = summaryOf(await workspace.read(changeset));
    await versionPackages();
    await workspace.run("pnpm", "release", "--no-git-tag");

    expect(await tagged("latest")).toStrictEqual({ runtime: "0.1.0", ...stytchAt("0.2.0") });
    for (const name of ofStytch) {
      const text = await entry(name, "0.2.0");
      expect(text).toContain("### Minor Changes");
      for (const line of summary.split("\n")) expect(text).toContain(line);
    }
    expect((await releasedContract()).text).toBe(withoutVersion(await workspace.read(base)));
  });

  test("of a removal reaches nobody who does not ask for it, and says why their code stops to compile", async () => {
    await consumer.npm("update");
    expect(await consumer.installed()).toStrictEqual({ runtime: "0.1.0", ...stytchAt("0.1.1") });

    await consumer.npm("install", ...ofStytch.map((name) => `@sdkmill/${name}@latest`));
    expect(await consumer.installed()).toStrictEqual({ runtime: "0.1.0", ...stytchAt("0.2.0") });
    const { code, output } = await consumer.compile();
    expect(code).not.toBe(0);
    expect(output.match(/[\w-]+\.ts(?=\()|error TS\d+/g)).toStrictEqual(["nickname.ts", "error TS2339"]);
  });

  test("of the runtime alone leaves the contracts and their base alone", async () => {
    const before = await workspace.read(base);
    await workspace.write(".changeset/runtime.md", '---\n"@sdkmill/runtime": patch\n---\n\nA repair.\n');
    await workspace.commit("A repair of the runtime");
    await versionPackages();
    await workspace.run("pnpm", "release", "--no-git-tag");

    expect(await tagged("latest")).toStrictEqual({ runtime: "0.1.1", ...stytchAt("0.2.0") });
    expect(await workspace.read(base)).toBe(before);
    expect((await releasedContract()).text).toBe(withoutVersion(before));
  });
});
