import type { Contract } from "../../../contract/contract.ts";
import { compareText } from "../../../source/json.ts";
import { publicMode } from "./check-mode.ts";
import { checkScope } from "./check-scope.ts";
import { variantId, type CheckVariant } from "./check-variant.ts";
import { noBindings } from "./dynamic-bindings.ts";
import { inPlaceFacts } from "./in-place-facts.ts";
import { schemaInMode, type SchemaInMode } from "./schema-in-mode.ts";
import { checkLimit, TooManyChecksError } from "./too-many-checks.ts";

/** A check that is needed, before equal ones are found. */
export interface Draft extends SchemaInMode {
  readonly id: string;
  readonly variant: CheckVariant;
  readonly isPublic: boolean;
  readonly targetIds: readonly string[];
}

/**
 * Writes down the public check of every schema, and all checks that these refer to.
 *
 * @returns public ones first, then in the order of ids
 * @throws TooManyChecksError
 */
export function draftChecks(contract: Contract): readonly Draft[] {
  const scope = checkScope(contract);
  const factsOf = inPlaceFacts(scope);
  const pending = contract.schemas.map(({ key, position }): CheckVariant => ({
    reached: scope.reach(key, noBindings),
    mode: publicMode(position),
    optional: [],
  }));
  const publicIds = new Set(pending.map(variantId));
  const drafts = new Map<string, Draft>();
  const limit = checkLimit(contract);
  for (let variant = pending.pop(); variant !== undefined; variant = pending.pop()) {
    const id = variantId(variant);
    if (drafts.has(id)) continue;
    if (drafts.size === limit) throw new TooManyChecksError(variant.reached.key, limit);
    const inMode = schemaInMode(variant, scope, factsOf);
    drafts.set(id, {
      ...inMode,
      id,
      variant,
      isPublic: publicIds.has(id),
      targetIds: inMode.targets.map(variantId),
    });
    pending.push(...inMode.targets);
  }
  return [...drafts.values()].toSorted(
    (a, b) => Number(b.isPublic) - Number(a.isPublic) || compareText(a.id, b.id),
  );
}
