import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { readCompilerErrors, type CompilerError } from "../evolve/prove/compiler-errors.ts";
import type { PackageFiles } from "../evolve/prove/read-surface.ts";

/** The repository that this file is part of: the compiler and the runtime of clients come from there. */
const repository = resolve(import.meta.dirname, "../../..");

/** What is compiled: programs, by the names of their files, and the packages that they import, by name. */
export interface Compilation {
  readonly programs: ReadonlyMap<string, string>;
  readonly old: ReadonlyMap<string, PackageFiles>;
  readonly new: ReadonlyMap<string, PackageFiles>;
}

export interface CompilationErrors {
  /** With the old packages, and with the new ones; files are named as the programs are. */
  readonly old: readonly CompilerError[];
  readonly new: readonly CompilerError[];
  /** The folder that everything was written to, if it is still there. */
  readonly folder: string | undefined;
}

/**
 * Compiles programs twice, with old and with new packages, in a new folder.
 *
 * @param keep whether the folder stays
 * @throws {Error} if the compiler can not be run
 */
export async function compilePrograms(
  { programs, ...packages }: Compilation,
  keep: boolean,
): Promise<CompilationErrors> {
  const folder = mkdtempSync(join(tmpdir(), "sdkmill-prove-"));
  try {
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    write("package.json", '{ "type": "module" }\n');
    for (const [file, text] of programs) write(`programs/${file}`, text);
    for (const side of ["old", "new"] as const) {
      for (const [name, files] of packages[side])
        for (const [path, text] of files) if (path.endsWith(".ts")) write(`${side}/${name}/${path}`, text);
      write(`tsconfig.${side}.json`, configuration(side, packages[side]));
    }
    const [old, next] = await Promise.all([runCompiler(folder, "old"), runCompiler(folder, "new")]);
    return { old, new: next, folder: keep ? folder : undefined };
  } finally {
    if (!keep) rmSync(folder, { recursive: true, force: true });
  }
}

/** As strict as consumers are; what packages promise is checked as well. */
function configuration(side: string, packages: ReadonlyMap<string, PackageFiles>): string {
  const entries = [...packages].flatMap(([name, files]) => {
    const module = (path: string): readonly string[] => [`./${side}/${name}/${path}`];
    const subpaths = { "": "index.ts", "/openapi": "openapi.ts", "/operations": "operations/index.ts" };
    return Object.entries(subpaths)
      .filter(([, path]) => files.has(path))
      .map(([subpath, path]) => [name + subpath, module(path)] as const);
  });
  const runtime = join(repository, "packages/runtime/src/index.ts");
  return JSON.stringify({
    compilerOptions: {
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      skipDefaultLibCheck: true,
      module: "nodenext",
      target: "es2023",
      lib: ["es2023", "dom", "dom.iterable"],
      types: [],
      paths: { ...Object.fromEntries(entries), "@sdkmill/runtime": [runtime] },
    },
    include: ["programs"],
  });
}

function runCompiler(folder: string, side: string): Promise<readonly CompilerError[]> {
  const compiler = join(repository, "node_modules/typescript/bin/tsc");
  const options = { cwd: folder, maxBuffer: 2 ** 30 };
  const args = [compiler, "-p", `tsconfig.${side}.json`, "--pretty", "false"];
  return new Promise((done, fail) => {
    execFile(process.execPath, args, options, (cause, output, complaint) => {
      const errors = readCompilerErrors(output).map((error) => ({
        ...error,
        file: error.file.replace(/^programs\//, ""),
      }));
      // It fails when it finds something; without having found anything it did not run.
      if (cause !== null && errors.length === 0)
        fail(new Error(`The compiler can not be run: ${complaint || cause.message}`));
      else done(errors);
    });
  });
}
