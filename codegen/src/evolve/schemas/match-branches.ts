import { bareReference } from "./normalize-schema.ts";
import { jsonTypes, meetTypes } from "./json-types.ts";
import { valueText } from "./meet-schemas.ts";
import type { NormalSchema, SchemaPart } from "./normal-schema.ts";
import type { SchemaPair } from "./schema-pair.ts";

/** A branch of a union. */
export interface Branch {
  readonly parts: readonly SchemaPart[];
  readonly normal: NormalSchema;
}

export interface MatchedBranches {
  readonly both: readonly { readonly old: Branch; readonly new: Branch }[];
  readonly gone: readonly Branch[];
  readonly added: readonly Branch[];
}

type IsMatch = (old: Branch, next: Branch) => boolean;

/**
 * Says which branch of a union became which: the same reference, the same tag, the same meaning, and at the
 * end what is alone of its type on both sides.
 */
export function matchBranches(
  old: readonly Branch[],
  next: readonly Branch[],
  pair: Pick<SchemaPair, "isSame">,
): MatchedBranches {
  const both: { old: Branch; new: Branch }[] = [];
  let gone = old;
  let added = next;
  const take = (isMatch: IsMatch): void => {
    for (const before of gone) {
      const after = added.find((candidate) => isMatch(before, candidate));
      if (after === undefined) continue;
      both.push({ old: before, new: after });
      gone = gone.filter((branch) => branch !== before);
      added = added.filter((branch) => branch !== after);
    }
  };
  take((before, after) => {
    const key = referenceOf(before);
    return key !== undefined && key === referenceOf(after);
  });
  take((before, after) => {
    const [tag, other] = [tagOf(before.normal), tagOf(after.normal)];
    return tag !== undefined && tag === other;
  });
  take((before, after) => pair.isSame(before.parts, after.parts));
  const [restOld, restNew] = [gone, added];
  take(
    (before, after) =>
      tagOf(before.normal) === undefined &&
      tagOf(after.normal) === undefined &&
      restOld.filter((branch) => shareType(branch, before)).length === 1 &&
      restNew.filter((branch) => shareType(branch, after)).length === 1 &&
      shareType(before, after) &&
      isAlike(before.normal, after.normal),
  );
  return { both, gone, added };
}

function referenceOf({ parts }: Branch): string | undefined {
  const [only] = parts;
  return only === undefined || parts.length > 1 ? undefined : bareReference(only.schema);
}

/** What tells a branch from others by its data: the names and values of its constant properties. */
export function tagOf({ properties, required }: NormalSchema): string | undefined {
  const constants = [...properties].flatMap(([name, parts]): string[] => {
    const [part] = parts;
    if (part === undefined || !required.has(name) || typeof part.schema !== "object" || part.schema === null)
      return [];
    const node = part.schema as { readonly const?: never; readonly enum?: never };
    const list: unknown = node.const === undefined ? node.enum : [node.const];
    return Array.isArray(list) && list.length === 1 ? [`${name}=${valueText(list[0])}`] : [];
  });
  return constants.length === 0 ? undefined : constants.toSorted().join();
}

function shareType(a: Branch, b: Branch): boolean {
  return meetTypes(a.normal.types.value, b.normal.types.value).size > 0;
}

/** Whether one may have become the other: objects that have no name in common did not. */
function isAlike(a: NormalSchema, b: NormalSchema): boolean {
  if (a.properties.size === 0 || b.properties.size === 0) return true;
  const shared = [...a.properties.keys()].filter((name) => b.properties.has(name)).length;
  return shared * 2 >= Math.min(a.properties.size, b.properties.size);
}

/** Whether no value can be of both: by type, by listed values, or by a property that both require. */
export function areDisjoint(
  a: NormalSchema,
  b: NormalSchema,
  normal: (parts: readonly SchemaPart[]) => NormalSchema,
): boolean {
  const types = jsonTypes.filter((type) => meetTypes(a.types.value, b.types.value).has(type));
  if (types.length === 0) return true;
  if (a.values !== undefined && b.values !== undefined) {
    const listed = new Set(a.values.value.list.map(valueText));
    if (!b.values.value.list.some((value) => listed.has(valueText(value)))) return true;
  }
  if (types.length > 1 || types[0] !== "object") return false;
  return [...a.properties].some(([name, parts]) => {
    const others = b.properties.get(name);
    if (others === undefined || !a.required.has(name) || !b.required.has(name)) return false;
    const [one, other] = [normal(parts), normal(others)];
    if (meetTypes(one.types.value, other.types.value).size === 0) return true;
    if (one.values === undefined || other.values === undefined) return false;
    const listed = new Set(one.values.value.list.map(valueText));
    return !other.values.value.list.some((value) => listed.has(valueText(value)));
  });
}
