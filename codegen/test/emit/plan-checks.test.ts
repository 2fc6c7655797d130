import { describe, expect, test } from "vitest";
import type { Contract } from "../../src/contract/contract.ts";
import { planChecks } from "../../src/emit/validators/plan/plan-checks.ts";
import { TooManyChecksError } from "../../src/emit/validators/plan/too-many-checks.ts";
import type { Json } from "../../src/source/json.ts";
import { allIn, plannedContract, type ContractFacts } from "../planned-contract.ts";
import { publicValidity } from "../planned-validity.ts";

const ref = (key: string): Json => ({ $ref: `#/components/schemas/${key}` });
const dynamicRef = (key: string): Json => ({ $dynamicRef: `#/components/schemas/${key}` });
const text: Json = { type: "string" };

/** Ids of the checks, public ones with a star, recursive ones with a circle. */
function idsOf(contract: Contract): readonly string[] {
  return planChecks(contract).map(
    ({ id, isPublic, isRecursive }) => id + (isPublic ? " *" : "") + (isRecursive ? " o" : ""),
  );
}

describe("which checks there are", () => {
  const named: Json = { properties: { name: text } };
  test("the public one of every schema, in the mode of its position", () => {
    const positions = { Sent: "request", Got: "response", Both: "both" } as const;
    const contract = plannedContract({ Sent: true, Got: true, Both: true, Unreached: true }, { positions });
    expect(idsOf(contract)).toStrictEqual([
      "response:Both *",
      "response:Got *",
      "request:Sent *",
      "exact:Unreached *",
    ]);
  });

  test("one more for every other mode in which it is referred to", () => {
    const schemas = {
      Both: named,
      Sent: { properties: { a: ref("Both") } },
      Composed: { allOf: [ref("Both"), { properties: { b: true } }] },
      Tested: { not: ref("Both") },
    };
    const positions = { ...allIn("request", Object.keys(schemas)), Both: "both" } as const;
    const contract = plannedContract(schemas, { positions, options: { responseValidation: "strict" } });
    expect(planChecks(contract).map(({ id, exportName }) => [id, exportName])).toStrictEqual([
      ["response:Both", "check"],
      // By the letter, and as a part, which is not closed, it is the same.
      ["exact:Both", "checkExact"],
      ["request:Composed", "check"],
      ["request:Sent", "check"],
      ["request:Tested", "check"],
    ]);
  });

  test("those of circles too, once for all modes that make no difference", () => {
    const schemas = {
      List: { properties: { next: ref("List"), other: ref("Pair") } },
      Pair: { items: [ref("List")] as Json, prefixItems: [ref("Pair"), text] },
      Sent: ref("List"),
    };
    const positions = { List: "both", Pair: "both", Sent: "request" } as const;
    const options = { requestValidation: "tolerant" } as const;
    expect(idsOf(plannedContract(schemas, { positions, options }))).toStrictEqual([
      "response:List * o",
      "response:Pair * o",
      "request:Sent *",
    ]);
  });

  test("all of a circle, if one of it makes a difference", () => {
    const schemas = {
      A: { items: ref("B") },
      B: { items: ref("C") },
      C: { items: ref("A"), enum: ["a"] },
      Sent: ref("A"),
    };
    const positions = { A: "both", B: "both", C: "both", Sent: "request" } as const;
    const options = { requestValidation: "tolerant" } as const;
    expect(idsOf(plannedContract(schemas, { positions, options }))).toStrictEqual([
      ...["response:A * o", "request:A o", "response:B * o", "request:B o", "response:C * o", "request:C o"],
      "request:Sent *",
    ]);
  });
});

