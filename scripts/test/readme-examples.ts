import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The README files whose examples have to hold. */
export const readmes = [
  "README.md",
  "packages/runtime/README.md",
  "packages/stytch-types/README.md",
  "packages/stytch-validators/README.md",
  "packages/stytch-client/README.md",
];

/** Every TypeScript block of a README; `name` is what a comment before it calls it, or its number. */
export function examplesOf(readme: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(root, readme), "utf8");
  const blocks = text.matchAll(/(?:<!-- example: (\w+) -->\s*)?```ts\n([\s\S]*?)```/g);
  return new Map([...blocks].map(([, name, code = ""], index) => [name ?? String(index + 1), code]));
}

/** The text block that follows a comment `<!-- output: name -->`. */
export function outputOf(readme: string, name: string): string {
  const text = readFileSync(join(root, readme), "utf8");
  const [, output] = new RegExp(`<!-- output: ${name} -->\\s*\`\`\`\\n([\\s\\S]*?)\`\`\``).exec(text) ?? [];
  if (output === undefined) throw new Error(`${readme} has no output called ${name}.`);
  return output;
}

/** The file that an example comes to lie in, without its ending. */
export function moduleName(readme: string, example: string): string {
  return `${readme.replaceAll("/", "-").replace(/\.md$/, "")}-${example}`;
}

/** A folder outside of the workspace that has the packages installed. */
export function emptyProject(): string {
  const project = mkdtempSync(join(tmpdir(), "readme-examples-"));
  const install = (name: string, folder: string): void => {
    const link = join(project, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, folder), link, "dir");
  };
  for (const name of ["runtime", "stytch-types", "stytch-validators", "stytch-client"])
    install(`@sdkmill/${name}`, `packages/${name}`);
  install("openapi-fetch", "packages/runtime/node_modules/openapi-fetch");
  writeFileSync(join(project, "package.json"), JSON.stringify({ type: "module" }));
  return project;
}

/** Puts all examples into a project, ready to be compiled into `out/`. */
export function writeExamples(project: string): void {
  for (const readme of readmes) {
    for (const [name, code] of examplesOf(readme))
      writeFileSync(join(project, `${moduleName(readme, name)}.ts`), code);
  }
  writeFileSync(
    join(project, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        verbatimModuleSyntax: true,
        module: "nodenext",
        target: "es2023",
        lib: ["es2023", "dom", "dom.iterable"],
        typeRoots: [join(root, "node_modules/@types")],
        types: ["node"],
        skipLibCheck: true,
        outDir: "out",
        rootDir: ".",
      },
      include: ["*.ts"],
    }),
  );
}
