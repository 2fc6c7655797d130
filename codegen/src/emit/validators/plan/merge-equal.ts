/** Something that refers to others of its kind. */
export interface Mergeable {
  readonly id: string;
  /** Only members of one group can be equal. */
  readonly group: string;
  /** What it is, references aside. */
  readonly text: string;
  /** What it refers to, in order. */
  readonly targets: readonly string[];
}

/**
 * Finds what is equal: the same text, with references to equal ones, circles included. Everything of one
 * group and text is taken for equal until its references tell it apart (partition refinement).
 *
 * @returns for every id that of the first one that is equal to it
 */
export function mergeEqual(all: readonly Mergeable[]): ReadonlyMap<string, string> {
  const groups = Map.groupBy(all, ({ group }) => group);
  const groupOf = new Map(all.map(({ id, group }) => [id, group]));
  const dependents = new Map<string, Set<string>>();
  for (const { group, targets } of all) {
    for (const target of targets) {
      const key = groupOf.get(target) ?? "";
      dependents.set(key, (dependents.get(key) ?? new Set()).add(group));
    }
  }
  /** By id, that of the first one of its class. */
  const classes = new Map<string, string>();
  const split = (members: readonly Mergeable[], signature: (member: Mergeable) => string): boolean => {
    const found = Map.groupBy(members, signature);
    for (const equal of found.values()) {
      for (const { id } of equal) classes.set(id, equal[0]?.id ?? id);
    }
    return found.size > 1;
  };
  for (const members of groups.values()) split(members, ({ text }) => text);

  const pending = new Set([...groups].filter(([, members]) => members.length > 1).map(([group]) => group));
  for (const group of pending) {
    // What is pushed again while the set is walked comes again at its end.
    pending.delete(group);
    const byClass = Map.groupBy(groups.get(group) ?? [], ({ id }) => classes.get(id) ?? id);
    let isSplit = false;
    for (const members of byClass.values()) {
      const signature = ({ targets }: Mergeable): string =>
        JSON.stringify(targets.map((target) => classes.get(target)));
      if (members.length > 1 && split(members, signature)) isSplit = true;
    }
    for (const dependent of isSplit ? (dependents.get(group) ?? []) : []) {
      if ((groups.get(dependent)?.length ?? 0) > 1) pending.add(dependent);
    }
  }
  return classes;
}
