import { answering, type Failure } from "./failure.ts";
import { type Quotation, quotingHeaders, quotingHtml, quotingJson } from "./quotation.ts";

const html = { "content-type": "text/html; charset=utf-8" };

function quoting(quotation: Quotation, type: string): Headers {
  const headers = quotingHeaders(quotation);
  headers.set("content-type", type);
  return headers;
}

function jsonAnswer(
  status: number,
  quotation: Quotation,
  more: Readonly<Record<string, string>> = {},
): Response {
  const headers = quoting(quotation, "application/json");
  for (const [name, value] of Object.entries(more)) headers.set(name, value);
  return new Response(JSON.stringify(quotingJson(quotation)), { status, headers });
}

const statuses = [400, 401, 404, 429, 500].map((status) =>
  answering(`${status} with JSON that quotes the request`, (quotation) => jsonAnswer(status, quotation)),
);

/** Answers without success, and such that are none of what was promised; all of them quote the request. */
export const failedAnswers: readonly Failure[] = [
  ...statuses,
  answering(
    "503 with Retry-After, again and again",
    (quotation) => jsonAnswer(503, quotation, { "retry-after": "0" }),
    { call: { maxRetries: 2 } },
  ),
  ...[400, 502, 200].map((status) =>
    answering(
      `${status} with HTML that quotes the request`,
      (quotation) =>
        new Response(quotingHtml(quotation), { status, headers: quoting(quotation, "text/html") }),
    ),
  ),
  answering(
    "400 with JSON that says to be text",
    (quotation) => new Response(JSON.stringify(quotingJson(quotation)), { status: 400, headers: html }),
  ),
  answering("400 with a list", (quotation) => Response.json([quotingJson(quotation)], { status: 400 })),
  answering("400 with a text in JSON", (quotation) => Response.json(quotingHtml(quotation), { status: 400 })),
  answering(
    "400 with JSON that breaks off",
    (quotation) =>
      new Response(JSON.stringify(quotingJson(quotation)).slice(0, -20), {
        status: 400,
        headers: { "content-type": "application/json" },
      }),
  ),
  answering(
    "400 with two documents of JSON",
    (quotation) =>
      new Response(`{"request_id":"1"}\n${JSON.stringify(quotingJson(quotation))}`, {
        status: 400,
        headers: { "content-type": "application/json" },
      }),
  ),
  answering(
    "400 without content",
    (quotation) => new Response(null, { status: 400, headers: quoting(quotation, "") }),
  ),
  answering(
    "200 without content",
    (quotation) => new Response(null, { status: 200, headers: quotingHeaders(quotation) }),
  ),
  answering(
    "200 with null",
    (quotation) => new Response("null", { status: 200, headers: quoting(quotation, "application/json") }),
  ),
  answering(
    "200 with what is too large",
    (quotation) =>
      new Response(JSON.stringify(quotingJson(quotation)), { headers: quotingHeaders(quotation) }),
    { client: { maxResponseBytes: 100 } },
  ),
  answering("400 with what is too large", (quotation) => jsonAnswer(400, quotation), {
    client: { maxResponseBytes: 1_000 },
  }),
  ...[302, 307].map((status) =>
    answering(`${status} to a place that quotes the request`, (quotation) => {
      const headers = quoting(quotation, "text/html");
      const values = quotation.secrets.map(({ text }) => encodeURIComponent(text));
      headers.set(
        "location",
        `https://elsewhere.example/?${values.map((value) => `v={{${value}}}`).join("&")}`,
      );
      return new Response(quotingHtml(quotation), { status, headers });
    }),
  ),
  answering("a status line that quotes the request", (quotation) => {
    const statusText = quotation.secrets
      .map(({ text }) => `{{${text}}}`)
      .join(" ")
      .replace(/[^\x20-\x7e]/g, "");
    return new Response("{}", { status: 400, statusText, headers: quotingHeaders(quotation) });
  }),
  answering("what a network error looks like", () => Response.error()),
];
