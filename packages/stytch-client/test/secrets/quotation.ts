import type { Secret } from "./secret-text.ts";
import { quotedAs, writings, writingsOf } from "./writings.ts";

/** A request as a server or a proxy quotes it. */
export interface Quotation {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly secrets: readonly Secret[];
}

/** Reads what a client gives to `fetch`. */
export function quotationOf(url: string, init: RequestInit, secrets: readonly Secret[]): Quotation {
  const body = init.body ?? "";
  // Of a long answer only the beginning is kept: each secret comes first at some time.
  const turn = url.length % secrets.length;
  return {
    url,
    body: typeof body === "string" ? body : new TextDecoder().decode(body as ArrayBuffer),
    headers: Object.fromEntries(new Headers(init.headers)),
    secrets: [...secrets.slice(turn), ...secrets.slice(0, turn)],
  };
}

const sentences = ({ secrets }: Quotation): readonly string[] =>
  secrets.flatMap(({ name, text }) =>
    writingsOf(text).map((written) => `The value ${quotedAs(written)} of ${name} was not accepted.`),
  );

/** A body of JSON that holds the request in every way: in sentences, as values, nested, in lists, as names. */
export function quotingJson(quotation: Quotation): object {
  const { url, body, headers, secrets } = quotation;
  const values = secrets.map(({ text }) => text);
  return {
    status_code: 400,
    request_id: `request-id-${quotedAs(values[0] ?? "")}`,
    error_type: `invalid ${quotedAs(values.at(-2) ?? "")}`,
    error_message: sentences(quotation).join(" "),
    error_url: `https://stytch.example/errors?value=${values.map(encodeURIComponent).join("&value=")}`,
    received: { url, body, headers, parsed: parsed(body), lines: linesOf(headers) },
    values: values.map((value) => [quotedAs(value), { value, deeper: [{ value: [value] }] }]),
    numbers: values.filter((value) => /^[1-9]\d*$/.test(value)).map(Number),
    by_value: Object.fromEntries(values.map((value) => [quotedAs(value), "is weak"])),
    // Under their own names, and in JSON that is a text.
    ...Object.fromEntries(secrets.map(({ name, text }) => [name, text])),
    text: JSON.stringify(Object.fromEntries(secrets.map(({ name, text }) => [name, text]))),
  };
}

/** A page of a proxy that shows the request. */
export function quotingHtml(quotation: Quotation): string {
  const { url, body, headers } = quotation;
  const escaped = writings["HTML"] ?? String;
  const shown = [`${url}`, ...linesOf(headers), body].map(escaped).join("\n");
  // Some proxies escape nothing.
  return `<html><p>${sentences(quotation).join("</p><p>")}</p><pre>${shown}</pre><!-- ${body} --></html>`;
}

/** Headers that show the request, as far as headers can: nothing that has characters which no header has. */
export function quotingHeaders(quotation: Quotation): Headers {
  const { body, headers, secrets } = quotation;
  const shown = new Headers();
  const show = (name: string, value: string): void => {
    if (/^[\x20-\x7e\xa0-\xff]*$/.test(value)) shown.append(name, value);
  };
  for (const { text } of secrets) show("set-cookie", `session=${text}`);
  for (const sentence of sentences(quotation)) show("x-sentences", sentence);
  for (const [name, value] of Object.entries(headers)) {
    show(`x-${name}`, value);
    if (name !== "content-type" && name !== "content-length") show(name, value);
  }
  show("x-request-id", `id-${quotedAs(writings["URL"]?.(secrets[0]?.text ?? "") ?? "")}`);
  show("x-body", body);
  show("x-headers", JSON.stringify(headers));
  show("www-authenticate", `Basic realm="${headers["authorization"]}"`);
  return shown;
}

const linesOf = (headers: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(headers).map(([name, value]) => `${name}: ${value}`);

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

/** An error that holds the request wherever an error can hold something. */
export function quotingError(quotation: Quotation): Error {
  const { url, body, headers } = quotation;
  const told = `${sentences(quotation).join(" ")} ${url} ${body} ${JSON.stringify(headers)}`;
  const inner = Object.assign(new RangeError(told), { config: { url, body, headers }, code: "ECONNRESET" });
  const middle = new AggregateError([new Error(told)], told, { cause: inner });
  const error = new TypeError(told, { cause: middle });
  error.stack = `TypeError: ${told}\n    at fetch (${url}?${body}:1:1)`;
  Object.defineProperty(error, "hidden", { value: told, enumerable: false });
  Object.defineProperty(error, "getter", { get: () => told, enumerable: true });
  return Object.assign(error, {
    request: { url, body, headers, toString: () => told },
    response: new Map([[told, told]]),
    toJSON: () => ({ told }),
    [Symbol.for("told")]: told,
    [Symbol.for("nodejs.util.inspect.custom")]: () => told,
  });
}
