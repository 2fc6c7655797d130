import {
  isArray,
  isObject,
  own,
  ownObject,
  withProperties,
  type Json,
  type JsonObject,
} from "../../../source/json.ts";
import { isOpenEnum } from "../../open-enums.ts";
import { mannerOf, sideOf, wholeMode, type CheckMode } from "./check-mode.ts";
import type { CheckScope, Reached } from "./check-scope.ts";
import type { CheckVariant } from "./check-variant.ts";
import { checkedKeywords } from "./checked-keywords.ts";
import { closingOf } from "./closing.ts";
import type { FactsOf, InPlaceFacts } from "./in-place-facts.ts";
import { anyOfOneOf, opened, withAllOf } from "./loosen.ts";
import { optionalNames, requiredNames, undeclaredNames } from "./optional-names.ts";
import { secretNames } from "./secret-names.ts";
import { isApplicator, mapSubschemas, type Subschema } from "./subschema-places.ts";

/** A component as it is checked in a mode. */
export interface SchemaInMode {
  /** Every `$ref` in it is an index of `targets`, as a text. */
  readonly node: Json;
  readonly targets: readonly CheckVariant[];
  /** Whether it accepts more than its schema by the letter, whatever it refers to. */
  readonly isLoosened: boolean;
}

/** Where a schema stands in its component. */
interface Place {
  readonly mode: CheckMode;
  readonly isSecret: boolean;
  /** Properties that need not be there, as schemas of the same value say. */
  readonly optional: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

/** Writes the schema of a component as values are held against it in a mode. */
export function schemaInMode(variant: CheckVariant, scope: CheckScope, factsOf: FactsOf): SchemaInMode {
  const { contract } = scope;
  const { bindings, key } = variant.reached;
  const schema = scope.schemaOf(key);
  const facts = (node: Json): InPlaceFacts => factsOf(node, bindings);
  const secrets = secretNames(schema, (node) => facts(node).isSecret);
  const targets: CheckVariant[] = [];
  let loosened = 0;

  const rewrite = (node: Json, place: Place): Json => {
    if (!isObject(node)) return node;
    const { mode } = place;
    const manner = mannerOf(mode, contract);
    const isSecret = own(node, "x-sdkmill-secret") !== false && (place.isSecret || facts(node).isSecret);
    const optional = union(place.optional, optionalNames(node, mode, bindings, scope));
    const { inside, keyword: closed } = closingOf(node, mode, contract, facts, () =>
      undeclaredNames(node, bindings, scope),
    );

    const below = ({ keyword, role, name = "" }: Subschema): Place => {
      if (role === "test") return { mode: "exact", isSecret, optional: none };
      if (role === "part") return { mode: inside, isSecret, optional };
      if (role === "location") {
        const isNamed = keyword === "properties" && secrets.has(name);
        return { mode: wholeMode(mode), isSecret: isSecret || isNamed, optional: none };
      }
      // What one alternative says of a property, it does not say for the others.
      const others =
        optional.size === 0 ? none : optionalNames(without(node, keyword), mode, bindings, scope);
      return { mode: inside, isSecret, optional: union(place.optional, others) };
    };
    const refer = (reached: Reached): string => {
      targets.push({ reached, mode: inside, optional: stillRequired(reached, optional, inside, scope) });
      return String(targets.length - 1);
    };
    const requiring = (names: Json): readonly (readonly [string, Json])[] => {
      const kept = isArray(names) ? names.filter((name) => !optional.has(String(name))) : [];
      if (isArray(names) && kept.length < names.length) loosened += 1;
      return kept.length === 0 ? [] : [["required", kept]];
    };

    const entries: (readonly [string, Json])[] = [];
    let isLooseOneOf = false;
    for (const [keyword, value] of checkedKeywords(node, contract)) {
      const before = loosened;
      if (keyword === "required") entries.push(...requiring(value));
      else if (manner === "tolerant" && value === false && isClosing(keyword)) loosened += 1;
      else if (isApplicator(keyword)) {
        const mapped = mapSubschemas(node, keyword, value, (item) => rewrite(item.node, below(item)));
        entries.push([keyword, mapped]);
        isLooseOneOf ||= keyword === "oneOf" && loosened > before;
      } else entries.push([keyword, value]);
    }
    const [first, ...others] = scope.referenced(node, bindings).map(refer);
    if (first !== undefined) entries.unshift(["$ref", first]);
    let rewritten = withAllOf(
      Object.fromEntries(entries),
      others.map(($ref) => ({ $ref })),
    );
    if (isLooseOneOf) rewritten = anyOfOneOf(rewritten);
    if (isOpenEnum(node, sideOf(mode), contract)) {
      loosened += 1;
      rewritten = opened(rewritten);
    }
    if (closed !== undefined) {
      // What is required is mentioned, and may be there.
      const mentioned = undeclaredNames(node, bindings, scope).map((name): [string, Json] => [name, {}]);
      const properties = { ...ownObject(rewritten, "properties"), ...Object.fromEntries(mentioned) };
      const more = mentioned.length === 0 ? {} : { properties };
      rewritten = withProperties(rewritten, { ...more, [closed]: false });
    }
    return isSecret ? withProperties(rewritten, { "x-sdkmill-secret": true }) : rewritten;
  };
  const node = rewrite(schema, { mode: variant.mode, isSecret: false, optional: new Set(variant.optional) });
  return { node, targets, isLoosened: loosened > 0 };
}

function isClosing(keyword: string): boolean {
  return keyword === "additionalProperties" || keyword === "unevaluatedProperties";
}

/** Of properties that need not be there, those that a schema requires and does not excuse itself; sorted. */
function stillRequired(
  { key, bindings }: Reached,
  optional: ReadonlySet<string>,
  mode: CheckMode,
  scope: CheckScope,
): readonly string[] {
  if (optional.size === 0) return [];
  const schema = scope.schemaOf(key);
  const excused = optionalNames(schema, mode, bindings, scope);
  return [...requiredNames(schema, bindings, scope)]
    .filter((name) => optional.has(name) && !excused.has(name))
    .toSorted();
}

function without(node: JsonObject, keyword: string): JsonObject {
  const gone = keyword === "then" || keyword === "else" ? ["then", "else"] : [keyword];
  return withProperties(node, Object.fromEntries(gone.map((name) => [name, undefined])));
}

function union(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  if (a.size === 0) return b;
  return b.size === 0 ? a : new Set([...a, ...b]);
}
