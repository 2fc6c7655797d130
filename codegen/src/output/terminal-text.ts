/** Characters that would command a terminal; documents and file names may hold them. */
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Text as a terminal can bear it: characters that would command it are written out. */
export function harmless(text: string): string {
  return text.replaceAll(
    control,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The same on one line: a line break in a name could pretend to be another diagnostic. */
export function oneLine(text: string): string {
  return harmless(text).replaceAll("\n", "\\n");
}
