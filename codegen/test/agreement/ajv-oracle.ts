import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import type { Contract } from "../../src/contract/contract.ts";
import { schemaReference } from "../../src/contract/component-schemas.ts";
import { formatChecks } from "../../src/emit/validators/compile/format-checks.ts";
import type { PlannedCheck } from "../../src/emit/validators/plan/plan-checks.ts";
import { appendPointer } from "../../src/source/json-pointer.ts";
import { isObject, ownString, withProperties, type Json } from "../../src/source/json.ts";
import { mapNodesUp } from "../../src/source/openapi-shape.ts";
import { formatSamples } from "./format-samples.ts";

/** The places at which Ajv finds a value wrong, sorted, each once; none if it is valid. */
export type Oracle = (id: string, value: Json) => readonly string[];

/** Ajv on the schemas of a contract as they are, by key. */
export function contractOracle(contract: Contract): Oracle {
  const ajv = newAjv(contract.options.formats === "assertion");
  const schemas = Object.fromEntries(contract.schemas.map(({ key, schema }) => [key, schema]));
  ajv.addSchema({ $id: "contract:", components: { schemas } });
  return oracleOf(ajv, (key) => `contract:${schemaReference(key)}`);
}

/** Ajv on the schemas of planned checks, by id. */
export function checkOracle(checks: readonly PlannedCheck[]): Oracle {
  const ajv = newAjv(true);
  // An id has characters in it that mean something in a URI.
  const references = new Map(checks.map(({ id }, index) => [id, `#/$defs/${index}`]));
  const definitions = checks.map(({ node }, index) => {
    const schema = mapNodesUp({ node, kind: "schema", pointer: "" }, ({ node: inner }) => {
      const reference = references.get(ownString(inner, "$ref") ?? "");
      return isObject(inner) && reference !== undefined ? withProperties(inner, { $ref: reference }) : inner;
    });
    return [index, schema] as const;
  });
  ajv.addSchema({ $id: "checks:", $defs: Object.fromEntries(definitions) });
  return oracleOf(ajv, (id) => `checks:${references.get(id)}`);
}

function newAjv(validateFormats: boolean): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    logger: false,
    strict: false,
    validateFormats,
    validateSchema: false,
  });
  for (const [format, { type }] of formatChecks) {
    const isValid = formatSamples.get(format)?.isValid ?? ((): boolean => true);
    // Ajv knows no format that is about strings and numbers both.
    if (type === "string") ajv.addFormat(format, { type, validate: isValid });
    else ajv.addFormat(format, { type: "number", validate: isValid });
  }
  return ajv;
}

function oracleOf(ajv: Ajv2020, reference: (id: string) => string): Oracle {
  const validators = new Map<string, ReturnType<Ajv2020["getSchema"]>>();
  return (id, value) => {
    const validate = validators.get(id) ?? ajv.getSchema(reference(id));
    if (validate === undefined) throw new Error(`Ajv does not know ${id}.`);
    validators.set(id, validate);
    return validate(value) ? [] : placesOf(validate.errors ?? []);
  };
}

/** Ajv reports a property that is missing, or one too many, at the object. */
function placesOf(errors: readonly ErrorObject[]): readonly string[] {
  const pointers = errors.map(({ instancePath, params }) => {
    const { missingProperty, additionalProperty, unevaluatedProperty } = params;
    const property: unknown = missingProperty ?? additionalProperty ?? unevaluatedProperty;
    return typeof property === "string" ? appendPointer(instancePath, property) : instancePath;
  });
  return [...new Set(pointers)].toSorted();
}
