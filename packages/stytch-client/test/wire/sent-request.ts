import type { ReceivedRequest } from "../../../runtime/test/loopback-server.ts";

/** What of a request an API sees and goes by. */
export interface SentRequest {
  /** Which of the API's servers it went to. */
  readonly server: string;
  readonly method: string;
  readonly path: string;
  /** As it was encoded; empty without one. */
  readonly query: string;
  /** Who asks, what the body is, and what is the API's own. Not: which software and connection it is. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function sentRequest(server: string, { method, target, headers, body }: ReceivedRequest): SentRequest {
  const [path = "", query = ""] = target.split("?");
  return {
    ...{ server, method, path, query, body },
    headers: Object.fromEntries(
      Object.entries(headers)
        .filter(([name]) => /^(authorization|content-type|x-.*)$/.test(name))
        .map(([name, value]) => [name, String(value)])
        .toSorted(),
    ),
  };
}

/** How what a vendor's client sends differs from what ours does; nothing if it is the same, byte for byte. */
export function differencesOf(vendor: SentRequest, ours: SentRequest): readonly string[] {
  const names = [...new Set([...Object.keys(vendor.headers), ...Object.keys(ours.headers)])].toSorted();
  return [
    ...(vendor.server === ours.server ? [] : ["server"]),
    ...(vendor.method === ours.method ? [] : ["method"]),
    ...(vendor.path === ours.path ? [] : ["path"]),
    ...queryDifferences(vendor.query, ours.query),
    ...names.flatMap((name) => headerDifferences(name, vendor, ours)),
    ...bodyDifferences(vendor, ours),
  ];
}

function queryDifferences(vendor: string, ours: string): readonly string[] {
  if (vendor === ours) return [];
  const sent = new URLSearchParams(vendor);
  const nameOf = (part: string): string => [...new URLSearchParams(part).keys()].join("");
  const parts = ours.split("&");
  const without = parts.map(nameOf).filter((name) => name !== "" && !sent.has(name));
  const rest = parts.filter((part) => !without.includes(nameOf(part))).join("&");
  const entries = (query: string): string => JSON.stringify([...new URLSearchParams(query)].toSorted());
  return [
    ...without.map((name) => `query: without \`${name}\``),
    ...(vendor === rest ? [] : [entries(vendor) === entries(rest) ? "query: encoding" : "query"]),
  ];
}

function headerDifferences(name: string, vendor: SentRequest, ours: SentRequest): readonly string[] {
  const [theirs, own] = [vendor.headers[name], ours.headers[name]];
  if (theirs === own) return [];
  // What `bodyDifferences` says of the body is said of its type.
  if (own === undefined && vendor.body === "{}" && ours.body === "") return [];
  // It is about content (RFC 9110, section 8.3), of which there is none.
  return [own === undefined && vendor.body === "" ? `${name} without content` : name];
}

function bodyDifferences({ body: vendor }: SentRequest, { body: ours }: SentRequest): readonly string[] {
  if (vendor === ours) return [];
  if (vendor === "{}" && ours === "") return ["empty object as body"];
  const [theirs, own] = [vendor, ours].map((body) => (body === "" ? {} : (JSON.parse(body) as object)));
  const sorted = (value: object): string => JSON.stringify(Object.entries(value).toSorted());
  if (theirs === undefined || own === undefined) return ["body"];
  if (sorted(theirs) === sorted(own)) return ["body: order of properties"];
  const without = Object.keys(own).filter((name) => !Object.hasOwn(theirs, name));
  const added = Object.keys(theirs).filter((name) => !Object.hasOwn(own, name));
  const both = Object.entries(theirs).filter(([name]) => Object.hasOwn(own, name));
  const isSame = both.every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(Reflect.get(own, name)),
  );
  return [
    ...without.map((name) => `body: without \`${name}\``),
    ...added.map((name) => `body: with \`${name}\``),
    ...(isSame ? [] : ["body"]),
  ];
}
