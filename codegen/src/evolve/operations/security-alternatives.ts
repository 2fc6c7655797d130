import { isDeepStrictEqual } from "node:util";
import { compareText, isArray, isObject, own, type Json, type JsonObject } from "../../source/json.ts";

/** One way to be let in: all of its schemes together, each with its scopes. Without any, everyone is. */
export interface Alternative {
  readonly schemes: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Reads a list of security requirements. An empty list, or none, lets everyone in.
 *
 * @param names names of schemes in the new revision by those in the old one, for the old revision
 * @see https://spec.openapis.org/oas/v3.1.1.html#security-requirement-object
 */
export function readAlternatives(
  security: Json | undefined,
  names: ReadonlyMap<string, string>,
): readonly Alternative[] {
  const requirements = isArray(security) ? security.filter(isObject) : [];
  if (requirements.length === 0) return [{ schemes: new Map() }];
  const alternatives = requirements.map((requirement) => ({
    schemes: new Map(
      Object.entries(requirement).map(([name, scopes]) => [
        names.get(name) ?? name,
        new Set(isArray(scopes) ? scopes.filter((scope) => typeof scope === "string") : []),
      ]),
    ),
  }));
  return alternatives.filter(
    (one, index) => !alternatives.slice(0, index).some((earlier) => isSameAlternative(earlier, one)),
  );
}

/** Whether everyone is let in, whatever they send. */
export function isOpen({ schemes }: Alternative): boolean {
  return schemes.size === 0;
}

/** Whether what one alternative asks for is part of what another one does. */
export function isWithin(less: Alternative, more: Alternative): boolean {
  return [...less.schemes].every(([name, scopes]) => {
    const offered = more.schemes.get(name);
    return offered !== undefined && [...scopes].every((scope) => offered.has(scope));
  });
}

/** Whether two alternatives ask for the same. */
export function isSameAlternative(a: Alternative, b: Alternative): boolean {
  return isWithin(a, b) && isWithin(b, a);
}

/** Whether two alternatives have the same schemes, whatever their scopes. */
export function hasSameSchemes(a: Alternative, b: Alternative): boolean {
  return a.schemes.size === b.schemes.size && [...a.schemes.keys()].every((name) => b.schemes.has(name));
}

/** Whether all schemes of one alternative are among those of another one. */
export function hasSchemesOf(more: Alternative, less: Alternative): boolean {
  return !isOpen(less) && [...less.schemes.keys()].every((name) => more.schemes.has(name));
}

/** The names of the schemes, for messages. */
export function schemeNames({ schemes }: Alternative): readonly string[] {
  return [...schemes.keys()].toSorted(compareText);
}

/**
 * The names of old schemes that are called otherwise in the new revision, and are the same in everything
 * that matters to a client: nobody but the document knows their names.
 */
export function renamedSchemes(old: JsonObject, next: JsonObject): ReadonlyMap<string, string> {
  const gone = Object.keys(old).filter((name) => own(next, name) === undefined);
  const fresh = Object.keys(next).filter((name) => own(old, name) === undefined);
  return new Map(
    gone.flatMap((name): readonly (readonly [string, string])[] => {
      const meaning = meaningOf(own(old, name));
      const [found, ...others] = fresh.filter((one) => isDeepStrictEqual(meaningOf(own(next, one)), meaning));
      const rivals = gone.filter((one) => isDeepStrictEqual(meaningOf(own(old, one)), meaning));
      return found !== undefined && others.length === 0 && rivals.length === 1 ? [[name, found]] : [];
    }),
  );
}

function meaningOf(scheme: Json | undefined): JsonObject {
  const fields = isObject(scheme) ? Object.entries(scheme) : [];
  return Object.fromEntries(fields.filter(([key]) => key !== "description" && !key.startsWith("x-")));
}
