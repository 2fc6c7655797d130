import { execFileSync } from "node:child_process";
import { cp, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shop, upstreamShop } from "./sample-api.ts";
import { makeSampleWorkspace, runInWorkspace, type Outcome } from "./sample-workspace.ts";

// The whole job with its real programs, in a repository of its own: what is told to be proposed is there, once.

const scripts = fileURLToPath(new URL("../", import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "regenerate-shop-")));
  const workspace = join(folder, "workspace");
  await makeSampleWorkspace(workspace, {
    ...shop,
    ".changeset/config.json": JSON.stringify({
      fixed: [["@sdkmill/shop-types", "@sdkmill/shop-validators", "@sdkmill/shop-client"]],
      privatePackages: { version: false, tag: false },
    }),
    "packages/shop-types/test/shop.test.ts": testOf("export interface Item"),
  });
  // What the tests of generated packages stand on, without the tests of the generator.
  await cp(join(scripts, "../codegen/test"), join(workspace, "codegen/test"), {
    recursive: true,
    filter: (path) => !/\/fixtures(?:\/|$)|\.test\.ts$/.test(path),
  });
  await cp(join(scripts, "regenerate.ts"), join(workspace, "scripts/regenerate.ts"));
  await cp(join(scripts, "regenerate"), join(workspace, "scripts/regenerate"), { recursive: true });
  for (const name of ["shop-types", "shop-validators", "shop-client"]) {
    const file = join(workspace, "packages", name, "package.json");
    await writeFile(file, (await readFile(file, "utf8")).replace('"version": "0.0.0"', '"version": "1.0.0"'));
  }
  await sdkmill("record-release", "shop");
  git("init", "--quiet");
  // The links of a sample workspace are no folders, which .gitignore speaks of.
  await writeFile(join(workspace, ".git/info/exclude"), "node_modules\n");
  commit();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** A test of a package: whether its declarations have a text. */
function testOf(text: string): string {
  return [
    'import { readFileSync } from "node:fs";',
    'import { expect, test } from "vitest";',
    'test("declarations", () => {',
    '  const declarations = readFileSync(new URL("../src/generated/schemas.ts", import.meta.url), "utf8");',
    `  expect(declarations).toContain(${JSON.stringify(text)});`,
    "});",
    "",
  ].join("\n");
}

function git(...args: readonly string[]): string {
  const who = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "init.defaultBranch=main"];
  return execFileSync("git", [...who, ...args], { cwd: join(folder, "workspace"), encoding: "utf8" });
}

function commit(): void {
  git("add", "--all");
  git("commit", "--quiet", "--message", "as it is");
}

function changedFiles(): readonly string[] {
  return git("status", "--porcelain", "--untracked-files=all").split("\n").filter(Boolean);
}

function sdkmill(...args: readonly string[]): Promise<Outcome> {
  return runInWorkspace(join(folder, "workspace"), "node", ["codegen/src/bin.ts", ...args]);
}

/** Runs the job with a document as that of upstream. */
async function regenerate(document: string): Promise<Outcome> {
  await writeFile(join(folder, "upstream.yaml"), document);
  return runInWorkspace(join(folder, "workspace"), "node", [
    "scripts/regenerate.ts",
    "shop",
    `--from=${join(folder, "upstream.yaml")}`,
    `--summary=${join(folder, "summary.md")}`,
  ]);
}

function read(path: string): Promise<string> {
  return readFile(join(folder, path), "utf8");
}

// One after the other: each begins where the one before has ended.
describe("pnpm regenerate", { timeout: 300_000 }, () => {
  test("takes over what is new, and ends with a changeset, a build and a summary", async () => {
    const { code, output } = await regenerate(upstreamShop);

    expect({ code, output }).toMatchObject({ code: 0 });
    expect(output.match(/^== .*/gm)).toStrictEqual([
      ...["== shop: pull", "== shop: changes", "== shop: generate", "== shop: changeset", "== shop: summary"],
      ...["== build", "== agreement of validators", "== test"],
    ]);
    expect(changedFiles()).toStrictEqual(
      expect.arrayContaining([
        "?? .changeset/contract-shop.md",
        " M packages/shop-types/src/generated/schemas.ts",
        " M packages/shop-client/src/generated/operations/items.ts",
        " M schemas/shop/openapi.yaml",
      ]),
    );
    expect(await read("workspace/.changeset/contract-shop.md")).toContain('"@sdkmill/shop-client": minor');
    expect(await read("workspace/packages/shop-types/dist/generated/schemas.d.ts")).toContain(
      "color?: string",
    );
    const summary = await read("summary.md");
    for (const part of ["## shop", "deleteItem", "color"]) expect(summary).toContain(part);
  });

  test("leaves what passes the checks of a pull request", async () => {
    expect(await sdkmill("generate", "--check")).toMatchObject({ code: 0 });
    expect(await sdkmill("changeset", "--check")).toMatchObject({ code: 0 });
  });

  test("changes nothing the second time", async () => {
    commit();
    const { code, output } = await regenerate(upstreamShop);

    expect({ code, last: output.trimEnd().split("\n").at(-1) }).toStrictEqual({
      code: 0,
      last: "No change.",
    });
    expect(output).not.toContain("== build");
    expect(changedFiles()).toStrictEqual([]);
  });

  test("changes nothing for a document that can not be read", async () => {
    const { code, output } = await regenerate("openapi: [");

    expect(code).toBe(1);
    expect(output).toContain("Broken YAML");
    expect(output).toContain('Stopped: "shop: pull" ended with 1.');
    expect(changedFiles()).toStrictEqual([]);
  });

  test("stops where a test fails, and goes on from there once it is mended", async () => {
    const file = join(folder, "workspace/packages/shop-types/test/shop.test.ts");
    await writeFile(file, testOf("weight?: number"));
    const later = upstreamShop.replace("color: { type: string }", "size: { type: number }");
    const failed = await regenerate(later);

    expect(failed.code).toBe(1);
    expect(failed.output).toContain('Stopped: "test" ended with 1.');

    await writeFile(file, testOf("size?: number"));
    expect(await regenerate(later)).toMatchObject({ code: 0, output: expect.stringContaining("== test") });
    expect(await read("workspace/packages/shop-types/src/generated/schemas.ts")).toContain("size?: number");
  });
});
