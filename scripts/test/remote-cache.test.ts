import { appendFile, cp, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CacheServer, startCacheServer } from "./cache-server.ts";
import { shop } from "./sample-api.ts";
import { makeSampleWorkspace, runInWorkspace } from "./sample-workspace.ts";

// What CONTRIBUTING says of the remote build cache, with real servers and the turbo.json of the workspace.
// Turbo ends with 0 whether the cache is of use or not, so that only its own account of a run can tell.

interface TaskRun {
  readonly taskId: string;
  readonly cache: { readonly status: string; readonly source?: string };
}

interface Build {
  /** How each task came to its result: `MISS`, `HIT REMOTE`, `HIT LOCAL`. */
  readonly tasks: Readonly<Record<string, string>>;
  readonly output: string;
}

interface BuildOptions {
  readonly cache?: string;
  readonly only?: readonly string[];
  readonly TURBO_API?: string | undefined;
  readonly TURBO_TOKEN?: string | undefined;
  readonly TURBO_TEAM?: string | undefined;
  readonly TURBO_REMOTE_CACHE_SIGNATURE_KEY?: string;
}

const token = "a-token-of-the-team";
const everyTask = [
  "//#codegen",
  "@sdkmill/runtime#build",
  "@sdkmill/shop-client#build",
  "@sdkmill/shop-types#build",
  "@sdkmill/shop-validators#build",
];
/** One task without those it depends on, where one is enough. */
const oneTask = ["--filter=@sdkmill/runtime", "--only"];

let folder: string;
let server: CacheServer | undefined;
let signedServer: CacheServer | undefined;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "remote-cache-")));
  await makeSampleWorkspace(join(folder, "template"), shop);
  server = await startCacheServer(join(folder, "artifacts"), token, false);
  signedServer = await startCacheServer(join(folder, "signed-artifacts"), token, true);
});

