import { describe, expect, test } from "vitest";
import { packageFolders, sdkmill, temporaryProject } from "../temporary-project.ts";

const schemas = { "schemas/shop/Toy.json": { title: "Toy" } };
const usage = "Usage: sdkmill <command>";

describe("wrong use of the command", () => {
  test.each<readonly [args: readonly string[], want: string]>([
    [[], "There is no command."],
    [["generat"], "There is no command generat."],
    [["generate", "--chek"], "Unknown option '--chek'"],
    [["generate", "--check=yes"], "Option '--check' does not take an argument"],
    [["generate", "shop", "stop", "top"], "There is no API stop, top under schemas/. There is: shop."],
    [["generate", "../shop"], "There is no API ../shop under schemas/. There is: shop."],
    [["validate"], "validate takes one folder or file."],
    [["validate", "a", "b"], "validate takes one folder or file."],
    [["--json"], "There is no command."],
    [["constructor"], "There is no command constructor."],
    [["validate", "a", "--json"], "validate has no option --json."],
    [["diff"], "diff takes two folders or files, the old one first."],
    [["diff", "a"], "diff takes two folders or files, the old one first."],
    [["diff", "a", "b", "c"], "diff takes two folders or files, the old one first."],
    [["diff", "a", "b", "--check"], "diff has no option --check."],
    [["diff", "a", "b", "--json", "--markdown"], "diff prints JSON or Markdown, not both."],
    [["diff", "a", "b", "--fail-on", "none"], '--fail-on is major, minor or patch, not "none".'],
    [["diff", "a", "b", "--fail-on"], "Option '--fail-on <value>' argument missing"],
    [["diff", "a", "b", "--policy", "deadBranch"], '--policy: "deadBranch" can not be "".'],
    [["diff", "a", "b", "--policy", "dead=major"], '--policy: There is no choice "dead" of what breaks.'],
    [["changeset", "stop"], "There is no API stop under schemas/. There is: shop."],
    [["changeset", "--json"], "changeset has no option --json."],
  ])("%j exits with 2, and says what is wrong and what is right", (args, want) => {
    const root = temporaryProject(schemas);
    const { code, stdout, stderr } = sdkmill(root, ...args);
    const [first = ""] = stderr.split("\n");
    expect({
      code,
      stdout,
      first: first.slice(0, want.length),
      hasUsage: stderr.includes(usage),
    }).toStrictEqual({
      code: 2,
      stdout: "",
      first: want,
      hasUsage: true,
    });
    expect(packageFolders(root)).toBeUndefined();
  });

  test.each([
    ["no folder of APIs", {}, "There is no folder under schemas/"],
    ["no folder in it", { "schemas/a.json": "{}" }, "There is no folder under schemas/"],
    [
      "a folder that can not be a name",
      { ...schemas, "schemas/My Shop/Toy.json": "{}" },
      "The folder name My Shop can not be",
    ],
  ])("generate exits with 2 where there is %s", (_, files, want) => {
    const { code, stderr } = sdkmill(temporaryProject(files), "generate");
    expect({ code, first: stderr.slice(0, want.length) }).toStrictEqual({ code: 2, first: want });
  });

  test("holds no text that commands the terminal", () => {
    const root = temporaryProject({ "schemas/\u001b[31mred\u202e/Toy.json": "{}" });
    const { code, stderr } = sdkmill(root, "generate");
    expect({ code, isMeant: stderr.includes("[31mred") }).toStrictEqual({ code: 2, isMeant: true });
    expect(stderr).not.toMatch(/[\u001b\u202e]/);
  });
});

test.each<readonly [args: readonly string[]]>([[["help"]], [["--help"]], [["-h"]], [["generate", "--help"]]])(
  "%j prints the usage",
  (args) => {
    const { code, stdout, stderr } = sdkmill(temporaryProject(schemas), ...args);
    expect({ code, stderr, first: stdout.split("\n")[0] }).toStrictEqual({
      code: 0,
      stderr: "",
      first: usage,
    });
  },
);
