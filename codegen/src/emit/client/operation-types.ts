import type { Contract, Operation, Parameter } from "../../contract/contract.ts";
import { pascalCase } from "../../contract/words.ts";
import { resolveSchema } from "../../contract/operation-contents.ts";
import { ownArray, ownString, type Json, type JsonObject } from "../../source/json.ts";
import { declareType } from "../declare-type.ts";
import type { TypeScope } from "../typing-schema.ts";

/** A type as an operation uses it: its name, and its declaration if it is not a component's. */
export interface UsedType {
  readonly name: string;
  /** Declared beside the operation; undefined for a declaration of the types package, or a keyword. */
  readonly declaration: string | undefined;
}

/** The types of one operation. */
export interface OperationTypes {
  /** Undefined if the operation has no parameters at all. */
  readonly parameters: UsedType | undefined;
  /** Whether the parameters can be left out. */
  readonly parametersOptional: boolean;
  readonly result: UsedType;
  /** Whether there may be no content instead. */
  readonly resultOptional: boolean;
}

const schemaPrefix = "#/components/schemas/";

export async function operationTypes(operation: Operation, scope: TypeScope): Promise<OperationTypes> {
  const typeName = pascalCase(operation.functionName);
  const parameters = parametersSchema(operation);
  const [only] = operation.results;
  const result = operation.results.length > 1 ? { anyOf: operation.results } : only;
  return {
    parameters:
      parameters === undefined ? undefined : await useType(`${typeName}Params`, parameters, "request", scope),
    parametersOptional: requiredNames(operation, scope.contract).length === 0,
    result:
      result === undefined
        ? { name: "void", declaration: undefined }
        : await useType(`${typeName}Result`, result, "response", scope),
    resultOptional: result !== undefined && operation.mayBeEmpty,
  };
}

/**
 * The type of a schema: the named declaration itself if the schema is a reference and nothing else,
 * otherwise a declaration of its own.
 */
export async function useType(
  name: string,
  schema: Json,
  position: "request" | "response",
  scope: TypeScope,
): Promise<UsedType> {
  const reference = ownString(schema, "$ref");
  const known = reference === undefined ? undefined : scope.names.get(reference.replace(schemaPrefix, ""));
  if (known !== undefined) return { name: known, declaration: undefined };
  const declaration = await declareType({ name, schema, position }, scope);
  return { name, declaration };
}

/** Path, query and body in one object. */
function parametersSchema({ parameters, body }: Operation): Json | undefined {
  const placed = parameters.filter((parameter) => parameter.in !== "header");
  const entries = placed.map((parameter): readonly [string, Json] => [parameter.name, documented(parameter)]);
  const required = placed.filter((parameter) => parameter.required).map(({ name }) => name);
  if (body?.form === "whole") {
    entries.push(["body", body.schema]);
    if (body.required) required.push("body");
  }
  const object: JsonObject = { type: "object", properties: Object.fromEntries(entries), required };
  if (body?.form !== "merged") return entries.length === 0 ? undefined : object;
  return entries.length === 0 ? body.schema : { allOf: [object, body.schema] };
}

function documented({ description, deprecated, schema }: Parameter): Json {
  const annotations: JsonObject = {
    ...(description === undefined ? {} : { description }),
    ...(deprecated ? { deprecated } : {}),
  };
  if (typeof schema === "boolean") return schema ? annotations : schema;
  return { ...(schema as JsonObject), ...annotations };
}

function requiredNames({ parameters, body }: Operation, { document }: Contract): readonly Json[] {
  const placed = parameters
    .filter((parameter) => parameter.in !== "header" && parameter.required)
    .map(({ name }) => name);
  if (body === undefined) return placed;
  if (body.form === "whole") return body.required ? [...placed, "body"] : placed;
  return [...placed, ...ownArray(resolveSchema(document ?? {}, body.schema), "required")];
}
