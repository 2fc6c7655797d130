import { afterEach, describe, expect, test, vi } from "vitest";
import { allLines } from "./all-lines.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("beside the vendor's SDK:", () => {
  test.each(allLines.map(({ what, check }) => [what, check] as const))("%s", async (_, check) => {
    expect.hasAssertions();
    await check();
  });
});
