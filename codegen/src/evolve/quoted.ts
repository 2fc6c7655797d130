/** How messages name what a document says. */

import type { Json } from "../source/json.ts";

const LONGEST = 80;

/** A name in backticks; one with anything in it that is not plain text as a JSON text, cut if it is long. */
export function quoted(name: string): string {
  return /^[\w .,:;/\\{}()[\]<>+*?!=~^@#$%&|'"-]{1,200}$/.test(name) && name.trim() === name
    ? `\`${name}\``
    : shown(name);
}

/** Several names: `a`, `b` and `c`. */
export function listed(names: readonly string[]): string {
  const texts = names.map(quoted);
  const last = texts.at(-1) ?? "";
  return texts.length > 1 ? `${texts.slice(0, -1).join(", ")} and ${last}` : last;
}

/** A value as JSON, cut if it is long. */
export function shown(value: Json): string {
  const characters = [...JSON.stringify(value)];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join("")}…` : characters.join("");
}
