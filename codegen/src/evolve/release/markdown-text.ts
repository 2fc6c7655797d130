/**
 * The one place where text of a document, or a name of a file, is made fit for Markdown: what comes out is
 * shown as it was written and means nothing, neither to CommonMark nor to GitHub, which makes links of
 * `@name`, `#1` and URLs, and formulas of dollars. All of it is on one line.
 */

/** Characters of a text that are shown; whoever wants more looks at the place that is named beside it. */
const LONGEST = 120;

/** What has no glyph of its own: line breaks, controls, marks that turn the direction of text. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Text as a code span (CommonMark 0.31, section 6.1).
 *
 * @param longest how many characters of it are shown
 */
export function codeText(text: string, longest = LONGEST): string {
  const shown = visible(text, longest);
  if (shown.trim() === "") return plainText(JSON.stringify(text));
  const longestRun = Math.max(0, ...Array.from(shown.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longestRun + 1);
  // A space is taken off both ends where there are two, and a backtick must not touch the fence.
  return /^`|`$|^ .* $/.test(shown) ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}

/** Text in a heading, a paragraph or an item of a list, of which it may be the beginning. */
export function plainText(text: string): string {
  return inlineText(text.trim() === "" ? JSON.stringify(text) : text.trimStart())
    .replace(/^[#+=-]/, String.raw`\$&`)
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`);
}

/** A sentence with names in backticks: these become code spans, whatever is in them. */
export function sentenceText(text: string): string {
  const [first = "", ...others] = text.split(/(`[^`]+`)/);
  return [
    first === "" ? "" : plainText(first),
    ...others.map((part, index) => (index % 2 === 0 ? codeText(part.slice(1, -1)) : inlineText(part))),
  ].join("");
}

/** Text in a cell of a table, which a bar would end even inside of code (GFM 0.29, section 4.10). */
export function cellText(text: string): string {
  return /[|\\]/.test(text) ? plainText(text).replaceAll(String.raw`\|`, "&#124;") : codeText(text);
}

function inlineText(text: string): string {
  return visible(text)
    .replaceAll(/[\\`*_{}[\]<>|~&$]/g, String.raw`\$&`)
    .replaceAll(/:(?=\/\/)/g, String.raw`\:`)
    .replaceAll(/\b(www)\./gi, String.raw`$1\.`)
    .replaceAll(/@|#(?=\w)|\bgh-(?=\d)/gi, "$&&#8203;");
}

function visible(text: string, longest = LONGEST): string {
  const characters = [...text];
  const cut = characters.length > longest ? [...characters.slice(0, longest), "…"] : characters;
  return cut
    .join("")
    .replaceAll(unseen, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
