import { appendPointer } from "../../src/source/json-pointer.ts";
import { isArray, isObject, type Json, type JsonObject } from "../../src/source/json.ts";
import { declaredNames, itemNodes, propertyNodes, valuesOf, type Resolve } from "./conjuncts-of.ts";
import { meantConjuncts } from "./meant-conjuncts.ts";
import { wrongProperties } from "./wrong-properties.ts";
import { wrongValues, type MutationKind } from "./wrong-values.ts";

/** A value that is broken in one place. */
export interface Mutation {
  readonly kind: MutationKind;
  /** The place: of the wrong value, of the property that is missing, or of the one too many. */
  readonly pointer: string;
  readonly value: Json;
  /**
   * Where around the place a keyword judges the value as a whole (`anyOf`, `not`, `enum`), the outermost:
   * then the schema may accept the value after all, and what is wrong may be said there.
   */
  readonly judge: string | undefined;
  /**
   * Whether a compiler has to see it too. Bounds and formats are nothing to it, an object type without
   * properties takes everything but null.
   */
  readonly isTypeError: boolean;
}

/** Values of every type, for a schema none of whose values can be broken by what it says: it may refuse some. */
export const replacements: readonly Mutation[] = [null, true, 7, 0.5, "text", [], {}].map((value) => ({
  ...{ kind: "type", pointer: "", value, judge: "", isTypeError: false },
}));

/** One value inside of another, with what it has to satisfy. */
interface Place {
  readonly nodes: readonly Json[];
  readonly value: Json;
  readonly pointer: string;
  /** The whole with another value in this place. */
  readonly put: (value: Json) => Json;
  readonly judge: string | undefined;
  /** Whether the type of the schema says something of this place, and not that of a schema referred to. */
  readonly isTyped: boolean;
}

/** Keywords that look at a value as a whole, so that a change inside is noticed at the value. */
const judging = [
  ...["anyOf", "oneOf", "not", "if", "dependentSchemas"],
  ...["contains", "uniqueItems", "propertyNames", "minProperties", "maxProperties"],
];

/** The same, where there is something inside. */
const listing = ["enum", "const"];

/** Keywords that depend on what other schemas have accepted (core, section 11). */
const dependent = ["unevaluatedItems", "unevaluatedProperties"];

function isJudged(schemas: readonly JsonObject[], value: Json): boolean {
  const isContainer = typeof value === "object" && value !== null;
  const keywords = [...judging, ...(isContainer ? listing : []), ...(schemas.length > 1 ? dependent : [])];
  return keywords.some((keyword) => schemas.some((schema) => Object.hasOwn(schema, keyword)));
}

/** Values that are broken in one place, for every place of a valid one, by what its schema says there. */
export function* mutationsOf(node: Json, value: Json, resolve: Resolve): Generator<Mutation> {
  yield* below(
    { nodes: [node], value, pointer: "", put: (other) => other, judge: undefined, isTyped: true },
    resolve,
  );
}

function* below(place: Place, resolve: Resolve): Generator<Mutation> {
  const { value, pointer } = place;
  const { schemas, references } = meantConjuncts(place.nodes, value, resolve);
  const judge = place.judge ?? (isJudged(schemas, value) ? pointer : undefined);
  const seemsTyped = judge === undefined && place.isTyped;
  // The type of a schema that is referred to has its own turn.
  const isTyped = place.isTyped && (references.length === 0 || pointer === "");
  for (const { kind, value: wrong } of wrongValues(schemas, value, pointer, resolve)) {
    const isTypeError =
      (kind === "enum" && isTyped) || (kind === "type" && (wrong === null || !isObject(value)));
    yield {
      kind,
      pointer,
      value: place.put(wrong),
      judge,
      isTypeError: seemsTyped && isTypeError && wrong !== 0.5,
    };
  }
  for (const { name, kind, value: wrong } of wrongProperties(schemas, value)) {
    const isTypeError = seemsTyped && kind === "required" && declaredNames(schemas).includes(name);
    yield { kind, pointer: appendPointer(pointer, name), value: place.put(wrong), judge, isTypeError };
  }

  if (isArray(value)) {
    for (const [index, item] of value.entries()) {
      const put = (other: Json): Json => place.put(value.with(index, other));
      const nodes = itemNodes(schemas, index);
      yield* below(
        { nodes, value: item, pointer: appendPointer(pointer, index), put, judge, isTyped },
        resolve,
      );
    }
  } else if (isObject(value)) {
    for (const [name, item] of Object.entries(value)) {
      // A computed key is an own property, even if it is `__proto__`.
      const put = (other: Json): Json => place.put({ ...value, [name]: other });
      const nodes = propertyNodes(schemas, name);
      const at = { nodes, value: item, pointer: appendPointer(pointer, name), put, judge };
      yield* below({ ...at, isTyped: isTyped && hasType(schemas, name) }, resolve);
    }
  }
}

/** Whether types tell a property: by its name, or as one of a map; patterns of names are beyond them. */
function hasType(schemas: readonly JsonObject[], name: string): boolean {
  const declared = declaredNames(schemas);
  return (
    valuesOf(schemas, "patternProperties").length === 0 && (declared.length === 0 || declared.includes(name))
  );
}
