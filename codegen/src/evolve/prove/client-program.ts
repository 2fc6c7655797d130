import { literal, propertyKey } from "../../emit/code.ts";
import { deepestLines, type ConsumerContext } from "./consumer-context.ts";
import { joinLines, programWriter, rootOf, type Program } from "./program.ts";
import type { CredentialOption } from "./read-surface.ts";
import { readValue } from "./read-value.ts";

/** What the program of a client as a whole is for: comparisons call so what belongs to no operation and no schema. */
export const clientSubject = "API";

/** The program that makes a client, with its credentials, and takes what its calls throw. */
export function clientProgram({ surface, clientPackage, typesPackage }: ConsumerContext): Program {
  const path = rootOf(clientSubject);
  const writer = programWriter(path, Infinity);
  const { prefix, errorBody, errorTypes, types, credentials } = surface;
  const optionsOf = (valueOf: (credential: CredentialOption) => string): string => {
    const entries = credentials.map((one) => `${propertyKey(one.name)}: ${valueOf(one)}`);
    return entries.length === 0 ? "" : `{ ${entries.join(", ")} }`;
  };
  const options = optionsOf(() => '"text"');
  writer.line(`import type * as types from ${literal(typesPackage)};`);
  writer.line(`import * as api from ${literal(clientPackage)};`);
  writer.line('import { hasKey, isKnown, isThere, some } from "./probe.js";');
  writer.line("export { hasKey, isKnown, isThere, some, type types };");
  writer.line(`export const client: api.${prefix} = api.create${prefix}(${options});`);
  writer.line(`export const core: api.${prefix}Core = api.create${prefix}Core(${options});`);
  if (credentials.some(({ mayRotate }) => mayRotate)) {
    const asked = optionsOf(({ mayRotate }) => (mayRotate ? '() => "text"' : '"text"'));
    writer.line(`export const rotating: api.${prefix} = api.create${prefix}(${asked});`);
  }
  for (const [at, type] of errorTypes.entries())
    writer.line(`export type Known${at} = api.${prefix}ErrorTypes[${literal(type)}];`, { kind: "case" });
  const reading = deepestLines(path, (inner, depth) => {
    inner.line("export function read(error: unknown): void {");
    inner.block(() => {
      inner.line("if (!api.isApiError(error) || error.body === undefined) return;");
      inner.line(`const body: api.${prefix}ErrorBody = error.body;`);
      if (errorBody !== undefined)
        readValue({ name: "body", path }, errorBody, {
          declarations: types,
          depth,
          writer: inner,
          read: readValue,
        });
    });
    inner.line("}");
  });
  return { file: "client.ts", subject: clientSubject, lines: joinLines(writer.lines(), reading) };
}
