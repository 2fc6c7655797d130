import { clientProgram } from "./client-program.ts";
import { operationsOf } from "../operations/match-operations.ts";
import type { ConsumerContext } from "./consumer-context.ts";
import { operationProgram } from "./operation-program.ts";
import type { Program } from "./program.ts";
import { schemaProgram } from "./schema-program.ts";

/** Every program that a contract gives: one for each operation and schema, and one for the client. */
export function consumerPrograms(context: ConsumerContext): readonly Program[] {
  const { schemas } = context.revision.contract;
  const operations = operationsOf(context.revision);
  return [
    ...operations.flatMap((part) => operationProgram(part, context) ?? []),
    ...schemas.map((schema) => schemaProgram(schema, context)),
    ...(operations.length === 0 ? [] : [clientProgram(context)]),
  ];
}
