import { afterAll, describe, expect, test } from "vitest";
import { startFormatter } from "../../src/output/format.ts";

const formatter = startFormatter();

function block(index: number): string {
  return `/** ${"Comment. ".repeat(60)} */\nexport interface A${index} {a:string,b?:${index}}`;
}

afterAll(() => formatter.close());

describe("the formatter", () => {
  test.each([
    ["a.ts", "export   type A={a:string}|null", "export type A = { a: string } | null;\n"],
    ["package.json", '{"b":1,"a":[]}', '{\n  "b": 1,\n  "a": []\n}\n'],
    ["README.md", "# A\n* b", "# A\n\n- b\n"],
  ])("knows the language of %s by its ending", async (path, text, want) => {
    expect(await formatter.format(path, [text])).toBe(want);
  });

  test("puts a blank line between blocks", async () => {
    expect(await formatter.format("a.ts", ["type A=1", "type B=2;"])).toBe("type A = 1;\n\ntype B = 2;\n");
  });

  // Prevents: another layout where a long file is divided.
  test("gives the same text for many blocks as for one", async () => {
    const blocks = Array.from({ length: 120 }, (_, index) => block(index));
    const whole = await formatter.format("a.ts", [blocks.join("\n\n")]);
    expect(whole.length).toBeGreaterThan(60_000);
    expect(await formatter.format("a.ts", blocks)).toBe(whole);
  });

  test("keeps answers apart that are under way together", async () => {
    const paths = Array.from({ length: 20 }, (_, index) => `type T${index}=${index}`);
    const texts = await Promise.all(paths.map((text) => formatter.format("a.ts", [text])));
    expect(texts).toStrictEqual(paths.map((_, index) => `type T${index} = ${index};\n`));
  });

  test("refuses what is not of the language, says which file, and goes on", async () => {
    await expect(formatter.format("broken.ts", ["type = {"])).rejects.toThrow(
      "broken.ts can not be formatted",
    );
    expect(await formatter.format("a.ts", ["type A=1"])).toBe("type A = 1;\n");
  });
});

// Prevents: a run that waits for ever, or ends without a word, when the thread is out of memory.
test("a thread that has died refuses everything", async () => {
  const dying = startFormatter(new URL("data:text/javascript,throw new Error('Out of memory.')"));
  await expect(dying.format("a.ts", ["type A=1"])).rejects.toThrow("Out of memory.");
  await expect(dying.format("a.ts", ["type A=1"])).rejects.toThrow("Out of memory.");
  await dying.close();
});
