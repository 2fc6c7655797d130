import { compile, type JSONSchema } from "json-schema-to-typescript";
import { own, ownString, withProperties } from "../source/json.ts";
import { commentText } from "./code.ts";
import { propertyPlaceholders } from "./property-placeholders.ts";
import { typingSchema, type TypedSchema, type TypeScope } from "./typing-schema.ts";

/** json-schema-to-typescript puts names into its own case (`B2b` → `B2B`), so it gets this one, and ours comes after. */
const placeholder = "Declaration";

/** What is to be declared. */
export interface TypeRequest extends TypedSchema {
  readonly name: string;
  /** Takes the place of the schema's own description, if given. */
  readonly description?: string | undefined;
}

/**
 * Declares one type: `export interface <name>` for an object, `export type <name>` for anything else,
 * made by json-schema-to-typescript. References are left as the names of what they refer to, so the
 * declaration holds no copy of anything; nested schemas stay inline and unnamed.
 *
 * @returns TypeScript, not formatted
 */
export async function declareType(request: TypeRequest, scope: TypeScope): Promise<string> {
  const { name, schema } = request;
  const description = request.description ?? ownString(schema, "description");
  const placeholders = propertyPlaceholders(schema);
  // The library says it at properties and interfaces, but not at other declarations.
  const deprecated = own(schema, "deprecated") === true ? "@deprecated" : "";
  const comment = [commentText(description ?? ""), deprecated].filter((part) => part !== "").join("\n\n");
  const root = {
    ...withProperties(typingSchema(request, scope, placeholders), { deprecated: undefined }),
    title: placeholder,
    ...(comment === "" ? {} : { description: comment }),
  };
  const text = await compile(root as JSONSchema, placeholder, {
    additionalProperties: scope.contract.options.openObjects,
    bannerComment: "",
    declareExternallyReferenced: false,
    enableConstEnums: false,
    format: false,
    unknownAny: true,
  });
  const declaration = text
    .trim()
    .replace(/^export (interface|type) Declaration\b/m, (_, keyword: string) => `export ${keyword} ${name}`);
  return placeholders.resolve(declaration);
}
