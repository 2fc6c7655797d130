import { warning } from "../diagnostics.ts";
import { own, withProperties, type JsonObject } from "../source/json.ts";
import type { NodeKind } from "../source/openapi-shape.ts";
import { unchanged, withoutKeywords, type KeywordFault, type RaisedSchema } from "./raise-step.ts";

/** What documents are raised to. */
export const latestVersion = "3.1.0";

/** Fields that 3.1 has brought: in a document of 3.0 they say nothing. */
const laterFields: Readonly<Partial<Record<NodeKind, readonly string[]>>> = {
  document: ["jsonSchemaDialect", "webhooks"],
  components: ["pathItems"],
};

/**
 * Says one object of an OpenAPI 3.0 document, other than a schema, in 3.1. Both have the same objects, and what
 * one of them may say in 3.0 it may say in 3.1 and means the same by it: parameters with `allowEmptyValue`,
 * responses, callbacks, links stay as they are. Left out is what 3.0 does not have, so that nobody reads it. That
 * 3.0 requires `paths` and 3.1 does not is no reason to refuse a document of schemas alone.
 *
 * @see https://spec.openapis.org/oas/v3.0.4.html#openapi-object
 * @see https://spec.openapis.org/oas/v3.1.1.html#openapi-object
 */
export function raiseOpenapi(node: JsonObject, kind: NodeKind): RaisedSchema {
  const foreign = (laterFields[kind] ?? []).filter((field) => own(node, field) !== undefined);
  const raised = foreign.length === 0 ? unchanged(node) : withoutKeywords(node, foreign.map(foreignField));
  return kind === "document"
    ? { ...raised, schema: withProperties(raised.schema, { openapi: latestVersion }) }
    : raised;
}

function foreignField(field: string): KeywordFault {
  const message = `\`${field}\` is not a field of OpenAPI 3.0; it has no effect.`;
  const help = `Remove it, or say \`openapi: ${latestVersion}\` if that is what the document is written in.`;
  return { keyword: field, diagnostic: warning("keyword-unknown", message, help) };
}
