import type { Draft } from "./draft-checks.ts";
import { mergeEqual } from "./merge-equal.ts";

export interface KeptDrafts {
  readonly kept: readonly Draft[];
  /** What each of them refers to, in order, by id. */
  readonly edges: ReadonlyMap<string, readonly string[]>;
}

/**
 * Leaves out checks that are not needed, since one that is equal serves as well: of a schema all but the
 * first, and of those that a schema refers to likewise. No schema gets to depend on one that it does not
 * refer to, so that an import costs no more than that.
 */
export function withoutEqual(drafts: readonly Draft[]): KeptDrafts {
  const classes = mergeEqual(
    drafts.map(({ id, node, isLoosened, targetIds }) => ({
      id,
      // A loosened check can be equal to one that is as its schema says, but does not count as such.
      text: JSON.stringify([node, isLoosened]),
      targets: targetIds,
    })),
  );
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  const keyOf = (id: string): string => byId.get(id)?.variant.reached.key ?? "";
  const firsts = new Map<string, string>();
  /** The first check of a class that is seen in a schema. */
  const firstIn = (key: string, id: string): string => {
    const place = JSON.stringify([key, classes.get(id)]);
    const first = firsts.get(place) ?? id;
    firsts.set(place, first);
    return first;
  };
  const kept = drafts.filter(({ id }) => firstIn(keyOf(id), id) === id);
  const edges = kept.map(({ id, targetIds }): [string, readonly string[]] => {
    const own = keyOf(id);
    return [id, targetIds.map((target) => firstIn(own, firstIn(keyOf(target), target)))];
  });
  return needed(kept, new Map(edges));
}

/** What the public checks reach. */
function needed(kept: readonly Draft[], edges: KeptDrafts["edges"]): KeptDrafts {
  const reached = new Set(kept.filter(({ isPublic }) => isPublic).map(({ id }) => id));
  for (const id of reached) for (const target of edges.get(id) ?? []) reached.add(target);
  return {
    kept: kept.filter(({ id }) => reached.has(id)),
    edges: new Map([...edges].filter(([id]) => reached.has(id))),
  };
}
