import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { withCounts } from "../count-marks.ts";
import { run } from "./packed-packages.ts";

const script = fileURLToPath(new URL("../readme-counts.ts", import.meta.url));
const counts = new Map([["shop", { operations: 7, schemas: 1_234 }]]);

test("the READMEs say how many operations and schemas there are", async () => {
  expect(await run(process.execPath, [script])).toStrictEqual({ code: 0, output: "" });
});

test.each([
  ["5<!-- shop: operations --> operations", "7<!-- shop: operations --> operations"],
  ["its 9<!-- shop: schemas --> schemas", "its 1234<!-- shop: schemas --> schemas"],
  [
    "5<!-- shop: operations -->, 9<!-- shop: schemas -->",
    "7<!-- shop: operations -->, 1234<!-- shop: schemas -->",
  ],
  ["5 operations", "5 operations"],
  ["5 <!-- shop: operations -->", "5 <!-- shop: operations -->"],
])("%s", (text, want) => {
  expect(withCounts(text, counts)).toBe(want);
  expect(withCounts(want, counts)).toBe(want);
});

test.each(["5<!-- zoo: operations -->", "5<!-- shop: animals -->"])("%s has no count", (text) => {
  expect(() => withCounts(text, counts)).toThrow("There is no count for the mark <!-- ");
});
