import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { run, type Outcome } from "./packed-packages.ts";

const script = fileURLToPath(new URL("../snapshot-plan.ts", import.meta.url));
const snapshot = "0.0.0-pr-12-20260102030405";
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "snapshot-plan-"));
  mkdirSync(join(folder, "packages"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Release {
  readonly kind?: string;
  readonly name?: string;
  readonly version?: string;
  readonly tag?: string;
  /** What the tarball says, if that is something else. */
  readonly packed?: object;
  readonly path?: string;
}

/** Packs packages and writes the plan of them, as `changeset pack` does. */
function pack(...releases: readonly Release[]): void {
  const plan = releases.map(
    ({ kind = "publish", name = "@lab/core", version = snapshot, tag = "latest", packed, path }, index) => {
      const tarball = path ?? `packages/lab-${index}.tgz`;
      mkdirSync(join(folder, "package"), { recursive: true });
      writeFileSync(join(folder, "package/package.json"), JSON.stringify(packed ?? { name, version }));
      execFileSync("tar", ["-czf", join(folder, `packages/lab-${index}.tgz`), "-C", folder, "package"]);
      return [{ kind, name, version, tag, access: "public", tarball: { path: tarball, integrity: "x" } }];
    },
  );
  writeFileSync(join(folder, "publish-plan.json"), JSON.stringify({ version: 1, plan }));
}

function check(tag = "pr-12"): Promise<Outcome> {
  return run(process.execPath, [script, folder, tag]);
}

function planned(): readonly unknown[] {
  const { plan: parts } = JSON.parse(readFileSync(join(folder, "publish-plan.json"), "utf8")) as {
    readonly plan: readonly (readonly unknown[])[];
  };
  return parts.flat();
}

test("a snapshot gets a tag of its own, and what is not of it is left out", async () => {
  pack(
    {},
    { name: "@lab/client" },
    { name: "@lab/not-yet-published", version: "1.2.3" },
    { name: "@lab/other", version: "0.0.0-pr-1-20260102030405" },
    { kind: "tag-only", name: "@lab/tagged" },
  );

  expect(await check()).toStrictEqual({
    code: 0,
    output: `@lab/core@${snapshot}\n@lab/client@${snapshot}\n`,
  });
  expect(planned()).toMatchObject([
    { name: "@lab/core", version: snapshot, tag: "pr-12" },
    { name: "@lab/client", version: snapshot, tag: "pr-12" },
  ]);
});

describe("is refused:", () => {
  test.each<[string, Release, string]>([
    ["a tarball of another version", { packed: { name: "@lab/core", version: "1.2.3" } }, "does not hold"],
    [
      "a tarball of another package",
      { packed: { name: "@lab/runtime", version: snapshot } },
      "does not hold",
    ],
    ["a tarball elsewhere", { path: "packages/../../lab-0.tgz" }, "no tarball of the folder"],
    ["an option in place of a path", { path: "--to-command=sh" }, "no tarball of the folder"],
    ["nothing of the snapshot", { version: "1.2.3" }, "There is no package"],
    ["a version that looks like one", { version: `${snapshot}+1.2.3` }, "There is no package"],
  ])("%s", async (_, release, message) => {
    pack(release);
    const before = planned();

    expect(await check()).toMatchObject({ code: 1, output: expect.stringContaining(message) });
    expect(planned()).toStrictEqual(before);
  });

  test.each(["latest", "pr-0", "pr-12\nlatest", "pr-.*", ""])("the tag %j", async (tag) => {
    pack({});

    expect(await check(tag)).toMatchObject({ code: 2 });
  });

  test.each(["{}", '{"version":2,"plan":[]}', '{"version":1,"plan":[[{}]]}'])("the plan %s", async (text) => {
    writeFileSync(join(folder, "publish-plan.json"), text);

    expect(await check()).toMatchObject({
      code: 1,
      output: expect.stringContaining("no plan of changesets"),
    });
  });
});
