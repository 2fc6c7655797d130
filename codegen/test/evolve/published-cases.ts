/** Cases that other people published: two documents, or two schemas to be put in a position, and what they expect. */

import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { repositoryRoot } from "../generated-type-check.ts";

export interface PublishedCase {
  readonly id: string;
  readonly position: string;
  readonly kind: "document" | "fragment";
  readonly expected: string;
  readonly before: string;
  readonly after: string;
}

const file = resolve(repositoryRoot, "../shared/anchors/version-bump-cases/netcracker.json");

export const hasPublishedCases = existsSync(file);

export function publishedCases(): readonly PublishedCase[] {
  const { cases } = JSON.parse(readFileSync(file, "utf8")) as { readonly cases: readonly PublishedCase[] };
  return cases;
}

/** The two documents of a case, as texts in YAML. */
export function documentsOfCase({ kind, position, before, after }: PublishedCase): readonly [string, string] {
  if (kind === "document") return [before, after];
  // Keywords that only 3.1 has.
  const isLater = /type: *\n? *- |type: \[|: null|- 'null'|exclusiveM\w+: \d|const:|\$ref/.test(
    before + after,
  );
  const version = isLater ? "3.1.0" : "3.0.3";
  return [inPosition(before, position, version), inPosition(after, position, version)];
}

function inPosition(schema: string, position: string, version: string): string {
  const answer = ["      responses:", "        '200':", "          description: Done"];
  const wrapped: Readonly<Record<string, readonly string[]>> = {
    "request-body-schema": [
      ...["      requestBody:", "        required: true", "        content:", "          application/json:"],
      ...["            schema:", indented(schema, 14), ...answer],
    ],
    "parameter-schema": [
      ...["      parameters:", "        - name: filter", "          in: query", "          schema:"],
      ...[indented(schema, 12), ...answer],
    ],
    "response-body-schema": [
      ...[...answer, "          content:", "            application/json:", "              schema:"],
      indented(schema, 16),
    ],
    "response-header-schema": [
      ...[...answer, "          headers:", "            X-Filter:", "              schema:"],
      indented(schema, 16),
    ],
  };
  const operation = wrapped[position];
  if (operation === undefined) throw new Error(`There is no position ${position}.`);
  return [
    `openapi: ${version}`,
    'info: { title: Shop, version: "1" }',
    "servers: [{ url: https://shop.example }]",
    ...["paths:", "  /orders:", "    post:", "      operationId: orders_Create", ...operation, ""],
  ].join("\n");
}

function indented(text: string, spaces: number): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? line : " ".repeat(spaces) + line))
    .join("\n");
}
