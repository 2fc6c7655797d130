import { readPlacedContract } from "../../../src/contract/read-contract.ts";
import type { Verdict } from "../../../src/evolve/change.ts";
import { compareOperations } from "../../../src/evolve/operations/compare-operations.ts";
import type { Finding } from "../../../src/evolve/finding.ts";
import { judgeFinding } from "../../../src/evolve/judge-finding.ts";
import { defaultPolicy, type Policy } from "../../../src/evolve/policy.ts";
import type { Revision } from "../../../src/evolve/revision.ts";
import type { Json, JsonObject } from "../../../src/source/json.ts";
import { parseSource } from "../../source-of.ts";

/** What a comparison of two documents reported, and which schemas it wanted to be compared. */
export interface ComparedOperations {
  readonly findings: readonly Finding[];
  /** `/paths/…/schema -> /paths/…/schema response items.list`. */
  readonly schemas: readonly string[];
}

/** The revision that one OpenAPI document is, whatever is wrong with it. */
export function revisionOf(document: Json): Revision {
  const parsed = parseSource({ "openapi.json": document });
  const { documents, broken } = parsed.value;
  const read = readPlacedContract({ name: "shop", label: "shop" }, documents, undefined, broken);
  return { ...read.value, label: "shop", isFile: true };
}

/** Compares two revisions, with a recorder in the place of the comparison of schemas. */
export function comparedOperations(
  old: Revision,
  next: Revision,
  policy: Policy = defaultPolicy,
): ComparedOperations {
  const findings: Finding[] = [];
  const schemas: string[] = [];
  compareOperations({
    old,
    new: next,
    policy,
    report: (finding) => void findings.push(finding),
    compareSchemas: (before, after, view, subject) => {
      const places = before === after ? before : `${before} -> ${after}`;
      schemas.push(`${places} ${view.side} ${subject}`);
    },
  });
  return { findings, schemas };
}

const letters: Readonly<Record<Verdict, string>> = { none: "-", patch: "p", minor: "m", major: "M" };

/** A finding on a line: its kind, what it demands of types and of the wire, whose it is, what it says. */
export function findingLine(finding: Finding, policy: Policy = defaultPolicy): string {
  const { types, wire } = judgeFinding(finding, policy);
  return `${finding.kind} ${letters[types]}/${letters[wire]} ${finding.subject}: ${finding.message}`;
}

/** Two documents, and what is found between them. */
export interface OperationSample {
  readonly name: string;
  readonly old: JsonObject;
  readonly new: JsonObject;
  /** Lines of findings, in their order. */
  readonly found: readonly string[];
  /** The schemas that are compared, if the sample is about them. */
  readonly schemas?: readonly string[];
}

/** A document with one operation, `items.list`, at `GET /items`. */
export function shop(operation: JsonObject = {}, root: JsonObject = {}): JsonObject {
  return withPaths({ "/items": { get: listing(operation) } }, root);
}

/** An operation that is called `items.list` at `GET /items`. */
export function listing(operation: JsonObject = {}): JsonObject {
  return { operationId: "list", responses: { "204": { description: "Done" } }, ...operation };
}

export function withPaths(paths: JsonObject, root: JsonObject = {}): JsonObject {
  return {
    openapi: "3.1.0",
    info: { title: "Shop", version: "1.0.0" },
    servers: [{ url: "https://shop.example" }],
    paths,
    ...root,
  };
}

/** A response with JSON of a schema. */
export function answer(schema: JsonObject): JsonObject {
  return { description: "Answer", content: { "application/json": { schema } } };
}
