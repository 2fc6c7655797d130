import { warning } from "../diagnostics.ts";
import { appendPointer } from "../source/json-pointer.ts";
import { isObject, own, ownString, withProperties, type Json, type JsonObject } from "../source/json.ts";
import { httpMethods } from "../source/openapi-shape.ts";
import type { Move } from "./raise-moves.ts";
import { latestVersion } from "./raise-openapi.ts";
import { raiseBody, raiseForm } from "./raise-swagger-body.ts";
import { listParameters, raiseOperation, raiseParameters } from "./raise-swagger-operation.ts";
import { raiseParameter } from "./raise-swagger-parameter.ts";
import {
  componentKeys,
  mediaTypes,
  notesOf,
  part,
  raiseEntries,
  type RaisedPart,
  type Spot,
  type SwaggerScope,
} from "./raise-swagger-part.ts";
import { raiseResponse } from "./raise-swagger-response.ts";
import { raiseSecurityScheme } from "./raise-swagger-security.ts";
import { raiseServers } from "./raise-swagger-servers.ts";

/** Fields of the root that OpenAPI 3 says elsewhere. */
const rootFields = [
  ...["swagger", "host", "basePath", "schemes", "consumes", "produces"],
  ...["definitions", "parameters", "responses", "securityDefinitions"],
];

/** Fields that OpenAPI 3 has brought: in a document of 2.0 they say nothing. */
const laterFields = ["servers", "components", "webhooks", "jsonSchemaDialect"];

/**
 * Says the root of a Swagger 2.0 document in OpenAPI 3.1, all but its schemas: they are raised where they stand
 * then. References are left as they were written, since the moves lead them to where their targets are now.
 *
 * @see https://spec.openapis.org/oas/v2.0.html#swagger-object
 * @see https://spec.openapis.org/oas/v3.1.1.html#openapi-object
 */
export function raiseSwagger(root: JsonObject): RaisedPart<JsonObject> {
  const scope: SwaggerScope = {
    root,
    consumes: mediaTypes(root, "consumes") ?? [],
    produces: mediaTypes(root, "produces") ?? [],
  };
  const given = own(root, "paths");
  const paths =
    given === undefined
      ? undefined
      : raiseEntries(given, { written: "/paths", raised: "/paths" }, (item, at) =>
          raisePathItem(item, at, scope),
        );
  const components = sections(scope);
  const foreign = laterFields.filter((field) => own(root, field) !== undefined);
  const gone = Object.fromEntries([...rootFields, ...foreign].map((field) => [field, undefined]));
  const servers = raiseServers(root, own(root, "schemes"), {
    written: own(root, "host") === undefined ? "/basePath" : "/host",
    raised: "/servers",
  });
  const { moves, faults } = notesOf([components, servers, ...(paths === undefined ? [] : [paths])]);
  const changes = {
    ...gone,
    ...(paths === undefined ? {} : { paths: paths.value }),
    servers: servers.value,
    ...(Object.keys(components.value).length === 0 ? {} : { components: components.value }),
  };
  return {
    value: { openapi: latestVersion, ...withProperties(root, changes) },
    moves: [{ from: "/swagger", to: "/openapi" }, ...moves],
    faults: [
      ...faults,
      ...foreign.map((field) => {
        const message = `\`${field}\` is not a field of Swagger 2.0; it has no effect.`;
        const help = "Remove it, or raise the document to OpenAPI 3.1.";
        const diagnostic = warning("keyword-unknown", message, help);
        return { pointer: appendPointer("", field), diagnostic };
      }),
    ],
  };
}

function raisePathItem(item: Json, at: Spot, scope: SwaggerScope): RaisedPart {
  if (!isObject(item)) return part(item);
  const listed = listParameters(item, at, scope);
  const parameters = raiseParameters(item, listed, at);
  const operations = raiseEntries(parameters.value, at, (value, spot, key) =>
    (httpMethods as readonly string[]).includes(key)
      ? raiseOperation(value, spot, listed, scope)
      : part(value),
  );
  return { value: operations.value, ...notesOf([parameters, operations]) };
}

/** The sections of the root that are components in OpenAPI 3, each under its new name. */
function sections(scope: SwaggerScope): RaisedPart<JsonObject> {
  const { root } = scope;
  const parameterSection = (value: Json): string =>
    ["body", "formData"].includes(ownString(value, "in") ?? "") ? "requestBodies" : "parameters";
  const raised = [
    ...raiseSection(
      root,
      "definitions",
      () => "schemas",
      (value) => part(value),
    ),
    ...raiseSection(root, "parameters", parameterSection, (value, at) => raiseShared(value, at, scope)),
    ...raiseSection(
      root,
      "responses",
      () => "responses",
      (value, at) => raiseResponse(value, at, scope.produces),
    ),
    ...raiseSection(root, "securityDefinitions", () => "securitySchemes", raiseSecurityScheme),
  ];
  const bySection = Map.groupBy(raised, ({ section }) => section);
  const value = [...bySection].map(([section, entries]): [string, JsonObject] => [
    section,
    Object.fromEntries(entries.map(({ key, raised: { value: entry } }) => [key, entry])),
  ]);
  return { value: Object.fromEntries(value), ...notesOf(raised.map((entry) => entry.raised)) };
}

interface SectionEntry {
  readonly section: string;
  readonly key: string;
  readonly raised: RaisedPart;
}

function raiseSection(
  root: JsonObject,
  from: string,
  sectionOf: (value: Json) => string,
  raise: (value: Json, at: Spot) => RaisedPart,
): readonly SectionEntry[] {
  const map = own(root, from);
  if (!isObject(map)) return [];
  const keys = from === "securityDefinitions" ? new Map<string, string>() : componentKeys(map);
  return Object.entries(map).map(([name, value]) => {
    const section = sectionOf(value);
    const key = keys.get(name) ?? name;
    const at = {
      written: appendPointer("", from, name),
      raised: appendPointer("/components", section, key),
    };
    const { moves, ...raised } = raise(value, at);
    const move: Move = { from: at.written, to: at.raised };
    return { section, key, raised: { ...raised, moves: [move, ...moves] } };
  });
}

/** A parameter of the root: those of bodies are bodies. */
function raiseShared(value: Json, at: Spot, { consumes }: SwaggerScope): RaisedPart {
  const where = ownString(value, "in");
  if (!isObject(value) || (where !== "body" && where !== "formData")) return raiseParameter(value, at);
  return where === "body"
    ? raiseBody(value, at, consumes)
    : raiseForm([{ parameter: value, written: at.written, isShared: false }], at.raised, consumes);
}
