import { createStytch, type Hooks, logTo } from "@sdkmill/stytch-client";
import * as vendor from "stytch";
import { expect, expectTypeOf, vi } from "vitest";
import { fine, json } from "../../../../runtime/test/fault-answers.ts";
import { startBoth, vendorClients, type VendorConfig } from "../both-clients.ts";
import { failureOf } from "../failure-of.ts";
import type { Line } from "../line.ts";
import { apiFailure, fineUser, unavailable, user, userId } from "../samples.ts";
import { vendorMethodsOf } from "../../wire/vendor-methods.ts";

/** All that the vendor's clients take: nothing of what is looked for here. */
type VendorOption =
  "project_id" | "secret" | "env" | "timeout" | "dispatcher" | "fraud_env" | "custom_base_url";

export const observing: readonly Line[] = [
  {
    what: "status, headers and request id of a success",
    ours: "`withResponse()`",
    theirs: "what the body says of them, no headers",
    check: async () => {
      const { ours, theirs } = await startBoth([json(200, user, { "x-more": "1" })]);

      const { data, status, headers, requestId, attempts } = await ours.client.users
        .get(userId)
        .withResponse();
      expect([data, status, requestId, attempts]).toStrictEqual([user, 200, "request-1", 1]);
      expect(headers.get("x-more")).toBe("1");
      expect(await theirs.client.users.get(userId)).toStrictEqual(user);
    },
  },
  {
    what: "hooks are told of each request, answer, retry and error",
    ours: "`onRequest`, `onResponse`, `onRetry`, `onError`",
    theirs: "none",
    check: async () => {
      const told: string[] = [];
      const hooks: Hooks = {
        onRequest: ({ operation }) => void told.push(`request ${operation}`),
        onResponse: ({ status, requestId }) => void told.push(`response ${status} ${requestId}`),
        onRetry: ({ attempt, delay }) => void told.push(`retry ${attempt} ${delay}`),
        onError: ({ attempt }) => void told.push(`error ${attempt}`),
      };
      const { ours, theirs } = await startBoth([unavailable, apiFailure(404, "user_not_found")], { hooks });

      await failureOf(ours.client.users.get(userId));
      expect(told.splice(0)).toStrictEqual([
        "request GET /v1/users/{user_id}",
        "response 503 request-1",
        "retry 1 0",
        "request GET /v1/users/{user_id}",
        "response 404 request-1",
        "error 2",
      ]);
      // @ts-expect-error -- there is no such option
      const { client } = vendorClients({ env: theirs.server.origin, hooks });
      await failureOf(client.users.get(userId));
      expect(told).toStrictEqual([]);
      expectTypeOf<keyof VendorConfig>().toEqualTypeOf<VendorOption>();
    },
  },
  {
    what: "a header can be added, for tracing say",
    ours: "for the client, a call or an attempt",
    theirs: "no",
    check: async () => {
      const headers = { "x-client": "1" };
      const hooks: Hooks = { onRequest: ({ attempt }) => ({ "x-attempt": `${attempt}` }) };
      const { ours, theirs } = await startBoth([fine], { headers, hooks });

      await ours.client.users.get(userId, { headers: { "x-call": "1" } });
      expect(ours.server.whole()).toMatchObject([
        { headers: { "x-client": "1", "x-call": "1", "x-attempt": "1" } },
      ]);
      // @ts-expect-error -- there is no such option
      const { client } = vendorClients({ env: theirs.server.origin, headers });
      // @ts-expect-error -- there is no such parameter
      await client.users.get(userId, { headers });
      const [sent] = theirs.server.whole();
      expect(Object.keys(sent?.headers ?? {}).filter((name) => name.startsWith("x-"))).toStrictEqual([]);
    },
  },
  {
    what: "a log has levels",
    ours: "`logTo(console, level)`: debug, info, warn, error",
    theirs: "writes none",
    check: async () => {
      const lines: string[] = [];
      const levels = ["debug", "info", "warn", "error"] as const;
      const sinkOf = (least: string) => {
        const writers = levels.map((at) => [at, (line: string) => lines.push(`${least}: ${at} ${line}`)]);
        return Object.fromEntries(writers) as Record<(typeof levels)[number], (line: string) => unknown>;
      };
      const hooks = levels.map((level) => logTo(sinkOf(level), level));
      const { ours, theirs } = await startBoth([unavailable, apiFailure(404, "user_not_found")], { hooks });
      const written = levels.map((level) => vi.spyOn(console, level));

      await failureOf(ours.client.users.get(userId));
      const counts = levels.map((level) => lines.filter((line) => line.startsWith(`${level}:`)).length);
      // Two attempts, two answers, one retry, one call that failed.
      expect(counts).toStrictEqual([6, 4, 2, 1]);
      expect(lines.filter((line) => line.startsWith("error:"))).toMatchObject([
        expect.stringMatching(/^error: error #1\.2 GET \/v1\/users\/\{user_id\} failed .* user_not_found$/),
      ]);
      await failureOf(theirs.client.users.get(userId));
      for (const one of written) expect(one).not.toHaveBeenCalled();
    },
  },
  {
    what: "an endpoint without a method is called with the same credentials and retries",
    ours: "`$fetch`",
    theirs: "no way to",
    check: async () => {
      const { ours, theirs } = await startBoth([unavailable, fineUser]);

      const { data } = await ours.client.$fetch.GET("/v1/new" as "/v1/projects/metrics");
      expect(data).toStrictEqual(user);
      const sent = ours.server.whole("/v1/new");
      expect(sent).toHaveLength(2);
      await failureOf(theirs.client.users.get(userId));
      expect(sent[1]?.headers.authorization).toBe(theirs.server.whole()[0]?.headers.authorization);

      const generic = /(?:^|\.)(?:request|fetch|call|send|raw|get|post|put|delete)$/i;
      const own = Object.keys(createStytch({ projectId: "project-test-1", secret: "secret-test-1" }));
      expect(own).toContain("$fetch");
      expect(Object.keys(vendor).filter((name) => generic.test(name))).toStrictEqual([]);
      const methods = Object.entries(vendorClients({})).flatMap(([name, one]) => vendorMethodsOf(one, name));
      const direct = methods.filter(({ name }) => name.split(".").length === 2);
      expect(methods.length).toBeGreaterThan(180);
      expect(direct).toStrictEqual([]);
    },
  },
  {
    what: "middleware sees requests and answers",
    ours: "openapi-fetch's",
    theirs: "none",
    check: async () => {
      const seen: string[] = [];
      const onResponse = ({
        schemaPath,
        response,
      }: {
        readonly schemaPath: string;
        readonly response: Response;
      }) => void seen.push(`${schemaPath} ${response.status}`);
      const { ours, theirs } = await startBoth([fineUser], { middleware: [{ onResponse }] });

      await ours.client.users.get(userId);
      expect(seen.splice(0)).toStrictEqual(["/v1/users/{user_id} 200"]);
      // @ts-expect-error -- there is no such option
      const { client } = vendorClients({ env: theirs.server.origin, middleware: [{ onResponse }] });
      await client.users.get(userId);
      expect(seen).toStrictEqual([]);
    },
  },
];
