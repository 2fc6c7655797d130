import { buildSync } from "esbuild";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { formatTable } from "../../codegen/src/output/report.ts";
import { median } from "../median.ts";
import type { Subject } from "./read-subjects.ts";
import { runNode } from "./run-node.ts";
import { adapterFile, answers, libraries, subjectFolder } from "./write-validators.ts";

interface Module {
  readonly name: string;
  /** The module and what it imports, as published. */
  readonly file: string;
  /** All of it in one file, minified. */
  readonly bundle: string;
  readonly bytes: readonly number[];
}

/** A table of what one validator costs to load and to ship: medians, in turns, less an empty module. */
export function measureImports(subject: Subject, rounds: number, work: string): string {
  const folder = subjectFolder(subject, work);
  const empty = join(work, "empty.mjs");
  writeFileSync(empty, "export {};\n");
  const modules = modulesOf(folder);
  const files = [empty, ...modules.flatMap(({ file, bundle }) => [file, bundle])];
  const times = new Map(files.map((file): [string, number[]] => [file, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [file, all] of times) all.push(timeImport(file, work));

  const cost = (file: string): string =>
    `${(median(times.get(file) ?? []) - median(times.get(empty) ?? [])).toFixed(1)} ms`;
  const rows = modules.map(({ name, file, bundle, bytes }) => [
    name,
    cost(file),
    cost(bundle),
    ...bytes.map((size) => size.toLocaleString("en-US")),
  ]);
  return formatTable([["", "import", "bundle import", "minified", "gzip", "brotli"], ...rows]);
}

/** One per library and answer, where a library has different code for the two. */
function modulesOf(folder: string): readonly Module[] {
  return libraries.flatMap((library) =>
    answers
      .filter((answer) => answer === "explaining" || library === "ajv" || library === "typia")
      .map((answer) => {
        const file = join(folder, adapterFile(library, answer));
        const bundle = file.replace(/\.mjs$/, ".min.mjs");
        const options = { bundle: true, minify: true, format: "esm", logLevel: "error" } as const;
        buildSync({ ...options, entryPoints: [file], outfile: bundle });
        const code = readFileSync(bundle);
        const bytes = [code.length, gzipSync(code, { level: 9 }).length, brotliCompressSync(code).length];
        const isOnly = library !== "ajv" && library !== "typia";
        return { name: isOnly ? library : `${library}, ${answer}`, file, bundle, bytes };
      }),
  );
}

/** Milliseconds of the processor that a fresh process takes to import a module. */
function timeImport(file: string, work: string): number {
  const clock = new URL("./processor-time.ts", import.meta.url).href;
  const code = `
    import { processorTime } from ${JSON.stringify(clock)};
    const started = processorTime();
    await import(${JSON.stringify(pathToFileURL(file).href)});
    console.log(processorTime() - started);`;
  return Number(runNode(["--input-type=module", "-e", code], work));
}