afterAll(async () => {
  await server?.stop();
  await signedServer?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A clean copy: nothing built and nothing generated, so that all of it has to come from somewhere. */
async function clone(name: string, signature = false): Promise<string> {
  const copy = join(folder, name);
  await cp(join(folder, "template"), copy, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith("/src/generated"),
  });
  const file = join(copy, "turbo.json");
  const config = JSON.parse(await readFile(file, "utf8")) as object;
  if (signature) await writeFile(file, JSON.stringify({ ...config, remoteCache: { signature } }));
  return copy;
}

/** Builds with no cache but the remote one. */
async function build(
  copy: string,
  { cache = "remote:rw", only = [], ...variables }: BuildOptions = {},
): Promise<Build> {
  const { code, output } = await runInWorkspace(copy, "turbo", ["run", "build", "--summarize", ...only], {
    TURBO_CACHE: cache,
    TURBO_API: server?.url,
    TURBO_TOKEN: token,
    TURBO_TEAM: "team_sdkmill",
    ...variables,
  });
  expect({ code, output }).toMatchObject({ code: 0 });
  const runs = join(copy, ".turbo/runs");
  const summaries = await readdir(runs);
  expect(summaries).toHaveLength(1);
  const { tasks } = JSON.parse(await readFile(join(runs, summaries.join("")), "utf8")) as {
    readonly tasks: readonly TaskRun[];
  };
  await rm(runs, { recursive: true });
  const entries = tasks.map(({ taskId, cache: { status, source } }) => [
    taskId,
    [status, source ?? []].flat().join(" "),
  ]);
  return { tasks: Object.fromEntries(entries) as Build["tasks"], output };
}

/** All that is generated or built, by path. */
async function resultsOf(copy: string): Promise<ReadonlyMap<string, string>> {
  const packages = join(copy, "packages");
  const entries = await readdir(packages, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\/(?:dist|src\/generated)(?:\/|$)/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  const texts = paths.map(
    async (path) => [path.slice(packages.length + 1), await readFile(path, "utf8")] as const,
  );
  return new Map(await Promise.all(texts));
}

function all(status: string): Build["tasks"] {
  return Object.fromEntries(everyTask.map((task) => [task, status]));
}

const runtime = "@sdkmill/runtime#build";

describe("a remote build cache", { timeout: 300_000 }, () => {
  test("gives a clean copy all that another one generated and built", async () => {
    const first = await clone("first");
    const second = await clone("second");

    // A team of its own, which has nothing yet.
    expect((await build(first, { TURBO_TEAM: "team_new" })).tasks).toStrictEqual(all("MISS"));
    expect((await build(second, { TURBO_TEAM: "team_new" })).tasks).toStrictEqual(all("HIT REMOTE"));

    const results = await resultsOf(first);
    expect([...results.keys()]).toContain("shop-client/dist/index.js");
    expect([...results.keys()]).toContain("shop-types/src/generated/schemas.ts");
    expect(await resultsOf(second)).toStrictEqual(results);
  });

  test("gives what is not changed, and builds the rest", async () => {
    await build(await clone("unchanged"));
    const changed = await clone("changed");
    await appendFile(join(changed, "packages/runtime/src/index.ts"), "\n// Changed.\n");

    expect((await build(changed)).tasks).toStrictEqual({
      ...all("HIT REMOTE"),
      [runtime]: "MISS",
      "@sdkmill/shop-client#build": "MISS",
    });
  });

  test("takes nothing from one who only reads", async () => {
    await build(await clone("writer"));
    const kept = await readdir(join(folder, "artifacts/team_sdkmill"));
    const reader = await clone("reader");
    await appendFile(join(reader, "packages/shop-types/src/index.ts"), "\n// Changed.\n");

    const { tasks } = await build(reader, { cache: "remote:r" });

    expect(tasks).toMatchObject({ [runtime]: "HIT REMOTE", "@sdkmill/shop-types#build": "MISS" });
    expect(await readdir(join(folder, "artifacts/team_sdkmill"))).toStrictEqual(kept);
  });

  test("gives nothing for a wrong token, and says so", async () => {
    await build(await clone("right-token"), { only: oneTask });

    const { tasks, output } = await build(await clone("wrong-token"), {
      only: oneTask,
      TURBO_TOKEN: "another",
    });

    expect(tasks).toStrictEqual({ [runtime]: "MISS" });
    expect(output).toContain("401");
  });

  test("is not asked at all without a team", async () => {
    await build(await clone("team"), { only: oneTask });

    const { tasks, output } = await build(await clone("no-team"), { only: oneTask, TURBO_TEAM: undefined });

    expect(tasks).toStrictEqual({ [runtime]: "MISS" });
    expect(output).toContain("Remote caching disabled");
  });
});

describe("a remote build cache with signatures", { timeout: 300_000 }, () => {
  const ours = { only: oneTask, TURBO_REMOTE_CACHE_SIGNATURE_KEY: "our key, of 32 characters or more" };
  const theirs = { only: oneTask, TURBO_REMOTE_CACHE_SIGNATURE_KEY: "their key, of as many characters" };

  const onSigned = async (name: string, options: BuildOptions): Promise<Build> =>
    build(await clone(name, true), { ...options, TURBO_API: signedServer?.url });

  test("gives what is signed with the same key, and nothing else", async () => {
    const status = async (name: string, options: BuildOptions): Promise<string | undefined> =>
      (await onSigned(name, options)).tasks[runtime];

    expect(await status("signed", ours)).toBe("MISS");
    expect(await status("same-key", ours)).toBe("HIT REMOTE");
    expect(await status("other-key", theirs)).toBe("MISS");
    // What the other one has put in its place is refused.
    expect(await status("replaced", ours)).toBe("MISS");
  });

  test("gives nothing without a key, and says so", async () => {
    await onSigned("with-key", ours);
    const { tasks, output } = await onSigned("no-key", { only: oneTask });

    expect(tasks).toStrictEqual({ [runtime]: "MISS" });
    expect(output).toContain("artifact signature error");
  });

  test("gives nothing where the server does not keep signatures", async () => {
    for (const name of ["not-kept", "not-kept-either"])
      expect((await build(await clone(name, true), ours)).tasks).toStrictEqual({ [runtime]: "MISS" });
  });

  test("gives nothing that is not signed", async () => {
    const options = { only: oneTask, TURBO_API: signedServer?.url, TURBO_TEAM: "team_without_signatures" };
    for (const name of ["unsigned", "unsigned-too"])
      expect((await build(await clone(name), options)).tasks).toStrictEqual({ [runtime]: "MISS" });
  });
});
