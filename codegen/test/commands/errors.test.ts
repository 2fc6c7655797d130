import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Json } from "../../src/source/json.ts";
import { readFiles } from "../temporary-folder.ts";
import { packageFolders, sdkmill, temporaryProject } from "../temporary-project.ts";

/** One fault of every stage. */
const broken: Readonly<Record<string, Json>> = {
  "schemas/shop/broken.json": '{\n  "title": "Broken",\n  "type": \n}',
  "schemas/shop/dangling.json": {
    title: "Dangling",
    properties: { pet: { $ref: "#/components/schemas/Pett" }, far: { $ref: "https://example.com/x.json" } },
  },
  "schemas/shop/dialect.json": { $schema: "http://json-schema.org/draft-03/schema#", title: "Dialect" },
  "schemas/shop/one.json": { title: "Pet" },
  "schemas/shop/other.json": { title: "Pet" },
  "schemas/shop/shape.yaml": "title: Shape\ntype: object\nproperties:\n  a: { type: text }\n",
  "schemas/shop/upper.json": { title: "PET" },
};

const fine: Readonly<Record<string, Json>> = { "schemas/fine/Toy.json": { title: "Toy", type: "string" } };

describe("errors", () => {
  test("of one run are all on stderr, each with file, line, column, code, pointer and help", () => {
    const root = temporaryProject(broken);
    const before = readFiles(root);
    const { code, stdout, stderr } = sdkmill(root, "generate");
    const lines = stderr.trimEnd().split("\n");
    expect({
      code,
      stdout,
      heads: lines.filter((line) => line.startsWith("schemas/")),
      last: lines.at(-1),
    }).toStrictEqual({
      code: 1,
      stdout: "",
      heads: [
        "schemas/shop/broken.json:4:1 error json-syntax",
        "schemas/shop/dangling.json:5:7 error reference-dangling #/properties/pet/$ref",
        "schemas/shop/dangling.json:8:7 error reference-external #/properties/far/$ref",
        "schemas/shop/dialect.json:2:3 error dialect-unknown #/$schema",
        "schemas/shop/one.json:1:1 error name-collision",
        "schemas/shop/other.json:2:3 error schema-title-duplicate #/title",
        "schemas/shop/shape.yaml:4:8 error schema-shape #/properties/a/type",
      ],
      last: "7 errors; nothing was written.",
    });
    expect(lines.filter((line) => line.startsWith("  help: "))).toHaveLength(7);
    expect(stderr).toContain('Did you mean "#/components/schemas/Pet"?');
    expect(readFiles(root)).toStrictEqual(before);
  });

  test("in one API keep all of them from being written", () => {
    const root = temporaryProject({ ...fine, "schemas/shop/Pet.json": { title: "Pet", $ref: "#/nowhere" } });
    const before = readFiles(root);
    const { code, stderr } = sdkmill(root, "generate");
    expect({ code, last: stderr.trimEnd().split("\n").at(-1) }).toStrictEqual({
      code: 1,
      last: "1 error; nothing was written.",
    });
    expect(readFiles(root)).toStrictEqual(before);
    expect(sdkmill(root, "generate", "fine").code).toBe(0);
    expect(packageFolders(root)).toStrictEqual(["fine-types", "fine-validators"]);
  });

  test("of several APIs are reported together", () => {
    const root = temporaryProject({ "schemas/b/x.json": "{", "schemas/a/y.json": "[]", ...fine });
    const heads = sdkmill(root, "generate")
      .stderr.split("\n")
      .filter((line) => line.startsWith("schemas/"));
    expect(heads).toStrictEqual([
      "schemas/a/y.json:1:1 error not-an-object",
      "schemas/b/x.json:1:2 error json-syntax",
    ]);
  });

  test("keep what was generated before", () => {
    const root = temporaryProject(fine);
    sdkmill(root, "generate");
    const before = readFiles(join(root, "packages"));
    mkdirSync(join(root, "schemas/empty"));
    const { code, stderr } = sdkmill(root, "generate");
    expect({ code, head: stderr.split("\n")[0] }).toStrictEqual({
      code: 1,
      head: "schemas/empty error source-empty",
    });
    expect(readFiles(join(root, "packages"))).toStrictEqual(before);
  });

  // Prevents: a run that succeeds and gives nothing.
  test("are reported if a folder has no schema and no operation", () => {
    const overlay = {
      overlay: "1.0.0",
      info: { title: "x", version: "1" },
      actions: [{ target: "$", update: {} }],
    };
    const root = temporaryProject({ "schemas/shop/overlay.json": overlay });
    const { code, stderr } = sdkmill(root, "generate");
    expect(code).toBe(1);
    expect(stderr).toContain("error source-empty");
  });
});
