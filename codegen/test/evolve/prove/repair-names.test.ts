import { expect, test } from "vitest";
import { readContract } from "../../../src/contract/read-contract.ts";
import { operationNames } from "../../contract-of.ts";
import {
  alikeRepairs,
  nameRepairs,
  repairOverlay,
  type NameRepair,
} from "../../../src/evolve/prove/repair-names.ts";
import { openapiRoot } from "../../generated-contract.ts";
import { documentsOf } from "../../source-of.ts";

const identity = { name: "shop", label: "shop" };
const done = { responses: { "204": { description: "Done" } } };

test("names that collide, and operationIds that several operations have, are mended", () => {
  const documents = documentsOf({
    "api.json": openapiRoot({
      paths: {
        "/v1/users/{id}/apps": { get: { operationId: "users_Apps", ...done } },
        "/v1/users/{id}/apps/{app}/revoke": { post: { operationId: "users_apps_Revoke", ...done } },
        "/v1/links/open": { post: { operationId: "links_v1_Open", ...done } },
        "/v1/b2b/links/open": { post: { operationId: "links_v1_Open", ...done } },
      },
    }),
  });
  const broken = readContract(identity, documents, undefined);
  const repairs = nameRepairs(broken.diagnostics, documents);
  const mended = readContract(identity, [...documents, ...repairOverlay(repairs)], undefined);
  const isOfNames = ({ code }: { readonly code: string }): boolean =>
    ["name-collision", "operation-id-duplicate"].includes(code);
  expect(
    broken.diagnostics
      .filter(isOfNames)
      .map(({ code }) => code)
      .toSorted(),
  ).toStrictEqual(["name-collision", "operation-id-duplicate"]);
  expect(mended.diagnostics.filter(isOfNames)).toStrictEqual([]);
  // No name but the one that collided is another one.
  const [before, after] = [operationNames(broken.value), operationNames(mended.value)];
  expect(after.filter((name) => !before.includes(name))).toStrictEqual(["users.getApps"]);
  expect(mended.value.operations.map(({ operationId }) => operationId)).toContain(
    "post:/v1/b2b/links/open:links_v1_Open",
  );
});

test("what needs no repair gets no overlay", () => {
  expect(repairOverlay(nameRepairs([], []))).toStrictEqual([]);
});

test("both revisions call the same operation the same", () => {
  const repair = (pointer: string, name: string): NameRepair => ({
    action: { target: pointer, update: { "x-sdkmill-name": name } },
    pointer,
  });
  const [old, same, other] = [repair("/a", "a.get"), repair("/a", "a.get2"), repair("/b", "b.get")];
  expect(alikeRepairs([same, other], [old])).toStrictEqual([old, other]);
});
