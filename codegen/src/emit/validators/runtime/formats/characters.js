/** One Unicode character, be it of two code units. */
export function isChar(text) {
  return /^\P{Cs}$/u.test(text);
}
