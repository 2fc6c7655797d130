/**
 * A text without the characters that separate texts in an id: `:`, `;`, `&`, `=`, `?`. Different ones stay
 * different, lone surrogates too (`JSON.stringify` spells them out).
 */
export function escaped(text: string): string {
  return encodeURIComponent(JSON.stringify(text).slice(1, -1));
}
