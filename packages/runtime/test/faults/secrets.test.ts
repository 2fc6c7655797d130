import { ApiClient, basic, type Hooks, logTo } from "@sdkmill/runtime";
import { inspect } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import { answer, echo, fine, resetAfterBody, truncated } from "../fault-answers.ts";
import type { Fault } from "../fault-server.ts";
import { description, startFaults } from "./set-up.ts";
import { callRoute } from "./call-route.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

// With characters that JSON, URLs and HTML write in another way.
const password = `p4ss"w<o>rd&'/ü+%`;
const session = "s3ssion-t0ken";
const key = "k3y-0f-the-pr0ject";

const api = {
  ...description,
  credentials: basic("project", "key"),
  secrets: ["password", "session_token", "X-Session"],
};

/** Any writing of a secret. */
function writingsOf(secret: string): readonly string[] {
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    Buffer.from(secret).toString("base64"),
    secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;"),
  ];
}

const hidden = [
  ...[password, session, key].flatMap(writingsOf),
  Buffer.from(`project-1:${key}`).toString("base64"),
];

describe("a server that sends everything back that came, and other failures, show no secret", () => {
  test.each<[string, Fault]>([
    ["an error as JSON", echo(400, "json")],
    ["an error as HTML", echo(500, "html")],
    ["success as HTML", echo(200, "html")],
    [
      "a redirect with the secret in its address",
      answer(307, { location: `https://x.example/?${encodeURIComponent(password)}` }),
    ],
    [
      "JSON inside of text",
      answer(502, {}, `Upstream said: {"session_token": "${session}", "password":"${password}"`),
    ],
    ["a lost connection", resetAfterBody],
    ["a cut answer", truncated],
  ])("%s", async (_, fault) => {
    const server = await startFaults([fault]);
    const shown: unknown[] = [];
    const write = (...parts: readonly unknown[]): void => void shown.push(...parts);
    const hooks: readonly Hooks[] = [
      { onRequest: write, onResponse: write, onRetry: write, onError: write },
      logTo({ debug: write, info: write, warn: write, error: write }, "debug"),
    ];
    const client = new ApiClient(api, {
      project: "project-1",
      key,
      baseUrl: server.origin,
      allowLoopbackHttp: true,
      hooks,
    });
    const parameters = { password, deep: [{ session_token: session }], name: "Ada" };
    const options = { headers: { "X-Session": session } };
    const error: unknown = await callRoute(client, "POST /call json safe", parameters, options).catch(
      (thrown: unknown) => thrown,
    );
    shown.push(error, error instanceof Error && error.stack, String(error), client);

    expect(error).toBeInstanceOf(Error);
    // What is not to be shown was sent.
    const [sent] = server.whole();
    expect(JSON.parse(sent?.body ?? "")).toStrictEqual(parameters);
    expect(sent?.headers).toMatchObject({ "x-session": session });
    for (const text of shown.flatMap((value) => [
      inspect(value, { depth: Infinity, showHidden: true, getters: true, maxStringLength: Infinity }),
      JSON.stringify(value) ?? "",
      value instanceof Object && "headers" in value && value.headers instanceof Headers
        ? JSON.stringify([...value.headers])
        : "",
    ]))
      expect(hidden.filter((writing) => text.includes(writing))).toStrictEqual([]);
  });
});

test("what is no secret is told: the echo of a name comes through", async () => {
  const server = await startFaults([echo(400, "json"), fine]);
  const client = new ApiClient(api, {
    project: "project-1",
    key,
    baseUrl: server.origin,
    allowLoopbackHttp: true,
  });

  await expect(callRoute(client, "POST /call json", { password, name: "Ada" })).rejects.toMatchObject({
    status: 400,
    type: "echo",
    requestId: "request-1",
    body: { method: "POST", target: "/call", parsed: { name: "Ada", password: "[redacted]" } },
  });
});
