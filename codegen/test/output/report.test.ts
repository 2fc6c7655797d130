import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { FileChange } from "../../src/output/plan.ts";
import { formatDiagnostic, formatDiff, formatTable } from "../../src/output/report.ts";
import type { LocatedDiagnostic } from "../../src/source/locate.ts";

const diagnostic: LocatedDiagnostic = {
  code: "reference-dangling",
  severity: "error",
  message: "What is wrong.",
  help: "What to do.",
  place: { path: "a/b.json", pointer: "/x/$ref" },
  line: 3,
  column: 14,
};

/** What would command a terminal, or show a text in another order than it has. */
const commands = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/;
const hostile = "\u001b[31m\u001b]0;title\u0007 \u202eevil\u2066 \u009b1m \r \u0000 \u200f\u061c";

beforeEach(() => {
  vi.stubEnv("FORCE_COLOR", undefined);
  vi.stubEnv("NO_COLOR", "1");
  return () => vi.unstubAllEnvs();
});

describe("formatDiagnostic", () => {
  test.each<readonly [about: string, given: Partial<LocatedDiagnostic>, source: string, want: string]>([
    ["with its place", {}, "schemas/x", "schemas/x/a/b.json:3:14 error reference-dangling #/x/$ref"],
    [
      "without a line",
      { line: undefined, column: undefined },
      "schemas/x",
      "schemas/x/a/b.json error reference-dangling #/x/$ref",
    ],
    [
      "of a whole document",
      { place: { path: "a.json", pointer: "" } },
      "schemas/x",
      "schemas/x/a.json:3:14 error reference-dangling",
    ],
    [
      "of a whole source",
      { place: undefined, line: undefined },
      "schemas/x",
      "schemas/x error reference-dangling",
    ],
    [
      "of a file that is the source",
      { place: { path: "", pointer: "/a" } },
      "x.json",
      "x.json:3:14 error reference-dangling #/a",
    ],
    [
      "that is a warning",
      { severity: "warning" },
      "s",
      "s/a/b.json:3:14 warning reference-dangling #/x/$ref",
    ],
  ])("says a diagnostic %s in three lines", (_, given, source, want) => {
    expect(formatDiagnostic({ ...diagnostic, ...given }, source)).toBe(
      `${want}\n  What is wrong.\n  help: What to do.`,
    );
  });

  test("lets no text of a document command the terminal", () => {
    const given = {
      ...diagnostic,
      message: hostile,
      help: hostile,
      place: { path: hostile, pointer: hostile },
    };
    const text = formatDiagnostic(given, hostile);
    expect(text).not.toMatch(commands);
    expect(text).toContain("\\u001b[31m");
    expect(text).toContain("\\u202eevil");
  });

  // Prevents: a diagnostic inside a diagnostic, made of a title or the name of a file.
  test("keeps to its three lines", () => {
    const forged = "x\nschemas/y/z.json:1:1 error name-collision";
    const given = { ...diagnostic, message: forged, help: forged, place: { path: forged, pointer: forged } };
    expect(formatDiagnostic(given, "schemas/x").split(/[\n\u2028\u2029\u0085]/)).toHaveLength(3);
  });

  // Prevents: `\u001b[31merror` in letters, since the colour is taken for a part of the document.
  test("colours the severity where there are colours, and nothing else", () => {
    const program = `import { formatDiagnostic } from ${JSON.stringify(join(import.meta.dirname, "../../src/output/report.ts"))};
      process.stdout.write(formatDiagnostic(${JSON.stringify(diagnostic)}, "schemas/x"));`;
    const { NO_COLOR: _, NODE_DISABLE_COLORS: __, ...inherited } = process.env;
    const text = execFileSync(process.execPath, ["--input-type=module", "--eval", program], {
      encoding: "utf8",
      env: { ...inherited, FORCE_COLOR: "1" },
    });
    expect(text.split("\n")[0]).toBe(
      "schemas/x/a/b.json:3:14 \u001b[31merror\u001b[39m reference-dangling #/x/$ref",
    );
  });
});

function change(path: string, kind: FileChange["kind"], before: string, after: string): FileChange {
  return { path, kind, before, after };
}

describe("formatDiff", () => {
  test("shows what changes in each file, with a little around it", async () => {
    const lines = ["1", "2", "3", "4", "5", "6", "7"].map((line) => `${line}\n`);
    const text = await formatDiff([
      change("a.ts", "changed", lines.join(""), lines.join("").replace("4", "four")),
      change("b.ts", "added", "", "new\n"),
      change("c.ts", "removed", "old\n", ""),
    ]);
    expect(text.replaceAll("\t", "")).toBe(
      [
        ...["--- a.ts", "+++ a.ts", "@@ -2,5 +2,5 @@", " 2", " 3", "-4", "+four", " 5", " 6"],
        ...["--- /dev/null", "+++ b.ts", "@@ -0,0 +1,1 @@", "+new"],
        ...["--- c.ts", "+++ /dev/null", "@@ -1,1 +0,0 @@", "-old"],
      ].join("\n"),
    );
  });

  test("cuts what is too long, and says how much", async () => {
    const long = Array.from({ length: 50 }, (_, index) => `${index}\n`).join("");
    const text = (await formatDiff([change("a.ts", "added", "", long)], 10)).split("\n");
    expect(text).toHaveLength(11);
    expect(text.at(-1)).toBe("… and 43 more lines");
  });

  // Prevents: minutes of looking for the smallest difference of two large contracts.
  test("does not go into what is too different", async () => {
    const numbers = (from: number): string =>
      Array.from({ length: 1_500 }, (_, index) => `${from + index}\n`).join("");
    const text = await formatDiff([change("a.json", "changed", numbers(0), numbers(5_000))]);
    expect(text.split("\n")).toStrictEqual([
      "--- a.json",
      "+++ a.json",
      "… more than 2000 lines are different",
    ]);
  });

  test("lets no text of a file command the terminal", async () => {
    expect(await formatDiff([change(`a${hostile}`, "changed", hostile, `${hostile} and more`)])).not.toMatch(
      commands,
    );
  });
});

describe("formatTable", () => {
  test("aligns the first column to the left, the others to the right", () => {
    expect(
      formatTable([
        ["package", "files", "size"],
        ["a", "1", "1200 kB"],
        ["stytch-types", "1000", "1 kB"],
      ]).split("\n"),
    ).toStrictEqual([
      "package       files     size",
      "a                 1  1200 kB",
      "stytch-types   1000     1 kB",
    ]);
  });

  test("is empty without rows", () => {
    expect(formatTable([])).toBe("");
  });
});
