import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadedAtFirst, loadedWith } from "../loaded-chunks.ts";
import { tool } from "./packed-packages.ts";

interface Check {
  readonly name: string;
  readonly size: number;
  readonly passed?: boolean;
  readonly sizeLimit?: number;
}

interface Measured {
  readonly code: number | null;
  readonly checks: readonly Check[];
}

/** Measures as a person does: by the command. */
function sizeLimit(...args: readonly string[]): Measured {
  const cwd = new URL("../../", import.meta.url);
  const { status, stdout, stderr } = spawnSync(tool("size-limit"), ["--json", ...args], {
    cwd,
    encoding: "utf8",
  });
  // What could not be measured is told in the place of sizes.
  if (!stdout.startsWith("[")) throw new Error(`size-limit ended with ${status}:\n${stdout}${stderr}`);
  return { code: status, checks: JSON.parse(stdout) as readonly Check[] };
}

describe("the client", () => {
  test("is not larger than its budgets", () => {
    const { code, checks } = sizeLimit();

    expect(checks.filter(({ passed }) => passed === false)).toStrictEqual([]);
    expect(code).toBe(0);
    const limitOf = (part: string): number | undefined =>
      checks.find(({ name }) => name.includes(part))?.sizeLimit;
    expect(limitOf("one operation as a single function")).toBe(4_500);
    // 8,000 for 184 operations.
    expect(limitOf("all operations in namespaces")).toBeGreaterThanOrEqual(8_000);
    expect(checks.filter(({ size }) => size < 100)).toStrictEqual([]);
  });

  test("fails above a budget", () => {
    const { code, checks } = sizeLimit("--limit", "1 kB");

    expect(code).toBe(1);
    expect(checks.some(({ passed }) => passed === false)).toBe(true);
  });
});

describe("of a program that loads a part of it later", () => {
  let program: string;
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(program, path)), { recursive: true });
    writeFileSync(join(program, path), text);
  };

  beforeAll(() => {
    program = mkdtempSync(join(tmpdir(), "size-budgets-"));
    write("shared.js", "export const shared = (text) => text + text;\n");
    write("inner.js", "export const inner = 'inner';\n");
    write(
      "lazy/later.js",
      `import { shared } from "../shared.js";
       export const later = async () => shared("later") + (await import("../inner.js")).inner;\n`,
    );
    write("lazy/other.js", "export const other = 'other';\n");
    write(
      "index.js",
      `import { shared } from "./shared.js";
       console.log(shared("first"));
       export const load = [() => import("./lazy/later.js"), () => import("./lazy/other.js")];\n`,
    );
  });

  afterAll(() => rmSync(program, { recursive: true, force: true }));

  /** The modules that count, by the code that came of them. */
  async function counted(modify: typeof loadedAtFirst): Promise<readonly string[]> {
    const { metafile } = await build({
      ...modify({ bundle: true, write: false, logLevel: "silent" }),
      absWorkingDir: program,
      entryPoints: ["index.js"],
      outdir: "out",
      metafile: true,
    });
    const inputs = Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs));
    return inputs.map((path) => basename(path)).toSorted();
  }

  test("what it imports counts as loaded at first, what it shares with a later part as well", async () => {
    expect(await counted(loadedAtFirst)).toStrictEqual(["index.js", "shared.js"]);
  });

  test("without that, all of it counts", async () => {
    expect(await counted((options = expect.fail()) => options)).toHaveLength(5);
  });

  test.each([
    ["lazy/later.js", ["later.js"]],
    ["other.js", ["other.js"]],
    ["inner.js", ["inner.js"]],
  ])("%s counts alone", async (module, modules) => {
    expect(await counted(loadedWith(module))).toStrictEqual(modules);
  });

  test.each(["shared.js", "index.js", "gone.js", ".js"])(
    "%s is not one module loaded later",
    async (module) => {
      await expect(counted(loadedWith(module))).rejects.toThrow("modules that are loaded later, not of one");
    },
  );
});
