import { build } from "esbuild";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { compareText } from "../codegen/src/source/json.ts";

/** Bytes of a bundle: minified, and that compressed (gzip, level 9). */
export type Size = readonly [minified: number, gzipped: number];

/** By the path of a module without its end: `member`, `runtime/validator`, and `index`, which is all of them. */
export type Sizes = ReadonlyMap<string, Size>;

export interface MeasuredPackage {
  readonly sizes: Sizes;
  /** Modules of schemas that refer to no other one: they load nothing but the runtime. */
  readonly withoutReferences: readonly string[];
}

/**
 * Measures what an application has to load for each module of a validators package, as esbuild bundles
 * and minifies it. In: the folder of the modules. Out: sizes in the order of the names.
 */
export async function measureValidators(folder: string): Promise<MeasuredPackage> {
  const modules = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".js"))
    .map((path) => path.slice(0, -".js".length))
    .toSorted(compareText);
  const { outputFiles, metafile } = await build({
    entryPoints: modules.map((module) => ({ in: `./${module}.js`, out: module })),
    absWorkingDir: folder,
    outdir: join(folder, "out"),
    bundle: true,
    minify: true,
    format: "esm",
    splitting: false,
    metafile: true,
    write: false,
  });
  // Entry points come out in the order in which they went in.
  const sizes = outputFiles.map(({ contents }, index): readonly [string, Size] => [
    modules[index] ?? "",
    [contents.length, gzipSync(contents, { level: 9 }).length],
  ]);
  const isAlone = (module: string): boolean =>
    Object.keys(metafile.outputs[`out/${module}.js`]?.inputs ?? {}).every(
      (input) => input === `${module}.js` || input.startsWith("runtime/"),
    );
  return {
    sizes: new Map(sizes),
    withoutReferences: modules.filter(
      (module) => module !== "index" && !module.startsWith("runtime/") && isAlone(module),
    ),
  };
}
