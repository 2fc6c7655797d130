import { referencedKey } from "../../contract/component-schemas.ts";
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
  const reference = referencedKey(ownString(schema, "$ref"));
  const known = reference === undefined ? undefined : scope.names.get(reference);
  if (known !== undefined) return { name: known, declaration: undefined };
  const declaration = await declareType({ name, schema, position }, scope);
  return { name, declaration };
}

/** What stands in the one object of a call, but for the properties of a merged body. */
function ownParameters({ parameters, body }: Operation): {
  readonly properties: JsonObject;
  readonly required: readonly string[];
} {
  const placed = parameters.filter((parameter) => parameter.in !== "header");
  const entries = placed.map((parameter): readonly [string, Json] => [parameter.name, documented(parameter)]);
  const required = placed.filter((parameter) => parameter.required).map(({ name }) => name);
  if (body?.form !== "whole") return { properties: Object.fromEntries(entries), required };
  return {
    properties: Object.fromEntries([...entries, ["body", body.schema]]),
    required: body.required ? [...required, "body"] : required,
  };
}

/** Path, query and body in one object. */
function parametersSchema(operation: Operation): Json | undefined {
  const { properties, required } = ownParameters(operation);
  const isEmpty = Object.keys(properties).length === 0;
  const object: JsonObject = { type: "object", properties, required };
  const { body } = operation;
  if (body?.form !== "merged") return isEmpty ? undefined : object;
  return isEmpty ? body.schema : { allOf: [object, body.schema] };
}

function documented({ description, deprecated, schema }: Parameter): Json {
  const annotations: JsonObject = {
    ...(description === undefined ? {} : { description }),
    ...(deprecated ? { deprecated } : {}),
  };
  if (typeof schema === "boolean") return schema ? annotations : schema;
  return { ...(schema as JsonObject), ...annotations };
}

function requiredNames(operation: Operation, { document }: Contract): readonly Json[] {
  const { body } = operation;
  const { required } = ownParameters(operation);
  if (body?.form !== "merged") return required;
  return [...required, ...ownArray(resolveSchema(document ?? {}, body.schema), "required")];
}
