import { pointerTokens } from "../source/json-pointer.ts";
import { httpMethods } from "../source/openapi-shape.ts";

/** Keywords and fields that hold lists, so that a number below them is an index and no name. */
const lists = new Set(["allOf", "anyOf", "oneOf", "prefixItems", "parameters", "servers"]);

const methods: ReadonlySet<string> = new Set(httpMethods);

/** The JSONPath (RFC 9535) of what a pointer points at: `$.components.schemas["Pet"]`. */
export function jsonPath(pointer: string): string {
  const tokens = pointerTokens(pointer) ?? [];
  const steps = tokens.map((token, index) => {
    if (lists.has(tokens[index - 1] ?? "") && /^\d+$/.test(token)) return `[${token}]`;
    const isField = index < 2 || methods.has(token);
    return isField && /^[A-Za-z]+$/.test(token) ? `.${token}` : `[${JSON.stringify(token)}]`;
  });
  return `$${steps.join("")}`;
}

/** An overlay action on one line, as it can be pasted. */
export function overlayAction(target: string, update: string): string {
  return `\`- { target: ${JSON.stringify(target)}, update: { ${update} } }\``;
}
