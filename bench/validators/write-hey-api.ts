import { transformSync } from "esbuild";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonObject } from "../../codegen/src/source/json.ts";
import { runNode } from "./run-node.ts";

/**
 * Writes `zod.mjs` and `valibot.mjs`, each with a schema `check`, into a folder: what
 * `@hey-api/openapi-ts` makes of a document.
 *
 * @param modules the folder `node_modules` with it
 * @param isClosed whether unknown properties are refused
 */
export function writeHeyApi(
  root: string,
  document: JsonObject,
  isClosed: boolean,
  folder: string,
  modules: string,
): void {
  writeFileSync(join(folder, "contract.json"), JSON.stringify(document));
  const bin = join(modules, "@hey-api", "openapi-ts", "bin", "run.js");
  const output = ["-i", "contract.json", "-o", "hey-api", "-p", "zod", "valibot", "--silent"];
  runNode([bin, ...output, "--no-log-file"], folder);

  const zod = readFileSync(join(folder, "hey-api", "zod.gen.ts"), "utf8");
  // It writes `z.object` even where the document says `additionalProperties: false`.
  writeModule(join(folder, "zod.mjs"), root, isClosed ? zod.replaceAll("z.object(", "z.strictObject(") : zod);
  const valibot = readFileSync(join(folder, "hey-api", "valibot.gen.ts"), "utf8");
  writeModule(join(folder, "valibot.mjs"), root, valibot);
}

function writeModule(path: string, root: string, text: string): void {
  const names = [...text.matchAll(/^export const (\w+)/gm)].map(([, name = ""]) => name);
  // Names are cased anew, and begin with a letter for the library.
  const name = names.find((candidate) => candidate.slice(1).toLowerCase() === root.toLowerCase());
  if (name === undefined) throw new Error(`There is no schema ${root} in ${path}.`);
  const { code } = transformSync(`${text}\nexport { ${name} as check };\n`, { loader: "ts", format: "esm" });
  writeFileSync(path, code);
}
