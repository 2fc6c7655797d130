/**
 * The path of a contract as a route has it: percent-encoded where it is not part of a path (RFC 3986, section
 * 3.3), and in the names of parameters.
 */
export function encodedPath(path: string): string {
  const encodable = /\{([^{}]+)\}|%[0-9A-Fa-f]{2}|[^A-Za-z0-9\-._~!$&'()*+,;=:@/]/gu;
  return path.replaceAll(encodable, (found, name: string | undefined) => {
    if (name !== undefined) return `{${encodeURIComponent(name)}}`;
    return /^%./.test(found) ? found : encodeURIComponent(found);
  });
}
