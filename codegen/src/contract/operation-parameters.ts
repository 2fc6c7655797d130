import { error, warning, type Checked, type Diagnostic, type Place } from "../diagnostics.ts";
import { appendPointer } from "../source/json-pointer.ts";
import { isObject, own, ownArray, ownObject, ownString, type Json } from "../source/json.ts";
import type { DocumentNode } from "../source/openapi-shape.ts";
import type { Assembled } from "./assemble.ts";
import type { Parameter } from "./contract.ts";
import { dereference } from "./positions.ts";
import { placeOf } from "./place.ts";

/** Ways to write a parameter that clients know, per place. The first is OpenAPI's default. */
const styles = { path: ["simple"], query: ["form", "deepObject"], header: ["simple"] } as const;

const ignoredHeaders: ReadonlySet<string> = new Set(["accept", "content-type", "authorization"]);

/** Whether the specification has a parameter ignored: a header that says how things are sent (section 4.8.12.1). */
export function isIgnored(where: string | undefined, name: string | undefined): boolean {
  return where === "header" && name !== undefined && ignoredHeaders.has(name.toLowerCase());
}

/**
 * Reads the parameters of an operation; those of the path item come first and give way to its own.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#parameter-object
 */
export function readParameters(
  assembled: Assembled,
  path: string,
  pathItem: DocumentNode,
  operation: DocumentNode,
): Checked<readonly Parameter[]> {
  const diagnostics: Diagnostic[] = [];
  const parameters = new Map<string, Parameter>();
  for (const parent of [pathItem, operation]) {
    const here = new Set<string>();
    for (const node of parameterNodes(assembled, parent)) {
      const { value, diagnostics: faults } = readParameter(assembled, node);
      diagnostics.push(...faults);
      if (value === undefined) continue;
      const key = `${value.in} ${value.name}`;
      if (here.has(key)) diagnostics.push(duplicate(value, placeOf(assembled, node.pointer)));
      here.add(key);
      parameters.set(key, value);
    }
  }
  const value = [...parameters.values()];
  const place = placeOf(assembled, operation.pointer);
  return {
    value,
    diagnostics: [...diagnostics, ...checkTemplate(path, value, place), ...checkNames(value, place)],
  };
}

function duplicate({ name, in: where }: Parameter, place: Place): Diagnostic {
  const message = `There is another parameter ${JSON.stringify(name)} in ${where} in the same list.`;
  return error("operation-parameter", message, "Keep one of the two.", place);
}

function parameterNodes({ document }: Assembled, parent: DocumentNode): readonly DocumentNode[] {
  return ownArray(parent.node, "parameters").map((node, index) =>
    dereference(document, {
      node,
      kind: "parameter",
      pointer: appendPointer(parent.pointer, "parameters", index),
    }),
  );
}

function readParameter(
  assembled: Assembled,
  { node, pointer }: DocumentNode,
): Checked<Parameter | undefined> {
  // Reported as a part that has another shape.
  if (!isObject(node)) return { value: undefined, diagnostics: [] };
  const place = placeOf(assembled, pointer);
  const name = ownString(node, "name");
  const where = ownString(node, "in");
  if (
    name === undefined ||
    name === "" ||
    where === undefined ||
    !["path", "query", "header", "cookie"].includes(where)
  ) {
    const help = "A parameter has a `name`, and `in` is path, query, header or cookie.";
    return {
      value: undefined,
      diagnostics: [error("operation-parameter", "The parameter has no name or no place.", help, place)],
    };
  }
  if (where === "cookie") {
    const help = "Send it through `headers`, or describe it as a security scheme.";
    const message = `The cookie parameter ${JSON.stringify(name)} is left out: fetch sets no cookies.`;
    return { value: undefined, diagnostics: [warning("operation-unsupported", message, help, place)] };
  }
  if (isIgnored(where, name)) return { value: undefined, diagnostics: [] };
  const parameter: Parameter = {
    name,
    in: where as Parameter["in"],
    required: where === "path" || own(node, "required") === true,
    description: ownString(node, "description"),
    deprecated: own(node, "deprecated") === true,
    schema: parameterSchema(node),
  };
  return { value: parameter, diagnostics: checkStyle(parameter, node, place) };
}

/** The schema of a parameter object, wherever it says it; anything, if it says none. */
export function parameterSchema(node: Json): Json {
  const content = Object.values(ownObject(node, "content"))[0];
  return own(node, "schema") ?? own(content, "schema") ?? true;
}

function checkStyle({ name, in: where }: Parameter, node: Json, place: Place): readonly Diagnostic[] {
  const style = ownString(node, "style") ?? styles[where][0];
  const exploded = own(node, "explode") ?? style === "form";
  const known =
    (styles[where] as readonly string[]).includes(style) &&
    (where !== "query" || exploded === (style === "form") || style === "deepObject");
  if (known && own(node, "content") === undefined) return [];
  const message = `The parameter ${JSON.stringify(name)} is written in a style that the client does not know.`;
  const help = `Known in ${where}: ${styles[where].join(", ")}, with the default of \`explode\`.`;
  return [error("operation-unsupported", message, help, place)];
}

function pathNames(parameters: readonly Parameter[]): ReadonlySet<string> {
  return new Set(parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name));
}

/** Path and query parameters stand in one object. */
function checkNames(parameters: readonly Parameter[], place: Place): readonly Diagnostic[] {
  const inPath = pathNames(parameters);
  const both = parameters.filter((parameter) => parameter.in === "query" && inPath.has(parameter.name));
  return both.map(({ name }) => {
    const message = `${JSON.stringify(name)} is a parameter in the path and another one in the query.`;
    const help = "Rename the one in the path, where the name is not sent, in the document or in the overlay.";
    return error("operation-parameter", message, help, place);
  });
}

/** Every `{name}` in the path is a path parameter, and the other way round. */
function checkTemplate(path: string, parameters: readonly Parameter[], place: Place): readonly Diagnostic[] {
  const templated = new Set([...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? ""));
  const declared = pathNames(parameters);
  const missing = [...templated]
    .filter((name) => !declared.has(name))
    .map((name) => `\`{${name}}\` has no path parameter`);
  const unused = [...declared]
    .filter((name) => !templated.has(name))
    .map((name) => `the path has no \`{${name}}\``);
  return [...missing, ...unused].map((fault) =>
    error(
      "operation-parameter",
      `In ${path}, ${fault}.`,
      "Declare every `{name}` of the path with `in: path`, and no other.",
      place,
    ),
  );
}
