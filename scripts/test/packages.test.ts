import { cp, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  install,
  pack,
  packageFolders,
  type PackedPackage,
  run,
  runOrFail,
  tool,
} from "./packed-packages.ts";

const folders = await packageFolders();
const packed = new Map<string, PackedPackage>();
let temporary: string;

beforeAll(async () => {
  temporary = await realpath(await mkdtemp(join(tmpdir(), "packages-")));
  const packages = await Promise.all(folders.map((folder) => pack(folder, temporary)));
  folders.forEach((folder, index) => packed.set(folder, packages[index] as PackedPackage));
});

afterAll(() => rm(temporary, { recursive: true, force: true }));

function packedAs(folder: string): PackedPackage {
  const found = packed.get(folder);
  if (found === undefined) throw new Error(`${folder} is not packed.`);
  return found;
}

function isBuilt(file: string): boolean {
  return /^dist\/.*\.(?:js|d\.ts)$/.test(file);
}

describe.each(folders)("the tarball of %s", (folder) => {
  test("holds what is published, and nothing else", () => {
    const { files } = packedAs(folder);

    expect(files.filter((file) => !isBuilt(file)).toSorted()).toStrictEqual([
      "LICENSE",
      "README.md",
      ...(folder.endsWith("-types") ? ["dist/contract.json"] : []),
      "package.json",
    ]);
    expect(files.filter((file) => isBuilt(file) && file.endsWith(".d.ts")).length).toBeGreaterThan(0);
  });

  test("has entry points with their types first", () => {
    const {
      "./package.json": manifest,
      "./contract.json": contract,
      ...entries
    } = packedAs(folder).manifest.exports;
    // null closes a folder (https://nodejs.org/api/packages.html#subpath-patterns).
    const open = Object.entries(entries).filter(([, entry]) => entry !== null);

    expect(manifest).toBe("./package.json");
    expect(contract).toBe(folder.endsWith("-types") ? "./dist/contract.json" : undefined);
    expect(open.map(([path, entry]) => [path, Object.keys(entry as object)])).toStrictEqual(
      open.map(([path]) => [path, ["types", "default"]]),
    );
    expect(open.map(([path]) => path)).toContain(".");
  });

  test("depends on versions that a registry knows", () => {
    const versions = Object.values(packedAs(folder).manifest.dependencies ?? {});

    expect(versions.filter((version) => !/^\^\d+\.\d+\.\d+$/.test(version))).toStrictEqual([]);
  });

  test("is what publint wants", async () => {
    const bytes = await readFile(packedAs(folder).tarball);
    const { messages, pkg } = await publint({
      pack: { tarball: new Uint8Array(bytes).buffer },
      strict: true,
    });

    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toStrictEqual([]);
  });

  test("has types that resolve for ES modules and bundlers", async () => {
    const { tarball } = packedAs(folder);
    const printed = await runOrFail(tool("attw"), [
      tarball,
      ...["--profile", "esm-only", "--format", "json", "--no-definitely-typed"],
    ]);
    const { analysis } = JSON.parse(printed) as {
      readonly analysis: {
        readonly types: unknown;
        readonly entrypoints: object;
        readonly problems: readonly { readonly resolutionKind?: string }[];
      };
    };
    const outside = new Set<string | undefined>(["node10", "node16-cjs"]);

    expect(analysis.types).toStrictEqual({ kind: "included" });
    expect(analysis.problems.filter(({ resolutionKind }) => !outside.has(resolutionKind))).toStrictEqual([]);
    expect(Object.keys(analysis.entrypoints)).toContain(".");
  });
});

describe("a project that installs all of them", () => {
  let project: string;

  beforeAll(async () => {
    project = join(temporary, "consumer");
    await cp(new URL("fixtures/consumer/", import.meta.url), project, { recursive: true });
    await install([...packed.values()], project);
  });

  test.each([
    ["Node", { module: "nodenext" }],
    ["bundlers", { module: "preserve", moduleResolution: "bundler" }],
  ])("compiles for %s, declarations included", async (_, resolution) => {
    const compilerOptions = {
      ...resolution,
      target: "es2023",
      strict: true,
      skipLibCheck: false,
      noEmit: true,
    };
    await writeFile(
      join(project, "tsconfig.json"),
      JSON.stringify({ compilerOptions, include: ["main.mts"] }),
    );

    expect(await run(tool("tsc"), ["-p", project])).toStrictEqual({ code: 0, output: "" });
  });

  test("runs", async () => {
    const { code, output } = await run(process.execPath, ["main.mts"], project);

    expect({ code, lines: output.split("\n") }).toStrictEqual({
      code: 0,
      lines: [
        "POST https://test.stytch.com/v1/b2b/otps/sms/send",
        "POST https://test.stytch.com/v1/b2b/otps/sms/send",
        "/member_id is required",
        "true",
        "",
      ],
    });
  });
});
