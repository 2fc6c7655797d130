import type { Contract, Operation } from "../../contract/contract.ts";
import { operationIdentity } from "../../contract/operation-names.ts";
import { compareText } from "../../source/json.ts";
import { docComment, literal } from "../code.ts";
import type { GeneratedFile, PackageNaming } from "../emitter.ts";
import { typesImport } from "./client-names.ts";
import type { OperationTypes, UsedType } from "./operation-types.ts";

/** What the functions of all modules share. */
export interface OperationContext {
  /** Name of the type of the client: `StytchCore`. */
  readonly coreType: string;
  readonly contract: Contract;
  readonly naming: PackageNaming;
  readonly types: ReadonlyMap<Operation, OperationTypes>;
}

/** A module of single functions: the operations of one namespace. */
export function operationModule(
  path: string,
  operations: readonly Operation[],
  context: OperationContext,
): GeneratedFile {
  const { coreType, contract, naming } = context;
  const body = operations.flatMap((operation) => operationStatements(operation, context));
  return {
    path,
    imports: [
      { from: "@sdkmill/runtime", names: ["call"], typeOnly: false },
      { from: "@sdkmill/runtime", names: ["CallOptions"], typeOnly: true },
      { from: "../core.js", names: [coreType], typeOnly: true },
      ...typesImport(body, contract, naming),
    ],
    body,
    sources: [],
    formatted: true,
  };
}

function operationStatements(operation: Operation, { coreType, types }: OperationContext): readonly string[] {
  const { functionName } = operation;
  const type = types.get(operation);
  if (type === undefined) throw new Error(`The operation ${functionName} was not typed.`);
  const declarations = [type.parameters, type.result].flatMap((used) =>
    used?.declaration === undefined ? [] : [used.declaration],
  );
  const signature = `(client: ${coreType}, ${parameterList(operation, type)}): ${resultType(type)}`;
  const body = `return call(client, ${callLiteral(operation)}, params, options);`;
  return [
    ...declarations,
    `${operationComment(operation)}export function ${functionName}${signature} {\n${body}\n}`,
  ];
}

/**
 * `params: UserUpdateParams, options?: CallOptions<"X-Trace">`.
 *
 * @param prefix what stands before types that are declared beside the operation
 */
export function parameterList(operation: Operation, type: OperationTypes, prefix = ""): string {
  const headers = operation.parameters.filter((parameter) => parameter.in === "header");
  const names = headers.map(({ name }) => literal(name)).join(" | ");
  const required = headers
    .filter((header) => header.required)
    .map(({ name }) => literal(name))
    .join(" | ");
  const options = `CallOptions${names === "" ? "" : `<${[names, required].filter((part) => part !== "").join(", ")}>`}`;
  const params =
    type.parameters === undefined ? "Record<string, never>" : typeReference(type.parameters, prefix);
  const isOptional = type.parametersOptional && required === "";
  return `params${isOptional ? "?" : ""}: ${params}, options${required === "" ? "?" : ""}: ${options}`;
}

/** `Promise<types.User>`. */
export function resultType({ result, resultOptional }: OperationTypes, prefix = ""): string {
  return `Promise<${typeReference(result, prefix)}${resultOptional ? " | undefined" : ""}>`;
}

/** The name of a type, with a prefix if it is declared beside its operation. */
function typeReference({ name, declaration }: UsedType, prefix: string): string {
  return declaration === undefined ? name : prefix + name;
}

/** What a person reads about an operation, at the function and at the method. */
export function operationComment(operation: Operation): string {
  const { summary, description, deprecated } = operation;
  return docComment(
    description ?? summary,
    `\`${operationIdentity(operation)}\``,
    deprecated ? "@deprecated" : undefined,
  );
}

function callLiteral({ httpMethod, path, parameters, body }: Operation): string {
  const query = parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
  const entries = [
    `method: ${literal(httpMethod.toUpperCase())}`,
    `path: ${literal(path)}`,
    ...(query.length === 0 ? [] : [`query: ${literal(query.toSorted(compareText))}`]),
    ...(body === undefined ? [] : [`body: ${literal(body.form)}`]),
  ];
  return `{ ${entries.join(", ")} }`;
}
