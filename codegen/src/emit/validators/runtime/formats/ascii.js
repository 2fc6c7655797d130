export function isAscii(text) {
  return /^[\0-\x7f]*$/.test(text);
}
