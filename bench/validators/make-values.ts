import type { NamedSchema } from "../../codegen/src/contract/contract.ts";
import { referencedKey } from "../../codegen/src/contract/component-schemas.ts";
import {
  isObject,
  own,
  ownArray,
  ownObject,
  ownString,
  type Json,
  type JsonObject,
} from "../../codegen/src/source/json.ts";
import type { Subject } from "./read-subjects.ts";

/** What is wrong with a value. The last one is about a property that no schema names. */
export const kinds = ["valid", "first property wrong", "last property wrong", "unknown property"] as const;
export type Kind = (typeof kinds)[number];

const valuesPerKind = 64;

/** Full values of a schema that is an object: every property is there, no two values are the same. */
export function makeValues(subject: Subject, kind: Kind): readonly Json[] {
  const random = randomNumbers(subject.root.key);
  const byKey = new Map(subject.closure.map((schema) => [schema.key, schema]));
  return Array.from({ length: valuesPerKind }, () => {
    const value = makeValue(subject.root.schema, "", byKey, random);
    if (!isObject(value)) throw new Error(`${subject.root.key} is not an object.`);
    return spoil(value, kind);
  });
}

function spoil(value: JsonObject, kind: Kind): JsonObject {
  const names = Object.keys(value);
  const wrong = (name: string): JsonObject => ({
    ...value,
    [name]: typeof value[name] === "number" ? "200" : 200,
  });
  switch (kind) {
    case "valid":
      return value;
    case "first property wrong":
      return wrong(names[0] ?? "");
    case "last property wrong":
      return wrong(names.at(-1) ?? "");
    case "unknown property":
      return { ...value, unknown_property: "unknown" };
  }
}

function makeValue(
  schema: Json,
  name: string,
  byKey: ReadonlyMap<string, NamedSchema>,
  random: () => number,
): Json {
  const target = referencedKey(ownString(schema, "$ref"));
  if (target !== undefined) return makeValue(byKey.get(target)?.schema ?? true, name, byKey, random);
  const listed = ownArray(schema, "enum");
  if (listed.length > 0) return listed[Math.floor(random() * listed.length)] ?? null;
  const make = (part: Json, partName: string): Json => makeValue(part, partName, byKey, random);
  switch (ownString(schema, "type")) {
    case "object":
      return makeObject(schema, make);
    case "array":
      return Array.from({ length: 1 + Math.floor(random() * 2) }, () =>
        make(own(schema, "items") ?? true, name),
      );
    case "integer":
      return name === "status_code" ? 200 : Math.floor(random() * 10_000);
    case "number":
      return Math.round(random() * 1_000_000) / 1000;
    case "boolean":
      return random() < 0.5;
    default:
      return makeString(name, random);
  }
}

function makeObject(schema: Json, make: (part: Json, name: string) => Json): JsonObject {
  const properties = Object.entries(ownObject(schema, "properties"));
  if (properties.length > 0)
    return Object.fromEntries(properties.map(([key, part]) => [key, make(part, key)]));
  const rest = own(schema, "additionalProperties") ?? true;
  return { first_key: make(rest, "first_key"), second_key: make(rest, "second_key") };
}

/** A text that fits the name of its property. */
function makeString(name: string, random: () => number): string {
  const digits = (count: number): string =>
    Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join("");
  if (name.endsWith("_id"))
    return `${name.slice(0, -3)}-test-${digits(8)}-${digits(4)}-4${digits(3)}-a${digits(3)}-${digits(12)}`;
  if (name.endsWith("_at"))
    return `2026-0${1 + Math.floor(random() * 9)}-17T08:${10 + Math.floor(random() * 50)}:00Z`;
  if (name.endsWith("_jwt")) return `${digits(36)}.${digits(240)}.${digits(86)}`;
  if (name.endsWith("token")) return digits(44);
  if (name.includes("email")) return `ada.${digits(6)}@example.com`;
  if (name.includes("phone")) return `+1555${Math.floor(1_000_000 + random() * 8_999_999)}`;
  if (name.includes("url")) return `https://example.com/${digits(12)}`;
  return `${name || "text"} ${digits(8)}`;
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function randomNumbers(seed: string): () => number {
  let state = [...seed].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) | 0, 7);
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
