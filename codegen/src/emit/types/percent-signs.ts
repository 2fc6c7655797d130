import { isArray, isObject, type Json } from "../../source/json.ts";

/** A document without percent signs in the names that it has, and what gives a text its percent signs back. */
interface WithoutPercentSigns {
  readonly document: Json;
  readonly restore: (text: string) => string;
}

/**
 * Puts something else in the place of each percent sign of a document, those of its references too: they are
 * decoded already.
 * openapi-typescript decodes the way to a schema at every step of it (RFC 3986, section 2.1), so that a
 * percent sign in a path, or in the name of a parameter or property, becomes another name, or an exception.
 */
export function withoutPercentSigns(document: Json): WithoutPercentSigns {
  const text = JSON.stringify(document);
  let number = 0;
  // Its hyphens are in no identifier, so that every name stays in quotation marks.
  const sign = (): string => `-percent${number}-`;
  while (text.includes(sign().slice(0, -1))) number += 1;
  const replaced = (value: Json): Json => {
    if (typeof value === "string") return value.replaceAll("%", sign());
    if (isArray(value)) return value.map(replaced);
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key.replaceAll("%", sign()), replaced(item)]),
    );
  };
  return {
    document: text.includes("%") ? replaced(document) : document,
    restore: (written) => written.replaceAll(sign(), "%"),
  };
}
