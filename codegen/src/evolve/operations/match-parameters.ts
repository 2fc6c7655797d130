import { isIgnored } from "../../contract/operation-parameters.ts";
import { ownString, type JsonObject } from "../../source/json.ts";
import type { FieldPart } from "./compare-field.ts";
import { partsOf, type OperationPair, type OperationPart } from "./part.ts";

export interface ParameterMatches {
  /** In the order of the new operation; then those that it does not have any more. */
  readonly matches: readonly {
    readonly old: FieldPart | undefined;
    readonly new: FieldPart | undefined;
  }[];
}

/**
 * Parameters of an operation, those of its path item first, without those that it says otherwise, and
 * without those that the specification has ignored.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#parameter-object
 */
export function parametersOf(document: JsonObject, operation: OperationPart): readonly FieldPart[] {
  const parameters = [operation.item, operation].flatMap((parent) =>
    partsOf(document, "parameter", parent, "parameters").flatMap((part): readonly FieldPart[] => {
      const name = ownString(part.node, "name");
      const where = ownString(part.node, "in");
      if (name === undefined || where === undefined) return [];
      if (isIgnored(where, name)) return [];
      return [{ ...part, name, in: where }];
    }),
  );
  return [...new Map(parameters.map((parameter) => [identity(parameter), parameter])).values()];
}

/** Names of headers are the same in all cases (RFC 9110, section 5.1). */
function identity({ name, in: where }: FieldPart): string {
  return `${where} ${where === "header" ? name.toLowerCase() : name}`;
}

/**
 * Matches the parameters of two operations by place and name; those in paths that differ in nothing but
 * names by their position; the rest by name alone, where only one of each side has it.
 */
export function matchParameters(
  { old, new: next }: OperationPair,
  before: readonly FieldPart[],
  after: readonly FieldPart[],
): ParameterMatches {
  const oldNames = pathNames(old.path);
  const newNames = pathNames(next.path);
  const isSamePath = pathShape(old.path) === pathShape(next.path);
  const byPosition = new Map(
    isSamePath ? newNames.map((name, index) => [name, oldNames[index] ?? name]) : [],
  );
  const oldByIdentity = new Map(before.map((parameter) => [identity(parameter), parameter]));
  const found = new Map<FieldPart, FieldPart>();
  for (const parameter of after) {
    const name =
      parameter.in === "path" ? (byPosition.get(parameter.name) ?? parameter.name) : parameter.name;
    const match = oldByIdentity.get(identity({ ...parameter, name }));
    if (match !== undefined) found.set(parameter, match);
  }
  const taken = new Set(found.values());
  const freeOld = before.filter((parameter) => !taken.has(parameter));
  const freeNew = after.filter((parameter) => !found.has(parameter));
  for (const parameter of freeNew) {
    const same = (other: FieldPart): boolean => other.name === parameter.name;
    const [moved, ...others] = freeOld.filter(same);
    if (moved !== undefined && others.length === 0 && freeNew.filter(same).length === 1)
      found.set(parameter, moved);
  }
  const matched = new Set(found.values());
  return {
    matches: [
      ...after.map((parameter) => ({ old: found.get(parameter), new: parameter })),
      ...before
        .filter((parameter) => !matched.has(parameter))
        .map((parameter) => ({ old: parameter, new: undefined })),
    ],
  };
}

/** A path without the names of its parameters: `/users/{}`. */
export function pathShape(path: string): string {
  return path.replaceAll(/\{[^{}]*\}/g, "{}");
}

function pathNames(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? "");
}
