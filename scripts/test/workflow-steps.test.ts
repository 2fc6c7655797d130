import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readWorkflow, root, stepOf } from "./workflow-files.ts";

// The scripts that stand in regenerate.yml itself, run as GitHub runs them.

const workflow = readWorkflow("regenerate.yml");
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "workflow-steps-"));
  mkdirSync(join(folder, "temp"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Result {
  readonly code: number;
  readonly outputs: string;
}

/** Runs a script as the shell of a job does; what it has put out. */
function runStep(
  job: string,
  id: string,
  cwd: string,
  variables: Readonly<Record<string, string>> = {},
): Result {
  const script = join(folder, "script.sh");
  const output = join(folder, "output");
  writeFileSync(script, stepOf(workflow, job, id).run ?? "");
  writeFileSync(output, "");
  const env = { ...process.env, RUNNER_TEMP: join(folder, "temp"), GITHUB_OUTPUT: output, ...variables };
  try {
    execFileSync("bash", ["--noprofile", "--norc", "-e", script], { cwd, env, stdio: "pipe" });
    return { code: 0, outputs: readFileSync(output, "utf8") };
  } catch (cause) {
    return { code: (cause as { readonly status: number }).status, outputs: readFileSync(output, "utf8") };
  }
}

function git(cwd: string, ...args: readonly string[]): string {
  const who = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "init.defaultBranch=main"];
  return execFileSync("git", [...who, ...args], { cwd, encoding: "utf8", stdio: "pipe" });
}

function write(cwd: string, path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
}

/** A repository with one file in each of its parts, and a copy of it where another job is. */
function repositories(): { readonly here: string; readonly there: string } {
  const [here, there] = [join(folder, "here"), join(folder, "there")];
  for (const path of [
    "schemas/shop/openapi.yaml",
    "packages/shop-types/a.ts",
    ".changeset/a.md",
    "README.md",
    "scripts/a.ts",
  ])
    write(here, path, "old\n");
  git(here, "init", "--quiet");
  git(here, "add", "--all");
  git(here, "commit", "--quiet", "--message", "first");
  git(folder, "clone", "--quiet", here, there);
  return { here, there };
}

describe("the list of APIs", () => {
  const list = (api: string): Result => runStep("apis", "list", root, { API: api });

  test("is of all, or of the one that is named", () => {
    expect(list("")).toMatchObject({
      code: 0,
      outputs: expect.stringMatching(/^names=\[("[a-z][a-z0-9-]*",?)*\]\n$/),
    });
    expect(list("stytch")).toStrictEqual({ code: 0, outputs: 'names=["stytch"]\n' });
  });

  test("needs nothing installed", () => {
    for (const path of ["scripts/regenerate.ts", "scripts/regenerate", "codegen/src", "codegen/package.json"])
      cpSync(join(root, path), join(folder, path), { recursive: true });
    write(folder, "schemas/shop/upstream.yaml", "");
    write(folder, "schemas/by-hand/openapi.yaml", "");

    expect(runStep("apis", "list", folder, { API: "" })).toStrictEqual({
      code: 0,
      outputs: 'names=["shop"]\n',
    });
  });

  test.each(["zoo", "../stytch", "stytch\nnames=x", "--list", "$(touch made)", '"'])(
    "fails for %j",
    (api) => {
      expect(list(api)).toStrictEqual({ code: 2, outputs: "" });
    },
  );
});

describe("what has changed goes from job to job", () => {
  test("as a patch, with its summary", () => {
    const { here, there } = repositories();
    write(here, "schemas/shop/openapi.yaml", "new $(touch made) ${{ github.token }}\n");
    write(here, "schemas/shop/schemas/new.json", "{}\n");
    write(here, ".changeset/contract-shop.md", "minor\n");
    write(here, "README.md", "5 operations\n");
    rmSync(join(here, "packages/shop-types/a.ts"));
    write(here, "left-over.txt", "what else a run leaves behind\n");
    write(folder, "temp/summary.md", "# Summary\n");

    expect(runStep("regenerate", "collect", here)).toStrictEqual({ code: 0, outputs: "changed=true\n" });
    expect(runStep("propose", "apply", there)).toStrictEqual({ code: 0, outputs: "changed=true\n" });
    expect(git(there, "status", "--porcelain", "--untracked-files=all").split("\n").toSorted()).toStrictEqual(
      [
        "",
        " D packages/shop-types/a.ts",
        " M README.md",
        " M schemas/shop/openapi.yaml",
        "?? .changeset/contract-shop.md",
        "?? schemas/shop/schemas/new.json",
      ],
    );
    expect(readFileSync(join(there, "schemas/shop/openapi.yaml"), "utf8")).toContain("$(touch made)");
    expect(readFileSync(join(folder, "temp/regenerated/summary.md"), "utf8")).toBe("# Summary\n");
  });

  test("or not at all, where nothing has", () => {
    const { here, there } = repositories();
    write(here, "left-over.txt", "");

    expect(runStep("regenerate", "collect", here)).toStrictEqual({ code: 0, outputs: "" });
    expect(existsSync(join(folder, "temp/regenerated"))).toBe(false);
    expect(runStep("propose", "apply", there)).toStrictEqual({ code: 0, outputs: "" });
  });

  test("without what the job that may write must not take over", () => {
    const { here, there } = repositories();
    write(here, "scripts/a.ts", "other code\n");
    write(here, "scripts/README.md", "other text\n");
    write(here, ".github/workflows/new.yml", "on: push\n");
    write(here, "schemas/shop/openapi.yaml", "new\n");
    git(here, "add", "--all");
    write(folder, "temp/regenerated/changes.patch", git(here, "diff", "--cached", "--binary"));

    expect(runStep("propose", "apply", there).code).toBe(0);
    expect(git(there, "status", "--porcelain")).toBe(" M schemas/shop/openapi.yaml\n");
  });

  test.each(["../outside", ".git/hooks/post-checkout"])("and never to %s", (path) => {
    const { there } = repositories();
    const patch = [
      `diff --git a/schemas/x b/schemas/../${path}`,
      "new file mode 100755",
      "--- /dev/null",
      `+++ b/schemas/../${path}`,
      "@@ -0,0 +1 @@",
      "+touch made",
      "",
    ];
    write(folder, "temp/regenerated/changes.patch", patch.join("\n"));

    expect(runStep("propose", "apply", there).code).not.toBe(0);
    expect(git(there, "status", "--porcelain")).toBe("");
  });
});
