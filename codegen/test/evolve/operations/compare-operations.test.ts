import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { contractDocument } from "../../../src/contract/contract-document.ts";
import { readPlacedContract } from "../../../src/contract/read-contract.ts";
import { operationRuleTable } from "../../../src/evolve/operations/operation-rules.ts";
import { defaultPolicy } from "../../../src/evolve/policy.ts";
import type { Revision } from "../../../src/evolve/revision.ts";
import type { JsonObject } from "../../../src/source/json.ts";
import { load } from "../../../src/source/load.ts";
import { parse } from "../../../src/source/parse.ts";
import { apiSamples } from "./api-samples.ts";
import {
  answer,
  comparedOperations,
  findingLine,
  listing,
  revisionOf,
  shop,
  withPaths,
} from "./compared-operations.ts";
import { contentSamples } from "./content-samples.ts";
import { operationSamples } from "./operation-samples.ts";
import { parameterSamples } from "./parameter-samples.ts";
import { responseSamples } from "./response-samples.ts";
import { securitySamples } from "./security-samples.ts";
import { serverSamples } from "./server-samples.ts";

const samples = Object.entries({
  operations: operationSamples,
  parameters: parameterSamples,
  content: contentSamples,
  responses: responseSamples,
  security: securitySamples,
  servers: serverSamples,
  api: apiSamples,
}).flatMap(([area, list]) => list.map((sample) => ({ ...sample, name: `${area}: ${sample.name}` })));

function kindsBetween(old: Revision, next: Revision): readonly string[] {
  return comparedOperations(old, next).findings.map(({ kind }) => kind);
}

function mirrorOf(kind: string): string {
  return operationRuleTable[kind]?.mirror ?? `no rule for ${kind}`;
}

describe("compareOperations", () => {
  test.each(samples)("finds: $name", ({ old, new: next, found, schemas }) => {
    const compared = comparedOperations(revisionOf(old), revisionOf(next));
    expect({
      found: compared.findings.map((finding) => findingLine(finding)),
      schemas: compared.schemas,
    }).toStrictEqual({ found, schemas: schemas ?? compared.schemas });
  });

  test.each(samples)("finds the mirror of it backwards: $name", ({ old, new: next }) => {
    const [before, after] = [revisionOf(old), revisionOf(next)];
    expect(kindsBetween(after, before).toSorted()).toStrictEqual(
      kindsBetween(before, after).map(mirrorOf).toSorted(),
    );
  });

  test.each(samples)("finds nothing between a document and itself: $name", ({ old, new: next }) => {
    for (const document of [old, next])
      expect(kindsBetween(revisionOf(document), revisionOf(document))).toStrictEqual([]);
  });

  test("has a sample for every rule, there or back", () => {
    const seen = new Set(
      samples.flatMap(({ found }) => found.map((line) => line.slice(0, line.indexOf(" ")))),
    );
    const unseen = Object.keys(operationRuleTable).filter(
      (kind) => !seen.has(kind) && !seen.has(mirrorOf(kind)),
    );
    expect(unseen).toStrictEqual([]);
  });

  test("says where something stands: where it is used if it came or went, where it is written otherwise", () => {
    const shared = { name: "limit", in: "query", schema: { type: "string" } };
    const document = (parameter: JsonObject, ...references: readonly string[]): JsonObject =>
      shop(
        { parameters: references.map((name) => ({ $ref: `#/components/parameters/${name}` })) },
        { components: { parameters: { Limit: parameter, Page: { ...shared, name: "page" } } } },
      );
    const old = revisionOf(document(shared, "Limit"));
    const next = revisionOf(document({ ...shared, required: true }, "Limit", "Page"));
    const { findings } = comparedOperations(old, next);
    expect(findings.map(({ old: before, new: after }) => [before, after])).toStrictEqual([
      ["/components/parameters/Limit", "/components/parameters/Limit"],
      [undefined, "/paths/~1items/get/parameters/1"],
    ]);
  });

  test("goes by the order of the new document, and tells what is gone last", () => {
    const old = withPaths({ "/a": { get: {} }, "/z": { get: {} }, "/m": { get: {} } });
    const next = withPaths({ "/new": { get: {} }, "/m": { get: { deprecated: true } } });
    const { findings } = comparedOperations(revisionOf(old), revisionOf(next));
    expect(findings.map(({ kind, subject }) => `${kind} ${subject}`)).toStrictEqual([
      "operation-added new.get",
      "operation-deprecated m.get",
      "operation-removed a.get",
      "operation-removed z.get",
    ]);
  });

  test("leaves it to the policy whether code that names an error is broken", () => {
    const errors = { "404": answer({ type: "string" }), default: answer({ type: "string" }) };
    const old = revisionOf(
      shop({ responses: { "204": { description: "Done" }, "409": answer({}), ...errors } }),
    );
    const next = revisionOf(shop({ responses: { "204": { description: "Done" }, "404": answer({}) } }));
    const policy = { ...defaultPolicy, deadBranch: "major" } as const;
    const { findings } = comparedOperations(old, next, policy);
    expect(
      findings.map((finding) => findingLine(finding, policy).split(" ").slice(0, 2).join(" ")),
    ).toStrictEqual(["error-response-removed M/-", "error-response-removed M/-"]);
  });

  // Prevents: callbacks that lead to two others each, which took as many comparisons as there are ways.
  test("compares a callback once, however many ways lead to it, and one that leads to itself", () => {
    const levels = 40;
    const callbacks = Object.fromEntries(
      Array.from({ length: levels }, (_, level) => {
        const below = `#/components/callbacks/Level${(level + 1) % levels}`;
        const operation = { callbacks: { a: { $ref: below }, b: { $ref: below } } };
        return [`Level${level}`, { "https://hook.example": { post: operation } }];
      }),
    );
    const document = shop(
      { callbacks: { first: { $ref: "#/components/callbacks/Level0" } } },
      { components: { callbacks } },
    );
    const deprecated = JSON.parse(
      JSON.stringify(document).replace('"post":{', '"post":{"deprecated":true,'),
    ) as JsonObject;
    const kinds = kindsBetween(revisionOf(document), revisionOf(deprecated));
    expect(kinds).toStrictEqual(["operation-deprecated"]);
  });
});

describe("the contract of Stytch", () => {
  const folder = fileURLToPath(new URL("../../../../schemas/stytch", import.meta.url));
  const loaded = load(folder);
  const { documents } = parse(loaded.value.documents).value;
  const identity = { name: "stytch", label: "schemas/stytch" };
  const read = readPlacedContract(identity, documents, loaded.value.lock).value;
  const revision: Revision = { ...read, label: "schemas/stytch", isFile: false };

  test.each([
    ["itself", revision],
    ["its released document", revisionOf(contractDocument(read.contract))],
  ])("has nothing that differs from %s, and every schema of an operation is compared", (_name, other) => {
    const { findings, schemas } = comparedOperations(other, revision);
    expect(findings).toStrictEqual([]);
    // Bodies, answers, and parameters.
    expect(schemas.length).toBeGreaterThan(read.contract.operations.length * 3);
    expect(comparedOperations(revision, other).findings).toStrictEqual([]);
  });
});

test("a document of nothing has nothing to compare", () => {
  const empty = revisionOf({ openapi: "3.1.0", info: { title: "None", version: "1" } });
  const one = revisionOf(
    withPaths({ "/items": { get: listing() } }, { info: { title: "None", version: "1" } }),
  );
  expect(kindsBetween(empty, one)).toStrictEqual(["server-default-added", "operation-added"]);
});
