import { isArray, own, withProperties } from "../source/json.ts";
import { appendPointer } from "../source/json-pointer.ts";
import { renamed } from "./raise-moves.ts";
import { foreignKeyword, unchanged, withoutKeywords, type RaiseStep } from "./raise-step.ts";

/**
 * The one `example` of a schema of OpenAPI 3.0 becomes an item of `examples`. Those are an annotation, so a list
 * of them counts although 3.0 has none; a map, which is what `examples` are in a Media Type Object, does not.
 *
 * @see https://spec.openapis.org/oas/v3.0.4.html#schema-example
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-9.5
 */
export const raiseExample: RaiseStep = (schema, { dialect }) => {
  const example = own(schema, "example");
  const examples = own(schema, "examples");
  const rest =
    examples === undefined || isArray(examples)
      ? unchanged(schema)
      : withoutKeywords(schema, [foreignKeyword("examples", dialect)]);
  if (example === undefined) return rest;

  const others = isArray(examples) ? examples : [];
  return {
    schema: withProperties(rest.schema, { example: undefined, examples: [...others, example] }),
    moves: [
      ...rest.moves,
      ...(others.length === 0 ? [renamed("example", "examples")] : []),
      { from: "/example", to: appendPointer("/examples", others.length) },
    ],
    faults: rest.faults,
  };
};
