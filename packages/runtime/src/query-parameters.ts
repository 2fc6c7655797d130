/** The query parameters of an operation. */
export interface QueryParameters {
  readonly names: readonly string[];
  /** The query with its question mark, or an empty text. */
  readonly write: (values: Readonly<Record<string, unknown>>) => string;
}

/**
 * Query parameters of these names. Arrays are written as repeated parameters (style `form`, exploded), objects
 * as `name[key]` (style `deepObject`), as openapi-fetch does; what is undefined or null is left out.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-examples
 */
export function queryParameters(...names: readonly string[]): QueryParameters {
  return {
    names,
    write: (values) => {
      const pairs = names.flatMap((name) =>
        Object.hasOwn(values, name) ? pairsOf(encodeURIComponent(name), values[name]) : [],
      );
      return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
    },
  };
}

function pairsOf(name: string, value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  if (value instanceof Date) return pairsOf(name, value.toJSON());
  if (Array.isArray(value)) return value.flatMap((item) => pairsOf(name, item));
  if (typeof value === "object") {
    return Object.entries(value).flatMap(([key, item]) =>
      pairsOf(`${name}[${encodeURIComponent(key)}]`, item),
    );
  }
  return [`${name}=${encodeURIComponent(String(value))}`];
}
