/** How many of each kind an API has: `operations`, `schemas`. */
export type Counts = Readonly<Record<string, number>>;

/** `184<!-- stytch: operations -->` */
const marked = /\d+(?=<!-- ([\w-]+): (\w+) -->)/g;

/**
 * A text with each number that has a mark behind it as the contract has it now.
 *
 * @param counts by the name of the API
 * @throws {Error} for a mark of what is not counted
 */
export function withCounts(text: string, counts: ReadonlyMap<string, Counts>): string {
  return text.replaceAll(marked, (_, api: string, kind: string) => {
    const count = counts.get(api)?.[kind];
    if (count === undefined) throw new Error(`There is no count for the mark <!-- ${api}: ${kind} -->.`);
    return `${count}`;
  });
}
