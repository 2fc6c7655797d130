import { isArray, own, ownArray, ownString, withProperties, type JsonObject } from "../source/json.ts";
import type { Dialect } from "./raise-dialects.ts";
import { keywordEffect } from "./raise-keywords.ts";
import { removed } from "./raise-moves.ts";
import {
  ignoredKeyword,
  unchanged,
  withoutKeywords,
  type KeywordFault,
  type RaisedSchema,
  type RaiseStep,
} from "./raise-step.ts";

/**
 * `nullable: true` of OpenAPI 3.0 becomes one more `type`, the type "null". It takes effect only where `type`
 * stands beside it, and whatever else the schema says stays as it is: null has to be in `enum` too, and in
 * what `allOf` accepts. Many documents mean more by it, so a schema in which it does nothing is reported,
 * unless null is accepted anyway. `nullable: false` says nothing.
 *
 * @see https://spec.openapis.org/oas/v3.0.4.html#schema-nullable
 * @see https://github.com/OAI/OpenAPI-Specification/blob/main/proposals/2019-10-31-Clarify-Nullable.md
 */
export const raiseNullable: RaiseStep = (schema, { dialect }) => {
  const nullable = own(schema, "nullable");
  if (nullable === undefined) return unchanged(schema);
  if (nullable === false || (nullable === true && acceptsNull(schema, dialect)))
    return withoutNullable(schema);
  const fault = nullable === true ? whyIgnored(schema) : misshapen;
  return fault === undefined ? withNull(schema) : withoutKeywords(schema, [fault]);
};

function withoutNullable(schema: JsonObject): RaisedSchema {
  return {
    schema: withProperties(schema, { nullable: undefined }),
    moves: [removed("nullable")],
    faults: [],
  };
}

function withNull(schema: JsonObject): RaisedSchema {
  const type = own(schema, "type") ?? [];
  const types = isArray(type) ? type : [type];
  return {
    schema: withProperties(schema, { nullable: undefined, type: [...types, "null"] }),
    moves: [
      // What is wrong with the one type is wrong with what stands under `type`.
      ...(isArray(type) ? [] : [{ from: "/type", to: "/type/0" }]),
      { from: "/nullable", to: `/type/${types.length}` },
    ],
    faults: [],
  };
}

/** Whether null is accepted without `nullable`: it is a type already, or nothing is said of types at all. */
function acceptsNull(schema: JsonObject, dialect: Dialect): boolean {
  const type = own(schema, "type");
  if (type !== undefined) return type === "null" || (isArray(type) && type.includes("null"));
  if (ownArray(schema, "enum").includes(null)) return true;
  return !Object.keys(schema).some((keyword) => keywordEffect(dialect, keyword) === "effective");
}

const misshapen = ignoredKeyword(
  "nullable",
  "its value is neither `true` nor `false`",
  "Write `nullable: true` if null is meant, otherwise remove it.",
);

/** What keeps `nullable: true` from having an effect; undefined if nothing does. */
function whyIgnored(schema: JsonObject): KeywordFault | undefined {
  const ignored = (reason: string, help: string): KeywordFault =>
    ignoredKeyword("nullable", reason, `If null is meant, ${help}; otherwise remove it.`);
  if (ownString(schema, "$ref") !== undefined) {
    return ignored(
      "OpenAPI 3.0 ignores what stands beside `$ref`",
      "say so in the schema that is referred to",
    );
  }
  if (own(schema, "type") === undefined) {
    const composition = ["allOf", "anyOf", "oneOf"].find((keyword) => own(schema, keyword) !== undefined);
    return ignored(
      "it adds null to the `type` beside it, and there is none",
      composition === undefined
        ? "write `type` beside it"
        : `let the schemas in \`${composition}\` accept it`,
    );
  }
  const values = own(schema, "enum");
  return isArray(values) && !values.includes(null)
    ? ignored("null is not among the values of `enum`", "add it there")
    : undefined;
}
