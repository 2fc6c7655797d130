import type { Contract } from "../contract/contract.ts";
import {
  packageFolder,
  packageName,
  type PackageKind,
  type PackageNaming,
  type ScaffoldFile,
} from "./emitter.ts";

/** What the manifest of a generated package says beyond what all of them do. */
export interface ManifestParts {
  readonly description: string;
  readonly keywords: readonly string[];
  readonly exports: Readonly<Record<string, unknown>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  /** Packages that are needed only by those who ask for what they give. */
  readonly optionalPeers?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** An entry of `exports`: types first, ESM only. */
export function exportEntry(path: string): unknown {
  return { types: `./dist/${path}.d.ts`, default: `./dist/${path}.js` };
}

/**
 * The `package.json` of a generated package. Names come from the configuration of the project, never
 * from a document; there are no lifecycle scripts.
 */
export function manifest(
  contract: Contract,
  kind: PackageKind,
  naming: PackageNaming,
  parts: ManifestParts,
): ScaffoldFile {
  const folder = packageFolder(contract, kind);
  const data = {
    name: packageName(contract, kind, naming),
    version: "0.0.0",
    description: parts.description,
    keywords: parts.keywords,
    license: "MIT",
    repository: {
      type: "git",
      url: "git+https://github.com/sdkmill/sdkmill.git",
      directory: `packages/${folder}`,
    },
    type: "module",
    sideEffects: false,
    exports: { ...parts.exports, "./package.json": "./package.json" },
    files: ["dist"],
    engines: { node: ">=20" },
    publishConfig: { access: "public" },
    scripts: parts.scripts,
    ...(Object.keys(parts.dependencies).length === 0 ? {} : { dependencies: parts.dependencies }),
    ...peers(parts.optionalPeers ?? {}),
    devDependencies: parts.devDependencies,
  };
  return { path: "package.json", text: `${JSON.stringify(data, null, 2)}\n` };
}

function peers(optional: Readonly<Record<string, string>>): object {
  const names = Object.keys(optional);
  if (names.length === 0) return {};
  return {
    peerDependencies: optional,
    peerDependenciesMeta: Object.fromEntries(names.map((name) => [name, { optional: true }])),
  };
}

const clean = `node -e "fs.rmSync('dist', { recursive: true, force: true })"`;

/** Scripts of a package that the compiler builds. */
export const compiledScripts = {
  build: `${clean} && tsc -p tsconfig.build.json`,
  typecheck: "tsc -p tsconfig.json",
} as const;

/** Scripts of a package whose generated files are published as they are. */
export const copiedScripts = {
  build: `${clean} && node -e "fs.cpSync('src/generated', 'dist', { recursive: true })"`,
  typecheck: "tsc -p tsconfig.json",
} as const;

/** The compiler's configuration: everything checked, declarations that need no inference. */
export function compilerFiles(lib: readonly string[]): readonly ScaffoldFile[] {
  const check = {
    extends: "../../tsconfig.base.json",
    compilerOptions: { noEmit: true, declaration: true, isolatedDeclarations: true, lib },
    include: ["src"],
  };
  const build = {
    extends: "./tsconfig.json",
    compilerOptions: { noEmit: false, rootDir: "src", outDir: "dist" },
  };
  return [
    { path: "tsconfig.json", text: `${JSON.stringify(check, null, 2)}\n` },
    { path: "tsconfig.build.json", text: `${JSON.stringify(build, null, 2)}\n` },
  ];
}