// Prevents: a function that is renamed since an unrelated schema came along.
describe("of schemas that are equal", () => {
  const alike = { properties: { name: text } };
  const nodes = (schemas: Readonly<Record<string, Json>>, facts: ContractFacts = {}): Json =>
    Object.fromEntries(planChecks(plannedContract(schemas, facts)).map(({ id, node }) => [id, node]));

  test("one is referred to, by a schema that refers to several", () => {
    const schemas = {
      Cat: alike,
      Dog: alike,
      Pair: { prefixItems: [ref("Dog"), ref("Cat")] },
      Kennel: ref("Dog"),
    };
    expect(nodes(schemas)).toStrictEqual({
      "exact:Cat": alike,
      "exact:Dog": alike,
      // The first that it refers to.
      "exact:Pair": { prefixItems: [{ $ref: "exact:Dog" }, { $ref: "exact:Dog" }] },
      // Never one that it does not refer to.
      "exact:Kennel": { $ref: "exact:Dog" },
    });
  });

  test("circles are found to be equal, and lead back to themselves", () => {
    const list = (next: string): Json => ({ properties: { next: ref(next) } });
    expect(nodes({ Chain: list("Rope"), Rope: list("Chain") })).toStrictEqual({
      "exact:Chain": { properties: { next: { $ref: "exact:Chain" } } },
      "exact:Rope": { properties: { next: { $ref: "exact:Rope" } } },
    });
  });

  // Prevents: a `oneOf` that two branches satisfy, since one of them accepts more than its schema says.
  test("one that accepts more than its schema says is not equal to one that does not", () => {
    const schemas = {
      Opened: { type: "string", enum: ["a"] },
      Text: text,
      Either: { oneOf: [ref("Opened"), { maxLength: 0 }] },
      Both: { prefixItems: [ref("Text"), ref("Opened")] },
    };
    const planned = nodes(schemas, { positions: allIn("response", Object.keys(schemas)) });
    expect(planned).toMatchObject({
      "response:Opened": text,
      "response:Text": text,
      "response:Either": { anyOf: [{ $ref: "response:Opened" }, { maxLength: 0 }] },
      "response:Both": { prefixItems: [{ $ref: "response:Text" }, { $ref: "response:Opened" }] },
    });
  });

  test("checks that nobody needs any more are gone", () => {
    const schemas = {
      Cat: { ...alike, minProperties: 1 },
      Dog: { ...alike, minProperties: 1 },
      Sent: { allOf: [ref("Cat"), ref("Dog")] },
    };
    const ids = planChecks(
      plannedContract(schemas, { positions: allIn("request", Object.keys(schemas)) }),
    ).map(({ id }) => id);
    expect(ids).toStrictEqual(["request:Cat", "requestPart:Cat", "request:Dog", "request:Sent"]);
  });
});

test("checks depend on their own schemas alone, not on others or on the order", () => {
  const schemas = {
    Base: { properties: { id: { readOnly: true }, kind: { enum: ["a", "b"] } }, required: ["id", "kind"] },
    Rule: { required: ["id"] },
    Sent: { allOf: [ref("Base"), ref("Rule"), { properties: { tree: ref("Tree") } }] },
    Tree: { items: dynamicRef("Tree") },
    Forest: { allOf: [ref("Tree")], minItems: 1 },
  };
  const anchors = { Tree: { node: "Tree" }, Forest: { node: "Forest" } };
  const positions = { Base: "both", Rule: "none", Sent: "request" } as const;
  const other = {
    ...Object.fromEntries(Object.entries(schemas).toReversed()),
    Another: ref("Forest"),
    Aaa: true,
  };
  const facts = { positions, anchors };
  const checks = planChecks(plannedContract(schemas, facts));
  const withOther = planChecks(plannedContract(other, facts));
  expect(withOther.filter(({ schema }) => Object.hasOwn(schemas, schema.key))).toStrictEqual(checks);
  expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
});

