import type { Contract } from "../../contract/contract.ts";
import { resolveSchema, uniqueSchemas } from "../../contract/operation-contents.ts";
import { compareText, isArray, isObject, own, ownArray, ownObject, type Json } from "../../source/json.ts";
import { docComment, propertyKey } from "../code.ts";
import { typeScope } from "../typing-schema.ts";
import { acceptsNull } from "./accepts-null.ts";
import { clientPrefix, typesName } from "./client-names.ts";
import { useType } from "./operation-types.ts";

/**
 * The types of what an API answers when a call fails: its known types of errors by name, the body of an
 * error of some type, and the error.
 */
export async function errorTypes(contract: Contract): Promise<readonly string[]> {
  const prefix = clientPrefix(contract);
  const error = `${docComment("An answer without success; with a type, an answer that has it.")}export type ${prefix}Error<Type extends ${prefix}ErrorType = ${prefix}ErrorType> = `;
  const { declarations, isTyped, body } = await bodyTypes(contract);
  const parameter = isTyped ? `<Type extends ${prefix}ErrorType = ${prefix}ErrorType>` : "";
  const comment = docComment(`What ${contract.title} answers when a call fails.`);
  return [
    ...catalogue(contract),
    ...declarations,
    `${comment}export type ${prefix}ErrorBody${parameter} = ${body};`,
    `${error}ApiError<${prefix}ErrorBody${isTyped ? "<Type>" : ""}, Type>;`,
  ];
}

/** The types of errors that are known by name, and what a type of an error may be: those and any other. */
function catalogue(contract: Contract): readonly string[] {
  const prefix = clientPrefix(contract);
  const known = Object.entries(contract.options.errorTypes).toSorted(([a], [b]) => compareText(a, b));
  if (known.length === 0)
    return [`/** What an error can say of its type. */\nexport type ${prefix}ErrorType = string;`];
  const properties = known.map(([type, { description, retry }]) => {
    const comment = docComment(description, retry === false ? "Never retried." : undefined);
    return `${comment}readonly ${propertyKey(type)}: unknown;`;
  });
  return [
    `${docComment(`Types of errors that ${contract.title} is known to answer with.`)}export interface ${prefix}ErrorTypes {\n${properties.join("\n")}\n}`,
    `/** What an error can say of its type: the known ones, and any that is new. */\nexport type ${prefix}ErrorType = keyof ${prefix}ErrorTypes | (string & {});`,
  ];
}

interface BodyTypes {
  /** Of schemas that are no components. */
  readonly declarations: readonly string[];
  /** Whether the body depends on the type of the error. */
  readonly isTyped: boolean;
  readonly body: string;
}

/** The bodies of everything that is not success, in all operations. */
async function bodyTypes(contract: Contract): Promise<BodyTypes> {
  const scope = typeScope(contract, `${typesName}.`);
  const schemas = uniqueSchemas(contract.operations.flatMap(({ errors }) => errors.flatMap(alternatives)));
  if (schemas.length === 0) return { declarations: [], isTyped: false, body: "unknown" };
  const members = await Promise.all(
    schemas.map(async (schema, index) => {
      const used = await useType(`${clientPrefix(contract)}ErrorBody${index + 1}`, schema, "response", scope);
      return { ...used, property: typeProperty(schema, contract) };
    }),
  );
  return {
    declarations: members.flatMap(({ declaration }) => (declaration === undefined ? [] : [declaration])),
    isTyped: members.some(({ property }) => property !== undefined),
    body: members
      .map(({ name, property }) => (property === undefined ? name : `(${name} & { ${property} })`))
      .join(" | "),
  };
}

const annotations = new Set(["title", "description", "deprecated", "default", "example", "examples"]);

/** What a schema lets a value choose from, if it says nothing else: so each of them says what its type is. */
function alternatives(schema: Json): readonly Json[] {
  const keywords = isObject(schema) ? Object.keys(schema).filter((keyword) => !annotations.has(keyword)) : [];
  const [keyword = ""] = keywords;
  const isChoice = keywords.length === 1 && ["anyOf", "oneOf"].includes(keyword);
  return isChoice ? ownArray(schema, keyword).flatMap(alternatives) : [schema];
}

/** The property of an error that has its type as a text, if its schema declares one: `readonly error?: Type`. */
function typeProperty(schema: Json, { document = {}, options }: Contract): string | undefined {
  const resolved = resolveSchema(document, schema);
  const properties = ownObject(resolved, "properties");
  const name = options.errorType.find((candidate) => {
    const type = own(resolveSchema(document, own(properties, candidate) ?? true), "type");
    return type === "string" || (isArray(type) && type.includes("string"));
  });
  if (name === undefined) return undefined;
  const mark = ownArray(resolved, "required").includes(name) ? "" : "?";
  const rest = acceptsNull(document, own(properties, name) ?? true) ? " | null" : "";
  return `readonly ${propertyKey(name)}${mark}: Type${rest}`;
}
