import { error, type Checked, type Diagnostic } from "../diagnostics.ts";
import { appendPointer } from "../source/json-pointer.ts";
import { own, ownArray, ownObject, ownString, type Json, type JsonObject } from "../source/json.ts";
import { httpMethods, type DocumentNode, type HttpMethod } from "../source/openapi-shape.ts";
import type { Assembled } from "./assemble.ts";
import { checkPath } from "./check-path.ts";
import type { Operation } from "./contract.ts";
import { dereference } from "./positions.ts";
import { placeOf } from "./place.ts";
import { readBody, readResponses } from "./operation-contents.ts";
import { readParameters } from "./operation-parameters.ts";
import { operationIdentity } from "./operation-names.ts";
import { readPagination } from "./read-pagination.ts";
import { readRetry } from "./read-retry.ts";
import { serverUrl } from "./servers.ts";

/** An operation before it is named, with the pointer that it stands at. */
export type UnnamedOperation = Omit<Operation, "name" | "functionName" | "aliases"> & {
  readonly pointer: string;
  readonly node: Json;
};

/**
 * Reads every operation under `paths`, in document order, with parameters of the path item and of
 * components put in place.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#operation-object
 */
export function readOperations(assembled: Assembled): Checked<readonly UnnamedOperation[]> {
  const { document } = assembled;
  const diagnostics: Diagnostic[] = [];
  const operations = Object.entries(ownObject(document, "paths"))
    .filter(([path]) => !path.startsWith("x-"))
    .flatMap(([path, item]) => {
      diagnostics.push(...checkPath(assembled, path));
      const pathItem = dereference(document, {
        node: item,
        kind: "pathItem",
        pointer: appendPointer("/paths", path),
      });
      return httpMethods.flatMap((method) => {
        const node = own(pathItem.node, method);
        if (node === undefined) return [];
        const operation = {
          node,
          kind: "operation",
          pointer: appendPointer(pathItem.pointer, method),
        } as const;
        const read = readOperation(assembled, path, method, pathItem, operation);
        diagnostics.push(...read.diagnostics);
        return [read.value];
      });
    });
  return { value: operations, diagnostics: [...diagnostics, ...duplicateIds(assembled, operations)] };
}

function readOperation(
  assembled: Assembled,
  path: string,
  httpMethod: HttpMethod,
  pathItem: DocumentNode,
  operation: DocumentNode,
): Checked<UnnamedOperation> {
  const { document } = assembled;
  const { node, pointer } = operation;
  const parameters = readParameters(assembled, path, pathItem, operation);
  const body = readBody(assembled, operation, parameters.value);
  const responses = readResponses(assembled, operation);
  const server = ownServer(document, node) ?? ownServer(document, pathItem.node);
  const retry = readRetry(assembled, httpMethod, operation);
  const contents = { parameters: parameters.value, body: body.value, ...responses.value };
  const pagination = readPagination(assembled, operation, contents);
  return {
    value: {
      operationId: ownString(node, "operationId"),
      httpMethod,
      path,
      summary: ownString(node, "summary"),
      description: ownString(node, "description"),
      deprecated: own(node, "deprecated") === true,
      ...contents,
      server,
      retry: retry.value,
      pagination: pagination.value,
      pointer,
      node,
    },
    diagnostics: [parameters, body, responses, retry, pagination].flatMap(({ diagnostics }) => diagnostics),
  };
}

/** The first server that a path item or operation has for itself; none if it has those of the API. */
function ownServer(document: JsonObject, node: Json): string | undefined {
  const servers = ownArray(node, "servers").map(serverUrl);
  const general = new Set(ownArray(document, "servers").map(serverUrl));
  const isGeneral = servers.length === general.size && servers.every((url) => general.has(url));
  return isGeneral ? undefined : servers[0];
}

function duplicateIds(assembled: Assembled, operations: readonly UnnamedOperation[]): readonly Diagnostic[] {
  const first = new Map<string, UnnamedOperation>();
  return operations.flatMap((operation) => {
    const { operationId, pointer } = operation;
    if (operationId === undefined) return [];
    const earlier = first.get(operationId);
    if (earlier === undefined) {
      first.set(operationId, operation);
      return [];
    }
    const message = `The operationId ${JSON.stringify(operationId)} is already used by ${operationIdentity(earlier)}.`;
    const help =
      "Give one of the two another operationId, in the document or in the overlay: " +
      `\`- target: $.paths[${JSON.stringify(operation.path)}].${operation.httpMethod}\` with \`update: { operationId: … }\`.`;
    return [
      error(
        "operation-id-duplicate",
        message,
        help,
        placeOf(assembled, appendPointer(pointer, "operationId")),
      ),
    ];
  });
}
