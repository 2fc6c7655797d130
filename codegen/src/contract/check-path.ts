import { error, type Diagnostic } from "../diagnostics.ts";
import { appendPointer } from "../source/json-pointer.ts";
import type { Assembled } from "./assemble.ts";
import { placeOf } from "./place.ts";

/**
 * Reports a path with a percent sign that begins no octet: it is a part of no URL (RFC 3986, section 2.1).
 * What stands in braces is the name of a parameter, and may be anything.
 */
export function checkPath(assembled: Assembled, path: string): readonly Diagnostic[] {
  if (!/%(?![0-9A-Fa-f]{2})/.test(path.replaceAll(/\{[^{}]*\}/g, "{}"))) return [];
  const message = `The path ${JSON.stringify(path)} has a "%" that two hexadecimal digits do not follow.`;
  const help = 'Write "%25" for a percent sign (RFC 3986, section 2.1).';
  return [error("operation-path", message, help, placeOf(assembled, appendPointer("/paths", path)))];
}
