import { error, type Diagnostic } from "../diagnostics.ts";
import { appendPointer } from "../source/json-pointer.ts";
import { own, ownObject, ownString } from "../source/json.ts";
import { misshapenNodes } from "../source/openapi-shape.ts";
import type { Assembled } from "./assemble.ts";
import { placeOf } from "./place.ts";

/**
 * Reports every part of the OpenAPI document that is no object, list or map where the specification wants
 * one: read on, it would count as not there. What stands in schemas is the meta-schema's.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#schema-0
 */
export function checkShapes(assembled: Assembled): readonly Diagnostic[] {
  const { document } = assembled;
  const parts = misshapenNodes({ node: document, kind: "document", pointer: "" }).map(({ pointer, wanted }) =>
    error(
      "openapi-shape",
      `This is no ${wanted}.`,
      `OpenAPI wants a ${wanted} here.`,
      placeOf(assembled, pointer),
    ),
  );
  return assembled.rootPath === undefined
    ? parts
    : [...parts, ...checkInfo(assembled), ...checkKeys(assembled)];
}

/** OpenAPI 3.1.1, section 4.8.1: a root has `info` with a title and a version. */
function checkInfo(assembled: Assembled): readonly Diagnostic[] {
  const info = own(assembled.document, "info");
  const missing = ["title", "version"].filter((field) => ownString(info, field) === undefined);
  return missing.map((field) => {
    const help = "Give the API a title and a version.";
    return error("openapi-shape", `\`info.${field}\` is missing.`, help, placeOf(assembled, "/info"));
  });
}

/** OpenAPI 3.1.1, section 4.8.7: what the keys of components are made of. */
function checkKeys(assembled: Assembled): readonly Diagnostic[] {
  return Object.entries(ownObject(assembled.document, "components")).flatMap(([section, components]) =>
    Object.keys(ownObject({ components }, "components"))
      .filter((key) => !section.startsWith("x-") && !/^[A-Za-z0-9._-]+$/.test(key))
      .map((key) => {
        const message = `${JSON.stringify(key)} can not be the key of a component.`;
        const help = 'Use letters, digits, ".", "_" and "-".';
        return error(
          "openapi-shape",
          message,
          help,
          placeOf(assembled, appendPointer("/components", section, key)),
        );
      }),
  );
}
