import { isArray, own } from "../source/json.ts";
import { ignoredKeyword, laterForm, unchanged, type KeywordFault, type RaiseStep } from "./raise-step.ts";

/**
 * Reports values that OpenAPI 3.0 does not allow and OpenAPI 3.1 does: a list of types, the type "null", a limit
 * as `exclusiveMinimum`, a list in `items`. They can mean one thing only, so they are read as 3.1 has them. An
 * `exclusiveMinimum: true` without a limit means nothing, and is reported as such. In Swagger 2.0 lists are
 * allowed, as they are in draft-04.
 *
 * @see https://spec.openapis.org/oas/v3.0.4.html#json-schema-keywords
 */
export const readLaterForms: RaiseStep = (schema, { dialect }) => {
  const faults: KeywordFault[] = [];
  const isSwagger = dialect.draft === "openapi-2.0";
  const type = own(schema, "type");
  if (!isSwagger && (isArray(type) || type === "null")) {
    const help = "Write one type, and `nullable: true` beside it for null, or say `openapi: 3.1.0`.";
    faults.push(laterForm("type", isArray(type) ? "a list of types" : 'the type "null"', help, dialect));
  }
  if (!isSwagger && isArray(own(schema, "items"))) {
    const help = "Write one schema for all items, or say `openapi: 3.1.0` and `prefixItems`.";
    faults.push(laterForm("items", "a list in `items`", help, dialect));
  }
  for (const [limit, exclusive] of [
    ["minimum", "exclusiveMinimum"],
    ["maximum", "exclusiveMaximum"],
  ] as const) {
    const value = own(schema, exclusive);
    if (typeof value === "number") {
      const help = `Write it as \`${limit}\`, and \`${exclusive}: true\` beside it, or say \`openapi: 3.1.0\`.`;
      faults.push(laterForm(exclusive, "a limit here", help, dialect));
    }
    if (value === true && own(schema, limit) === undefined) {
      const reason = `it says how \`${limit}\` is meant, and there is none beside it`;
      faults.push(ignoredKeyword(exclusive, reason, `Add \`${limit}\`, or remove it.`));
    }
  }
  return faults.length === 0 ? unchanged(schema) : { ...unchanged(schema), faults };
};
