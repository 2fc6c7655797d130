/** Something that refers to others of its kind. */
export interface Mergeable {
  readonly id: string;
  /** What it is, references aside. */
  readonly text: string;
  /** What it refers to, in order. */
  readonly targets: readonly string[];
}

/**
 * Finds what is equal: the same text, with references to equal ones, circles included. Everything of one
 * text is taken for equal until its references tell it apart (partition refinement).
 *
 * @returns for every id that of the first one that is equal to it
 */
export function mergeEqual(all: readonly Mergeable[]): ReadonlyMap<string, string> {
  const groups = Map.groupBy(all, ({ text }) => text);
  const textOf = new Map(all.map(({ id, text }) => [id, text]));
  const dependents = new Map<string, Set<string>>();
  for (const { text, targets } of all) {
    for (const target of targets) {
      const key = textOf.get(target) ?? "";
      dependents.set(key, (dependents.get(key) ?? new Set()).add(text));
    }
  }
  /** By id, that of the first one of its class. */
  const classes = new Map<string, string>();
  const take = (equal: readonly Mergeable[]): void => {
    for (const { id } of equal) classes.set(id, equal[0]?.id ?? id);
  };
  for (const members of groups.values()) take(members);

  const pending = new Set([...groups].filter(([, members]) => members.length > 1).map(([text]) => text));
  for (const text of pending) {
    // What is pushed again while the set is walked comes again at its end.
    pending.delete(text);
    const byClass = Map.groupBy(groups.get(text) ?? [], ({ id }) => classes.get(id) ?? id);
    let isSplit = false;
    for (const members of byClass.values()) {
      const parts = Map.groupBy(members, ({ targets }) =>
        JSON.stringify(targets.map((target) => classes.get(target))),
      );
      if (parts.size === 1) continue;
      isSplit = true;
      for (const part of parts.values()) take(part);
    }
    for (const dependent of isSplit ? (dependents.get(text) ?? []) : []) {
      if ((groups.get(dependent)?.length ?? 0) > 1) pending.add(dependent);
    }
  }
  return classes;
}
