import type { ApiDescription } from "./api-description.js";
import type { ClientOptions } from "./client-options.js";
import { refuse } from "./refuse.js";

/** The server to call for one that the contract names: its URL, without a slash at the end. */
export type ServerOf = (own: string | undefined) => string;

/**
 * Reads from the options which servers are called.
 *
 * @throws {TypeError} if the API names none, or one can not be used; never shows what the user gave
 */
export function readServers(
  { server }: ApiDescription,
  options: ClientOptions & Readonly<Record<string, unknown>>,
): ServerOf {
  const { baseUrl, allowLoopbackHttp } = options;
  const use = (named = ""): string => {
    const text = typeof baseUrl === "function" ? baseUrl(named) : (baseUrl ?? named);
    const isLoopback = allowLoopbackHttp && /^http:\/\/(localhost|127(\.\d+){3}|\[::1\])([:/]|$)/i.test(text);
    // No user, password, query or fragment.
    if (!URL.canParse(text) || /[?#@\\]/.test(text) || !(isLoopback || /^https:\/\//i.test(text)))
      refuse("option `baseUrl` (https, or `allowLoopbackHttp`)");
    return text.replace(/\/+$/, "");
  };
  const general = use(server?.(options));
  return (own) => (own ? use(own) : general);
}
