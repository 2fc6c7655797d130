import { createRequire } from "node:module";
import type * as module2019 from "ajv/dist/2019.js";
import { Ajv2020, type AnySchema, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import type { Json } from "../source/json.ts";
import { metaSchemaDraft04 } from "./meta-schema-draft-04.ts";
import type { Draft } from "./raise-keywords.ts";

/** A value that a keyword can not have. */
export interface ShapeFault {
  /** Where it is, from the schema that was asked about. */
  readonly pointer: string;
  readonly message: string;
}

/**
 * Holds a schema, and those inside of it, against the meta-schema of a draft.
 *
 * @returns one fault for each place: the meta-schema says several things about the same wrong value
 * @see https://json-schema.org/specification-links
 */
export function shapeFaults(draft: Draft, schema: Json): readonly ShapeFault[] {
  const isSchema = validatorOf(draft);
  if (isSchema === undefined || isSchema(schema)) return [];
  const errors = (isSchema.errors ?? []).filter(({ keyword }) => !indirect.has(keyword));
  // A value with a fault inside of it may be of that type: only another alternative wants another one.
  const outer = new Set(errors.flatMap(({ instancePath }) => pointersAbove(instancePath)));
  const direct = errors.filter(({ keyword, instancePath }) => keyword !== "type" || !outer.has(instancePath));
  const byPlace = new Map(direct.toReversed().map((fault: ErrorObject) => [fault.instancePath, fault]));
  return [...byPlace.values()].map(({ instancePath, message = "is not valid" }) => ({
    pointer: instancePath,
    message: `This ${message}.`,
  }));
}

function pointersAbove(pointer: string): readonly string[] {
  return Array.from(pointer.matchAll(/\//g), ({ index }) => pointer.slice(0, index));
}

/** Keywords that fail because others did. */
const indirect: ReadonlySet<string> = new Set([
  ...["$ref", "$dynamicRef", "$recursiveRef", "allOf", "anyOf", "if"],
]);

/** Compiling a meta-schema takes longer than most documents do: once in a process, and only if it is asked for. */
const validators = new Map<Draft, ValidateFunction | undefined>();

function validatorOf(draft: Draft): ValidateFunction | undefined {
  if (!validators.has(draft)) validators.set(draft, compilers[draft]());
  return validators.get(draft);
}

const options = { strict: false, validateFormats: false, allErrors: true } as const;

/** Loads at once what an `import` would load for everyone. */
const load = createRequire(import.meta.url);

const compilers: Readonly<Record<Draft, () => ValidateFunction | undefined>> = {
  "draft-04": () => compileAlone(metaSchemaDraft04),
  // What is wrong with a value is wrong with it in 2020-12 as well, or was said where the schema was raised.
  "openapi-2.0": () => undefined,
  "openapi-3.0": () => undefined,
  "draft-06": () => compileAlone(load("ajv/dist/refs/json-schema-draft-06.json") as AnySchema),
  "draft-07": () => compileAlone(load("ajv/dist/refs/json-schema-draft-07.json") as AnySchema),
  "2019-09": () => {
    const { Ajv2019 } = load("ajv/dist/2019.js") as typeof module2019;
    return new Ajv2019(options).getSchema("https://json-schema.org/draft/2019-09/schema");
  },
  "2020-12": () => new Ajv2020(options).getSchema("https://json-schema.org/draft/2020-12/schema"),
};

/** A meta-schema that uses only what 2020-12 means the same by. */
function compileAlone(metaSchema: AnySchema): ValidateFunction {
  return new Ajv2020({ ...options, meta: false, validateSchema: false }).compile(metaSchema);
}
