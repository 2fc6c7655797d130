import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compareSizes } from "../compare-sizes.ts";
import { measureValidators, type MeasuredPackage, type Size } from "../measure-validators.ts";
import { formatReport, readReport } from "../size-report.ts";
import { moduleProperties } from "./module-properties.ts";
import { run, type Outcome } from "./packed-packages.ts";

const script = fileURLToPath(new URL("../validator-sizes.ts", import.meta.url));
const stytch = fileURLToPath(new URL("../../packages/stytch-validators/", import.meta.url));

/** Measures as a person does: by the command. */
function validatorSizes(...args: readonly string[]): Promise<Outcome> {
  return run(process.execPath, [script, ...args]);
}

test("no validator of this repository is larger than its report says, new or gone", async () => {
  expect(await validatorSizes()).toMatchObject({ code: 0 });
});

describe("the validators of Stytch", () => {
  let measured: MeasuredPackage;
  const properties = moduleProperties();
  const gzipped = (module: string): number => measured.sizes.get(module)?.[1] ?? Infinity;
  const propertiesOf = (module: string): number => properties.get(module) ?? 0;

  beforeAll(async () => {
    measured = await measureValidators(join(stytch, "src/generated"));
  });

  test("have a report of all of them, of the barrel and of the runtime", () => {
    const reported = [...(readReport(join(stytch, "sizes.json"))?.keys() ?? [])];

    expect(reported.filter((module) => !module.includes("/")).toSorted()).toStrictEqual(
      [...properties.keys()].toSorted(),
    );
    expect(reported).toContain("runtime/validator");
    expect(reported.length).toBeGreaterThan(500);
    expect(readFileSync(join(stytch, "sizes.json"), "utf8")).toBe(
      formatReport(readReport(join(stytch, "sizes.json")) ?? new Map()),
    );
  });

  // What an application has to load, in bytes, compressed. Properties that upstream adds cost in proportion.
  test.each([
    ["index", 60_000, 2_646],
    ["sso-authenticate-response", 5_000, 346],
  ])("cost for %s at most %i bytes for %i properties", (module, budget, count) => {
    expect(gzipped(module)).toBeLessThanOrEqual(budget * Math.max(1, propertiesOf(module) / count));
    expect(propertiesOf(module)).toBeGreaterThan(count / 2);
  });

  test("cost at most 1,500 bytes where a schema refers to no other, and two thirds of the small ones 1,024", () => {
    const { withoutReferences } = measured;
    const budgetOf = (module: string): number => 1_500 + 40 * Math.max(0, propertiesOf(module) - 15);
    const over = withoutReferences.filter((module) => gzipped(module) > budgetOf(module));
    const small = withoutReferences.filter((module) => propertiesOf(module) <= 8);
    const overOfSmall = small.filter((module) => gzipped(module) > 1_024);

    expect(over.map((module) => [module, gzipped(module)])).toStrictEqual([]);
    expect(overOfSmall.length / small.length).toBeLessThanOrEqual(1 / 3);
    expect(small.length).toBeGreaterThan(200);
    expect(withoutReferences).toContain("b2b-otp-send-request-locale");
    expect(withoutReferences).not.toContain("b2b-otp-sms-send-request");
  });
});

describe("sizes are compared", () => {
  test.each<[string, Size | undefined, Size | undefined, string | undefined]>([
    ["the same", [1_000, 500], [1_000, 500], undefined],
    ["5 % more", [2_000, 1_000], [2_100, 1_050], undefined],
    ["more than 5 % more", [2_000, 1_000], [2_101, 1_000], "larger"],
    ["more than 5 % more, compressed alone", [2_000, 1_000], [2_000, 1_051], "larger"],
    ["32 bytes more", [100, 50], [132, 82], undefined],
    ["33 bytes more", [100, 50], [100, 83], "larger"],
    ["larger and smaller", [2_000, 1_000], [1_000, 1_100], "larger"],
    ["more than 5 % less", [2_000, 1_000], [1_800, 1_000], "smaller"],
    ["a new one", undefined, [1, 1], "new"],
    ["one that is gone", [1, 1], undefined, "gone"],
  ])("%s", (_, before, after, kind) => {
    const [reported, measured] = [before, after].map(
      (size) => new Map(size === undefined ? [] : [["member", size] as const]),
    );
    const changes = compareSizes(reported ?? new Map(), measured ?? new Map());

    expect(changes).toStrictEqual(kind === undefined ? [] : [{ kind, module: "member", before, after }]);
  });
});

