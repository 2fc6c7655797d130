import { literal } from "../../emit/code.ts";
import { dereference } from "../../contract/positions.ts";
import { own, ownObject, ownString, type Json, type JsonObject } from "../../source/json.ts";
import { parametersOf } from "../operations/match-parameters.ts";
import { partsIn, partUnder, type OperationPart } from "../operations/part.ts";
import { readStatuses } from "../operations/response-statuses.ts";
import type { ProgramWriter } from "./program.ts";

const scalars: ReadonlySet<string> = new Set(["string", "number", "integer", "boolean"]);

function dereferenced(document: JsonObject, node: Json): Json {
  return dereference(document, { node, kind: "parameter", pointer: "" }).node;
}

/**
 * Uses an operation in the form of openapi-typescript: names each of its parameters, bodies and answers, and
 * calls it by its path, with no more than it needs.
 *
 * @param document in which the operation is
 */
export function writeOpenapiUses(
  document: JsonObject,
  operation: OperationPart,
  writer: ProgramWriter,
): void {
  const { method, path } = operation;
  const type = `openapi.paths[${literal(path)}][${literal(method)}]`;
  let count = 0;
  const name = (used: string, isCase = false): void => {
    writer.line(`export type Part${(count += 1)} = ${used};`, { kind: isCase ? "case" : "use" });
  };
  name(`${type}["responses"]`);

  const parameters = parametersOf(document, operation);
  for (const parameter of parameters)
    name(`NonNullable<${type}["parameters"][${literal(parameter.in)}]>[${literal(parameter.name)}]`);

  const body = partUnder(document, "requestBody", operation, "requestBody");
  const bodyType = `NonNullable<${type}["requestBody"]>["content"]`;
  const mediaTypes = Object.keys(ownObject(body?.node, "content"));
  for (const mediaType of mediaTypes) name(`${bodyType}[${literal(mediaType)}]`);

  const statuses = readStatuses(partsIn(document, "response", operation, "responses"));
  for (const [status, { node }] of statuses.responses) {
    const answer = `${type}["responses"][${/^\d+$/.test(status) ? status : literal(status)}]`;
    const contents = Object.keys(ownObject(node, "content"));
    const isError = !statuses.isSuccess(status);
    if (contents.length === 0) name(answer, isError);
    for (const mediaType of contents) name(`${answer}["content"][${literal(mediaType)}]`, isError);
    for (const [header, part] of Object.entries(ownObject(node, "headers"))) {
      // Any header may be there: what is known of one shows only in its type.
      const schema = own(dereferenced(document, part), "schema");
      if (isError || !scalars.has(ownString(schema, "type") ?? "")) continue;
      writer.line(`isKnown<${answer}["headers"][${literal(header)}]>();`);
    }
  }

  const places = ["path", "query", "header", "cookie"].filter((place) =>
    parameters.some((one) => one.in === place && (place === "path" || own(one.node, "required") === true)),
  );
  // That something is given is all that counts; what it is, methods are called with.
  const params = places.map((place) => `${place}: some<never>()`);
  const isNeeded = own(body?.node, "required") === true && mediaTypes.length > 0;
  const init = [
    ...(params.length === 0 ? [] : [`params: { ${params.join(", ")} }`]),
    ...(isNeeded ? [`body: some<never>()`] : []),
  ];
  const argument = init.length === 0 ? "" : `, { ${init.join(", ")} }`;
  writer.line(`void client.$fetch.${method.toUpperCase()}(${literal(path)}${argument});`);
}
