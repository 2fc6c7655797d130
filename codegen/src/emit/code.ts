/**
 * The one place where text of a document becomes part of generated code. Whatever comes from a
 * document is quoted here as a literal, a key or a comment; nothing else may put it into code.
 */

import { isArray, isObject, type Json } from "../source/json.ts";

/**
 * Characters that JSON leaves alone but that a JavaScript source or its reader can not bear: line
 * separators, directional and invisible characters (CVE-2021-42574), and what ends a script element.
 */
const unsafeInLiteral =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|<(?=[/!])/g;

/** A JSON value as a JavaScript expression. */
export function literal(value: Json): string {
  return withoutInvisible(print(value));
}

/** The same code with invisible characters as escapes; those are allowed wherever such a character can stand: in literals. */
export function withoutInvisible(code: string): string {
  return code.replaceAll(unsafeInLiteral, escapeCharacter);
}

function print(value: Json): string {
  if (isArray(value)) return `[${value.map(print).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => {
    // In an object literal, a plain `"__proto__": x` sets the prototype instead of a property.
    const name = key === "__proto__" ? '["__proto__"]' : JSON.stringify(key);
    return `${name}:${print(item)}`;
  });
  return `{${entries.join(",")}}`;
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** A name as the key of an object literal or an object type. */
export function propertyKey(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? name : literal(name);
}

const unsafeInComment =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** Longer descriptions are cut; no reader of a declaration gets that far. */
const MAX_COMMENT = 20_000;

/** Text fit for a JSDoc comment: it can not end the comment, nor hide or reorder what follows. */
export function commentText(text: string): string {
  return text
    .slice(0, MAX_COMMENT)
    .toWellFormed()
    .replaceAll(/\r\n?|[\u0085\u2028\u2029\u000b\u000c]/g, "\n")
    .replaceAll(unsafeInComment, escapeCharacter)
    .replaceAll("*/", "*\\/")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();
}

/** A JSDoc comment of paragraphs, with a newline at its end; empty if there is nothing to say. */
export function docComment(...paragraphs: readonly (string | undefined)[]): string {
  // Once more over the whole: two harmless paragraphs can make a `*/` between them.
  const text = commentText(
    paragraphs.filter((paragraph) => paragraph !== undefined && paragraph !== "").join("\n\n"),
  );
  if (text === "") return "";
  const lines = text.split("\n").map((line) => (line === "" ? " *" : ` * ${line}`));
  return `/**\n${lines.join("\n")}\n */\n`;
}
