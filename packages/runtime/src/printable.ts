/** A text of an answer is foreign: it can neither end a line nor colour it, nor make it long. */
export function printable(text: string, unsafe: RegExp = /[^\x21-\x7e]/g): string {
  return text.replace(unsafe, "?").slice(0, 200);
}
