import { schemaSteps } from "../../contract/component-schemas.ts";
import { pointerTokens } from "../../source/json-pointer.ts";

/** The place inside of a schema as people say it: `members[].status`. */
export function pathWords(pointer: string): string {
  const inside = schemaSteps(pointer)?.steps;
  const tokens = pointerTokens(pointer) ?? [];
  const steps = inside ?? tokens.slice(tokens.lastIndexOf("schema") + 1);
  let path = "";
  for (let index = 0; index < steps.length; index += 1) {
    const step = steps[index] ?? "";
    const name = steps[index + 1] ?? "";
    if (step === "properties" || step === "patternProperties") {
      path += `${path === "" ? "" : "."}${step === "properties" ? name : `/${name}/`}`;
      index += 1;
    } else if (step === "items" || step === "contains") path += "[]";
    else if (step === "prefixItems") {
      path += `[${name}]`;
      index += 1;
    } else if (step === "additionalProperties" || step === "unevaluatedProperties")
      path += `${path === "" ? "" : "."}*`;
    else if (["anyOf", "oneOf", "allOf", "dependentSchemas"].includes(step)) index += 1;
  }
  return path;
}
