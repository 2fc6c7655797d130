import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { literal } from "../../src/emit/code.ts";
import type { Json } from "../../src/source/json.ts";
import { repositoryRoot } from "../generated-type-check.ts";

/** A value for the type of a schema, and whether the compiler should take it. */
export interface TypedConstant {
  /** Public name of the schema. */
  readonly type: string;
  readonly value: Json;
  readonly isRight: boolean;
}

export interface MistypedConstant extends TypedConstant {
  readonly error: string;
}

/** Constants in a file: the compiler works on several files at a time. */
const PER_FILE = 500;

/**
 * Compiles values as constants of generated types, in a process of its own.
 *
 * @param types path of the module that exports the types
 * @returns the constants that the compiler takes though it should not, or the other way round, with its words
 */
export async function mistypedConstants(
  constants: readonly TypedConstant[],
  types: string,
): Promise<readonly MistypedConstant[]> {
  const folder = mkdtempSync(join(tmpdir(), "sdkmill-"));
  try {
    const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
    write("package.json", JSON.stringify({ type: "module" }));
    write("tsconfig.json", JSON.stringify({ ...settings, include: ["*.ts"] }));
    const module = literal(relative(folder, types).replaceAll("\\", "/"));
    for (let start = 0; start < constants.length; start += PER_FILE) {
      const lines = constants.slice(start, start + PER_FILE).flatMap(linesOf);
      write(`${start}.ts`, [`import type * as types from ${module};`, ...lines].join("\n"));
    }
    return (await compilerErrors(folder)).map((line) => mistyped(line, constants));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const settings = {
  extends: join(repositoryRoot, "tsconfig.base.json"),
  compilerOptions: { noEmit: true, allowImportingTsExtensions: true },
};

/** Two lines for each, so that the number of a line tells which one it is about. */
function linesOf({ type, value, isRight }: TypedConstant, index: number): readonly string[] {
  const comment = isRight ? "// This has to compile." : "// @ts-expect-error This must not.";
  return [comment, `const c${index}: types.${type} = ${literal(value)};`];
}

/** What the compiler says of a folder, a line each. */
async function compilerErrors(folder: string): Promise<readonly string[]> {
  const compiler = join(repositoryRoot, "node_modules/typescript/bin/tsc");
  const args = [compiler, "-p", folder, "--pretty", "false"];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: folder,
    maxBuffer: 2 ** 30,
  }).catch(
    // It exits with an error if there is one in the files.
    (cause: unknown) => (hasOutput(cause) ? cause : Promise.reject(cause)),
  );
  return stdout.split("\n").filter((line) => /^\S/.test(line));
}

function hasOutput(cause: unknown): cause is { readonly stdout: string } {
  return (
    cause instanceof Error && "stdout" in cause && typeof cause.stdout === "string" && cause.stdout !== ""
  );
}

function mistyped(line: string, constants: readonly TypedConstant[]): MistypedConstant {
  const [, start, row, words = line] = /^(\d+)\.ts\((\d+),\d+\): error (.*)$/.exec(line) ?? [];
  const constant = constants[Number(start) + Math.floor((Number(row) - 2) / 2)];
  if (constant === undefined) throw new Error(line);
  return { ...constant, error: words };
}
