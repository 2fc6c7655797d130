import { expect, test } from "vitest";
import { mergeOrder } from "../../../src/evolve/pull/merge-order.ts";

test.each<readonly [house: string, vendor: string, want: string]>([
  ["", "", ""],
  ["", "abc", "abc"],
  ["abc", "abc", "abc"],
  // The house's order stays, whatever the vendor's is.
  ["cab", "abc", "cab"],
  // New ones stand behind what is before them at the vendor's, several of them in the vendor's order.
  ["abc", "axybc", "axybc"],
  ["cab", "axbyc", "caxby"],
  ["abc", "xyabc", "xyabc"],
  ["abc", "abcxy", "abcxy"],
  // Nothing in common.
  ["abc", "xy", "xyabc"],
  // One that the vendor says twice is one.
  ["a", "axxa", "ax"],
])("%j and the vendor's %j are %j", (house, vendor, want) => {
  expect(mergeOrder([...house], [...vendor]).join("")).toBe(want);
});
