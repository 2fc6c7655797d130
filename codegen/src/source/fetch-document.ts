import { Agent as HttpAgent, get as getHttp, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, get as getHttps } from "node:https";
import { error, type Checked, type Diagnostic, type Place } from "../diagnostics.ts";

/** What came of asking for a document. */
export type FetchedDocument =
  | { readonly kind: "document"; readonly bytes: Uint8Array; readonly etag: string | undefined }
  /** The server says that it is still the one with this ETag. */
  | { readonly kind: "unchanged" };

export interface FetchLimits {
  readonly bytes: number;
  /** For everything, redirects included. */
  readonly milliseconds: number;
  readonly redirects: number;
}

export const fetchLimits: FetchLimits = { bytes: 64 * 1024 * 1024, milliseconds: 60_000, redirects: 5 };

const loopback: ReadonlySet<string> = new Set(["127.0.0.1", "[::1]", "localhost"]);

/** Thrown within this file only: ends a request with what is to be said of it. */
class FetchFault extends Error {
  override readonly name = "FetchFault";
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

/** Whether a source is an address, and no path of a file. */
export function isAddress(source: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(source);
}

/**
 * Fetches one document: https, or http from this machine itself. The host is the one of the address, and
 * stays it over redirects; neither proxies nor credentials are taken from anywhere. The only code that
 * uses the network.
 *
 * @param address what was configured; messages call the document by it
 * @param etag of the state that is known, sent as `If-None-Match` (RFC 9110, section 13.1.2)
 * @returns undefined beside an error
 */
export async function fetchDocument(
  address: string,
  etag?: string,
  limits: FetchLimits = fetchLimits,
): Promise<Checked<FetchedDocument | undefined>> {
  const agents = { http: new HttpAgent(), https: new HttpsAgent() };
  const signal = AbortSignal.timeout(limits.milliseconds);
  try {
    let url = checkAddress(address, address);
    for (let redirects = 0; ; redirects += 1) {
      const response = await request(url, etag, agents, signal);
      const location = redirectOf(response);
      if (location === undefined) {
        const value = await readResponse(response, address, etag, limits.bytes);
        return { value, diagnostics: [] };
      }
      response.destroy();
      if (redirects === limits.redirects)
        throw refused(address, `The server redirects more than ${limits.redirects} times.`);
      url = followed(url, location, address);
    }
  } catch (cause) {
    const isLate = signal.aborted;
    const diagnostic =
      cause instanceof FetchFault
        ? cause.diagnostic
        : unreachable(address, cause, isLate ? limits : undefined);
    return { value: undefined, diagnostics: [diagnostic] };
  } finally {
    agents.http.destroy();
    agents.https.destroy();
  }
}

/** @throws FetchFault unless the address may be asked */
function checkAddress(text: string, address: string): URL {
  const url = URL.parse(text);
  if (url === null) throw refused(address, "This is no URL.");
  if (url.username !== "" || url.password !== "")
    throw refused(address, "The URL holds credentials, which would end up in files and in logs.");
  const isLocal = url.protocol === "http:" && loopback.has(url.hostname);
  if (url.protocol !== "https:" && !isLocal)
    throw refused(address, "Only https is asked, and http where it leads to this machine.");
  return url;
}

/** @throws FetchFault for a redirect that leaves the host or the protocol */
function followed(from: URL, location: string, address: string): URL {
  const to = URL.parse(location, from.href);
  if (to === null) throw refused(address, "The server redirects to something that is no URL.");
  if (to.host !== from.host || to.protocol !== from.protocol)
    throw refused(address, `The server redirects to ${JSON.stringify(to.origin)}, which is another host.`);
  return checkAddress(to.href, address);
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage): string | undefined {
  return [301, 302, 303, 307, 308].includes(statusCode) ? headers.location : undefined;
}

async function request(
  url: URL,
  etag: string | undefined,
  agents: { readonly http: HttpAgent; readonly https: HttpsAgent },
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const headers = {
    accept: "application/json, application/yaml, text/yaml, text/plain, */*;q=0.1",
    "accept-encoding": "identity",
    "user-agent": "sdkmill",
    ...(etag === undefined ? {} : { "if-none-match": etag }),
  };
  return new Promise((resolve, reject) => {
    const sent =
      url.protocol === "https:"
        ? getHttps(url, { agent: agents.https, headers, signal, rejectUnauthorized: true }, resolve)
        : getHttp(url, { agent: agents.http, headers, signal }, resolve);
    sent.on("error", reject);
  });
}

async function readResponse(
  response: IncomingMessage,
  address: string,
  sent: string | undefined,
  limit: number,
): Promise<FetchedDocument> {
  const { statusCode = 0, headers } = response;
  try {
    if (statusCode === 304 && sent !== undefined) return { kind: "unchanged" };
    if (statusCode !== 200) {
      const help = "Check the address; a document that is not public has to be fetched by other means.";
      throw new FetchFault(
        error(
          "upstream-unreachable",
          `The server answered with the status ${statusCode}.`,
          help,
          placeOf(address),
        ),
      );
    }
    if (!["", "identity"].includes(headers["content-encoding"] ?? ""))
      throw refused(address, "The server sends the document in an encoding that was not asked for.");
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response) {
      if (!(chunk instanceof Uint8Array)) continue;
      size += chunk.length;
      if (size > limit) throw tooLarge(address, limit);
      chunks.push(chunk);
    }
    return { kind: "document", bytes: Buffer.concat(chunks), etag: usableTag(headers.etag) };
  } finally {
    response.destroy();
  }
}

/** An entity tag (RFC 9110, section 8.8.3) that can be kept and sent back. */
function usableTag(etag: string | undefined): string | undefined {
  return etag !== undefined && /^(W\/)?"[\x21\x23-\x7e]{0,200}"$/.test(etag) ? etag : undefined;
}

function placeOf(address: string): Place {
  return { path: shownAddress(address), pointer: "" };
}

/** An address as it may be told: without credentials. */
export function shownAddress(address: string): string {
  return address.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, "$1");
}

function refused(address: string, message: string): FetchFault {
  const help = "Give the address of the document itself in `extends` of upstream.yaml, or with `--from`.";
  return new FetchFault(error("upstream-refused", message, help, placeOf(address)));
}

function tooLarge(address: string, limit: number): FetchFault {
  const message = `The document has more than ${limit} bytes.`;
  const help = "Check the address: API descriptions are smaller.";
  return new FetchFault(error("upstream-too-large", message, help, placeOf(address)));
}

/** @param passed the limits, if the time of them ran out */
function unreachable(address: string, cause: unknown, passed: FetchLimits | undefined): Diagnostic {
  const reason =
    passed !== undefined
      ? `there was no whole answer within ${passed.milliseconds / 1000} s`
      : cause instanceof Error && "code" in cause
        ? String(cause.code)
        : "the connection broke";
  const help = "Check the address and the network, and try again.";
  return error(
    "upstream-unreachable",
    `The document could not be fetched: ${reason}.`,
    help,
    placeOf(address),
  );
}
