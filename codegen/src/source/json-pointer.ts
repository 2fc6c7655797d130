/** JSON Pointer, RFC 6901. */

import { isArray, isObject, own, type Json } from "./json.ts";

/** One more reference token at the end of a pointer, escaped (RFC 6901, section 3). */
export function appendPointer(pointer: string, ...tokens: readonly (string | number)[]): string {
  let path = pointer;
  for (const token of tokens) path += `/${escapeToken(String(token))}`;
  return path;
}

function escapeToken(token: string): string {
  return /[~/]/.test(token) ? token.replaceAll("~", "~0").replaceAll("/", "~1") : token;
}

/** The reference tokens of a pointer, unescaped; undefined if it is not a pointer. */
export function pointerTokens(pointer: string): readonly string[] | undefined {
  if (pointer === "") return [];
  if (!pointer.startsWith("/")) return undefined;
  // Most have nothing escaped, and there are many.
  if (!pointer.includes("~")) return pointer.slice(1).split("/");
  if (/~(?![01])/.test(pointer)) return undefined;
  return pointer
    .slice(1)
    .split("/")
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** What a pointer points at, through own properties and array indices only; undefined if nothing is there. */
export function resolvePointer(value: Json, pointer: string): Json | undefined {
  const tokens = pointerTokens(pointer);
  if (tokens === undefined) return undefined;
  let current: Json | undefined = value;
  for (const token of tokens) {
    if (isArray(current)) current = /^(0|[1-9]\d*)$/.test(token) ? current[Number(token)] : undefined;
    else if (isObject(current)) current = own(current, token);
    else return undefined;
    if (current === undefined) return undefined;
  }
  return current;
}
