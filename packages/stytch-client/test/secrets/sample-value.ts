import { referencedTitle, type Schema } from "../../../stytch-types/test/stytch-contract.ts";
import type { SecretFlags } from "./secret-flags.ts";

/** Makes what a place gets. */
export interface Planting {
  readonly schemas: ReadonlyMap<string, Schema>;
  readonly flags: SecretFlags;
  /** The value of a secret place that takes a text. */
  readonly secret: (name: string) => unknown;
  /** The value of another place, given one that is valid. */
  readonly other: (valid: unknown) => unknown;
}

interface Place {
  /** The schema that the place is in. */
  readonly title: string;
  /** The name that makes it secret, if it is. */
  readonly secretName: string | undefined;
  readonly depth: number;
}

/** Deeper, no property that may be left out is there: some schemas contain themselves. */
const MAX_DEPTH = 5;

/** A value of a schema with all its properties. */
export function sampleValue(planting: Planting, title: string): unknown {
  return valueOf(planting, { $ref: title }, { title: "", secretName: undefined, depth: 0 });
}

function valueOf(planting: Planting, schema: Schema, place: Place): unknown {
  const { $ref, type, enum: listed, format } = schema;
  if ($ref !== undefined) {
    const title = referencedTitle($ref);
    const target = planting.schemas.get(title);
    if (target === undefined) throw new Error(`There is no schema ${title}.`);
    return valueOf(planting, target, { ...place, title });
  }
  if (type === "object") return objectOf(planting, schema, place);
  if (type === "array") {
    const isEmpty = schema.items === undefined || place.depth > 2 * MAX_DEPTH;
    return isEmpty ? [] : [valueOf(planting, schema.items, place)];
  }
  if (place.secretName !== undefined && listed === undefined) {
    return type === "string"
      ? planting.secret(place.secretName)
      : planting.other(type === "boolean" ? true : 7);
  }
  return planting.other(listed?.[0] ?? scalarOf(type, format));
}

function objectOf(planting: Planting, schema: Schema, place: Place): unknown {
  const { properties = {}, required = [], additionalProperties } = schema;
  const names = Object.keys(properties).filter((name) => place.depth < MAX_DEPTH || required.includes(name));
  const entries = names.map((name): [string, unknown] => {
    const property = properties[name] ?? {};
    const isSecret = planting.flags.isSecretProperty(place.title, name, property);
    const secretName = place.secretName ?? (isSecret ? name : undefined);
    return [name, valueOf(planting, property, { ...place, secretName, depth: place.depth + 1 })];
  });
  const more = typeof additionalProperties === "object" ? additionalProperties : undefined;
  if (more === undefined || place.depth >= MAX_DEPTH) return Object.fromEntries(entries);
  const added = valueOf(planting, more, { ...place, depth: place.depth + 1 });
  return Object.fromEntries([...entries, ["some_key", added]]);
}

function scalarOf(type: string | undefined, format: string | undefined): unknown {
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return 7;
  return format === "date-time" ? "2026-01-02T03:04:05Z" : "a text";
}
