import { describe, expect, test } from "vitest";
import type { Json } from "../../src/source/json.ts";
import {
  addDocuments,
  packageFolders,
  sdkmill,
  temporaryProject,
  type CommandResult,
} from "../temporary-project.ts";

const toy: Json = { title: "Toy", enum: ["ball"] };

/** Numbers that differ from run to run, or with every change of the runtime. */
const api = (name: string, packages: readonly Json[], notes: readonly string[]): unknown => ({
  ...{ name, source: `schemas/${name}`, milliseconds: expect.any(Number), notes, packages },
});

function parsed({ stdout }: CommandResult): unknown {
  return JSON.parse(stdout) as unknown;
}

const counted = { files: expect.any(Number), bytes: expect.any(Number) };
const folders = [
  { folder: "shop-types", ...counted },
  { folder: "shop-validators", ...counted },
];
const note = "schemas/shop has no OpenAPI document: there are types and validators, but no client.";

describe("generate --json prints one object, and nothing else, when it", () => {
  test("succeeds", () => {
    const root = temporaryProject({ "schemas/shop/Toy.json": toy });
    const result = sdkmill(root, "generate", "--json");
    expect({ code: result.code, stderr: result.stderr, stdout: parsed(result) }).toStrictEqual({
      code: 0,
      stderr: "",
      stdout: {
        ok: true,
        apis: [api("shop", folders, [note])],
        changes: expect.arrayContaining([
          { path: "packages/shop-types/src/generated/schemas.ts", kind: "added" },
          { path: "schemas/shop/names.lock.json", kind: "added" },
        ]),
        diagnostics: [],
      },
    });
    expect(parsed(sdkmill(root, "generate", "--json"))).toMatchObject({ ok: true, changes: [] });
  });

  test("succeeds with a warning", () => {
    const result = sdkmill(
      temporaryProject({ "schemas/shop/Toy.json": { ...(toy as object), odd: 1 } }),
      "generate",
      "--json",
    );
    expect(result).toMatchObject({ code: 0, stderr: "" });
    expect(parsed(result)).toMatchObject({
      ok: true,
      diagnostics: [
        {
          code: "keyword-unknown",
          severity: "warning",
          message: expect.stringContaining("`odd`"),
          help: expect.any(String),
          ...{ file: "schemas/shop/Toy.json", line: 6, column: 3, pointer: "/odd" },
        },
      ],
    });
  });

  test("fails", () => {
    const root = temporaryProject({ "schemas/shop/Toy.json": toy, "schemas/none/a.json": "{" });
    const result = sdkmill(root, "generate", "--json");
    expect({ code: result.code, stderr: result.stderr, stdout: parsed(result) }).toStrictEqual({
      code: 1,
      stderr: "",
      stdout: {
        ok: false,
        apis: [api("none", [], []), api("shop", folders, [note])],
        changes: [],
        diagnostics: [
          {
            code: "json-syntax",
            severity: "error",
            message: "Broken JSON: close brace expected.",
            help: expect.any(String),
            ...{ file: "schemas/none/a.json", line: 1, column: 2, pointer: "" },
          },
        ],
      },
    });
    expect(packageFolders(root)).toBeUndefined();
  });

  test("checks", () => {
    const root = temporaryProject({ "schemas/shop/Toy.json": toy });
    sdkmill(root, "generate");
    const upToDate = sdkmill(root, "generate", "--check", "--json");
    addDocuments(root, { "schemas/shop/Toy.json": { ...(toy as object), enum: ["bone"] } });
    const stale = sdkmill(root, "generate", "--json", "--check", "--quiet");
    expect(
      [upToDate, stale].map((result) => ({
        code: result.code,
        stderr: result.stderr,
        stdout: parsed(result),
      })),
    ).toStrictEqual([
      {
        code: 0,
        stderr: "",
        stdout: { ok: true, apis: [api("shop", folders, [note])], changes: [], diagnostics: [] },
      },
      {
        code: 1,
        stderr: "",
        stdout: {
          ok: false,
          apis: [api("shop", folders, [note])],
          changes: [
            { path: "packages/shop-types/src/generated/contract.json", kind: "changed" },
            { path: "packages/shop-types/src/generated/schemas.ts", kind: "changed" },
            { path: "packages/shop-validators/src/generated/toy.js", kind: "changed" },
          ],
          diagnostics: [],
        },
      },
    ]);
  });
});
