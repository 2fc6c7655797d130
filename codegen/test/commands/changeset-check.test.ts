import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { changesetPath, pet, project, released, string } from "../changeset-project.ts";
import { command } from "../command-in-process.ts";
import { readFiles } from "../temporary-folder.ts";
import { addDocuments, fileTimes } from "../temporary-project.ts";

describe("changeset --check", () => {
  const remedy = "The changesets are not what the contracts demand. Run: pnpm sdkmill changeset";

  test("is content with what changeset wrote, and touches nothing", async () => {
    const root = project(released({}), { "schemas/shop/Pet.json": pet({ tag: string }) });
    await command(root, "changeset");
    const times = fileTimes(root);
    const { code, stdout, stderr } = await command(root, "changeset", "--check");
    expect({ code, stdout, stderr }).toStrictEqual({
      code: 0,
      stdout: `${changesetPath} is up to date: @a/shop-types minor, @a/shop-validators minor.\n`,
      stderr: "",
    });
    expect(fileTimes(root)).toStrictEqual(times);
  });

  test.each<
    readonly [about: string, change: (root: string) => void, difference: string, faults: readonly string[]]
  >([
    [
      "missing",
      (root) => rmSync(join(root, changesetPath)),
      '+"@a/shop-types": minor',
      [
        "@a/shop-types: the changesets say none, the contract demands minor.",
        "@a/shop-validators: the changesets say none, the contract demands minor.",
      ],
    ],
    [
      "missing, and another one says as much",
      (root) => {
        rmSync(join(root, changesetPath));
        writeFileSync(
          join(root, ".changeset/other.md"),
          '---\n"@a/shop-types": major\n"@a/shop-validators": patch\n---\n',
        );
      },
      '+"@a/shop-types": minor',
      ["@a/shop-validators: the changesets say patch, the contract demands minor."],
    ],
    [
      "edited",
      (root) =>
        writeFileSync(
          join(root, changesetPath),
          (readFiles(root)[changesetPath] ?? "").replace('types": minor', 'types": patch'),
        ),
      '-"@a/shop-types": patch',
      ["@a/shop-types: the changesets say patch, the contract demands minor."],
    ],
    [
      "about texts only, edited",
      (root) => writeFileSync(join(root, changesetPath), `${readFiles(root)[changesetPath]}More.\n`),
      "-More.",
      [],
    ],
    [
      "out of date",
      (root) => addDocuments(root, { "schemas/shop/Pet.json": pet({ tag: string, age: string }) }),
      "--- .changeset/contract-shop.md",
      [],
    ],
    [
      "no longer needed",
      (root) => addDocuments(root, { "schemas/shop/Pet.json": pet({}) }),
      '-"@a/shop-types": minor',
      [],
    ],
  ])("fails with the difference and the remedy if the file is %s", async (_, change, difference, faults) => {
    const root = project(released({}), { "schemas/shop/Pet.json": pet({ tag: string }) });
    await command(root, "changeset");
    change(root);
    const before = fileTimes(root);
    const { code, stdout, stderr } = await command(root, "changeset", "--check");
    expect({ code, faults: stderr.trimEnd().split("\n") }).toStrictEqual({
      code: 1,
      faults: [...faults, remedy],
    });
    expect(stdout.split("\n").some((line) => line.startsWith(difference))).toBe(true);
    expect(fileTimes(root)).toStrictEqual(before);
  });
});
