import { own, type JsonObject } from "../../../source/json.ts";
import { complain, ownSite, type Unit } from "./check-function.ts";
import { blockOf, condition, or, statement, type Step } from "./javascript.ts";
import { typeTest } from "./type-tests.ts";

/**
 * `unevaluatedProperties` and `unevaluatedItems` (core, section 11): what no other keyword, here or in an
 * applicator, looked at. The set `u` has what they did.
 */
export function compileUnevaluated(node: JsonObject, unit: Unit): readonly Step[] {
  const keywords = [
    { keyword: "unevaluatedProperties", type: "object", key: "key", message: "is not a known property" },
    { keyword: "unevaluatedItems", type: "array", key: "+key", message: "is one item too many" },
  ] as const;
  return keywords.flatMap(({ keyword, type, key, message }) => {
    const schema = own(node, keyword);
    if (schema === undefined) return [];
    const term =
      schema === false
        ? complain(unit, node, ownSite, { kind: "refused", keyword, message }, key)
        : unit.compile(schema, { value: "v[key]", key });
    const each = blockOf([
      condition(term === "true" ? "true" : or(["u.has(key)", term])),
      statement("u.add(key);"),
    ]);
    return [statement(`if (${typeTest(unit, type, "v")}) for (const key of Object.keys(v)) {\n${each}\n}`)];
  });
}
