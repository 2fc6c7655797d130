import { createRequire } from "node:module";
import { join } from "node:path";
import type { JsonObject } from "../../codegen/src/source/json.ts";

/** As much of Ajv as the benchmark needs: it is not among the packages of the workspace. */
interface Ajv {
  readonly addSchema: (schema: JsonObject, key: string) => unknown;
  readonly getSchema: (key: string) => unknown;
}

interface AjvLibrary {
  readonly Ajv2020: new (options: object) => Ajv;
  readonly addFormats: (ajv: Ajv) => unknown;
  readonly standaloneCode: (ajv: Ajv, checks: unknown) => string;
}

/** Loads Ajv from a folder `node_modules`. */
export function loadAjv(modules: string): AjvLibrary {
  const require = createRequire(join(modules, "package.json"));
  const { Ajv2020 }: Pick<AjvLibrary, "Ajv2020"> = require("ajv/dist/2020.js");
  const addFormats: { readonly default: AjvLibrary["addFormats"] } = require("ajv-formats");
  const standalone: {
    readonly default: AjvLibrary["standaloneCode"];
  } = require("ajv/dist/standalone/index.js");
  return { Ajv2020, addFormats: addFormats.default, standaloneCode: standalone.default };
}

/**
 * The schemas of a peer document as one CommonJS module of Ajv's standalone code.
 *
 * @param exported the components to export; one alone is the module itself
 */
export function ajvModule(
  { Ajv2020, addFormats, standaloneCode }: AjvLibrary,
  document: JsonObject,
  exported: readonly string[],
  allErrors: boolean,
): string {
  const ajv = new Ajv2020({ allErrors, code: { source: true, optimize: true }, strict: false });
  addFormats(ajv);
  ajv.addSchema(document, "contract");
  const keys = exported.map((name) => [name, `contract#/components/schemas/${name}`] as const);
  const [only] = keys;
  const isAlone = keys.length === 1 && only !== undefined;
  return standaloneCode(ajv, isAlone ? ajv.getSchema(only[1]) : Object.fromEntries(keys));
}
