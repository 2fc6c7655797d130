import { referencedKey, schemaPointer, schemaSteps } from "../../contract/component-schemas.ts";
import type { Position } from "../../contract/contract.ts";
import { appendPointer, pointerTokens, resolvePointer } from "../../source/json-pointer.ts";
import { isObject, own, ownArray, ownString, type Json, type JsonObject } from "../../source/json.ts";
import { hasType, joinTypes, meetTypes, typeSet } from "./json-types.ts";
import { meetSchemas } from "./meet-schemas.ts";
import type { NormalSchema, SchemaPart, Union } from "./normal-schema.ts";
import { anySchema, isNever, plainSchema } from "./plain-schema.ts";
import type { Revision } from "../revision.ts";

/** Says of parts of a revision what they mean together. */
export type Normalize = (parts: readonly SchemaPart[]) => NormalSchema;

/** Keywords that say nothing of values. */
const annotations: ReadonlySet<string> = new Set([
  ...["title", "description", "default", "deprecated", "readOnly", "writeOnly", "example", "examples"],
  ...["$comment", "externalDocs", "xml"],
]);

/** The component that a schema refers to and says nothing beside, if it does. */
export function bareReference(schema: Json): string | undefined {
  if (!isObject(schema)) return undefined;
  const key = referencedKey(ownString(schema, "$ref") ?? ownString(schema, "$dynamicRef"));
  if (key === undefined) return undefined;
  const says = Object.keys(schema).filter(
    (keyword) => !annotations.has(keyword) && !keyword.startsWith("x-"),
  );
  return says.length === 1 ? key : undefined;
}

/**
 * A function that gives the normal form of schemas of one revision: references followed, `allOf` merged,
 * a `null` branch made a type, unions of one branch or of types alone resolved.
 */
export function normalizer(revision: Revision): Normalize {
  const positions = new Map(revision.contract.schemas.map(({ key, position }) => [key, position]));
  const known = new Map<string, NormalSchema>();
  /** How often a reference was left out, since it led back to where it came from. */
  let cuts = 0;

  const positionAt = (pointer: string): Position => {
    const key = schemaSteps(pointer)?.key;
    return key === undefined ? sideOf(pointer) : (positions.get(key) ?? "none");
  };

  const normalize = (parts: readonly SchemaPart[], seen: ReadonlySet<string>): NormalSchema =>
    parts
      .map((part) => normalizePart(part, seen))
      .reduce<NormalSchema | undefined>(
        (met, part) => (met === undefined ? part : meetSchemas(met, part)),
        undefined,
      ) ?? anySchema("");

  const normalizePart = ({ schema, pointer }: SchemaPart, seen: ReadonlySet<string>): NormalSchema => {
    if (!isObject(schema)) return { ...anySchema(pointer), isNever: isNever(schema) };
    const remembered = known.get(pointer);
    if (remembered !== undefined) return remembered;
    const before = cuts;
    const plain = plainSchema(schema, pointer, positionAt(pointer), revision);
    const also: NormalSchema[] = [];
    for (const keyword of ["$ref", "$dynamicRef"]) {
      const key = referencedKey(ownString(schema, keyword));
      const target = key === undefined ? undefined : schemaPointer(key);
      const node = target === undefined ? undefined : resolvePointer(revision.document, target);
      // What leads back to itself adds nothing.
      if (target === undefined || node === undefined) continue;
      if (seen.has(target)) {
        cuts += 1;
        continue;
      }
      also.push(normalizePart({ schema: node, pointer: target }, new Set([...seen, target])));
    }
    const parts = (keyword: string): readonly SchemaPart[] =>
      ownArray(schema, keyword).map((branch, index) => ({
        schema: branch,
        pointer: appendPointer(pointer, keyword, index),
      }));
    for (const part of parts("allOf")) also.push(normalizePart(part, seen));
    for (const keyword of ["anyOf", "oneOf"] as const) {
      const branches = parts(keyword);
      if (branches.length > 0) also.push(normalizeUnion(keyword, branches, schema, pointer, seen));
    }
    const normal = also.reduce(meetSchemas, plain);
    // What was cut short counts only here.
    if (seen.size === 0 || cuts === before) known.set(pointer, normal);
    return normal;
  };

  const normalizeUnion = (
    keyword: "anyOf" | "oneOf",
    parts: readonly SchemaPart[],
    schema: JsonObject,
    pointer: string,
    seen: ReadonlySet<string>,
  ): NormalSchema => {
    const branches = parts.map((part) => ({ part, normal: normalizePart(part, seen) }));
    const nulls = branches.filter(({ normal }) => isTypesOnly(normal) && isNullOnly(normal));
    // Two of them under `oneOf` refuse null.
    const isFoldable = nulls.length === 1 || (keyword === "anyOf" && nulls.length > 0);
    const others = isFoldable ? branches.filter((branch) => !nulls.includes(branch)) : branches;
    const any = anySchema(appendPointer(pointer, keyword));
    if (others.every(({ normal }) => isTypesOnly(normal)) && (keyword === "anyOf" || areApart(others))) {
      const types = branches.reduce((set, { normal }) => joinTypes(set, normal.types.value), typeSet([]));
      return { ...any, types: { value: types, pointer: any.pointer }, isNever: types.size === 0 };
    }
    const [only, ...rest] = others;
    if (only !== undefined && rest.length === 0 && (!isFoldable || mayBeNull(only.normal)))
      return isFoldable ? withNull(only.normal) : only.normal;
    const value = own(schema, "discriminator");
    const discriminator =
      value === undefined ? undefined : { value, pointer: appendPointer(pointer, "discriminator") };
    const union: Union = {
      keyword,
      branches: others.map(({ part }) => [part]),
      allowsNull: isFoldable || others.some(({ normal }) => hasType(normal.types.value, "null")),
      pointer: any.pointer,
      discriminator,
    };
    return { ...any, unions: [union] };
  };

  return (parts) => normalize(parts, new Set());
}

