import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compileFixture, filesOf, fixtureFolder, fixtureNames } from "../generated-fixtures.ts";
import { packageTypeErrors } from "../generated-type-check.ts";
import { readFiles } from "../temporary-folder.ts";

/** The same in all packages, copied from the generator as it is. */
const copied = /-validators\/src\/generated\/runtime\//;

/** What a fixture is about, if not everything that comes of it. */
const about: Readonly<Record<string, RegExp>> = {
  enums: /^enums-(types|validators)\/src\/generated\/|\/operations\/colors\.ts$/,
};

/**
 * Files as they are written, whole. After a wanted change: `pnpm exec vitest run codegen/test/emit/fixtures -u`,
 * then read the difference.
 */
describe.each(fixtureNames)("fixture %s", (name) => {
  test("gives the expected files, and no others", async () => {
    const { packages } = await compileFixture(name);
    const files = filesOf(packages);
    const compared = [...files].filter(([path]) => !copied.test(path) && (about[name]?.test(path) ?? true));
    const folder = join(fixtureFolder(name), "expected");
    for (const [path, text] of compared) await expect(text).toMatchFileSnapshot(join(folder, path));

    const paths = new Set(compared.map(([path]) => path));
    const stale = Object.keys(existsSync(folder) ? readFiles(folder) : {}).filter((path) => !paths.has(path));
    expect(stale).toStrictEqual([]);
    expect(packageTypeErrors(packages)).toStrictEqual([]);
  });
});

test("what all validators share is copied as it is, behind a banner", async () => {
  const runtime = join(import.meta.dirname, "../../src/emit/validators/runtime");
  const { packages } = await compileFixture("schemas-alone");
  const shared = [...filesOf(packages)].filter(([path]) => copied.test(path));
  const bodies = shared.map(([path, text]) => [
    path.replace(/.*\/runtime\//, ""),
    text.split("\n").slice(3).join("\n"),
  ]);
  expect(Object.fromEntries(bodies)).toStrictEqual(readFiles(runtime));
});
