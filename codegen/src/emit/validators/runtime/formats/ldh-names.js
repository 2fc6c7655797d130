/** RFC 1123, section 2.1: labels of letters, digits and hyphens. */
export function isLdhName(text) {
  return (
    text.length <= 253 &&
    /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i.test(text)
  );
}
