import type { Draft } from "./suite-groups.ts";

/** Tests of one file that do not come out as the suite says. */
interface Allowance {
  readonly why: string;
  readonly drafts: readonly Draft[];
  readonly file: string;
  /** Group and test, counted from 0: `2/0`. */
  readonly tests: readonly string[];
}

/** What fails, and why: no required test of any draft. */
const allowances: readonly Allowance[] = [
  {
    why: "What stands under an unknown keyword, or in data, is no schema: such a reference is an error.",
    drafts: ["draft2020-12", "draft2019-09"],
    file: "optional/refOfUnknownKeyword.json",
    tests: words("0/0 0/1 1/0 1/1 2/0 2/1 3/0 3/1 4/0 4/1"),
  },
  {
    why: "`contentEncoding` and `contentMediaType` describe, as they do since 2019-09.",
    drafts: ["draft7"],
    file: "optional/content.json",
    tests: words("0/1 1/1 2/1 2/2"),
  },
  {
    why: "JavaScript does not tell 1.0 from 1.",
    drafts: ["draft4"],
    file: "optional/zeroTerminatedFloats.json",
    tests: words("0/0"),
  },
];

function words(text: string): readonly string[] {
  return text.split(" ");
}

/** Ids of the tests that are known to fail. */
export const allowedFailures: ReadonlySet<string> = new Set(
  allowances.flatMap(({ drafts, file, tests }) =>
    drafts.flatMap((draft) => tests.map((test) => `${draft}/${file}#${test}`)),
  ),
);
