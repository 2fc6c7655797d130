import { referencedKey } from "../../contract/component-schemas.ts";
import type { Contract, NamedSchema, Operation } from "../../contract/contract.ts";
import { isObject, ownString, type Json } from "../../source/json.ts";
import { literal } from "../code.ts";
import { packageName, type GeneratedFile, type PackageNaming } from "../emitter.ts";
import { validatorName } from "../validator-name.ts";
import { routeIdentity } from "./route.ts";

/**
 * The module with `createValidation`: which validator of the validators package is for which operation.
 * None if there is no operation with one.
 */
export function validationModule(contract: Contract, naming: PackageNaming): readonly GeneratedFile[] {
  const entries = validatorEntries(contract, packageName(contract, "validators", naming));
  if (entries.length === 0) return [];
  const body = [
    `/** What loads the validators of an operation: the modules of its schemas, each when it is asked for. */
const validators: Readonly<Record<string, OperationValidators>> = {\n${entries.join(",\n")},\n};`,
    createValidation,
  ];
  return [
    {
      path: "validation.ts",
      imports: [
        { from: "@sdkmill/runtime", names: ["validateBy"], typeOnly: false },
        {
          from: "@sdkmill/runtime",
          names: ["OperationValidators", "Validation", "ValidationOptions"],
          typeOnly: true,
        },
      ],
      body,
      sources: [],
      formatted: true,
    },
  ];
}

/** Whether the client has a module with validators. */
export function isValidated(contract: Contract): boolean {
  return validatedSchemas(contract).some(
    ({ request, response }) => request !== undefined || response !== undefined,
  );
}

const createValidation = `/**
 * Holds bodies that are sent (\`requests\`) and those that are answered (\`responses\`) against their schemas:
 * \`"off"\` (the default) does not, \`"warn"\` tells the hook \`onInvalid\`, \`"throw"\` throws a \`ValidationError\`.
 * A validator is loaded when its operation is first called, if it is asked for. Values whose schema has no
 * name are not held against it, nor are bodies whose schema is one of answers too: its validator is for those.
 */
export function createValidation(options: ValidationOptions = {}): Validation {
  return validateBy(options, validators);
}`;

interface ValidatedSchemas {
  readonly operation: Operation;
  readonly request: NamedSchema | undefined;
  readonly response: NamedSchema | undefined;
}

function validatedSchemas({ operations, schemas }: Contract): readonly ValidatedSchemas[] {
  const byKey = new Map(schemas.map((schema) => [schema.key, schema]));
  const named = (schema: Json | undefined): NamedSchema | undefined => byKey.get(referenceOf(schema) ?? "");
  return operations.map((operation) => {
    const sent = named(operation.body?.schema);
    const [answered, ...others] = operation.results;
    return {
      operation,
      // The validator of a schema in both positions is one of answers, which asks for what only servers set.
      request: sent?.position === "request" ? sent : undefined,
      response: others.length === 0 ? named(answered) : undefined,
    };
  });
}

/** Lines of an object, by route: former names of an operation have its own. */
function validatorEntries(contract: Contract, validators: string): readonly string[] {
  const load = (position: string, schema: NamedSchema | undefined): readonly string[] => {
    if (schema === undefined) return [];
    const { name, slug } = schema;
    const module = literal(`${validators}/${slug}`);
    return [`${position}: async () => (await import(${module})).${validatorName(name)}`];
  };
  const entries = validatedSchemas(contract).flatMap(({ operation, request, response }) => {
    const loads = [...load("request", request), ...load("response", response)];
    return loads.length === 0 ? [] : [[routeIdentity(operation), loads] as const];
  });
  return [...new Map(entries)].map(([key, loads]) => `${literal(key)}: {\n${loads.join(",\n")},\n}`);
}

const annotations = new Set(["$ref", "title", "description", "summary", "deprecated", "default", "examples"]);

/** The component that a schema refers to, if it says nothing beside that. */
function referenceOf(schema: Json | undefined): string | undefined {
  if (!isObject(schema)) return undefined;
  const isPlain = Object.keys(schema).every((keyword) => annotations.has(keyword));
  return isPlain ? referencedKey(ownString(schema, "$ref")) : undefined;
}
