import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Json } from "../../src/source/json.ts";
import {
  changesetPath,
  changesetsIn,
  packages,
  pet,
  project,
  released,
  string,
} from "../changeset-project.ts";
import { command } from "../command-in-process.ts";
import { openapiRoot, type SourceFiles } from "../generated-contract.ts";
import { hostileNames } from "../hostile-names.ts";
import { readFiles } from "../temporary-folder.ts";
import { addDocuments, fileTimes, sdkmill } from "../temporary-project.ts";

const operations = openapiRoot({
  paths: { "/pets": { get: { operationId: "list", responses: { "204": { description: "" } } } } },
});

/** The front of a changeset, without what is in every one of them. */
function frontOf(root: string): readonly string[] {
  const [, front = ""] = /^---\n#.*\n([^]*?)\n---\n/.exec(readFiles(root)[changesetPath] ?? "") ?? [];
  return front.split("\n");
}

describe("changeset", () => {
  test("counts what a first release has", async () => {
    const root = project(packages("0.0.0", "types", "validators", "client"), {
      "schemas/shop/api.json": { ...operations, info: { title: "Pet *shop*", version: "1" } },
      "schemas/shop/Pet.json": pet({}),
    });
    expect(await command(root, "changeset")).toStrictEqual({
      code: 0,
      stdout: `${changesetPath} is new: @a/shop-types minor, @a/shop-validators minor, @a/shop-client minor.\n`,
      stderr: "",
    });
    expect(changesetsIn(root)).toStrictEqual({
      [changesetPath]: [
        "---",
        "# Written anew with every change of the contract, by `sdkmill changeset`.",
        '"@a/shop-types": minor',
        '"@a/shop-validators": minor',
        '"@a/shop-client": minor',
        "---",
        "",
        String.raw`Pet \*shop\*: first release, with 1 operation and 1 type.`,
        "",
      ].join("\n"),
    });
  });

  test("says what the contract changed since the last release", async () => {
    const root = project(released({ name: string, age: string }), {
      "schemas/shop/Pet.json": pet({ name: { ...string, description: "What it is called." }, tag: string }),
    });
    expect((await command(root, "changeset", "shop")).code).toBe(0);
    expect(frontOf(root)).toStrictEqual(['"@a/shop-types": major', '"@a/shop-validators": major']);
    const lines = readFiles(root)[changesetPath]?.split("\n").slice(6) ?? [];
    expect(lines).toStrictEqual([
      "Pet shop: 1 addition, 1 breaking change, 1 change of texts.",
      "",
      "**Breaking**",
      "",
      expect.stringMatching(/^- `Pet`: .*`age`/),
      "",
      "**Added**",
      "",
      expect.stringMatching(/^- `Pet`: .*`tag`/),
      "",
      "**Documentation**",
      "",
      expect.stringMatching(/^- `Pet`: /),
      "",
    ]);
  });

  test("touches nothing the second time, and is written anew from what there is then", async () => {
    const root = project(released({}), { "schemas/shop/Pet.json": pet({ tag: string }) });
    await command(root, "changeset");
    const [times, texts] = [fileTimes(root), readFiles(root)];
    expect((await command(root, "changeset")).stdout).toMatch(/ is up to date: /);
    expect(fileTimes(root)).toStrictEqual(times);

    addDocuments(root, { "schemas/shop/Pet.json": pet({ tag: string, age: string }) });
    expect((await command(root, "changeset")).stdout).toMatch(/ is changed: /);
    expect(readFiles(root)[changesetPath]).not.toBe(texts[changesetPath]);

    // Edited by hand: it is not what the contract says.
    addDocuments(root, { "schemas/shop/Pet.json": pet({ tag: string }) });
    writeFileSync(join(root, changesetPath), "edited");
    await command(root, "changeset");
    expect(readFiles(root)).toStrictEqual(texts);
  });

  test("is removed when a change is taken back, and others stay", async () => {
    const other = {
      ".changeset/other.md": '---\n"@a/shop-types": patch\n---\n\nOther.\n',
      ".changeset/README.md": "",
    };
    const root = project(released({ tag: string }), other, { "schemas/shop/Pet.json": pet({}) });
    await command(root, "changeset");
    expect(Object.keys(changesetsIn(root))).toContain(changesetPath);

    addDocuments(root, { "schemas/shop/Pet.json": pet({ tag: string }) });
    const times = fileTimes(join(root, "schemas"));
    expect((await command(root, "changeset")).stdout).toBe(
      `schemas/shop: nothing to release; ${changesetPath} is removed.\n`,
    );
    expect(changesetsIn(root)).toStrictEqual(other);
    expect((await command(root, "changeset")).stdout).toBe("schemas/shop: nothing to release.\n");
    expect(fileTimes(join(root, "schemas"))).toStrictEqual(times);
  });

  test.each<readonly [about: string, files: SourceFiles, want: readonly string[]]>([
    ["below 1.0.0", released({ tag: string }, "0.4.2"), ["types minor", "validators minor"]],
    [
      "in a fixed group",
      {
        ...released({ tag: string }),
        ...packages("0.4.2", "types"),
        ".changeset/config.json": { fixed: [["@a/shop-types", "@a/shop-validators"]] },
      },
      ["types major", "validators major"],
    ],
    [
      "that are private not at all",
      {
        ...released({ tag: string }),
        "packages/shop-types/package.json": { name: "@a/shop-types", version: "1.0.0", private: true },
      },
      ["validators major"],
    ],
    [
      "that there are, of other APIs not at all",
      {
        ...released({ tag: string }),
        "packages/shop-more-types/package.json": { name: "@a/x", version: "1.0.0" },
      },
      ["types major", "validators major"],
    ],
  ])("names packages %s", async (_, files, want) => {
    const root = project(files, { "schemas/shop/Pet.json": pet({}) });
    expect((await command(root, "changeset")).code).toBe(0);
    expect(frontOf(root)).toStrictEqual(
      want.map((line) => line.replace(/^(\w+) (\w+)$/, '"@a/shop-$1": $2')),
    );
  });

  test("writes none where there are no packages, and says what to do", async () => {
    const root = project({ "schemas/shop/Pet.json": pet({}) });
    expect(await command(root, "changeset")).toStrictEqual({
      code: 0,
      stdout: "schemas/shop: nothing to release.\n",
      stderr: "There are no packages of schemas/shop to release. Run: pnpm codegen\n",
    });
    expect(changesetsIn(root)).toStrictEqual({});
  });

  test("writes one for each API, with nothing of the others in it", async () => {
    const files = project(released({}), {
      "schemas/shop/Pet.json": pet({ tag: string }),
      "schemas/zoo/Ape.json": { title: "Ape" },
      "packages/zoo-types/package.json": { name: "@a/zoo-types", version: "0.0.0" },
    });
    await command(files, "changeset", "zoo");
    expect(Object.keys(changesetsIn(files))).toStrictEqual([".changeset/contract-zoo.md"]);
    await command(files, "changeset");
    expect(Object.keys(changesetsIn(files))).toStrictEqual([changesetPath, ".changeset/contract-zoo.md"]);
    expect(changesetsIn(files)[".changeset/contract-zoo.md"]).not.toContain("shop");
  });

  test.each<readonly [path: string, content: Json, head: string]>([
    ["schemas/shop/released.json", "{", "schemas/shop/released.json:1:2 error json-syntax"],
    ["schemas/zoo/Pet.json", "{", "schemas/zoo/Pet.json:1:2 error json-syntax"],
    ["packages/zoo-types/package.json", "[]", "packages/zoo-types/package.json error manifest-invalid"],
    [
      "packages/zoo-types/package.json",
      { name: "@a/zoo-types", version: "one" },
      "packages/zoo-types/package.json error manifest-invalid",
    ],
    [".changeset/config.json", { fixed: "@a/*" }, ".changeset/config.json error manifest-invalid"],
  ])("writes nothing at all if there is a fault in %s: %j", async (path, content, head) => {
    const root = project(released({}), {
      "schemas/shop/Pet.json": pet({ tag: string }),
      "schemas/zoo/Ape.json": { title: "Ape" },
      [path]: content,
    });
    const before = readFiles(root);
    const { code, stdout, stderr } = await command(root, "changeset");
    const lines = stderr.trimEnd().split("\n");
    expect({
      code,
      stdout,
      heads: lines.filter((line) => line.includes(" error ")),
      last: lines.at(-1),
    }).toStrictEqual({
      code: 1,
      stdout: "",
      heads: [head],
      last: "Nothing was written.",
    });
    expect(readFiles(root)).toStrictEqual(before);
  });

  test("is the same whatever the order of files, and holds foreign names as text", async () => {
    const properties = Object.fromEntries(hostileNames.map((name) => [name, string]));
    const sources = { ...released({}), "schemas/shop/Pet.json": pet(properties) };
    const [first, second] = [
      project(sources),
      project(Object.fromEntries(Object.entries(sources).toReversed())),
    ];
    await command(first, "changeset");
    await command(second, "changeset");
    expect(changesetsIn(second)).toStrictEqual(changesetsIn(first));
    const lines = changesetsIn(first)[changesetPath]?.split("\n") ?? [];
    expect(lines.filter((line) => line === "---")).toHaveLength(2);
    expect(lines).toHaveLength(12);
  });
});

test("changeset runs as a command", () => {
  const root = project(released({}), { "schemas/shop/Pet.json": pet({ tag: string }) });
  const first = sdkmill(root, "changeset", "shop");
  expect({ code: first.code, stderr: first.stderr }).toStrictEqual({ code: 0, stderr: "" });
  expect(sdkmill(root, "changeset", "--check").code).toBe(0);
});
