import { own, ownArray, withProperties, type Json } from "../source/json.ts";
import { appendPointer } from "../source/json-pointer.ts";
import { renamed, type Move } from "./raise-moves.ts";
import {
  ignoredKeyword,
  misshapenKeyword,
  unchanged,
  type KeywordFault,
  type RaisedSchema,
  type RaiseStep,
} from "./raise-step.ts";

/** Recursion has no names in 2019-09, so one that nobody else uses does for all. */
const recursiveName = "sdkmill-recursive";

/**
 * `$recursiveAnchor: true` at the root of a resource becomes a `$dynamicAnchor`, and `$recursiveRef` a
 * `$dynamicRef` to it; where the root has no such anchor, it is a `$ref` like any other.
 *
 * @see https://json-schema.org/draft/2019-09/json-schema-core#section-8.2.4.2
 */
export const raiseRecursion: RaiseStep = (schema, scope) => {
  if (scope.dialect.draft !== "2019-09") return unchanged(schema);
  const anchored = raiseAnchor(schema, scope);
  const referring = raiseReference(anchored.schema, scope);
  return {
    schema: referring.schema,
    moves: [...anchored.moves, ...referring.moves],
    faults: [...anchored.faults, ...referring.faults],
  };
};

const raiseAnchor: RaiseStep = (schema, { isResource }) => {
  const anchor = own(schema, "$recursiveAnchor");
  // Anything but a boolean is left for the meta-schema to speak of.
  if (typeof anchor !== "boolean") return unchanged(schema);
  const help = "Remove it, or give the schema an `$id`.";
  const faults: readonly KeywordFault[] =
    anchor && !isResource
      ? [ignoredKeyword("$recursiveAnchor", "the schema is not the root of a resource", help)]
      : [];
  const isCounting = anchor && isResource;
  return {
    schema: withProperties(schema, {
      $recursiveAnchor: undefined,
      ...(isCounting ? { $dynamicAnchor: recursiveName } : {}),
    }),
    moves: isCounting ? [renamed("$recursiveAnchor", "$dynamicAnchor")] : [],
    faults,
  };
};

const raiseReference: RaiseStep = (schema, { dialect, isRecursive }) => {
  const reference = own(schema, "$recursiveRef");
  if (reference === undefined) return unchanged(schema);
  const raised = (changes: Readonly<Record<string, Json>>, moves: readonly Move[]): RaisedSchema => ({
    schema: withProperties(schema, { $recursiveRef: undefined, ...changes }),
    moves,
    faults: [],
  });
  if (reference !== "#") {
    const fault = misshapenKeyword("$recursiveRef", 'This must be "#".', dialect);
    return { ...raised({}, []), faults: [fault] };
  }
  if (isRecursive)
    return raised({ $dynamicRef: `#${recursiveName}` }, [renamed("$recursiveRef", "$dynamicRef")]);
  if (own(schema, "$ref") === undefined) return raised({ $ref: "#" }, [renamed("$recursiveRef", "$ref")]);
  const allOf = ownArray(schema, "allOf");
  const to = appendPointer("/allOf", allOf.length, "$ref");
  return raised({ allOf: [...allOf, { $ref: "#" }] }, [{ from: "/$recursiveRef", to }]);
};
