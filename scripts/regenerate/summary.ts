/** GitHub refuses texts of pull requests above 65,536 characters. */
const limit = 60_000;

const opening =
  "What upstream publishes now, taken over by `pnpm regenerate`. This is what it changes since the last release:";

/**
 * The text of a pull request.
 *
 * @param changes what changes by API, as Markdown; undefined where nothing is released yet
 */
export function formatSummary(changes: ReadonlyMap<string, string | undefined>): string {
  const parts = [...changes].flatMap(([api, text]) => [
    `## ${api}`,
    text?.trim() || "There is no release yet to compare with.",
  ]);
  return cutToLimit(`${[opening, ...parts].join("\n\n")}\n`);
}

function cutToLimit(text: string): string {
  if (text.length <= limit) return text;
  const kept = text.slice(0, text.lastIndexOf("\n", limit));
  // A list or a folded part that is cut in two ends here, so that the note is not inside of it.
  return `${kept}\n\n---\n\nThe rest is left out here: \`sdkmill diff\` prints all of it.\n`;
}
