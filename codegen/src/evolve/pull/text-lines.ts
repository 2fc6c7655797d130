/** Places in a text, by offsets in UTF-16. */

/** The end of the last line of what stands somewhere, without its line break: a remark behind it belongs to it. */
export function contentEnd(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): number {
  let content = end;
  // A block scalar goes on to the next content.
  while (content > start && /\s/.test(text.charAt(content - 1))) content -= 1;
  const next = text.indexOf("\n", content);
  if (next === -1) return text.length;
  return text.charAt(next - 1) === "\r" ? next - 1 : next;
}

/** Where the next line begins. */
export function nextLine(text: string, offset: number): number {
  const next = text.indexOf("\n", offset);
  return next === -1 ? text.length : next + 1;
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** How far from the beginning of its line an offset is. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** Whether there is nothing but space before an offset on its line. */
export function isFirstOnLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === "";
}
