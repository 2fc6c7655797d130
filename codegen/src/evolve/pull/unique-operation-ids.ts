import { numbered } from "../../contract/named.ts";
import { segments } from "../../contract/words.ts";
import { ownString, type JsonObject } from "../../source/json.ts";
import { operationsOf, type OperationNode } from "./operations-of.ts";

/**
 * Another operationId for each operation that has the one of an operation before it: the words of its path
 * before the old one, whose last part makes the name of the method.
 */
export function uniqueOperationIds(
  document: JsonObject,
): readonly { readonly operation: OperationNode; readonly operationId: string }[] {
  const operations = [...operationsOf(document).values()].filter(({ section }) => section === "paths");
  const ids = operations.map(({ node }) => ownString(node, "operationId"));
  const taken = new Set(ids);
  return operations.flatMap((operation, index) => {
    const id = ids[index];
    if (id === undefined || ids.indexOf(id) === index) return [];
    const operationId = firstFree(`${pathWords(operation)}.${id}`, (candidate) => taken.has(candidate));
    taken.add(operationId);
    return [{ operation, operationId }];
  });
}

function pathWords({ path, method }: OperationNode): string {
  const steps = path.split("/").filter((step) => !step.includes("{") && !/^v\d+$/.test(step));
  return steps.flatMap(segments).join("_") || method;
}

/** A text, or else the first of its numbered series that is free. */
export function firstFree(text: string, isTaken: (candidate: string) => boolean): string {
  for (const candidate of numbered(text)) if (!isTaken(candidate)) return candidate;
  return text;
}
