import { join } from "node:path";
import { ts } from "../../stytch-types/test/public-declarations.ts";

const path = join(import.meta.dirname, "proposals.ts");

/** What an editor proposes inside of the empty text of an expression, in a module that knows `isApiError`. */
export function proposalsAt(expression: string): readonly string[] {
  const text = `import { isApiError } from "@sdkmill/stytch-client";\ndeclare const error: unknown;\n${expression};\n`;
  const service = ts.createLanguageService({
    getCompilationSettings: () => ({
      strict: true,
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2023,
      types: [],
    }),
    getScriptFileNames: () => [path],
    getScriptVersion: () => "1",
    getScriptSnapshot: (name: string) => {
      const content = name === path ? text : ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => import.meta.dirname,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
  });
  const entries = service.getCompletionsAtPosition(path, text.lastIndexOf('""') + 1, {})?.entries ?? [];
  return entries.map(({ name }: { readonly name: string }) => name);
}
