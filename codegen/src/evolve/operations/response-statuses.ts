import { own, ownObject, type Json } from "../../source/json.ts";
import type { CoveredKeys } from "./match-covered.ts";
import type { Part } from "./part.ts";

/** The answers of an operation by their statuses, and which of them mean success. */
export interface Statuses extends CoveredKeys {
  readonly responses: ReadonlyMap<string, Part>;
  readonly isSuccess: (status: string) => boolean;
}

/**
 * Reads which answers mean success: 2XX, or without any of these `default`. A range covers its statuses;
 * `default` covers all others, but beside answers that mean success it is an error.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#responses-object
 */
export function readStatuses(responses: ReadonlyMap<string, Part>): Statuses {
  const keys = [...responses.keys()];
  const isNamed = keys.some((status) => status.startsWith("2"));
  const isSuccess = (status: string): boolean => status.startsWith("2") || (status === "default" && !isNamed);
  return {
    responses,
    keys,
    isSuccess,
    covering: (status) =>
      [`${status.charAt(0)}XX`, "default"].filter(
        (wider) =>
          wider !== status &&
          status !== "default" &&
          keys.includes(wider) &&
          (wider !== "default" || !status.startsWith("2") || !isNamed),
      ),
  };
}

/** Whether two results are the same to a compiler. */
export interface Results {
  /** The schemas of JSON among the answers that mean success, as texts. */
  readonly schemas: ReadonlySet<string>;
  readonly mayBeEmpty: boolean;
}

const jsonMediaType = /^application\/(json|[^;]+\+json)\s*(;|$)/i;

/** Whether clients read a media type as JSON. */
export function isJson(mediaType: string): boolean {
  return jsonMediaType.test(mediaType);
}

/** What an operation may answer with success, as its client types it. */
export function readResults({ responses, isSuccess }: Statuses): Results {
  const parts = [...responses].flatMap(([status, part]) => (isSuccess(status) ? [part] : []));
  return {
    schemas: new Set(parts.flatMap(({ node }) => jsonSchemas(node))),
    mayBeEmpty: parts.some(({ node }) => isEmpty(node)),
  };
}

/** The schemas of JSON that an answer has, as texts. */
export function jsonSchemas(response: Json): readonly string[] {
  return Object.entries(ownObject(response, "content")).flatMap(([mediaType, media]) =>
    isJson(mediaType) ? [JSON.stringify(own(media, "schema") ?? true)] : [],
  );
}

/** Whether an answer has no content. */
export function isEmpty(response: Json): boolean {
  return Object.keys(ownObject(response, "content")).length === 0;
}
