import type { Contract, Operation } from "../../contract/contract.ts";
import { dottedName, functionName, parseOperationName } from "../../contract/operation-names.ts";
import { fileName } from "../../contract/words.ts";
import { compareText } from "../../source/json.ts";
import type { Emitter, GeneratedFile, PackageNaming } from "../emitter.ts";
import { typeScope } from "../typing-schema.ts";
import { clientModule } from "./client-module.ts";
import { clientPrefix, runtimeTypes, runtimeValues, typesName } from "./client-names.ts";
import { coreModule } from "./core-module.ts";
import { descriptionModule } from "./description.ts";
import { operationModule, type OperationContext } from "./operation-module.ts";
import { operationTypes } from "./operation-types.ts";
import { scaffoldClient } from "./scaffold-client.ts";
import { validationModule } from "./validation-module.ts";

/**
 * The client package: `createX` with every operation as a namespaced method, the same operations as
 * single functions, and the core that both need.
 */
export const clientEmitter: Emitter = {
  kind: "client",
  applies: ({ operations }) => operations.length > 0,
  async *emit(given, naming) {
    const contract = { ...given, operations: given.operations.flatMap(withAliases) };
    const context = await operationContext(contract, naming);
    const modules = operationModules(contract, context);
    yield clientModule(contract, context);
    yield* modules;
    yield operationIndex(modules);
    yield descriptionModule(contract);
    yield await coreModule(contract, naming);
    yield* validationModule(contract, naming);
    yield index(contract);
  },
  scaffold: scaffoldClient,
};

async function operationContext(contract: Contract, naming: PackageNaming): Promise<OperationContext> {
  const scope = typeScope(contract, `${typesName}.`);
  const types = await Promise.all(
    contract.operations.map(
      async (operation) => [operation, await operationTypes(operation, scope)] as const,
    ),
  );
  return { coreType: `${clientPrefix(contract)}Core`, contract, naming, types: new Map(types) };
}

/** An operation under its name, and once more under each of its former names. */
function withAliases(operation: Operation): readonly Operation[] {
  const aliases = operation.aliases.map((alias): Operation => {
    const name = parseOperationName(alias) ?? operation.name;
    const description = `Use {@link ${operation.functionName}}: \`${dottedName(operation.name)}\`.`;
    return { ...operation, name, functionName: functionName(name), deprecated: true, description };
  });
  return [operation, ...aliases];
}

function operationModules({ operations }: Contract, context: OperationContext): readonly GeneratedFile[] {
  const groups = Map.groupBy(operations, ({ name }) => moduleOf(name.namespace.map(fileName).join("-")));
  return [...groups]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([namespace, members]) => operationModule(`operations/${namespace}.ts`, members, context));
}

/** The name of a module of operations; `index` is the barrel's. */
function moduleOf(namespace: string): string {
  return namespace === "index" ? "index-operations" : namespace || "operations";
}

function operationIndex(modules: readonly GeneratedFile[]): GeneratedFile {
  const lines = modules.map(
    ({ path }) => `export * from "./${path.replace(/^operations\//, "").replace(/\.ts$/, ".js")}";`,
  );
  return { path: "operations/index.ts", imports: [], body: [lines.join("\n")], sources: [], formatted: true };
}

function index(contract: Contract): GeneratedFile {
  const prefix = clientPrefix(contract);
  const types = ["Core", "Error", "ErrorBody", "ErrorType", "Options"].map((ending) => prefix + ending);
  const hasKnownErrors = Object.keys(contract.options.errorTypes).length > 0;
  const core = hasKnownErrors ? [...types, `${prefix}ErrorTypes`].toSorted(compareText) : types;
  const body = [
    `export { create${prefix}, type ${prefix} } from "./client.js";`,
    exported([`create${prefix}Core`, "isApiError"], core, "./core.js"),
    exported(runtimeValues, runtimeTypes, "@sdkmill/runtime"),
  ];
  return { path: "index.ts", imports: [], body: [body.join("\n")], sources: [], formatted: true };
}

function exported(values: readonly string[], types: readonly string[], from: string): string {
  return `export { ${[...values, ...types.map((type) => `type ${type}`)].join(", ")} } from "${from}";`;
}
