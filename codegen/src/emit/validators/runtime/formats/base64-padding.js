/** Whether base64 can have this length, if padding may be absent. */
export function isUnpadded(text) {
  return text.endsWith("=") ? text.length % 4 === 0 : text.length % 4 !== 1;
}