/** The side that an inline schema is on: answers turn it, and so do callbacks; webhooks are answers to clients. */
function sideOf(pointer: string): "request" | "response" {
  const tokens = pointerTokens(pointer) ?? [];
  const schema = tokens.indexOf("schema");
  const above = schema === -1 ? tokens : tokens.slice(0, schema);
  const isComponent = above[0] === "components";
  const turns = isComponent
    ? above.slice(1, 2).filter((token) => token === "responses" || token === "headers").length
    : above.slice(2).filter((token) => token === "responses" || token === "callbacks").length;
  return (turns + (above[0] === "webhooks" ? 1 : 0)) % 2 === 0 ? "request" : "response";
}

function isNullOnly({ types }: NormalSchema): boolean {
  return types.value.size === 1 && types.value.has("null");
}

/** Whether a schema says which types it accepts, and nothing more. */
export function isTypesOnly(schema: NormalSchema): boolean {
  const values = schema.values?.value.list ?? [null];
  return (
    !schema.isNever &&
    values.length === 1 &&
    values[0] === null &&
    (schema.values === undefined || isNullOnly(schema)) &&
    [
      schema.bounds,
      schema.marks,
      schema.properties,
      schema.required,
      schema.patternProperties,
      schema.hidden,
      schema.dependentRequired,
      schema.dependentSchemas,
    ].every(({ size }) => size === 0) &&
    [schema.otherProperties, schema.prefixItems, schema.items, schema.unions].every(
      ({ length }) => length === 0,
    ) &&
    schema.uniqueItems === undefined
  );
}

/** Whether no two branches share a type: `oneOf` of them is then what `anyOf` is. */
function areApart(branches: readonly { readonly normal: NormalSchema }[]): boolean {
  return branches.every(({ normal: a }, index) =>
    branches.slice(index + 1).every(({ normal: b }) => meetTypes(a.types.value, b.types.value).size === 0),
  );
}

/** Whether null can be made one of the types of a schema: nothing in it would refuse null all the same. */
function mayBeNull({ hidden, unions, isNever: never }: NormalSchema): boolean {
  return (
    !never && unions.length === 0 && !["not", "if"].some((keyword) => hidden.has(keyword as "not" | "if"))
  );
}

function withNull(schema: NormalSchema): NormalSchema {
  const { values, types } = schema;
  return {
    ...schema,
    types: { ...types, value: joinTypes(types.value, typeSet(["null"])) },
    values:
      values === undefined || values.value.list.includes(null)
        ? values
        : { ...values, value: { ...values.value, list: [...values.value.list, null] } },
  };
}
