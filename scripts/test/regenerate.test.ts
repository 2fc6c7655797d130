import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { regenerate, type RegenerateOptions } from "../regenerate/regenerate.ts";
import type { Outcome, Program } from "../regenerate/run-program.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "regenerate-"));
  for (const api of ["shop", "zoo"]) mkdirSync(join(root, "schemas", api), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

interface Job {
  readonly code: number;
  /** What was run, without where it is. */
  readonly ran: readonly string[];
  readonly out: readonly string[];
  readonly err: readonly string[];
}

/** Runs the job with programs that do nothing but answer. */
async function job(
  answers: (command: string) => Partial<Outcome> | undefined,
  options: Partial<RegenerateOptions> = {},
): Promise<Job> {
  const [ran, out, err]: [string[], string[], string[]] = [[], [], []];
  const code = await regenerate(
    { root, apis: ["shop"], skipTests: false, ...options },
    {
      run: async (program) => {
        const command = nameOf(program);
        ran.push(command);
        return { code: 0, output: "", ...answers(command) };
      },
      out: (line) => out.push(line),
      err: (line) => err.push(line),
    },
  );
  return { code, ran, out, err };
}

function nameOf({ file, args }: Program): string {
  const tool = file.startsWith(root) ? file.slice(join(root, "node_modules/.bin/").length) : file;
  const [first = "", ...others] = args;
  if (file !== process.execPath) return [tool, ...args].join(" ");
  return [first === "codegen/src/bin.ts" ? "sdkmill" : first, ...others].join(" ");
}

const status = (api: string): string => `git status --porcelain -- schemas/${api}`;

/** What git says of documents that are not as they were committed. */
const changed = (...apis: readonly string[]) => {
  return (command: string): Partial<Outcome> | undefined =>
    apis.some((api) => command === status(api)) ? { output: " M schemas/x\n" } : undefined;
};

describe("the job", () => {
  test("does nothing more where upstream has nothing new", async () => {
    expect(await job(() => ({}))).toStrictEqual({
      code: 0,
      ran: ["sdkmill pull shop", status("shop")],
      out: ["== shop: pull", "== shop: changes", "No change."],
      err: [],
    });
  });

  test("generates, writes the changeset, builds and tests where it has", async () => {
    const { code, ran, out } = await job(changed("shop"));

    expect(code).toBe(0);
    expect(ran).toStrictEqual([
      "sdkmill pull shop",
      status("shop"),
      "sdkmill generate shop",
      "sdkmill changeset shop",
      "turbo run build",
      "vitest run",
    ]);
    expect(out.at(-1)).toBe("Changed: shop.");
  });

  test("builds and tests once for all APIs, and leaves out those that have not changed", async () => {
    const { ran } = await job(changed("zoo"), { apis: ["shop", "zoo"], skipTests: true });

    expect(ran).toStrictEqual([
      "sdkmill pull shop",
      status("shop"),
      "sdkmill pull zoo",
      status("zoo"),
      "sdkmill generate zoo",
      "sdkmill changeset zoo",
      "turbo run build",
    ]);
  });

  test("writes counts, figures of validators and hashes of seeds anew, where there are any", async () => {
    for (const folder of ["packages/shop-validators/test", "packages/shop-types/test", "scripts"])
      mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, "scripts/readme-counts.ts"), "");
    writeFileSync(join(root, "packages/shop-types/test/seeds.test.ts"), "");
    writeFileSync(join(root, "packages/shop-validators/sizes.json"), "{}");
    writeFileSync(join(root, "packages/shop-validators/test/agreement.test.ts"), "");

    expect((await job(changed("shop"))).ran.slice(4)).toStrictEqual([
      "scripts/readme-counts.ts --write",
      "turbo run build",
      "scripts/validator-sizes.ts --write",
      "vitest run packages/shop-validators/test/agreement.test.ts --update",
      "vitest run packages/shop-types/test/seeds.test.ts --update",
      "vitest run",
    ]);
  });

  test.each([
    ["shop: pull", "sdkmill pull", 4],
    ["shop: changes", "git", 128],
    ["shop: generate", "sdkmill generate", 1],
    ["shop: changeset", "sdkmill changeset", 2],
    ["shop: summary", "sdkmill diff", 3],
    ["build", "turbo", 130],
    ["test", "vitest", 1],
  ])("stops at %s with its exit code", async (name, program, failure) => {
    writeFileSync(join(root, "schemas/shop/released.json"), "{}");
    const { code, ran, err } = await job(
      (command) =>
        command.startsWith(program) ? { code: failure, output: "why\n" } : changed("shop")(command),
      { summary: join(root, "summary.md") },
    );

    expect(code).toBe(failure);
    expect(ran.at(-1)).toMatch(new RegExp(`^${program}`));
    expect(err).toStrictEqual(["why", `Stopped: "${name}" ended with ${failure}.`]);
  });
});

describe("the summary", () => {
  const summary = async (
    text: string,
    apis: readonly string[] = ["shop"],
    released: readonly string[] = apis,
  ): Promise<string> => {
    const file = join(root, "summary.md");
    for (const api of released) writeFileSync(join(root, "schemas", api, "released.json"), "{}");
    await job(
      (command) => (command.startsWith("sdkmill diff") ? { output: text } : changed(...apis)(command)),
      {
        apis,
        summary: file,
      },
    );
    return readFileSync(file, "utf8");
  };

  test("is what sdkmill diff says of each API", async () => {
    expect(await summary("\n- **Added** `GET /items`\n\n", ["shop", "zoo"], ["shop"])).toBe(
      [
        "What upstream publishes now, taken over by `pnpm regenerate`. This is what it changes since the last release:",
        "## shop",
        "- **Added** `GET /items`",
        "## zoo",
        "There is no release yet to compare with.\n",
      ].join("\n\n"),
    );
  });

  test("compares with the last release", async () => {
    writeFileSync(join(root, "schemas/shop/released.json"), "{}");
    const { ran } = await job(changed("shop"), { summary: join(root, "summary.md") });

    expect(ran[4]).toBe("sdkmill diff schemas/shop/released.json schemas/shop --markdown");
  });

  test("fits into a pull request", async () => {
    const text = await summary("- a line of the difference\n".repeat(10_000));

    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(
      /- a line of the difference\n\n---\n\nThe rest is left out here: `sdkmill diff` prints all of it.\n$/,
    );
  });
});
