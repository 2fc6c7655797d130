import { isDeepStrictEqual } from "node:util";
import { own, type Json } from "../../source/json.ts";
import type { Verdict, Verdicts } from "../change.ts";
import { compareHeaders } from "./compare-headers.ts";
import { compareMediaTypes } from "./compare-media-types.ts";
import { compareTexts, fieldSites } from "./compare-texts.ts";
import { matchCovered, type CoveredMatch } from "./match-covered.ts";
import { partsIn, type OperationPair } from "./part.ts";
import { quoted } from "../quoted.ts";
import {
  isEmpty,
  isJson,
  jsonSchemas,
  readResults,
  readStatuses,
  type Results,
  type Statuses,
} from "./response-statuses.ts";
import { report, type Scope } from "./scope.ts";

/** Compares the answers of an operation, by their statuses. */
export function compareResponses(scope: Scope, pair: OperationPair): void {
  const { comparison, got } = scope;
  const old = readStatuses(partsIn(comparison.old.document, "response", pair.old, "responses"));
  const next = readStatuses(partsIn(comparison.new.document, "response", pair.new, "responses"));
  const { matches, added, removed } = matchCovered(old, next, (status) => status);
  const before = readResults(old);
  for (const [status, part] of next.responses) {
    for (const match of matches.filter((candidate) => candidate.new === status))
      compareResponse(scope, match, old, next, before);
    if (!added.includes(status)) continue;
    const isSuccess = next.isSuccess(status);
    const message = `The answer ${quoted(status)} was added.`;
    const types = {
      types: isSuccess ? typesOfAnswer(before, part.node) : typesOfErrors(scope, jsonSchemas(part.node)),
    };
    const kind = isSuccess ? "response-added" : "error-response-added";
    report(scope, got, kind, message, { new: part.at }, got.side === "response" ? types : undefined);
  }
  for (const status of removed) {
    const kind = old.isSuccess(status) ? "response-removed" : "error-response-removed";
    const message = `The answer ${quoted(status)} was removed.`;
    const dead = old.isSuccess(status) ? undefined : deadBranch(scope);
    report(scope, got, kind, message, { old: old.responses.get(status)?.at }, dead);
  }
}

function compareResponse(
  scope: Scope,
  match: CoveredMatch,
  oldStatuses: Statuses,
  newStatuses: Statuses,
  results: Results,
): void {
  const { got } = scope;
  const [old, next] = [oldStatuses.responses.get(match.old), newStatuses.responses.get(match.new)];
  if (old === undefined || next === undefined) return;
  const what = `the answer ${quoted(match.new)}`;
  // The narrower of the two says what it is: `default` may be what all the others are not.
  const isSuccess =
    match.relation === "generalized" ? oldStatuses.isSuccess(match.old) : newStatuses.isSuccess(match.new);
  if (match.relation !== "same") {
    const message =
      match.relation === "generalized"
        ? `What was the answer ${quoted(match.old)} is covered by ${quoted(match.new)} now.`
        : `The answer ${quoted(match.new)}, which ${quoted(match.old)} covered, has an entry of its own now.`;
    // Where the wider one stays, types have one key more.
    const isMore = match.relation === "specialized" && match.isKept;
    const verdicts = isSuccess ? (isMore ? { types: "minor" as const } : undefined) : deadBranch(scope);
    const kind = `${isSuccess ? "" : "error-"}response-${match.relation}`;
    report(scope, got, kind, message, { old: old.at, new: next.at }, verdicts);
  }
  const pair = { old, new: next };
  compareTexts(scope, pair, { what, view: got, isEmitted: true });
  compareHeaders(scope, pair, what);
  compareMediaTypes(scope, pair, {
    what,
    view: got,
    ...(got.side === "response"
      ? {
          typesOfAdded: isSuccess
            ? typesOfMediaType(results, old.node)
            : (mediaType, schema) =>
                isJson(mediaType) ? typesOfErrors(scope, [JSON.stringify(schema ?? true)]) : "minor",
        }
      : {}),
  });
  if (!isDeepStrictEqual(own(old.node, "links") ?? {}, own(next.node, "links") ?? {})) {
    const message = `The links of ${what} were changed.`;
    report(scope, got, "response-links-changed", message, fieldSites(pair, "links"));
  }
}

/** Errors are told apart by code that may name one of them: a matter of policy. */
function deadBranch({ comparison, got }: Scope): Partial<Verdicts> | undefined {
  return got.side === "response" ? { types: comparison.policy.deadBranch } : undefined;
}

/**
 * The bodies of all errors of an API are one type of its client: one of another kind is a case more for
 * whoever reads them. Where none was known, there was nothing to be read.
 *
 * @param schemas of the bodies of an error, as texts
 */
function typesOfErrors({ comparison }: Scope, schemas: readonly string[]): Verdict {
  const known = new Set(
    comparison.old.contract.operations.flatMap(({ errors }) =>
      errors.map((schema) => JSON.stringify(schema)),
    ),
  );
  return known.size === 0 || schemas.every((schema) => known.has(schema)) ? "minor" : "major";
}

/** An answer more is nothing new to a compiler if its content is that of another one. */
function typesOfAnswer(before: Results, response: Json): Verdict {
  if (isEmpty(response)) return before.mayBeEmpty ? "minor" : "major";
  const schemas = jsonSchemas(response);
  return schemas.length > 0 && schemas.every((schema) => before.schemas.has(schema)) ? "minor" : "major";
}

/** So is a media type more: the same content, or something that clients do not read beside what they do. */
function typesOfMediaType(
  before: Results,
  oldResponse: Json,
): (mediaType: string, schema: Json | undefined) => Verdict {
  return (mediaType, schema) => {
    if (!isJson(mediaType)) return jsonSchemas(oldResponse).length > 0 ? "minor" : "major";
    return before.schemas.has(JSON.stringify(schema ?? true)) ? "minor" : "major";
  };
}
