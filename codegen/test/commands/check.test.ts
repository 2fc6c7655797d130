import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readFiles, suiteFolder } from "../temporary-folder.ts";
import { addDocuments, copyOfProject, fileTimes, sdkmill, temporaryProject } from "../temporary-project.ts";

const schemas = { "schemas/shop/Toy.json": { title: "Toy", enum: ["ball"] } };

const upToDate = suiteFolder();

beforeAll(() => {
  addDocuments(upToDate, schemas);
  sdkmill(upToDate, "generate");
});

function generated(): string {
  return copyOfProject(upToDate);
}

describe("generate --check", () => {
  test("is content with packages that are up to date, and touches nothing", () => {
    const root = generated();
    const before = fileTimes(root);
    const { code, stdout, stderr } = sdkmill(root, "generate", "--check");
    expect({
      code,
      stderr,
      states: stdout.match(/unchanged|\d+ changed/g),
      last: stdout.trimEnd().split("\n").at(-1),
    }).toStrictEqual({
      code: 0,
      stderr: "",
      states: ["unchanged", "unchanged"],
      last: expect.stringMatching(/^Checked in \d+\.\d s\.$/),
    });
    expect(fileTimes(root)).toStrictEqual(before);
  });

  test("fails with the difference and the remedy after a change of a document, and writes nothing", () => {
    const root = generated();
    addDocuments(root, { "schemas/shop/Toy.json": { title: "Toy", enum: ["ball", "bone"] } });
    const before = fileTimes(root);
    const { code, stdout, stderr } = sdkmill(root, "generate", "--check");
    expect(code).toBe(1);
    expect(stderr).toBe("3 files are not what the generator emits. Run: pnpm codegen\n");
    expect(stdout.split("\n")).toStrictEqual(
      expect.arrayContaining([
        expect.stringMatching(/^--- packages\/shop-types\/src\/generated\/schemas\.ts/),
        expect.stringMatching(/^\+\+\+ packages\/shop-validators\/src\/generated\/toy\.js/),
        '-export type Toy = "ball";',
        '+export type Toy = "ball" | "bone";',
      ]),
    );
    expect(fileTimes(root)).toStrictEqual(before);
  });

  test.each<readonly [about: string, change: (root: string) => void, want: string]>([
    [
      "edited",
      (root) => writeFileSync(join(root, "packages/shop-types/src/generated/schemas.ts"), "edited\n"),
      "-edited",
    ],
    [
      "missing",
      (root) => rmSync(join(root, "packages/shop-types/src/generated/schemas.ts")),
      "+export type Toy",
    ],
    [
      "stale",
      (root) => writeFileSync(join(root, "packages/shop-types/src/generated/stray.ts"), "stray\n"),
      "-stray",
    ],
    ["not locked", (root) => rmSync(join(root, "schemas/shop/names.lock.json")), '+    "Toy": "Toy"'],
  ])("fails if something is %s", (_, change, want) => {
    const root = generated();
    change(root);
    const { code, stdout, stderr } = sdkmill(root, "generate", "--check", "--quiet");
    expect(code).toBe(1);
    expect(stderr).toBe("1 file is not what the generator emits. Run: pnpm codegen\n");
    expect(stdout).toContain(want);
  });

  test("writes nothing where nothing was generated yet", () => {
    const root = temporaryProject(schemas);
    const before = readFiles(root);
    const { code, stderr } = sdkmill(root, "generate", "--check");
    expect({ code, isRemedy: stderr.includes("Run: pnpm codegen") }).toStrictEqual({
      code: 1,
      isRemedy: true,
    });
    expect(readFiles(root)).toStrictEqual(before);
  });

  test("leaves alone what an earlier run left that was killed", () => {
    const root = generated();
    mkdirSync(join(root, "packages/.sdkmill-staging-99999999"));
    writeFileSync(join(root, "packages/.sdkmill-staging-99999999/x"), "x");
    const before = fileTimes(root);
    expect(sdkmill(root, "generate", "--check").code).toBe(0);
    expect(fileTimes(root)).toStrictEqual(before);
  });

  test("reports errors as every run does", () => {
    const root = generated();
    addDocuments(root, { "schemas/shop/Toy.json": "{" });
    const { code, stdout, stderr } = sdkmill(root, "generate", "--check");
    expect({ code, stdout, head: stderr.split("\n")[0] }).toStrictEqual({
      code: 1,
      stdout: "",
      head: "schemas/shop/Toy.json:1:2 error json-syntax",
    });
  });
});