describe("dynamic references", () => {
  const tree: Json = {
    type: "object",
    properties: { data: true, children: { type: "array", items: dynamicRef("Tree") } },
  };
  const schemas = { Tree: tree, Strict: { ...(ref("Tree") as object), unevaluatedProperties: false } };
  const anchors = { Tree: { node: "Tree" }, Strict: { node: "Strict" } };

  // The example of core, section 8.2.3.2.
  test("lead to the outermost schema on the way that has the anchor", () => {
    const checks = planChecks(plannedContract(schemas, { anchors }));
    const value = { children: [{ daat: 1 }] };
    expect(publicValidity(checks, "Tree")(value)).toBe(true);
    expect(publicValidity(checks, "Strict")(value)).toBe(false);
    expect(publicValidity(checks, "Strict")({ children: [{ data: 1 }] })).toBe(true);
    expect(checks.map(({ id, exportName, isRecursive }) => [id, exportName, isRecursive])).toStrictEqual([
      ["exact?node=Strict:Strict", "check", true],
      ["exact?node=Tree:Tree", "check", true],
      ["exact?node=Strict:Tree", expect.stringMatching(/^checkExact_[0-9a-f]{8}$/), true],
    ]);
  });

  test("count where they are followed alone", () => {
    const more = { ...schemas, Text: text, Holder: { properties: { a: ref("Text"), b: ref("Strict") } } };
    const ids = idsOf(
      plannedContract(more, { anchors: { ...anchors, Holder: { node: "Tree", other: "Text" } } }),
    );
    expect(ids).toContain("exact:Text *");
    expect(ids).toContain("exact?node=Tree:Holder *");
  });

  test("stay beside a reference", () => {
    const both = {
      Tree: {
        ...(ref("Text") as object),
        items: { ...(ref("Text") as object), ...(dynamicRef("Tree") as object) },
      },
      Text: text,
    };
    const checks = planChecks(plannedContract(both, { anchors: { Tree: { node: "Tree" } } }));
    expect(checks.find(({ schema }) => schema.key === "Tree")?.node).toStrictEqual({
      $ref: "exact:Text",
      items: { $ref: "exact:Text", allOf: [{ $ref: "exact?node=Tree:Tree" }] },
    });
  });

  test("that lead to too many places are refused", () => {
    // Each step binds an anchor to one of two schemas; the last one follows all of them.
    const steps = Array.from({ length: 15 }, (_, step) => step);
    const entries = steps.flatMap((step): readonly (readonly [string, Json])[] => [
      [`Step${step}`, { anyOf: [ref(`Left${step}`), ref(`Right${step}`)] }],
      [`Left${step}`, ref(`Step${step + 1}`)],
      [`Right${step}`, ref(`Step${step + 1}`)],
    ]);
    const last = ["Step15", { prefixItems: steps.map((step) => dynamicRef(`Left${step}`)) }] as const;
    const bindings = steps.flatMap((step) =>
      ["Left", "Right"].map((side) => [`${side}${step}`, { [`step${step}`]: `${side}${step}` }] as const),
    );
    const contract = plannedContract(Object.fromEntries([...entries, last]), {
      anchors: Object.fromEntries(bindings),
    });
    expect(() => planChecks(contract)).toThrow(TooManyChecksError);
  });
});

test("properties that need not be there, in too many combinations, are refused", () => {
  // Each step leaves a property open or not; the last one requires all of them.
  const steps = Array.from({ length: 13 }, (_, step) => step);
  const excuse = (step: number): Json => ({ properties: { [`p${step}`]: { readOnly: true } } });
  const chain = steps.map((step): readonly [string, Json] => [
    `Step${step}`,
    { oneOf: [{ allOf: [excuse(step), ref(`Step${step + 1}`)] }, ref(`Step${step + 1}`)] },
  ]);
  const schemas = Object.fromEntries([...chain, ["Step13", { required: steps.map((step) => `p${step}`) }]]);
  const contract = plannedContract(schemas, { positions: allIn("request", Object.keys(schemas)) });
  expect(() => planChecks(contract)).toThrow(TooManyChecksError);
});

// Prevents: a chain of references that ends the process, since functions call each other along it.
test("chains of references can be long", () => {
  const length = 5_000;
  const key = (index: number): string => `S${String(index).padStart(5, "0")}`;
  const schemas = Object.fromEntries(
    Array.from({ length }, (_, index): [string, Json] => [
      key(index),
      index + 1 < length
        ? { allOf: [ref(key(index + 1)), { properties: { [`p${index}`]: true } }] }
        : { enum: ["a"] },
    ]),
  );
  const contract = plannedContract(schemas, { positions: { [key(0)]: "request", [key(1)]: "both" } });
  expect(planChecks(contract).length).toBeGreaterThan(length);
});
