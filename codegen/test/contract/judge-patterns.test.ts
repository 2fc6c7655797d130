import { describe, expect, it, vi } from "vitest";
import { judgePatterns } from "../../src/contract/judge-patterns.ts";

const { raw } = String;

function verdictOf(source: string): string {
  const verdict = judgePatterns([source]).get(source);
  return verdict?.kind === "polynomial" ? `polynomial ${verdict.degree}` : String(verdict?.kind);
}

describe("patterns that take time linear in the text", () => {
  it.each([
    "",
    "^x-",
    raw`\.json$`,
    "^.*$",
    ".*",
    raw`^\s*foo\s*$`,
    raw`^\S+$`,
    // UUID, date, E.164, slug, base64, colour, IPv4, version, names.
    "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
    raw`^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$`,
    raw`^\+[1-9]\d{1,14}$`,
    "^[a-z0-9]+(?:-[a-z0-9]+)*$",
    "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$",
    "^#(?:[0-9a-fA-F]{3}){1,2}$",
    raw`^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.|$)){4}$`,
    raw`^\p{L}[\p{L}\p{N} '-]*$`,
    "^[^@]+@[^@]+$",
    raw`^[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$`,
    raw`^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$`,
    raw`^(?=.*[a-z])(?=.*\d).{8,64}$`,
    "^(?!.*--)[a-z-]+$",
    raw`^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$`,
    // It has many ways, but the first one matches.
    "(?:a+)+",
    "(?<=(?:a+)+b)c",
  ])("like %s", (source) => {
    expect(verdictOf(source)).toBe("linear");
  });
});

describe("patterns that take exponential time", () => {
  it.each([
    "^(a+)+$",
    "^(a|a)*$",
    "^(?:a|ab|b)*$",
    "(x+x+)+y",
    raw`^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$`,
    raw`^\w+([.-]?\w+)*@\w+([.-]?\w+)*(\.\w{2,3})+$`,
    raw`^(?:\p{L}|\p{Lu})+$`,
    // Counted.
    "^(a{1,30}){1,30}$",
    "^(?:a?){30}a{30}$",
    raw`^(\d+,?){1,50}$`,
    // Looking around, and back.
    "^(?=(a+)+$)",
    "^(?!(?:[a-z]+)*$)",
    "(?<!a)(?:b+)+$",
    raw`^(a*)*\1$`,
    raw`^(?:(a|b)+\1?)+$`,
  ])("like %s", (source) => {
    expect(verdictOf(source)).toBe("exponential");
  });
});

describe("patterns that take time of a power of the length of the text", () => {
  it.each([
    ["a*b", 2],
    ["[a-z]+@[a-z]+", 2],
    [raw`\s+$`, 2],
    ["^.+@.+$", 2],
    [raw`^\S+@\S+\.\S+$`, 3],
    [raw`^(a+)\1$`, 2],
    ["^(?=a*a*a*b)", 3],
    ["^(.*a){20}$", 20],
    ["^a*a*$", 2],
  ])("like %s", (source, degree) => {
    expect(verdictOf(source)).toBe(`polynomial ${degree}`);
  });
});

describe("what is too much", () => {
  it.each<[what: string, source: string]>([
    ["many repetitions in many", "(a{1,30}){1,30}"],
    ["a long pattern with a loop in a loop", `^(?:${"[a-z]*x?".repeat(1250)})*$`],
    ["a deep one", `^${"(?:".repeat(500)}a${")*".repeat(500)}$`],
    [
      "many classes of Unicode",
      `^(?:${raw`[\p{L}x]*[\P{Lu}y]*[\p{Script=Greek}z]*[\p{ID_Start}_]*`.repeat(8)})+$`,
    ],
  ])("is not decided: %s", (_, source) => {
    expect(verdictOf(source)).toBe("undecided");
  });

  it.each<[what: string, source: string]>([
    ["a list of words", `^(?:${Array.from({ length: 1500 }, (_, index) => `w${index}`).join("|")})$`],
    ["fields", `^${"[a-z]+,".repeat(400)}$`],
    ["groups in groups", `^${"(?:a".repeat(500)}b*${")".repeat(500)}$`],
    ["a text", `^${"lorem ipsum ".repeat(900)}$`],
  ])("is decided if the form alone tells: %s", (_, source) => {
    expect(verdictOf(source)).toBe("linear");
  });

  const many = Array.from({ length: 2000 }, (_, index) => `(?:[a-z]{1,30}){1,30}(?:b|${index})*c`);

  it("is left when there are too many, but for the short ones", { timeout: 120_000 }, () => {
    const verdicts = judgePatterns(["^(a+)+$", ...many]);
    expect(verdicts.get("^(a+)+$")?.kind).toBe("exponential");
    expect(verdicts.get(many.at(-1) ?? "")?.kind).toBe("undecided");
    expect(verdicts.size).toBe(2001);
  });
});

describe("a verdict", () => {
  const sources = ["^(a*)*\\1$", "(a{1,30}){1,30}", "^.+@.+$", "a*b"];

  // Prevents: one who reads a clock gets another verdict on a slow machine.
  it("is the same however fast the clock is", () => {
    const verdicts = judgePatterns(sources);
    let time = 0;
    const clocks = [
      vi.spyOn(performance, "now").mockImplementation(() => (time += 1e9)),
      vi.spyOn(Date, "now").mockImplementation(() => (time += 1e9)),
    ];
    const again = judgePatterns(sources);
    for (const clock of clocks) clock.mockRestore();
    expect(again).toStrictEqual(verdicts);
  });

  it("is the same whatever the order of the patterns", () => {
    expect(new Map(judgePatterns(sources.toReversed()))).toStrictEqual(judgePatterns(sources));
    expect([...judgePatterns(sources.toReversed()).keys()]).toStrictEqual([...judgePatterns(sources).keys()]);
  });

  it("leaves the clock as it was", () => {
    const before = Object.getOwnPropertyDescriptor(globalThis, "performance");
    judgePatterns(["^(a+)+$"]);
    expect(Object.getOwnPropertyDescriptor(globalThis, "performance")).toStrictEqual(before);
  });
});
