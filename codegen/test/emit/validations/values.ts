import { integer, string, type ValidationCase } from "./validation-case.ts";

export const values: readonly ValidationCase[] = [
  { name: "Anything", schema: {}, accepts: [null, 0, "", [], {}], refuses: [] },
  { name: "Nothing", schema: { not: {} }, accepts: [], refuses: [null, 0, "", [], {}] },
  { name: "Text", schema: string, accepts: ["", "a"], refuses: [1, null, ["a"], {}, true] },
  { name: "Whole", schema: integer, accepts: [0, -1, 1.0, 1e20], refuses: [1.5, "1", null, true] },
  { name: "Several", schema: { type: ["boolean", "null"] }, accepts: [true, null], refuses: [0, "", []] },
  {
    name: "Bounds",
    schema: { type: "number", minimum: 1, exclusiveMaximum: 10, multipleOf: 0.5 },
    accepts: [1, 1.5, 9.5],
    refuses: [0.5, 10, 1.2, "1"],
  },
  {
    name: "Exclusive",
    schema: { exclusiveMinimum: 0, maximum: 5 },
    accepts: [0.1, 5, "not a number"],
    refuses: [0, 5.1, -1],
  },
  {
    // Prevents: lengths counted in UTF-16 code units, where "😀" has two.
    name: "Length",
    schema: { type: "string", minLength: 2, maxLength: 3 },
    accepts: ["ab", "abc", "😀😀", "😀😀😀", "a😀", "👩‍👧"],
    refuses: ["", "a", "😀", "abcd", "😀😀😀😀"],
  },
  {
    name: "Pattern",
    schema: { type: "string", pattern: "^\\p{Lu}.[\"'`/\\\\]$" },
    accepts: ['Ab"', "Éx/", "Ax\\", "X😀`"],
    refuses: ['ab"', "A", "Ab"],
  },
  { name: "Constant", schema: { const: "x" }, accepts: ["x"], refuses: ["", "X", null, ["x"]] },
  { name: "NullConstant", schema: { const: null }, accepts: [null], refuses: [0, "", false, {}] },
  {
    name: "ObjectConstant",
    schema: { const: { a: [1, { b: null }], c: "</script>" } },
    accepts: [
      { a: [1, { b: null }], c: "</script>" },
      { c: "</script>", a: [1, { b: null }] },
    ],
    refuses: [
      {},
      { a: [1, {}], c: "</script>" },
      { a: [{ b: null }, 1], c: "</script>" },
      { a: [1, { b: null }] },
    ],
  },
  {
    name: "Choice",
    schema: { enum: ["a", 1, null, false, { x: [] }, [1, 2]] },
    accepts: ["a", 1, null, false, { x: [] }, [1, 2]],
    refuses: ["b", "1", 0, true, {}, { x: {} }, [2, 1], [1, 2, 3]],
  },
  {
    name: "Distinct",
    schema: { type: "array", uniqueItems: true },
    accepts: [[], [1, "1", true, null, {}, []], [{ a: 1 }, { a: 2 }], [[1], [2]]],
    refuses: [
      [1, 1.0],
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      [[1, { x: 1 }], 0, [1, { x: 1 }]],
    ],
  },
  {
    name: "DistinctTexts",
    schema: { type: "array", items: string, uniqueItems: true },
    accepts: [["a", "b", "constructor", "toString"]],
    refuses: [
      ["a", "b", "a"],
      ["constructor", "constructor"],
      ["a", 1],
    ],
  },
  {
    name: "Items",
    schema: { type: "array", items: integer, minItems: 1, maxItems: 2 },
    accepts: [[1], [1, 2]],
    refuses: [[], [1, 2, 3], ["1"], [1, null], { 0: 1 }],
  },
  {
    name: "Tuple",
    schema: { prefixItems: [string, integer], items: { type: "boolean" } },
    accepts: [[], ["a"], ["a", 1], ["a", 1, true, false], "no array"],
    refuses: [[1], ["a", "b"], ["a", 1, 2]],
  },
  {
    name: "ClosedTuple",
    schema: { type: "array", prefixItems: [string], items: false },
    accepts: [[], ["a"]],
    refuses: [["a", "b"], [1], {}],
  },
  {
    name: "Contains",
    schema: { type: "array", contains: integer, minContains: 2, maxContains: 3 },
    accepts: [
      ["a", 1, 2],
      [1, 2, 3, "b"],
    ],
    refuses: [[], [1], [1, 2, 3, 4], ["a", "b"]],
  },
  {
    name: "ContainsNone",
    schema: { contains: integer, minContains: 0 },
    accepts: [[], ["a"], [1]],
    refuses: [],
  },
];
