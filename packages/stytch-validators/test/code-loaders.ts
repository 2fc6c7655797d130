import { ts } from "../../stytch-types/test/public-declarations.ts";

type Node = Parameters<typeof ts.forEachChild>[0];

/** Globals that make code of texts, or load code that no import names. */
const globals = new Set(["eval", "Function", "require", "setTimeout", "setInterval", "WebAssembly"]);

/**
 * Finds where a module names what makes code of texts or loads it. A text that says so, or a property
 * that is called so, does no harm: enums and objects of a contract may have any name.
 */
export function codeLoadersIn(path: string, source: string): readonly string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2023, false, ts.ScriptKind.JS);
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (ts.isIdentifier(node) && globals.has(node.text)) found.push(`${path}: ${node.text}`);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      found.push(`${path}: import()`);
    ts.forEachChild(node, (child) => {
      if (!isPropertyName(child, node)) visit(child);
    });
  };
  visit(file);
  return found;
}

function isPropertyName(node: Node, parent: Node): boolean {
  const isMember =
    ts.isPropertyAccessExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isMethodDeclaration(parent);
  return isMember && node === parent.name && ts.isIdentifier(node);
}
