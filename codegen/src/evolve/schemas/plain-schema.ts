import type { Position } from "../../contract/contract.ts";
import { isOpenEnum } from "../../emit/open-enums.ts";
import { appendPointer } from "../../source/json-pointer.ts";
import { isArray, isObject, own, ownArray, ownObject, type Json, type JsonObject } from "../../source/json.ts";
import { allTypes, isJsonType, meetTypes, typeOf, typeSet, type TypeSet } from "./json-types.ts";
import { isTighter, valueText } from "./meet-schemas.ts";
import {
  hiddenKeywords,
  lowerBounds,
  marks,
  upperBounds,
  type Bound,
  type BoundKeyword,
  type Fact,
  type HiddenKeyword,
  type Mark,
  type NormalSchema,
  type SchemaPart,
  type Values,
} from "./normal-schema.ts";
import type { Revision } from "../revision.ts";

/** A schema that accepts every value. */
export function anySchema(pointer: string): NormalSchema {
  return {
    pointer,
    isNever: false,
    types: { value: allTypes, pointer },
    values: undefined,
    bounds: new Map(),
    marks: new Map(),
    uniqueItems: undefined,
    properties: new Map(),
    required: new Map(),
    patternProperties: new Map(),
    otherProperties: [],
    prefixItems: [],
    items: [],
    hidden: new Map(),
    minContains: undefined,
    maxContains: undefined,
    dependentRequired: new Map(),
    dependentSchemas: new Map(),
    unions: [],
  };
}

/**
 * What the keywords of one schema object say by themselves, without `$ref`, `allOf`, `anyOf` and `oneOf`.
 * Keywords that have no effect are left out: `minLength: 0`, and those of types that the schema refuses.
 */
export function plainSchema(
  node: JsonObject,
  pointer: string,
  position: Position,
  { contract }: Revision,
): NormalSchema {
  const at = (...steps: readonly (string | number)[]): string => appendPointer(pointer, ...steps);
  const part = (...steps: readonly (string | number)[]): SchemaPart[] => {
    const schema = steps.reduce<Json | undefined>(
      (value, step) => (isArray(value) ? value[Number(step)] : own(value, String(step))),
      node,
    );
    return schema === undefined ? [] : [{ schema, pointer: at(...steps) }];
  };
  const partsOf = (keyword: string): ReadonlyMap<string, readonly SchemaPart[]> =>
    new Map(Object.keys(ownObject(node, keyword)).map((name) => [name, part(keyword, name)]));

  const isOpen = isOpenEnum(node, position, contract);
  const values = readValues(node, isOpen, at);
  const types = readTypes(node, at);
  const met = values === undefined ? types.value : meetTypes(types.value, typesOf(values.value.list));
  const hidden = hiddenKeywords.flatMap((keyword): [HiddenKeyword, readonly SchemaPart[]][] => {
    const found = part(keyword);
    return found.length === 0 ? [] : [[keyword, found]];
  });
  const required = ownArray(node, "required").filter((name) => typeof name === "string");
  return {
    ...anySchema(pointer),
    isNever: met.size === 0 || values?.value.list.length === 0,
    types: { value: met, pointer: types.pointer },
    values,
    bounds: readBounds(node, at),
    marks: new Map(
      marks.flatMap((keyword): [Mark, readonly Fact<Json>[]][] => {
        const value = own(node, keyword);
        return value === undefined ? [] : [[keyword, [{ value, pointer: at(keyword) }]]];
      }),
    ),
    uniqueItems: own(node, "uniqueItems") === true ? at("uniqueItems") : undefined,
    properties: partsOf("properties"),
    required: new Map(required.map((name) => [name, pointer])),
    patternProperties: partsOf("patternProperties"),
    otherProperties: part("additionalProperties").map((found) => ({ part: found, isGiven: true })),
    prefixItems: ownArray(node, "prefixItems").map((_, index) => part("prefixItems", index)),
    // `items: {}` accepts what its absence accepts.
    items: part("items").filter(({ schema }) => !isTrivial(schema)),
    hidden: new Map(hidden),
    minContains: readNumber(node, "minContains", at),
    maxContains: readNumber(node, "maxContains", at),
    dependentRequired: new Map(
      Object.entries(ownObject(node, "dependentRequired")).map(([name, names]) => [
        name,
        { value: isArray(names) ? names.map(String) : [], pointer: at("dependentRequired", name) },
      ]),
    ),
    dependentSchemas: partsOf("dependentSchemas"),
  };
}

type At = (...steps: readonly (string | number)[]) => string;

function readTypes(node: JsonObject, at: At): Fact<TypeSet> {
  const given = own(node, "type");
  if (given === undefined) return { value: allTypes, pointer: at() };
  const listed = (isArray(given) ? given : [given]).filter(isJsonType);
  return { value: typeSet(listed), pointer: at("type") };
}

function readValues(node: JsonObject, isOpen: boolean, at: At): Fact<Values> | undefined {
  const constant = own(node, "const");
  const given = own(node, "enum");
  if (!isArray(given))
    return constant === undefined
      ? undefined
      : { value: { list: [constant], isConst: true, isOpen: false }, pointer: at("const") };
  const types = readTypes(node, at).value;
  const only = constant === undefined ? undefined : valueText(constant);
  const list = [...new Map(given.map((value) => [valueText(value), value])).values()].filter(
    (value) =>
      meetTypes(types, typeSet([typeOf(value)])).size > 0 &&
      (only === undefined || only === valueText(value)),
  );
  return constant === undefined
    ? { value: { list, isConst: false, isOpen }, pointer: at("enum") }
    : { value: { list, isConst: true, isOpen: false }, pointer: at(list.length === 0 ? "enum" : "const") };
}

function typesOf(values: readonly Json[]): TypeSet {
  return typeSet(values.map(typeOf));
}

function readNumber(node: JsonObject, keyword: string, at: At): Fact<number> | undefined {
  const value = own(node, keyword);
  return typeof value === "number" ? { value, pointer: at(keyword) } : undefined;
}

const counts: ReadonlySet<string> = new Set(["minLength", "minItems", "minProperties"]);
const exclusives: Readonly<Record<string, string>> = {
  minimum: "exclusiveMinimum",
  maximum: "exclusiveMaximum",
};

function readBounds(node: JsonObject, at: At): ReadonlyMap<BoundKeyword, Fact<Bound>> {
  const bounds = new Map<BoundKeyword, Fact<Bound>>();
  for (const keyword of [...lowerBounds, ...upperBounds]) {
    const given = readNumber(node, keyword, at);
    const excluded = readNumber(node, exclusives[keyword] ?? "", at);
    const candidates = [
      ...(given === undefined || (counts.has(keyword) && given.value === 0) ? [] : [bound(given, false)]),
      ...(excluded === undefined ? [] : [bound(excluded, true)]),
    ];
    const [first, second] = candidates;
    if (first === undefined) continue;
    const isSecond = second !== undefined && isTighter(keyword, second.value, first.value);
    bounds.set(keyword, isSecond ? second : first);
  }
  return bounds;
}

function bound({ value, pointer }: Fact<number>, isExclusive: boolean): Fact<Bound> {
  return { value: { limit: value, isExclusive }, pointer };
}

/** Whether a schema says nothing at all. */
function isTrivial(schema: Json): boolean {
  return schema === true || (isObject(schema) && Object.keys(schema).length === 0);
}

/** Whether a schema node is an object at all; `true` and `false` are schemas, too. */
export function isNever(node: Json): boolean {
  return node === false || !(isObject(node) || node === true);
}
