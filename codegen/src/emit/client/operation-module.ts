import type { Contract, Operation } from "../../contract/contract.ts";
import { operationIdentity } from "../../contract/operation-names.ts";
import { docComment, literal } from "../code.ts";
import type { GeneratedFile, Import, PackageNaming } from "../emitter.ts";
import { typesImport } from "./client-names.ts";
import { itemType } from "./item-type.ts";
import type { OperationTypes, UsedType } from "./operation-types.ts";
import { routeObject } from "./route.ts";

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
      ...runtimeImports(operations),
      { from: "../core.js", names: [coreType], typeOnly: true },
      ...typesImport(body, contract, naming),
    ],
    body,
    sources: [],
    formatted: true,
  };
}

/** What operations need of the runtime: one function for those with pages, one for those without, one for queries. */
function runtimeImports(operations: readonly Operation[]): readonly Import[] {
  const hasQuery = operations.some(({ parameters }) => parameters.some((one) => one.in === "query"));
  const functions = [...operations.map(callFunction), ...(hasQuery ? ["queryParameters"] : [])];
  return [
    { from: "@sdkmill/runtime", names: [...new Set(functions)], typeOnly: false },
    { from: "@sdkmill/runtime", names: promiseTypes(operations), typeOnly: true },
  ];
}

function callFunction({ pagination }: Operation): "call" | "paged" {
  return pagination === undefined ? "call" : "paged";
}

/** Types of the runtime in the signatures of operations. */
export function promiseTypes(operations: readonly Operation[]): readonly string[] {
  const promises = operations.map(({ pagination }) =>
    pagination === undefined ? "ApiPromise" : "PagedPromise",
  );
  return ["CallOptions", ...new Set(promises)];
}

function operationStatements(operation: Operation, context: OperationContext): readonly string[] {
  const { functionName } = operation;
  const { coreType, contract, types } = context;
  const type = types.get(operation);
  if (type === undefined) throw new Error(`The operation ${functionName} was not typed.`);
  const declarations = [type.parameters, type.result].flatMap((used) =>
    used?.declaration === undefined ? [] : [used.declaration],
  );
  const signature = `(client: ${coreType}, ${parameterList(operation, type)}): ${resultType(operation, type)}`;
  const body = `return ${callFunction(operation)}(client, ${routeObject(operation, contract)}, params, options);`;
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

/** `ApiPromise<types.User>`; with pages, `PagedPromise<types.Users, types.User>`. */
export function resultType(operation: Operation, type: OperationTypes, prefix = ""): string {
  const { result, resultOptional } = type;
  const page = typeReference(result, prefix);
  const item = itemType(operation, page);
  const answer = page + (resultOptional ? " | undefined" : "");
  return item === undefined ? `ApiPromise<${answer}>` : `PagedPromise<${answer}, ${item}>`;
}

/** The name of a type, with a prefix if it is declared beside its operation. */
function typeReference({ name, declaration }: UsedType, prefix: string): string {
  return declaration === undefined ? name : prefix + name;
}

/** What a person reads about an operation, at the function and at the method. */
export function operationComment(operation: Operation): string {
  const { summary, description, deprecated, retry } = operation;
  return docComment(
    description ?? summary,
    retry === "single-use" ? onceComment : undefined,
    `\`${operationIdentity(operation)}\``,
    deprecated ? "@deprecated" : undefined,
  );
}

const onceComment = "Never sent again once it may have arrived: a failure can leave its outcome unknown.";
