import { readdirSync } from "node:fs";
import { afterEach, describe, expect, test, vi } from "vitest";
import { command } from "../command-in-process.ts";
import { before, fewer, more, shop, string } from "../shop-revisions.ts";
import { readFiles, temporaryFolder } from "../temporary-folder.ts";
import { temporaryProject } from "../temporary-project.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A folder of its own for what is temporary. */
function temporaryRoot(): string {
  const folder = temporaryFolder();
  vi.stubEnv("TMPDIR", folder);
  return folder;
}

describe("prove", () => {
  test("says what rules and compiler agree on, and leaves nothing behind", async () => {
    const root = temporaryProject({ "old.json": before, "shop/api.json": fewer });
    const [untouched, temporary] = [readFiles(root), temporaryRoot()];
    const { code, stdout, stderr } = await command(root, "prove", "old.json", "shop/");
    expect({ code, stderr, lines: stdout.trimEnd().split("\n") }).toStrictEqual({
      code: 0,
      stderr: "",
      lines: [
        "old.json → shop/",
        "  types: major, 1 change",
        "  3 programs: 2 no longer compile; 0 lines more name a case that is gone",
        "  operations and schemas that break: 1 by rules and compiler, 0 by the rules alone, 0 by the compiler alone; 2 by neither",
        expect.stringMatching(/^ {2}\d+\.\d s$/),
      ],
    });
    expect(readFiles(root)).toStrictEqual(untouched);
    expect(readdirSync(temporary)).toStrictEqual([]);
  });

  test("prints the result for programs, and nothing else, with --json", async () => {
    const root = temporaryProject({ "old.json": before, "new.json": more });
    const { code, stdout, stderr } = await command(root, "prove", "old.json", "new.json", "--json");
    expect({ code, stderr, stdout: JSON.parse(stdout) as unknown }).toStrictEqual({
      code: 0,
      stderr: "",
      stdout: {
        ...{ ok: true, bump: "minor", types: "minor", programs: 3, broken: 0, deadCases: 0 },
        agreement: { both: 0, neither: 3, rulesOnly: 0, compilerOnly: 0 },
        disagreements: [],
        invalid: [],
        milliseconds: expect.any(Number),
      },
    });
  });

  test("leaves programs and packages where it says with --keep", async () => {
    const root = temporaryProject({ "old.json": before, "new.json": more });
    const temporary = temporaryRoot();
    const { stdout } = await command(root, "prove", "old.json", "new.json", "--keep");
    const [folder = ""] = readdirSync(temporary);
    expect(stdout).toContain(`  kept in ${temporary}/${folder}\n`);
    expect(Object.keys(readFiles(temporary)).map((path) => path.slice(folder.length + 1))).toStrictEqual(
      expect.arrayContaining([
        ...["new/@sdkmill/api-types/index.ts", "old/@sdkmill/api-client/index.ts"],
        ...["programs/operation-petsList.ts", "programs/schema-pet.ts", "tsconfig.old.json"],
      ]),
    );
  });

  test("without sources, holds every API against its last release", async () => {
    const root = temporaryProject({
      "schemas/shop/api.json": fewer,
      "schemas/shop/released.json": before,
      "schemas/unreleased/api.json": before,
    });
    const { code, stdout } = await command(root, "prove", "--json");
    expect({ code, result: JSON.parse(stdout) as unknown }).toMatchObject({
      code: 0,
      result: { ok: true, apis: { shop: { ok: true, bump: "major", broken: 2 } } },
    });
    const human = await command(root, "prove");
    expect(human.stdout.split("\n")[0]).toBe("schemas/shop/released.json → schemas/shop");
  });

  test("says that nothing was released yet", async () => {
    const root = temporaryProject({ "schemas/shop/api.json": before });
    expect(await command(root, "prove")).toStrictEqual({
      code: 0,
      stdout: "Nothing was released yet: no schemas/<api>/released.json is there.\n",
      stderr: "",
    });
  });

  test("mends names that nobody has gone over, in both revisions", async () => {
    const raw = (pet: Parameters<typeof shop>[0]) => {
      const list = { operationId: "pets_List", responses: { "204": { description: "" } } };
      const paths = { "/v1/pets": { get: list }, "/v1/b2b/pets": { get: list } };
      return shop(pet, { paths });
    };
    const root = temporaryProject({
      "old.json": raw({ properties: { name: string } }),
      "new.json": raw({ properties: { name: string, tag: string } }),
    });
    const { code, stdout } = await command(root, "prove", "old.json", "new.json");
    expect({ code, line: stdout.split("\n")[1] }).toStrictEqual({
      code: 0,
      line: expect.stringMatching(/^ {2}types: minor, 1 change; 1 name mended$/),
    });
  });

  test("tells faults of its input, with their places", async () => {
    const root = temporaryProject({ "old.json": before, "new.json": "{" });
    const { code, stdout, stderr } = await command(root, "prove", "old.json", "new.json", "--json");
    expect({ code, result: JSON.parse(stdout) as unknown }).toStrictEqual({ code: 1, result: { ok: false } });
    expect(stderr).toMatch(/new\.json:1:\d+ error json-syntax/);
  });

  test.each([[["a.json"]], [["a.json", "b.json", "c.json"]]])("is used wrongly with %j", async (sources) => {
    const { code, stderr } = await command(temporaryProject({}), "prove", ...sources);
    expect({ code, stderr }).toStrictEqual({
      code: 2,
      stderr: expect.stringContaining("prove takes two folders or files, the old one first, or nothing."),
    });
  });

  // Prevents: a text of a document commands the terminal.
  test("writes out what would command a terminal", async () => {
    const named = (name: string) => shop({ properties: { [name]: string }, required: [name] });
    const root = temporaryProject({ "old.json": named("a\u001b[31m\nb"), "new.json": named("other") });
    const { stdout, stderr } = await command(root, "prove", "old.json", "new.json");
    expect(stdout + stderr).not.toMatch(/[\u001b\u009b]/);
    expect(stdout).toContain("1 by rules and compiler");
  });
});
