import type { ApiDescription } from "./api-description.js";

/**
 * The server that the credentials belong to.
 *
 * @param isReplaced whether `baseUrl` takes its place, so that none need be known
 * @throws {TypeError} if the API names none
 */
export function selectServer(
  { name, servers }: ApiDescription,
  options: Readonly<Record<string, unknown>>,
  isReplaced: boolean,
): string {
  const selected = servers.find(
    ({ when }) => when !== undefined && new RegExp(when.pattern, "u").test(String(options[when.credential])),
  );
  const server = selected ?? servers.find(({ when }) => when === undefined);
  if (server === undefined && !isReplaced)
    throw new TypeError(`${name} names no server: the option \`baseUrl\` is missing.`);
  return server?.url ?? "";
}

/** The same request to another server. */
export function withBase(request: Request, from: string, to: string): Request {
  if (withoutSlash(from) === withoutSlash(to)) return request;
  return new Request(withoutSlash(to) + request.url.slice(withoutSlash(new URL(from).href).length), request);
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, "");
}

/**
 * Checks a URL that the user of a client chose.
 *
 * @returns the URL without a slash at its end
 * @throws {TypeError} if it is none, has credentials in it, or a query; never shows it
 */
export function checkBaseUrl(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol))
    throw new TypeError("The option `baseUrl` is no URL of http or https.");
  if (parsed.username !== "" || parsed.password !== "" || parsed.search !== "" || parsed.hash !== "") {
    throw new TypeError("The option `baseUrl` can not have credentials, a query or a fragment.");
  }
  return withoutSlash(url);
}