describe("the command", () => {
  let packages: string;
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(packages, path)), { recursive: true });
    writeFileSync(join(packages, path), text);
  };
  const report = (): string => readFileSync(join(packages, "zoo-validators/sizes.json"), "utf8");

  beforeAll(() => {
    packages = mkdtempSync(join(tmpdir(), "validator-sizes-"));
    write("zoo-types/src/generated/index.js", "export {};");
    write(
      "zoo-validators/src/generated/index.js",
      `export * from "./animal.js";\nexport * from "./cage.js";\n`,
    );
    write("zoo-validators/src/generated/runtime/values.js", `export const name = "isAnimal";\n`);
    write(
      "zoo-validators/src/generated/animal.js",
      `import { name } from "./runtime/values.js";\nexport const animal = () => name;\n`,
    );
    write(
      "zoo-validators/src/generated/cage.js",
      `import { animal } from "./animal.js";\nexport const cage = () => [animal()];\n`,
    );
  });

  afterAll(() => rmSync(packages, { recursive: true, force: true }));

  test("knows which modules refer to others", async () => {
    const { sizes, withoutReferences } = await measureValidators(
      join(packages, "zoo-validators/src/generated"),
    );

    expect([...sizes.keys()]).toStrictEqual(["animal", "cage", "index", "runtime/values"]);
    expect(withoutReferences).toStrictEqual(["animal"]);
    // A bundle holds what a module imports.
    const bytes = ["runtime/values", "animal", "cage"].map((module) => sizes.get(module)?.[0] ?? 0);
    expect(bytes).toStrictEqual(bytes.toSorted((x, y) => x - y));
    expect(new Set(bytes).size).toBe(3);
  });

  test("asks for a report where there is none", async () => {
    expect(await validatorSizes(packages)).toMatchObject({
      code: 0,
      output: expect.stringContaining("--write") as string,
    });
  });

  test("writes a line for each module, and then finds nothing to say", async () => {
    await validatorSizes("--write", packages);
    const written = report();

    expect(written.replaceAll(/\d+/g, "n")).toBe(
      '{\n  "animal": [n, n],\n  "cage": [n, n],\n  "index": [n, n],\n  "runtime/values": [n, n]\n}\n',
    );
    expect(await validatorSizes("--write", packages)).toMatchObject({ code: 0 });
    expect(report()).toBe(written);
    expect(await validatorSizes(packages)).toStrictEqual({
      code: 0,
      output: expect.not.stringContaining("--write") as string,
    });
  });

  test("fails with a table of what is larger, new or gone", async () => {
    const zoo = "zoo-validators/src/generated";
    const [, animal = ""] = /"animal": \[(.*)\]/.exec(report()) ?? [];
    write(
      `${zoo}/animal.js`,
      `export const animal = () => "${"an animal that is far too large ".repeat(9)}";\n`,
    );
    write(`${zoo}/keeper.js`, "export const keeper = 1;\n");
    write("zoo-validators/sizes.json", report().replace('"cage"', '"aquarium"'));
    const { code, output } = await validatorSizes(packages);
    const table = output.slice(output.lastIndexOf("module "));
    const rows = table.split("\n").map((line) => line.trim().split(/\s+/));

    expect(code).toBe(1);
    expect(
      rows.filter(([module = ""]) => /^[a-z]+$/.test(module)).map((row) => [row[0], row.at(-1)]),
    ).toStrictEqual([
      ["module", "gzip"],
      ["animal", "larger"],
      ["aquarium", "gone"],
      ["cage", "new"],
      ["index", "larger"],
      ["keeper", "new"],
    ]);
    expect(rows.find(([module]) => module === "animal")?.slice(1, 3)).toStrictEqual(animal.split(", "));
  });

  test("refuses a report that is none", async () => {
    write("zoo-validators/sizes.json", '{ "animal": [1] }');

    expect(await validatorSizes(packages)).toMatchObject({
      code: 1,
      output: expect.stringContaining("has no size of animal") as string,
    });
  });
});
