import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { CORE_SCHEMA, load } from "js-yaml";
import { beforeAll, describe, expect, test } from "vitest";
import { own, ownObject, type Json, type JsonObject } from "../../../src/source/json.ts";
import { httpMethods } from "../../../src/source/openapi-shape.ts";
import { command } from "../../command-in-process.ts";
import { repositoryRoot } from "../../generated-type-check.ts";
import { suiteFolder } from "../../temporary-folder.ts";

/** Revisions of the document of the vendor, as it really changed: no part of this repository. */
const history = resolve(repositoryRoot, "../shared/history");
const isThere = existsSync(history);
const revisions = isThere
  ? readdirSync(history)
      .filter((name) => name.endsWith(".yml"))
      .toSorted()
  : [];

if (!isThere)
  process.stderr.write("Not tested: the history of the upstream document is not beside the repository.\n");

interface Fates {
  readonly operations: readonly string[];
  readonly schemas: readonly string[];
  readonly parts: readonly string[];
}

interface Result {
  readonly apis: readonly [
    {
      readonly unchanged: boolean;
      readonly added: Fates;
      readonly changed: Fates;
      readonly removed: Fates;
      readonly reworded: Fates;
    },
  ];
}

async function pull(root: string, api: string, revision: string): Promise<Result["apis"][0]> {
  const { code, stdout, stderr } = await command(
    root,
    "pull",
    api,
    "--from",
    join(history, revision),
    "--json",
  );
  expect({ code, stderr }).toStrictEqual({ code: 0, stderr: "" });
  return (JSON.parse(stdout) as Result).apis[0];
}

function yamlOf(path: string): JsonObject {
  return load(readFileSync(path, "utf8"), { schema: CORE_SCHEMA }) as JsonObject;
}

function operationIds(document: JsonObject): readonly string[] {
  return Object.entries(ownObject(document, "paths"))
    .flatMap(([path, item]) =>
      httpMethods.flatMap((method) => (own(item, method) === undefined ? [] : [`${method} ${path}`])),
    )
    .toSorted();
}

/** Names and types of the properties of a schema, and which it requires. */
function outline(schema: Json | undefined): Json {
  const properties = Object.entries(ownObject(schema, "properties")).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const required = own(schema, "required");
  return [
    properties.map(([name, property]) => [
      name,
      own(property, "type") ?? own(property, "$ref") ?? null,
      own(property, "format") ?? null,
    ]),
    Array.isArray(required) ? required.toSorted() : [],
    own(schema, "enum") ?? null,
  ];
}

describe.skipIf(!isThere)("the history of the upstream document", () => {
  const root = suiteFolder();

  beforeAll(() => cpSync(join(repositoryRoot, "schemas"), join(root, "schemas"), { recursive: true }));

  // What has been pulled since is newer than these revisions.
  const isPulled = existsSync(join(repositoryRoot, "schemas/stytch/upstream.lock.json"));

  test.skipIf(isPulled)(
    "changes nothing in the house by its last revision but what is known to differ",
    async () => {
      const copy = suiteFolderOf(root, "last");
      const last = revisions.at(-1) ?? "";
      const found = await pull(copy, "stytch", last);
      const none = { operations: [], schemas: [], parts: [] };
      expect(found).toMatchObject({
        added: none,
        changed: {
          operations: [],
          schemas: ["api_discovery_v1_discovery_organizations_CreateResponse"],
          parts: [],
        },
        removed: none,
        reworded: none,
      });
      expect(await pull(copy, "stytch", last)).toMatchObject({ unchanged: true });
    },
  );

  test(
    "is pulled revision by revision into the house, which has no fault after any",
    { timeout: 120_000 },
    async () => {
      for (const revision of revisions) {
        await pull(root, "stytch", revision);
        const { code, stdout } = await command(root, "validate", join(root, "schemas/stytch"));
        expect({ revision, code, stdout }).toMatchObject({
          code: 0,
          stdout: expect.stringContaining(" 0 errors,"),
        });
        expect(await pull(root, "stytch", revision)).toMatchObject({ unchanged: true });
      }
    },
  );

  test(
    "is pulled revision by revision into a new folder, which says what upstream says",
    { timeout: 120_000 },
    async () => {
      for (const revision of revisions) {
        await pull(root, "vendor", revision);
        const { code } = await command(root, "validate", join(root, "schemas/vendor"));
        expect({ revision, code }).toStrictEqual({ revision, code: 0 });
        const upstream = yamlOf(join(history, revision));
        const folder = join(root, "schemas/vendor");
        expect(operationIds(yamlOf(join(folder, "openapi.yaml")))).toStrictEqual(operationIds(upstream));
        const schemas = ownObject(own(upstream, "components"), "schemas");
        const documents = readdirSync(join(folder, "schemas")).map(
          (name) => JSON.parse(readFileSync(join(folder, "schemas", name), "utf8")) as JsonObject,
        );
        expect(documents.length).toBeGreaterThan(400);
        for (const document of documents)
          expect([document["title"], outline(document)]).toStrictEqual([
            document["title"],
            outline(schemas[String(document["title"])]),
          ]);
        expect(await pull(root, "vendor", revision)).toMatchObject({ unchanged: true });
      }
    },
  );
});

/** A copy of a project beside it. */
function suiteFolderOf(root: string, name: string): string {
  const copy = join(root, name);
  cpSync(join(repositoryRoot, "schemas"), join(copy, "schemas"), { recursive: true });
  return copy;
}
