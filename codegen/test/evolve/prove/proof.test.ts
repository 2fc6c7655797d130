import { describe, expect, test } from "vitest";
import type { Verdict } from "../../../src/evolve/change.ts";
import type { SubjectChange } from "../../../src/evolve/prove/changes-by-subject.ts";
import type { CompilerError } from "../../../src/evolve/prove/compiler-errors.ts";
import { programWriter, rootOf, type Owner, type Program } from "../../../src/evolve/prove/program.ts";
import { proof, type Proof } from "../../../src/evolve/prove/proof.ts";
import { madeChange } from "../release/made-change.ts";

const minor = { deadBranch: "minor" } as const;
const major = { deadBranch: "major" } as const;

/** A path as `Pet/owner/name`: a schema, and properties in it. */
function way(...texts: readonly string[]): readonly Owner[] {
  return texts.map((text) => {
    const [subject = "", ...steps] = text.split("/");
    return { subject, steps };
  });
}

/** A program whose lines are 1 `a`, 2 to 4 a case with something in it, 5 what uses a schema as a whole. */
const program: Program = (() => {
  const writer = programWriter(rootOf("pets.get"), 99);
  writer.line("a", { path: way("pets.get", "Pet/name") });
  const guard = writer.line("case", { path: way("pets.get", "Pet/kind"), kind: "case" });
  writer.block(() => writer.line("inside", { path: way("pets.get", "Pet/kind") }), guard);
  writer.line("default", { path: way("pets.get", "Pet/kind"), guards: [guard] });
  writer.line("whole", { uses: ["Toy"] });
  return { file: "pets.ts", subject: "pets.get", lines: writer.lines() };
})();
const others = ["Pet", "Toy"].map((subject): Program => ({ file: `${subject}.ts`, subject, lines: [] }));

function errorAt(line: number, code = "TS2322"): CompilerError {
  return { file: "pets.ts", line, code, message: "No." };
}

function found(types: Verdict, ...steps: readonly string[]): SubjectChange {
  return { change: madeChange({ types, message: steps.join(".") }), steps };
}

function prove(
  errors: readonly CompilerError[],
  changes: Readonly<Record<string, readonly SubjectChange[]>>,
  policy: { readonly deadBranch: "minor" | "major" } = minor,
  old: readonly CompilerError[] = [],
): Proof {
  return proof([program, ...others], { old, new: errors }, new Map(Object.entries(changes)), policy);
}

function listed({ disagreements }: Proof): readonly string[] {
  return disagreements.map(({ kind, subject, lines }) => `${kind} ${subject} ${lines}`);
}

describe("what breaks", () => {
  test.each<[string, number, Readonly<Record<string, readonly SubjectChange[]>>, readonly string[]]>([
    ["with nothing found", 1, {}, ["not explained Pet 1"]],
    ["with a rule that is too weak", 1, { Pet: [found("minor", "name")] }, ["not explained Pet 1"]],
    ["with a rule that says so", 1, { Pet: [found("major", "name")] }, []],
    ["with what says so of the whole", 1, { Pet: [found("major")] }, []],
    ["with what says so of something in it", 1, { Pet: [found("major", "name", "first")] }, []],
    [
      "with what says so of another property",
      1,
      { Pet: [found("major", "age")] },
      ["not explained Pet 1", "not shown Pet 0"],
    ],
    ["with what says so of what leads there", 1, { "pets.get": [found("major")] }, []],
    ["with what says so of what is used as a whole", 5, { Toy: [found("major", "size")] }, []],
    [
      "with what says so of something else",
      5,
      { Pet: [found("major")] },
      ["not explained pets.get 1", "not shown Pet 0"],
    ],
  ])("%s", (_, line, changes, want) => {
    expect(listed(prove([errorAt(line)], changes))).toStrictEqual(want);
  });

  test("is told with the first line of it, what the compiler says, and what was found there", () => {
    const change = found("minor", "name");
    expect(prove([errorAt(1), errorAt(1, "TS1")], { Pet: [change] }).disagreements).toStrictEqual([
      {
        kind: "not explained",
        subject: "Pet",
        program: "pets.ts",
        line: "a",
        message: "TS2322: No.",
        lines: 2,
        changes: [change.change],
      },
    ]);
  });

  test("is counted by what rules and compiler say of each operation and schema", () => {
    const { programs, broken, agreement } = prove([errorAt(1), errorAt(5)], {
      Pet: [found("major", "name")],
      Toy: [found("minor")],
      Gone: [found("major")],
    });
    expect({ programs, broken, agreement }).toStrictEqual({
      programs: 3,
      broken: 1,
      // `Gone` has no program: it is not in the old contract.
      agreement: { both: 1, neither: 1, rulesOnly: 0, compilerOnly: 1 },
    });
  });
});

describe("a case that is gone", () => {
  const gone = [errorAt(2, "TS2678"), errorAt(3, "TS2339"), errorAt(4)];

  test("is minor by default, and takes what is only for it along", () => {
    const result = prove(gone, { Pet: [found("minor", "kind")] });
    expect(result).toMatchObject({ broken: 0, deadCases: 1, disagreements: [] });
  });

  test("has to be found all the same", () => {
    expect(listed(prove(gone, { Pet: [found("patch", "kind")] }))).toStrictEqual(["not explained Pet 1"]);
  });

  test("breaks where the policy says so", () => {
    const changes = { Pet: [found("minor", "kind")] };
    expect(listed(prove(gone, changes, major))).toStrictEqual(["not explained Pet 1"]);
    expect(prove(gone, { Pet: [found("major", "kind")] }, major)).toMatchObject({ broken: 1, deadCases: 0 });
  });

  test("is none if the compiler says something else of the line", () => {
    expect(listed(prove([errorAt(2)], { Pet: [found("minor", "kind")] }))).toStrictEqual([
      "not explained Pet 1",
    ]);
  });
});

test("a program that fails with the old packages proves nothing, and is told", () => {
  const result = prove([errorAt(1)], {}, minor, [errorAt(1)]);
  expect(result).toMatchObject({ broken: 0, disagreements: [], invalid: [errorAt(1)] });
});

test("faults of the new packages themselves are told", () => {
  const fault = { file: "new/@sdkmill/api-types/index.ts", line: 1, code: "TS1005", message: "No." };
  expect(prove([fault], {})).toMatchObject({ broken: 0, disagreements: [], invalid: [fault] });
});
