import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../src/source/json.ts";
import { command } from "../command-in-process.ts";
import { before, shop } from "../shop-revisions.ts";
import { sdkmill, temporaryProject } from "../temporary-project.ts";

describe("faults of a source", () => {
  test.each<readonly [about: string, sources: Readonly<Record<string, Json>>, heads: readonly string[]]>([
    ["syntax", { "old.json": "{", "new.json": before }, ["./old.json:1:2 error json-syntax"]],
    ["what is not there", { "old.json": before }, ["new.json error source-missing"]],
    [
      "references to nothing, of both",
      { "old.json": { title: "A", $ref: "#/b" }, "new.json": { title: "A", $ref: "#/c" } },
      ["./old.json:3:3 error reference-dangling #/$ref", "./new.json:3:3 error reference-dangling #/$ref"],
    ],
    [
      "choices that there are not",
      { "old.json": before, "new.json": { ...before, "x-sdkmill": { evolution: { deadBranch: "none" } } } },
      [
        expect.stringMatching(
          /^\.\/new\.json:\d+:\d+ error option-invalid #\/x-sdkmill\/evolution\/deadBranch$/,
        ),
      ],
    ],
  ])("keep it from being compared: %s", async (_, sources, heads) => {
    for (const flags of [[], ["--json"], ["--fail-on", "major"]]) {
      const { code, stdout, stderr } = await command(
        temporaryProject(sources),
        "diff",
        "old.json",
        "new.json",
        ...flags,
      );
      expect({ code, stdout, heads: stderr.split("\n").filter((line) => /^\S/.test(line)) }).toStrictEqual({
        code: 1,
        stdout: "",
        heads,
      });
    }
  });

  test("that only a generator minds are counted", async () => {
    const twice = { operationId: "list", responses: { "204": { description: "" } } };
    const odd = {
      ...before,
      paths: { "/a": { get: twice }, "/b": { get: twice } },
      components: { schemas: { Pet: { type: "string", odd: 1 }, PET: { type: "string", pattern: "(" } } },
    };
    const root = temporaryProject({ "api/a.json": odd });
    const { code, stdout, stderr } = await command(root, "diff", "api", "api", "--fail-on", "patch");
    expect({ code, head: stdout.split("\n")[0] }).toStrictEqual({
      code: 0,
      head: "Bump: none. Types: none, wire: none, validators: none.",
    });
    expect(stderr).toMatch(/^(api: \d+ warnings; sdkmill validate api lists them\.\n){2}$/);
    expect(sdkmill(root, "validate", "api").code).toBe(1);
  });
});

describe("where people disagree, what breaks is chosen", () => {
  const withStatus = (values: readonly string[], evolution?: JsonObject): JsonObject =>
    shop(
      { properties: { status: { type: "string", enum: values, "x-sdkmill-enum": "closed" } } },
      evolution === undefined ? {} : { "x-sdkmill": { evolution } },
    );

  test.each<readonly [evolution: JsonObject | undefined, policy: readonly string[], bump: string]>([
    [undefined, [], "minor"],
    [{ deadBranch: "major" }, [], "major"],
    [undefined, ["--policy", "deadBranch=major"], "major"],
    [{ deadBranch: "major" }, ["--policy=openWorld=strict,deadBranch=minor"], "minor"],
  ])("by the new contract %j and the command %j: %s", async (evolution, policy, bump) => {
    const root = temporaryProject({
      // What the old one chose is past.
      "old.json": withStatus(["a", "b"], { deadBranch: "major" }),
      "new.json": withStatus(["a"], evolution),
    });
    const { stdout } = await command(
      root,
      "diff",
      "old.json",
      "new.json",
      "--json",
      "--no-witness",
      ...policy,
    );
    expect(JSON.parse(stdout)).toMatchObject({ bump });
  });
});

describe("two files of one schema each", () => {
  const draft = (maxLength: number): Json => ({
    $schema: "http://json-schema.org/draft-07/schema#",
    properties: { name: { $ref: "#/definitions/name" } },
    definitions: { name: { type: "string", maxLength } },
  });

  test("are compared, and not what they are called", async () => {
    const root = temporaryProject({ "before.json": draft(9), "after.json": draft(5) });
    const { stdout } = await command(root, "diff", "before.json", "after.json", "--json");
    const { changes } = JSON.parse(stdout) as { readonly changes: readonly JsonObject[] };
    expect(changes.map((change) => [change["kind"], change["subject"], change["old"]])).toStrictEqual([
      ["max-length-decreased", "SchemaName", { file: "before.json", pointer: "/definitions/name/maxLength" }],
    ]);
  });
});
