import type { Contract, Operation } from "../../contract/contract.ts";
import { compareText } from "../../source/json.ts";
import { docComment } from "../code.ts";
import type { GeneratedFile } from "../emitter.ts";
import { clientPrefix, typesImport } from "./client-names.ts";
import { operationComment, parameterList, resultType, type OperationContext } from "./operation-module.ts";

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
    `${comment}export interface ${prefix} extends ${prefix}Core ${treeType(tree, context)}`,
    `/**
 * Creates a client.
 *
 * @throws {TypeError} if a credential or the base URL is missing or can not be used
 */
export function create${prefix}(options: ${prefix}Options): ${prefix} {
  return bindOperations(create${prefix}Core(options), ${treeLiteral(tree)}) as ${prefix};
}`,
  ];
  return {
    path: "client.ts",
    imports: [
      { from: "@sdkmill/runtime", names: ["bindOperations"], typeOnly: false },
      { from: "@sdkmill/runtime", names: ["CallOptions"], typeOnly: true },
      { from: "./core.js", names: [`create${prefix}Core`], typeOnly: false },
      { from: "./core.js", names: [`${prefix}Core`, `${prefix}Options`], typeOnly: true },
      { from: "./operations/index.js", names: ["* as operations"], typeOnly: false },
      ...typesImport(body, contract, context.naming),
    ],
    body,
    sources: [],
    formatted: true,
  };
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
    return `${operationComment(operation)}${name}(${parameterList(operation, type, "operations.")}): ${resultType(type, "operations.")};`;
  });
  const nested = sorted(namespaces).map(([name, node]) => `readonly ${name}: ${treeType(node, context)};`);
  return `{\n${[...methods, ...nested].join("\n")}\n}`;
}

function treeLiteral({ operations, namespaces }: NamespaceTree): string {
  const methods = sorted(operations).map(([name, { functionName }]) => `${name}: operations.${functionName}`);
  const nested = sorted(namespaces).map(([name, node]) => `${name}: ${treeLiteral(node)}`);
  return `{ ${[...methods, ...nested].join(", ")} }`;
}
