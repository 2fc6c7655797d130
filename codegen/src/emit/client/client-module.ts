import type { Contract, Operation } from "../../contract/contract.ts";
import { compareText } from "../../source/json.ts";
import { docComment, literal } from "../code.ts";
import { packageName, type GeneratedFile, type Import } from "../emitter.ts";
import { clientPrefix, typesImport, withoutOptions } from "./client-names.ts";
import { descriptionName } from "./description.ts";
import {
  operationComment,
  parameterList,
  promiseTypes,
  resultType,
  type OperationContext,
} from "./operation-module.ts";
import { routeText } from "./route.ts";
import { secretNames } from "./secret-names.ts";

/** Operations by the parts of their names. */
interface NamespaceTree {
  readonly operations: Map<string, Operation>;
  readonly namespaces: Map<string, NamespaceTree>;
}

/** The module with `createX`: a client whose methods stand in namespaces, as the names of operations say. */
export function clientModule(contract: Contract, context: OperationContext): GeneratedFile {
  const prefix = clientPrefix(contract);
  const tree = namespaceTree(contract.operations);
  const comment = docComment(`A client of ${contract.title}: every operation as a method, in namespaces.`);
  const body = [
    `${comment}export interface ${prefix} extends ${prefix}Core, FetchClient<paths> ${treeType(tree, context)}`,
    // `as const`: in a literal, the compiler takes a tuple called `constructor` for an array.
    `/**
 * Creates a client.
 *
 * @throws {TypeError} if an option is missing or can not be used
 */
export function create${prefix}(options: ${prefix}Options${withoutOptions(contract)}): ${prefix} {
  const client = new ApiClient({ ...${descriptionName(contract)}, secrets }, { ...options });
  return bindOperations(client, operations, options) as ${prefix};
}`,
    `const operations = ${treeLiteral(tree, contract)} as const;`,
    `/** Names of what is never told. */\nconst secrets: readonly string[] = ${literal(secretNames(contract))};`,
  ];
  return {
    path: "client.ts",
    imports: [
      { from: "@sdkmill/runtime", names: ["ApiClient", "bindOperations"], typeOnly: false },
      {
        from: "@sdkmill/runtime",
        names: ["FetchClient", ...promiseTypes(contract.operations)],
        typeOnly: true,
      },
      { from: `${packageName(contract, "types", context.naming)}/openapi`, names: ["paths"], typeOnly: true },
      { from: "./description.js", names: [descriptionName(contract)], typeOnly: false },
      { from: "./core.js", names: [`${prefix}Core`, `${prefix}Options`], typeOnly: true },
      ...operationsImport(body),
      ...typesImport(body, contract, context.naming),
    ],
    body,
    sources: [],
    formatted: true,
  };
}

/** Types that are declared beside operations; no function, so that none is loaded with the client. */
function operationsImport(body: readonly string[]): readonly Import[] {
  const isUsed = body.some((block) => block.includes("declared."));
  return isUsed ? [{ from: "./operations/index.js", names: ["* as declared"], typeOnly: true }] : [];
}

function namespaceTree(operations: readonly Operation[]): NamespaceTree {
  const root: NamespaceTree = { operations: new Map(), namespaces: new Map() };
  for (const operation of operations) {
    let node = root;
    for (const step of operation.name.namespace) {
      const next = node.namespaces.get(step) ?? { operations: new Map(), namespaces: new Map() };
      node.namespaces.set(step, next);
      node = next;
    }
    node.operations.set(operation.name.method, operation);
  }
  return root;
}

function sorted<T>(entries: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...entries].toSorted(([a], [b]) => compareText(a, b));
}

function treeType({ operations, namespaces }: NamespaceTree, context: OperationContext): string {
  const methods = sorted(operations).map(([name, operation]) => {
    const type = context.types.get(operation);
    if (type === undefined) throw new Error(`The operation ${operation.functionName} was not typed.`);
    return `${operationComment(operation)}${name}(${parameterList(operation, type, "declared.")}): ${resultType(operation, type, "declared.")};`;
  });
  const nested = sorted(namespaces).map(([name, node]) => `readonly ${name}: ${treeType(node, context)};`);
  return `{\n${[...methods, ...nested].join("\n")}\n}`;
}

/** Routes, and what leads through pages, in the namespaces of their operations. */
function treeLiteral({ operations, namespaces }: NamespaceTree, contract: Contract): string {
  const methods = sorted(operations).map(([name, operation]) => `${name}: ${routeText(operation, contract)}`);
  const nested = sorted(namespaces).map(([name, node]) => `${name}: ${treeLiteral(node, contract)}`);
  return `{\n${[...methods, ...nested].join(",\n")},\n}`;
}
