import { describe, expect, test } from "vitest";
import { readBytes } from "../src/read-bytes.ts";

/** A body of these parts, and what was done to it. */
function streamOf(...parts: readonly (Uint8Array | Error)[]): {
  readonly response: Response;
  readonly seen: { pulled: number; isCancelled: boolean };
} {
  const seen = { pulled: 0, isCancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        const part = parts[seen.pulled];
        seen.pulled += 1;
        if (part === undefined) controller.close();
        else if (part instanceof Error) controller.error(part);
        else controller.enqueue(part);
      },
      cancel: () => {
        seen.isCancelled = true;
        throw new Error("It could not be cancelled.");
      },
    },
    { highWaterMark: 0 },
  );
  return { response: new Response(body), seen };
}

const abc = new Uint8Array([1, 2, 3]);
const de = new Uint8Array([4, 5]);

describe("a body", () => {
  test.each([
    ["in parts", [abc, de], [1, 2, 3, 4, 5]],
    ["with empty parts", [new Uint8Array(), abc, new Uint8Array(), de], [1, 2, 3, 4, 5]],
    ["without parts", [], []],
  ])("%s", async (_, parts, bytes) => {
    expect(await readBytes(streamOf(...parts).response, 5)).toStrictEqual(new Uint8Array(bytes));
  });

  test("none", async () => {
    expect(await readBytes(new Response(null), 0)).toStrictEqual(new Uint8Array());
  });
});

describe("the limit", () => {
  test.each([
    [5, 5],
    [6, 5],
    [Infinity, 5],
    [4, undefined],
    [0, undefined],
  ])("%d", async (limit, length) => {
    expect((await readBytes(streamOf(abc, de).response, limit))?.length).toBe(length);
  });

  test("nothing is read beyond it, and the body is cancelled", async () => {
    const { response, seen } = streamOf(abc, de, abc, abc);

    expect(await readBytes(response, 4)).toBeUndefined();
    expect(seen).toStrictEqual({ pulled: 2, isCancelled: true });
  });
});

test("a body that breaks throws what it broke with", async () => {
  const broken = new Error("Reset.");

  await expect(readBytes(streamOf(abc, broken).response, 100)).rejects.toBe(broken);
});
