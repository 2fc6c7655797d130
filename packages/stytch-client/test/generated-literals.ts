import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ts } from "../../stytch-types/test/public-declarations.ts";

type Node = Parameters<typeof ts.forEachChild>[0];

const generated = join(import.meta.dirname, "../src/generated");

/** The values of the constants of a generated module, which are literals all of them, by name. */
export function constantsIn(path: string): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  ts.forEachChild(moduleAt(path), (statement) => {
    if (!ts.isVariableStatement(statement)) return;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (ts.isIdentifier(name) && initializer !== undefined) found.set(name.text, literalValue(initializer));
    }
  });
  return found;
}

/** What each single function calls the runtime with besides client, parameters and options, by its name. */
export function routesOfFunctions(): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  for (const file of readdirSync(join(generated, "operations"))) {
    ts.forEachChild(moduleAt(join("operations", file)), (statement) => {
      if (!ts.isFunctionDeclaration(statement) || statement.name === undefined) return;
      const [returned] = statement.body?.statements ?? [];
      const called = returned && ts.isReturnStatement(returned) ? returned.expression : undefined;
      const route = called && ts.isCallExpression(called) ? called.arguments[1] : undefined;
      found.set(statement.name.text, route && literalValue(route));
    });
  }
  return found;
}

function moduleAt(path: string): Node {
  const text = readFileSync(join(generated, path), "utf8");
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2023);
}

/** The value of a literal; of a call of a function, its arguments. Throws for everything else. */
function literalValue(node: Node): unknown {
  if (ts.isAsExpression(node)) return literalValue(node.expression);
  if (ts.isStringLiteral(node)) return node.text;
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(literalValue);
  if (ts.isCallExpression(node)) return node.arguments.map(literalValue);
  if (!ts.isObjectLiteralExpression(node)) throw new Error(`${ts.SyntaxKind[node.kind]} is no literal.`);
  return Object.fromEntries(
    node.properties.map((property) => {
      const isPlain = ts.isPropertyAssignment(property) && !ts.isComputedPropertyName(property.name);
      if (!isPlain || !("text" in property.name)) throw new Error("This is no literal property.");
      return [property.name.text, literalValue(property.initializer)];
    }),
  );
}
