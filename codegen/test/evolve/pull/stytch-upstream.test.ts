import { join } from "node:path";
import { expect, test } from "vitest";
import { readHouse } from "../../../src/evolve/pull/house.ts";
import { pullUpstream } from "../../../src/evolve/pull/pull-upstream.ts";
import { load } from "../../../src/source/load.ts";
import { parse } from "../../../src/source/parse.ts";
import { ownObject } from "../../../src/source/json.ts";
import { repositoryRoot } from "../../generated-type-check.ts";

const folder = join(repositoryRoot, "schemas/stytch");

// Prevents: a repair of the upstream document that breaks what the vendor has mended.
test("an upstream document that says what the house says changes nothing, whatever is repaired in it", () => {
  const { documents } = parse(load(folder).value.documents).value;
  const [config] = parse(load(join(folder, "upstream.yaml")).value.documents).value.documents;
  const { root, schemas } = readHouse(documents).value;
  const components = {
    ...ownObject(root, "components"),
    schemas: Object.fromEntries([...schemas].map(([key, { data }]) => [key, data])),
  };
  const text = JSON.stringify({ ...root, components });
  const { value, diagnostics } = pullUpstream({
    api: "stytch",
    label: "schemas/stytch",
    documents,
    names: undefined,
    lock: undefined,
    config,
    upstream: { path: "./upstream.json", bytes: new TextEncoder().encode(text) },
    source: "upstream.json",
    etag: undefined,
  });
  expect({ diagnostics, files: [...value.files.keys()], findings: value.findings }).toStrictEqual({
    diagnostics: [],
    files: ["upstream.lock.json"],
    findings: [],
  });
  expect(schemas.size).toBeGreaterThan(500);
  expect(ownObject(config?.data, "info")).toHaveProperty("title");
});
