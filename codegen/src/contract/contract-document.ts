import {
  isObject,
  own,
  ownObject,
  ownString,
  withProperties,
  type Json,
  type JsonObject,
} from "../source/json.ts";
import { appendPointer } from "../source/json-pointer.ts";
import { httpMethods, mapNodesUp } from "../source/openapi-shape.ts";
import type { Contract, NamedSchema, Operation } from "./contract.ts";
import { markAnchors } from "./dynamic-references.ts";
import { defaultPolicy } from "./evolution-policy.ts";
import { schemaModule } from "./name-schemas.ts";
import { dottedName, operationIdentity } from "./operation-names.ts";
import { dereference } from "./positions.ts";
import { schemaName } from "./schema-names.ts";

/**
 * The whole contract as one OpenAPI 3.1 document. Read again, alone, without an overlay and without a lock,
 * it gives the same contract: public names are written into it, and so are the options, those that nobody
 * chose as well, so that it means the same to a later version with other defaults. A contract without an
 * OpenAPI root becomes one with no paths.
 *
 * @param contract one that was read without an error
 * @returns the document; the order of its keys follows from the contract alone
 * @see https://spec.openapis.org/oas/v3.1.1.html#openapi-object
 */
export function contractDocument(contract: Contract): JsonObject {
  const { schemas, operations } = contract;
  const base = contract.document ?? {
    openapi: "3.1.1",
    info: { title: contract.title, version: "0.0.0" },
    paths: {},
  };
  const document = withProperties(base, {
    paths: own(base, "paths") === undefined ? undefined : namedPaths(base, operations),
    components: withProperties(ownObject(base, "components"), {
      schemas: Object.fromEntries(schemas.map((schema) => [schema.key, namedSchema(schema)])),
    }),
    "x-sdkmill": optionsOf(contract),
  });
  return mapNodesUp({ node: document, kind: "document", pointer: "" }, ({ node, kind }) => {
    // That of a schema is a key, in which nothing has to be encoded.
    const reference = kind === "schema" ? undefined : ownString(node, "$ref");
    return reference === undefined || !isObject(node)
      ? node
      : withProperties(node, { $ref: encodeURI(reference) });
  }) as JsonObject;
}

/** The text of that document as a file has it: one value in a line, so that two of them can be compared. */
export function printContractDocument(document: JsonObject): string {
  return `${JSON.stringify(document, null, 1)}\n`;
}

/** What is empty by default is left out, and so is what counts as breaking: only comparisons ask for it. */
function optionsOf({ document, options }: Contract): JsonObject {
  const { errorTypes, evolution, ...others } = options;
  const types = Object.entries(errorTypes).map(([name, type]) => [name, withProperties({}, { ...type })]);
  const choices = Object.entries(evolution).filter(
    ([knob, choice]) => Object.entries(defaultPolicy).find(([name]) => name === knob)?.[1] !== choice,
  );
  return withProperties(ownObject(document, "x-sdkmill"), {
    ...others,
    errorTypes: types.length === 0 ? undefined : Object.fromEntries(types),
    evolution: choices.length === 0 ? undefined : Object.fromEntries(choices),
  });
}

function namedSchema({ key, name, module, schema, dynamicAnchors }: NamedSchema): Json {
  const derived = schemaName(key);
  const isModuleDerived = schemaModule(derived.namespace) === module;
  // A boolean has no room for a name; it is left as it is where its key says enough.
  if (!isObject(schema) && derived.name === name && isModuleDerived) return schema;
  const keywords = isObject(schema) ? schema : schema === false ? { not: {} } : {};
  return behind(keywords, {
    "x-sdkmill-name": name,
    ...(isModuleDerived ? {} : { "x-sdkmill-module": module }),
    ...markAnchors(dynamicAnchors),
  });
}

/** Every operation with its name, in the path item of its own path: one that several paths share can not have the names of all. */
function namedPaths(document: JsonObject, operations: readonly Operation[]): JsonObject {
  const byIdentity = new Map(operations.map((operation) => [operationIdentity(operation), operation]));
  const named = Object.entries(ownObject(document, "paths")).map(([path, item]): [string, Json] => {
    const place = { node: item, kind: "pathItem", pointer: appendPointer("/paths", path) } as const;
    const { node } = path.startsWith("x-") ? place : dereference(document, place);
    if (!isObject(node)) return [path, node];
    const methods = httpMethods.flatMap((httpMethod): [string, Json][] => {
      const operation = byIdentity.get(operationIdentity({ httpMethod, path }));
      const given = own(node, httpMethod);
      if (operation === undefined || !isObject(given)) return [];
      return [[httpMethod, behind(given, { "x-sdkmill-name": dottedName(operation.name) })]];
    });
    return [path, withProperties(node, Object.fromEntries(methods))];
  });
  return Object.fromEntries(named);
}

/** An object with the marks before everything else in it. */
function behind(object: JsonObject, marks: JsonObject): JsonObject {
  const others = Object.entries(object).filter(([key]) => !Object.hasOwn(marks, key));
  return Object.fromEntries([...Object.entries(marks), ...others]);
}
