import type { Json } from "../source/json.ts";
import { propertyKey } from "./code.ts";

/** Stands in for property names while a library handles a schema. */
export interface PropertyPlaceholders {
  /** The name itself, if it is a plain one; otherwise what to use in its place. */
  readonly put: (name: string) => string;
  /** Puts the names back, quoted as keys. */
  readonly resolve: (code: string) => string;
}

/**
 * Property names come from documents, so they are quoted by us; and some (`hasOwnProperty`, a lone
 * surrogate) break json-schema-to-typescript. Such a name is taken out before and put back after.
 *
 * @param schema all text that could be mistaken for a placeholder
 */
export function propertyPlaceholders(schema: Json): PropertyPlaceholders {
  const text = JSON.stringify(schema);
  let prefix = "property_";
  while (text.includes(prefix)) prefix += "_";
  const names: string[] = [];
  const indexOf = (name: string): number =>
    names.includes(name) ? names.indexOf(name) : names.push(name) - 1;
  return {
    put: (name) => (isPlain(name) ? name : `${prefix}${indexOf(name)}`),
    resolve: (code) =>
      names.length === 0
        ? code
        : code.replaceAll(new RegExp(`${prefix}(\\d+)`, "g"), (_, index: string) =>
            propertyKey(names[Number(index)] ?? ""),
          ),
  };
}

function isPlain(name: string): boolean {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) && !(name in Object.prototype);
}
