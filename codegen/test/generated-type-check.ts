import { resolve } from "node:path";
import ts from "typescript";
import type { PackageTree } from "../src/pipeline.ts";

export const repositoryRoot = resolve(import.meta.dirname, "../..");

/** The settings of the generated packages, as their `tsconfig.json` has them. */
const settings: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  declaration: true,
  isolatedDeclarations: true,
  noEmit: true,
  skipDefaultLibCheck: true,
  types: [],
  allowImportingTsExtensions: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
};

/** Parsed once: the files of the standard library are the larger part of every program. */
const parsed = new Map<string, ts.SourceFile>();

/**
 * Checks files that are not on any disk, under the settings of generated packages; what they import is
 * read, but not checked.
 *
 * @param given by absolute path
 * @param paths where packages are to be found
 * @returns what the compiler has to say, one line each
 */
export function typeErrors(
  given: ReadonlyMap<string, string>,
  paths: Readonly<Record<string, string[]>> = {},
): readonly string[] {
  const options: ts.CompilerOptions = { ...settings, paths: { ...paths } };
  const files = new Map([[`${virtualFolder}/package.json`, '{ "type": "module" }'], ...given]);
  const folders = new Set([...files.keys()].flatMap(parents));
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => files.has(path) || disk.fileExists(path),
    readFile: (path) => files.get(path) ?? disk.readFile(path),
    directoryExists: (path) => folders.has(path) || (disk.directoryExists?.(path) ?? false),
    realpath: (path) => (files.has(path) ? path : (disk.realpath?.(path) ?? path)),
    getSourceFile: (path, target) => {
      const text = files.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, target);
      const known = parsed.get(path);
      if (known !== undefined) return known;
      const file = disk.getSourceFile(path, target);
      if (file !== undefined) parsed.set(path, file);
      return file;
    },
  };
  const roots = [...files.keys()].filter((path) => path.endsWith(".ts"));
  const program = ts.createProgram({ rootNames: roots, options, host });
  const own = roots.flatMap((path) => program.getSourceFile(path) ?? []);
  return [
    ...program.getOptionsDiagnostics(),
    ...own.flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
      ...program.getDeclarationDiagnostics(file),
    ]),
  ].map(lineOf);
}

function parents(path: string): readonly string[] {
  const steps = path.split("/");
  return steps.map((_, index) => steps.slice(0, index).join("/"));
}

function lineOf({ file, start = 0, messageText }: ts.Diagnostic): string {
  const message = ts.flattenDiagnosticMessageText(messageText, "\n");
  if (file === undefined) return message;
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(start).line + 1} ${message}`;
}

/** A folder that is not there, of modules. */
export const virtualFolder = `${repositoryRoot}/packages/virtual`;

/** Checks the packages of one API together, against the sources of the runtime. */
export function packageTypeErrors(packages: readonly PackageTree[], scope = "@sdkmill"): readonly string[] {
  const files = new Map(
    packages.flatMap(({ folder, generated }) =>
      [...generated].map(([path, text]) => [`${virtualFolder}/${folder}/${path}`, text] as const),
    ),
  );
  const paths = Object.fromEntries(
    packages.flatMap(({ folder, generated }) => {
      const source = `${virtualFolder}/${folder}`;
      const entry = generated.has("index.ts") ? "index.ts" : "index.d.ts";
      return [
        [`${scope}/${folder}`, [`${source}/${entry}`]],
        [`${scope}/${folder}/openapi`, [`${source}/openapi.ts`]],
        // Of validators, the modules are published as they are.
        [`${scope}/${folder}/*`, [`${source}/*.d.ts`]],
      ];
    }),
  );
  return typeErrors(files, {
    ...paths,
    "@sdkmill/runtime": [`${repositoryRoot}/packages/runtime/src/index.ts`],
  });
}
