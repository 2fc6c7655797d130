import type { Secret } from "./secret-text.ts";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const json = (text: string): string => JSON.stringify(text).slice(1, -1);
const hex = (text: string, character: string): string =>
  character + text.charCodeAt(0).toString(16).padStart(4, "0");
const url = (text: string): string => encodeURIComponent(text.toWellFormed());

/** How servers, proxies and libraries write a text when they quote it. */
export const writings: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  JSON: json,
  "JSON in JSON": (text) => json(json(text)),
  "JSON, ASCII only": (text) => json(text).replace(/[^\x20-\x7e]/g, (unit) => hex(unit, "\\u")),
  "JSON for HTML": (text) => json(text).replace(/[<>&']/g, (unit) => hex(unit, "\\u")),
  "JSON of PHP": (text) =>
    json(text)
      .replaceAll("/", "\\/")
      .replace(/[^\x20-\x7e]/g, (unit) => hex(unit, "\\u")),
  URL: url,
  "URL, small letters": (text) => url(text).replace(/%../g, (code) => code.toLowerCase()),
  form: (text) => new URLSearchParams({ "": text }).toString().slice(1),
  HTML: (text) => text.replace(/[&<>"']/g, (character) => entities[character] ?? ""),
  "HTML by numbers": (text) => text.replace(/[^\w\s]/gu, (character) => `&#${character.codePointAt(0)};`),
  "HTML by hexadecimal numbers": (text) =>
    text.replace(/[&<>"'/]/g, (character) => `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`),
};

/** A text in all its writings, each once. */
export function writingsOf(text: string): readonly string[] {
  return [...new Set(Object.values(writings).map((write) => write(text)))];
}

/** Around a secret that is quoted, so that a short one can be told from the same letters elsewhere. */
export const quotedAs = (written: string): string => `{{${written}}}`;

/** How a secret, or a part of it, is written in a text; undefined if it is not in there. */
export function foundIn(text: string, { text: secret, marks }: Secret): string | undefined {
  // No writing changes a mark.
  if (marks.length > 0 && !marks.some((mark) => text.includes(mark))) return undefined;
  const whole = Object.entries(writings).find(([, write]) => {
    const written = write(secret);
    return text.includes(marks.length > 0 ? written : quotedAs(written));
  });
  return whole?.[0] ?? (marks.length > 0 ? "a part of it" : undefined);
}
