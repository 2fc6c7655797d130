/** Texts for regular expressions: short ones that match, and ones that nearly do. */

/** Tokens of a pattern (ECMA-262, section 22.2.1, with the `u` flag). */
const tokens =
  /\(\?(?:<?[=!]|<[^>]*>|[a-z-]*:)|[()|]|[*+?]\??|\{\d+(?:,\d*)?\}\??|\[(?:\\[^]|[^\]\\])*\]|\\(?:[pPu]\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|k<[^>]*>|\d+|[^])|[^]/gu;

/** Characters of many kinds: what a class stands for is tried with these. */
const characters = [..."a0A_-.z9Z /:@é+b1%#\n"];

const mostTexts = 24;
const longestText = 80;

/** Longer patterns are not read: each group in a group is a level of this function. */
const longestPattern = 500;

/**
 * Texts that a pattern may match, by its form: the shortest, then others in which a choice, a repetition or a
 * character is another one. Look-around and back references are passed over, so each has to be tried.
 */
export function patternSamples(source: string): readonly string[] {
  if (source.length > longestPattern) return [];
  const stream = [...source.matchAll(tokens)].map(([token]) => token);
  let position = 0;

  const alternatives = (): readonly string[] => {
    const found = [sequence()];
    while (stream[position] === "|") {
      position += 1;
      found.push(sequence());
    }
    // The first of every alternative, then the others.
    return distinct([...found.map(([first = ""]) => first), ...found.flat()]);
  };
  const sequence = (): readonly string[] => {
    let texts: readonly string[] = [""];
    for (
      let token = stream[position];
      token !== undefined && !/^[|)]$/.test(token);
      token = stream[position]
    ) {
      position += 1;
      texts = joined(texts, quantified(atom(token)));
    }
    return texts;
  };
  const atom = (token: string): readonly string[] => {
    if (token.startsWith("(")) {
      const inside = alternatives();
      position += 1;
      return /^\(\?<?[=!]/.test(token) ? [""] : inside;
    }
    return /^(?:[$^]|\\[bB]|\\[1-9]|\\k)/.test(token) ? [""] : members(token);
  };
  const quantified = (texts: readonly string[]): readonly string[] => {
    const token = stream[position] ?? "";
    if (!/^(?:[*+?]|\{\d)/.test(token)) return texts;
    position += 1;
    const [least, most] = repetitions(token);
    if (least > longestText) return [];
    const counts = [...new Set([least, least + 1, most])].filter(
      (count) => count <= Math.min(most, longestText),
    );
    const [first = ""] = texts;
    return distinct([
      ...counts.map((count) => first.repeat(count)),
      ...texts.map((text) => text + first.repeat(Math.max(0, least - 1))),
    ]);
  };
  return alternatives();
}

/** Every pair, but only with the first of the one or the other. */
function joined(before: readonly string[], after: readonly string[]): readonly string[] {
  const [first = ""] = before;
  const [last = ""] = after;
  return distinct([first + last, ...after.map((text) => first + text), ...before.map((text) => text + last)]);
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].filter((text) => text.length <= longestText).slice(0, mostTexts);
}

function repetitions(token: string): readonly [least: number, most: number] {
  const [, least = "", comma = "", most = ""] = /^\{(\d+)(,?)(\d*)\}/.exec(token) ?? [];
  if (least !== "")
    return [Number(least), comma === "" ? Number(least) : most === "" ? Infinity : Number(most)];
  return token.startsWith("?") ? [0, 1] : [token.startsWith("+") ? 1 : 0, Infinity];
}

/** Characters that a class, an escape or a character stands for. */
function members(token: string): readonly string[] {
  if (!/^[\\.[]/.test(token)) return [token];
  const pattern = new RegExp(`^${token}$`, "u");
  const inside = /^\[\^?([^])/u.exec(token)?.[1] ?? "";
  return [...characters, inside, escapedCharacter(token)].filter((character) => pattern.test(character));
}

/** `\/` stands for `/`. */
function escapedCharacter(token: string): string {
  const [, character = ""] = /^\\([^\p{L}\d])$/u.exec(token) ?? [];
  return character;
}
