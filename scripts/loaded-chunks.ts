import type { BuildOptions, Metafile, Plugin } from "esbuild";

// By itself size-limit has esbuild make one file, with a copy of all that `import()` leads to. These are for
// its `modifyEsbuildConfig`, and tell what is loaded at first from what is loaded later.

type Outputs = Metafile["outputs"];
type ModifyOptions = <Options extends BuildOptions>(options?: Options) => Options;

/**
 * What has to be loaded before the first line of a program runs: all but what `import()` leads to. In one
 * file, as where a later part takes what it shares from the first; esbuild would make two of it
 * (https://esbuild.github.io/api/#splitting), which compress worse.
 */
export const loadedAtFirst: ModifyOptions = modify({
  name: "loaded-at-first",
  setup: (build) =>
    build.onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path, external: true } : undefined,
    ),
});

/**
 * What the `import()` of a module loads beyond that.
 *
 * @param module the end of its path
 */
export function loadedWith(module: string): ModifyOptions {
  const options = modify({
    name: "loaded-with",
    setup: (build) =>
      build.onEnd(({ metafile }) => {
        // Where the build failed, there is none. size-limit counts the files that are left in it.
        if (metafile === undefined) return;
        const counted = outputsWith(module, metafile.outputs);
        metafile.outputs = Object.fromEntries(
          Object.entries(metafile.outputs).filter(([path]) => counted.has(path)),
        );
      }),
  });
  return (given) => ({ ...options(given), splitting: true });
}

function modify(plugin: Plugin): ModifyOptions {
  return (options) => {
    if (options === undefined) throw new Error("size-limit gave no options of esbuild to change.");
    return { ...options, format: "esm", plugins: [plugin] };
  };
}

function outputsWith(module: string, outputs: Outputs): ReadonlySet<string> {
  const imported = new Set(Object.values(outputs).flatMap(({ imports }) => imports.map(({ path }) => path)));
  const paths = Object.keys(outputs);
  const first = closure(
    outputs,
    paths.filter((path) => !imported.has(path)),
  );
  const start = paths.filter(
    (path) => !first.has(path) && outputs[path]?.entryPoint?.endsWith(module) === true,
  );
  if (start.length !== 1)
    throw new Error(`${module} is the end of ${start.length} modules that are loaded later, not of one.`);
  return new Set([...closure(outputs, start)].filter((path) => !first.has(path)));
}

/** Some files, and all that they import without `import()`. */
function closure(outputs: Outputs, start: readonly string[]): ReadonlySet<string> {
  const found = new Set(start);
  // A set that grows while it is gone through.
  for (const path of found) {
    for (const { path: next, kind, external } of outputs[path]?.imports ?? [])
      if (kind === "import-statement" && external !== true) found.add(next);
  }
  return found;
}
