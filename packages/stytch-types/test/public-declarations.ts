import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
// TypeScript 7 has no compiler API; the generator brings version 5 for itself.
import type typescript from "../../../codegen/node_modules/typescript/lib/typescript.js";

const fromCodegen = createRequire(new URL("../../../codegen/package.json", import.meta.url));
const here = fileURLToPath(import.meta.url);

export const ts = fromCodegen("typescript") as typeof typescript;

const options: typescript.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2023,
  strict: true,
  types: [],
};

/** What an entry point of a package declares for the compiler, by name. */
export interface Declarations {
  readonly checker: typescript.TypeChecker;
  /** The exports of each entry point, aliases followed to what they stand for. */
  readonly exports: ReadonlyMap<string, ReadonlyMap<string, typescript.Symbol>>;
}

/** Reads entry points as `import` does: by the name of the package, through its `exports`. */
export function readDeclarations(...specifiers: readonly string[]): Declarations {
  const files = specifiers.map((specifier) => {
    const { resolvedModule } = ts.resolveModuleName(
      specifier,
      here,
      options,
      ts.sys,
      undefined,
      undefined,
      ts.ModuleKind.ESNext,
    );
    if (resolvedModule === undefined) throw new Error(`There is no ${specifier}.`);
    return resolvedModule.resolvedFileName;
  });
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const exportsOf = (file: string): ReadonlyMap<string, typescript.Symbol> => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`${file} is no module.`);
    return new Map(
      checker
        .getExportsOfModule(module)
        .map((symbol) => [
          symbol.name,
          symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
        ]),
    );
  };
  return {
    checker,
    exports: new Map(specifiers.map((specifier, index) => [specifier, exportsOf(files[index] ?? "")])),
  };
}
