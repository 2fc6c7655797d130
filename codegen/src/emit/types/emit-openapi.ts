import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";
import { componentSchemas, schemaSteps } from "../../contract/component-schemas.ts";
import type { Contract } from "../../contract/contract.ts";
import {
  isArray,
  isObject,
  ownObject,
  ownString,
  withProperties,
  type Json,
  type JsonObject,
} from "../../source/json.ts";
import { dereference } from "../../contract/positions.ts";
import { isIgnored } from "../../contract/operation-parameters.ts";
import { walkNodes } from "../../source/openapi-shape.ts";
import { commentText, withoutInvisible } from "../code.ts";
import type { GeneratedFile } from "../emitter.ts";
import { withoutPercentSigns } from "./percent-signs.ts";

/** The namespace under which the declarations of the package are imported. */
const schemasName = "schemas";

/**
 * `paths`, `operations` and `components` by openapi-typescript, for openapi-fetch and everything else
 * that reads that form. Its component schemas are the named declarations of the package themselves.
 */
export async function emitOpenapi(contract: Contract): Promise<GeneratedFile> {
  const names = new Map(contract.schemas.map(({ key, name }) => [key, name]));
  const { document, restore } = withoutPercentSigns(readableDocument(contract.document ?? {}));
  const nodes = await openapiTS(document as unknown as OpenAPI3, {
    additionalProperties: contract.options.openObjects,
    defaultNonNullable: false,
    silent: true,
    transform: (_schema, { path }) => {
      const inside = schemaSteps((path ?? "").replace(/^#/, ""));
      const name = inside?.steps.length === 0 ? names.get(inside.key) : undefined;
      return name === undefined ? undefined : reference(name);
    },
  });
  return {
    path: "openapi.ts",
    imports: [{ from: "./index.js", names: [`* as ${schemasName}`], typeOnly: true }],
    body: nodes.map((node) => restore(withoutInvisible(astToString(node)))),
    sources: [],
    formatted: true,
  };
}

function reference(name: string): ts.TypeNode {
  return ts.factory.createTypeReferenceNode(
    ts.factory.createQualifiedName(
      ts.factory.createIdentifier(schemasName),
      ts.factory.createIdentifier(name),
    ),
  );
}

const documentation = new Set(["description", "summary", "title"]);

/**
 * The document with its texts fit for comments, without the bodies of component schemas, which the
 * transformation replaces by a name anyway, and without a `$ref` in data, such as an example: the library
 * would follow it, to files and over the network.
 */
function readableDocument(document: JsonObject): JsonObject {
  const components = ownObject(document, "components");
  const schemas = Object.fromEntries(Object.keys(componentSchemas(document)).map((key) => [key, {}]));
  const bare = withProperties(document, { components: withProperties(components, { schemas }) });
  const nodes = new Set<Json>();
  const ignored = new Set<Json>();
  walkNodes({ node: bare, kind: "document", pointer: "" }, (node) => {
    nodes.add(node.node);
    const parameter = node.kind === "parameter" ? dereference(bare, node).node : undefined;
    if (isIgnored(ownString(parameter, "in"), ownString(parameter, "name"))) ignored.add(node.node);
  });
  return clean(bare, nodes, ignored) as JsonObject;
}

/**
 * @param nodes what is a part of the contract: everything else is data
 * @param ignored parameters that the specification has ignored
 */
function clean(value: Json, nodes: ReadonlySet<Json>, ignored: ReadonlySet<Json>): Json {
  if (isArray(value))
    return value.filter((item) => !ignored.has(item)).map((item) => clean(item, nodes, ignored));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(
    ([key, item]) => key !== "$ref" || typeof item !== "string" || nodes.has(value),
  );
  return Object.fromEntries(
    entries.map(([key, item]) => [
      key,
      documentation.has(key) && typeof item === "string" ? commentText(item) : clean(item, nodes, ignored),
    ]),
  );
}
