import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/source/json.ts";
import { command } from "../command-in-process.ts";
import { before, fewer, told } from "../shop-revisions.ts";
import { temporaryProject } from "../temporary-project.ts";

describe("diff --markdown", () => {
  const manifest = (name: string, version: string): JsonObject => ({ name, version });

  test("tells the bumps of the packages of an API", async () => {
    const root = temporaryProject({
      "schemas/shop/released.json": before,
      "schemas/shop/api.json": told,
      "packages/shop-types/package.json": manifest("@a/types", "0.3.1"),
      "packages/shop-client/package.json": manifest("@a/client", "1.2.0"),
      ".changeset/config.json": { fixed: [["@a/*"]] },
    });
    const { code, stdout } = await command(
      root,
      "diff",
      "schemas/shop/released.json",
      "schemas/shop",
      "--markdown",
    );
    expect(code).toBe(0);
    expect(stdout.split("\n")).toStrictEqual(
      expect.arrayContaining([
        "### Contract: patch",
        "| `@a/types` | `0.3.1` | patch |",
        "| `@a/client` | `1.2.0` | patch |",
        "**Documentation**",
      ]),
    );
    expect(stdout).not.toContain("validators` |");
  });

  test("tells what packages of any other source would get", async () => {
    const root = temporaryProject({
      "old.json": before,
      "fewer.json": fewer,
      "old/a.json": { title: "A" },
      "new/a.json": { title: "A", type: "string" },
    });
    const rows = async (...args: readonly string[]): Promise<readonly string[]> => {
      const { stdout } = await command(root, "diff", ...args, "--markdown");
      return stdout.split("\n").filter((line) => line.startsWith("| `"));
    };
    expect(await rows("old.json", "fewer.json")).toStrictEqual([
      "| `types` |  | major |",
      "| `validators` |  | major |",
      "| `client` |  | major |",
    ]);
    const withoutOperations = await rows("old", "new");
    expect(withoutOperations.map((row) => row.split("`")[1])).toStrictEqual(["types", "validators"]);
  });

  test("fails if a package can not be read", async () => {
    const root = temporaryProject({
      "schemas/shop/api.json": before,
      "packages/shop-types/package.json": "{",
      "packages/shop-client/package.json": { name: "@a/client" },
      ".changeset/config.json": { fixed: ["@a/types"] },
    });
    const { code, stdout, stderr } = await command(
      root,
      "diff",
      "schemas/shop",
      "schemas/shop",
      "--markdown",
    );
    expect({ code, stdout, heads: stderr.split("\n").filter((line) => /^\S/.test(line)) }).toStrictEqual({
      code: 1,
      stdout: "",
      heads: [
        "packages/shop-types/package.json error manifest-invalid",
        "packages/shop-client/package.json error manifest-invalid",
      ],
    });
  });
});
