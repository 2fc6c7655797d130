import { expect, test } from "vitest";
import { readCompilerErrors } from "../../../src/evolve/prove/compiler-errors.ts";

test("reads what the compiler prints, the first line of each message", () => {
  const output = [
    "programs/a (1).ts(12,3): error TS2322: Type 'a (2,1): error TS1: b' is no good.",
    "  Types of property 'x' are incompatible.",
    "error TS5083: Cannot read file 'tsconfig.json'.",
    "programs\\b.ts(1,1): error TS2305: Gone.",
    "",
  ].join("\r\n");
  expect(readCompilerErrors(output)).toStrictEqual([
    {
      file: "programs/a (1).ts",
      line: 12,
      code: "TS2322",
      message: "Type 'a (2,1): error TS1: b' is no good.",
    },
    { file: "", line: 0, code: "TS5083", message: "Cannot read file 'tsconfig.json'." },
    { file: "programs/b.ts", line: 1, code: "TS2305", message: "Gone." },
  ]);
});
