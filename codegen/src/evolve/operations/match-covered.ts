/** Two keys that stand for each other. */
export interface CoveredMatch {
  readonly old: string;
  readonly new: string;
  /** `generalized`: the new one covers the old one, which is gone; `specialized`: the other way round. */
  readonly relation: "same" | "generalized" | "specialized";
  /** Whether the wider one of the two is there in both revisions. */
  readonly isKept: boolean;
}

export interface CoveredMatches {
  /** In the order of the new keys. */
  readonly matches: readonly CoveredMatch[];
  /** New keys that nothing old stands for, and old ones that nothing new stands for. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Keys of which some cover others, such as `2XX` and `200`. */
export interface CoveredKeys {
  readonly keys: readonly string[];
  /** The keys here that cover a key of the other revision, the narrowest first. */
  readonly covering: (key: string) => readonly string[];
}

/**
 * Matches keys of two revisions: those that are the same, and those that one revision has and the other only
 * covers. Made backwards, it gives the same, turned around.
 *
 * @param identity what is the same in spite of another spelling
 */
export function matchCovered(
  old: CoveredKeys,
  next: CoveredKeys,
  identity: (key: string) => string,
): CoveredMatches {
  const byIdentity = new Map(old.keys.map((key) => [identity(key), key]));
  const identities = new Set(next.keys.map(identity));
  const same = new Map(
    next.keys.flatMap((key) => {
      const found = byIdentity.get(identity(key));
      return found === undefined ? [] : [[key, found] as const];
    }),
  );
  const isSame = (key: string): boolean => byIdentity.has(identity(key)) && identities.has(identity(key));
  const generalized = old.keys.flatMap((key): readonly CoveredMatch[] => {
    const [wider] = isSame(key) ? [] : next.covering(key);
    if (wider === undefined) return [];
    return [{ old: key, new: wider, relation: "generalized", isKept: isSame(wider) }];
  });
  const matches = next.keys.flatMap((key): readonly CoveredMatch[] => {
    const found = same.get(key);
    const exact: readonly CoveredMatch[] =
      found === undefined ? [] : [{ old: found, new: key, relation: "same", isKept: true }];
    const [wider] = found === undefined ? old.covering(key) : [];
    const special: readonly CoveredMatch[] =
      wider === undefined ? [] : [{ old: wider, new: key, relation: "specialized", isKept: isSame(wider) }];
    return [...exact, ...special, ...generalized.filter((match) => match.new === key)];
  });
  const matchedOld = new Set(matches.map((match) => match.old));
  const matchedNew = new Set(matches.map((match) => match.new));
  return {
    matches,
    added: next.keys.filter((key) => !matchedNew.has(key)),
    removed: old.keys.filter((key) => !matchedOld.has(key)),
  };
}
