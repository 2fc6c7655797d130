import type { Contract, NamedSchema } from "../../../contract/contract.ts";
import { compareText, type Json } from "../../../source/json.ts";
import { variantName } from "./check-variant.ts";
import { draftChecks } from "./draft-checks.ts";
import { finishNode } from "./finish-node.ts";
import { reaching } from "./reaching.ts";
import { recursiveIds } from "./recursive-ids.ts";
import { withoutEqual } from "./without-equal.ts";

/** One function of a validators package: a component schema as values in one position are held against it. */
export interface PlannedCheck {
  /** Unique among all; what `$ref`s of other planned checks name. */
  readonly id: string;
  /** The component. */
  readonly schema: NamedSchema;
  /** Whether it is the one that the public validator of the component uses. */
  readonly isPublic: boolean;
  /** Export in the module of the component: `check` for the public one, else `checkRequestPart` and the like. */
  readonly exportName: string;
  /** JSON Schema without annotations; every `$ref` is the id of a planned check; no `$dynamicRef`, `$defs`, `$id` left. */
  readonly node: Json;
  /** Whether it can reach itself through references. */
  readonly isRecursive: boolean;
}

/**
 * Says which checks a validators package needs: the public one of every schema, in the mode of its
 * position, and every other one that these refer to. Checks of a schema that come out equal are one; where
 * a schema refers to several that are equal, it refers to one of them.
 *
 * @returns sorted by the key of the schema, then by the name of the export
 * @throws TooManyChecksError if there are too many of them, as dynamic references can make them
 */
export function planChecks(contract: Contract): readonly PlannedCheck[] {
  const { kept, edges } = withoutEqual(draftChecks(contract));
  const loosened = reaching(
    edges,
    kept.filter(({ isLoosened }) => isLoosened).map(({ id }) => id),
  );
  const recursive = recursiveIds(edges);
  const schemas = new Map(contract.schemas.map((schema) => [schema.key, schema]));
  return kept
    .flatMap(({ id, variant, isPublic, node }): readonly PlannedCheck[] => {
      const schema = schemas.get(variant.reached.key);
      if (schema === undefined) return [];
      const targets = (edges.get(id) ?? []).map((target) => ({
        id: target,
        isLoosened: loosened.has(target),
      }));
      return [
        {
          id,
          schema,
          isPublic,
          exportName: isPublic ? "check" : variantName(variant),
          node: finishNode(node, targets),
          isRecursive: recursive.has(id),
        },
      ];
    })
    .toSorted((a, b) => compareText(a.schema.key, b.schema.key) || compareText(a.exportName, b.exportName));
}
