import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { followedApis } from "../regenerate/followed-apis.ts";
import { regenerate } from "../regenerate/regenerate.ts";
import { runIn, type Program } from "../regenerate/run-program.ts";

const script = fileURLToPath(new URL("../regenerate.ts", import.meta.url));
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "regenerate-"));
  for (const api of ["shop", "zoo"]) mkdirSync(join(root, "schemas", api), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("programs", () => {
  // What a person or a document says must not become a command.
  const odd = ["$(touch made)", "; touch made", "`touch made`", "a b", "\n", "", "'", '"', "--help", "ä"];

  test("are given their arguments as they are", async () => {
    const code = "process.stdout.write(JSON.stringify(process.argv.slice(1)))";
    const { output } = await runIn(root)(
      { file: process.execPath, args: ["-e", code, "--", ...odd] },
      "taken",
    );

    expect(JSON.parse(output)).toStrictEqual(odd);
  });

  test("that can not be started have failed", async () => {
    const outcome = await runIn(root)({ file: join(root, "there-is-none"), args: [] });

    expect(outcome).toMatchObject({ code: 127, output: expect.stringContaining("ENOENT") });
  });

  test.each([
    ["its exit code", "process.exit(7)", 7],
    ["1 where a signal has ended it", "process.kill(process.pid)", 1],
  ])("end with %s", async (_, code, expected) => {
    expect(await runIn(root)({ file: process.execPath, args: ["-e", code] })).toMatchObject({
      code: expected,
    });
  });

  test.each(odd)("get the document of upstream in one argument: %j", async (from) => {
    const programs: Program[] = [];
    await regenerate(
      { root, apis: ["shop"], skipTests: true, from },
      {
        run: async (program) => {
          programs.push(program);
          return { code: 0, output: "" };
        },
        out: () => {},
        err: () => {},
      },
    );

    expect(programs[0]?.args).toStrictEqual(["codegen/src/bin.ts", "pull", "shop", `--from=${from}`]);
  });
});

describe("the command", () => {
  const command = async (
    ...args: readonly string[]
  ): Promise<{ code: unknown; stdout: string; stderr: string }> => {
    try {
      return { code: 0, ...(await promisify(execFile)(process.execPath, [script, ...args])) };
    } catch (cause) {
      return cause as { code: unknown; stdout: string; stderr: string };
    }
  };

  test("lists the APIs", async () => {
    expect(await command("--list", "stytch")).toMatchObject({ code: 0, stdout: '["stytch"]\n' });
  });

  test("is about those that have an upstream, if none is named", () => {
    expect(followedApis(root, [])).toStrictEqual([]);
    writeFileSync(join(root, "schemas/zoo/upstream.yaml"), "");
    expect(followedApis(root, [])).toStrictEqual(["zoo"]);
    expect(followedApis(root, ["shop"])).toStrictEqual(["shop"]);
  });

  test.each([
    ["an API that there is not", ["--list", "zoo"], "There is no API zoo under schemas/."],
    ["a path", ["../schemas/stytch"], "There is no API ../schemas/stytch under schemas/."],
    ["two lines", ["stytch\nx=y"], "There is no API stytch\\nx=y under schemas/."],
    ["a document without the API that it is of", ["--from=x"], "--from is the document of one API"],
    ["an unknown option", ["--from-now-on"], "Unknown option '--from-now-on'"],
  ])("refuses %s", async (_, args, message) => {
    expect(await command(...args)).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining(message),
    });
  });
});
