import { contractDocument, printContractDocument } from "../../contract/contract-document.ts";
import type { Contract, NamedSchema } from "../../contract/contract.ts";
import { compareText } from "../../source/json.ts";
import { declareType } from "../declare-type.ts";
import type { Emitter, GeneratedFile, Import } from "../emitter.ts";
import { typeScope, type TypeScope } from "../typing-schema.ts";
import { contractPath, scaffoldTypes } from "./scaffold-types.ts";

/**
 * The types package: one module per namespace with the named declarations, an index of them, the same API
 * as `paths`, `operations` and `components` in `openapi.ts`, and the contract that all of it was made from.
 */
export const typesEmitter: Emitter = {
  kind: "types",
  applies: ({ schemas, operations }) => schemas.length > 0 || operations.length > 0,
  async *emit(contract) {
    const modules = await emitModules(contract);
    yield* modules;
    yield indexFile(modules);
    yield contractFile(contract);
    if (contract.document === undefined) return;
    // The compiler API behind it is a heavy import: only for contracts that have operations.
    const { emitOpenapi } = await import("./emit-openapi.ts");
    yield await emitOpenapi(contract);
  },
  scaffold: scaffoldTypes,
};

async function emitModules(contract: Contract): Promise<readonly GeneratedFile[]> {
  const modules = Map.groupBy(contract.schemas, ({ module }) => module);
  const byKey = new Map(contract.schemas.map((schema) => [schema.key, schema]));
  const scope = typeScope(contract);
  return Promise.all(
    [...modules]
      .toSorted(([a], [b]) => compareText(a, b))
      .map(async ([module, schemas]): Promise<GeneratedFile> => {
        const sorted = schemas.toSorted((a, b) => compareText(a.name, b.name));
        const declarations = await Promise.all(sorted.map((schema) => declare(schema, scope)));
        return {
          path: `${module}.ts`,
          imports: moduleImports(module, schemas, byKey, scope),
          body: declarations,
          sources: [...new Set(schemas.map(({ path }) => path))].toSorted(),
          formatted: true,
        };
      }),
  );
}

async function declare(schema: NamedSchema, scope: TypeScope): Promise<string> {
  const { name, aliases } = schema;
  const declaration = await declareType(schema, scope);
  return [
    declaration,
    ...aliases.map((alias) => `/** @deprecated Use {@link ${name}}. */\nexport type ${alias} = ${name}`),
  ].join("\n\n");
}

/** What the declarations of a module refer to in other modules. */
function moduleImports(
  module: string,
  schemas: readonly NamedSchema[],
  byKey: ReadonlyMap<string, NamedSchema>,
  { targets }: TypeScope,
): readonly Import[] {
  return schemas
    .flatMap(({ key: owner, references }) => references.flatMap((key) => [key, targets(owner, key) ?? key]))
    .map((key) => byKey.get(key))
    .filter((target) => target !== undefined && target.module !== module)
    .map((target) => ({ from: `./${target?.module}.js`, names: [target?.name ?? ""], typeOnly: true }));
}

/** Published with the types, so that every later contract can be compared with what was released. */
function contractFile(contract: Contract): GeneratedFile {
  return {
    path: contractPath,
    imports: [],
    body: [printContractDocument(contractDocument(contract))],
    sources: [],
    // Prettier would take longer for it than for everything else.
    formatted: false,
  };
}

function indexFile(modules: readonly GeneratedFile[]): GeneratedFile {
  const lines = modules.map(({ path }) => `export type * from "./${path.replace(/\.ts$/, ".js")}";`);
  return {
    path: "index.ts",
    imports: [],
    body: [lines.length === 0 ? "export {};" : lines.join("\n")],
    sources: [],
    formatted: true,
  };
}
