import { describe, expect, test } from "vitest";
import { command } from "../command-in-process.ts";
import { hostileNames } from "../hostile-names.ts";
import { before, fewer, more, shop, string, told } from "../shop-revisions.ts";
import { readFiles } from "../temporary-folder.ts";
import { sdkmill, temporaryProject } from "../temporary-project.ts";

const files = { "old.json": before, "fewer.json": fewer, "more.json": more, "told.json": told };

describe("diff", () => {
  test("tells the bump first, then each change with its places, and writes nothing", async () => {
    const root = temporaryProject({ "old/api.json": before, "new.json": fewer });
    const untouched = readFiles(root);
    const { code, stdout, stderr } = await command(root, "diff", "old/", "new.json");
    const lines = stdout.trimEnd().split("\n");
    expect({ code, stderr, head: lines.slice(0, 3) }).toStrictEqual({
      code: 0,
      stderr: "",
      head: ["Bump: major. Types: major, wire: major, validators: major.", "", "Breaking (1)"],
    });
    expect(lines.slice(3)).toStrictEqual([
      expect.stringMatching(/^ {2}Pet: .*`age`.* \[property-removed, response\]$/),
      expect.stringMatching(/^ {4}old old\/api\.json:\d+ #\/components\/schemas\/Pet\/properties\/age$/),
      expect.stringMatching(/^ {4}new new\.json:\d+ #\/components\/schemas\/Pet/),
      ...lines.slice(6).map(() => expect.stringMatching(/^ {4}only the (old|new) contract accepts /)),
    ]);
    expect(readFiles(root)).toStrictEqual(untouched);
  });

  test("says that nothing is different", async () => {
    const root = temporaryProject({ "a.json": before, "b/c.json": before });
    expect(await command(root, "diff", "a.json", "b")).toStrictEqual({
      code: 0,
      stdout: "Bump: none. Types: none, wire: none, validators: none.\n\nNothing is different.\n",
      stderr: "",
    });
  });

  test("prints the result for programs, and nothing else, with --json", async () => {
    const { code, stdout, stderr } = sdkmill(
      temporaryProject(files),
      ...["diff", "old.json", "more.json", "--json", "--no-witness"],
    );
    expect({ code, stderr, stdout: JSON.parse(stdout) as unknown }).toStrictEqual({
      code: 0,
      stderr: "",
      stdout: {
        ...{ bump: "minor", types: "minor", wire: "minor", validators: "minor" },
        changes: [
          {
            kind: "property-added",
            message: expect.stringContaining("`tag`"),
            subject: "Pet",
            old: { file: "old.json", pointer: expect.stringMatching(/^\/components\/schemas\/Pet/) },
            new: { file: "more.json", pointer: "/components/schemas/Pet/properties/tag" },
            position: "response",
            ...{ types: "minor", wire: "minor", validators: "minor" },
          },
        ],
      },
    });
  });

  test.each<readonly [next: string, failOn: string, code: number]>([
    ["fewer.json", "major", 1],
    ["fewer.json", "patch", 1],
    ["more.json", "major", 0],
    ["more.json", "minor", 1],
    ["told.json", "minor", 0],
    ["told.json", "patch", 1],
    ["old.json", "patch", 0],
  ])("to %s with --fail-on %s exits with %i, and tells the same", async (next, failOn, code) => {
    const root = temporaryProject(files);
    const failing = await command(root, "diff", "old.json", next, "--no-witness", "--fail-on", failOn);
    expect(failing.code).toBe(code);
    expect(failing.stdout).toBe((await command(root, "diff", "old.json", next, "--no-witness")).stdout);
  });

  test.each(["--json", "--markdown"])(
    "%s tells the same whatever the order of keys and files",
    async (flag) => {
      const [first, second] = [
        temporaryProject(files),
        temporaryProject(Object.fromEntries(Object.entries(files).toReversed())),
      ];
      const run = (root: string): Promise<unknown> => command(root, "diff", "old.json", "fewer.json", flag);
      expect(await run(second)).toStrictEqual(await run(first));
    },
  );
});

test("no name commands the terminal or pretends to be something else", async () => {
  const properties = Object.fromEntries(hostileNames.map((name) => [`${name}\u001b[2J\n\u202e`, string]));
  const root = temporaryProject({ "old.json": shop({}), "new.json": shop({ properties }) });
  const { code, stdout } = await command(root, "diff", "old.json", "new.json", "--no-witness");
  expect(code).toBe(0);
  expect(stdout).not.toMatch(/[\u001b\u202e\u0000]/);
  expect(
    stdout.split("\n").filter((line) => !/^( {2}Pet: | {4}(old|new) |Added \(\d+\)$|Bump: |$)/.test(line)),
  ).toStrictEqual([]);
});
