import { ApiClient, bearer, bindOperations, type OperationTree } from "@sdkmill/runtime";
import type { Client, Middleware } from "openapi-fetch";
import { vi } from "vitest";
import { describeApi, type TestOptions } from "./sent-request.ts";

/** What openapi-fetch's methods give, whatever their types say. */
export interface Result {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

type Method = (path: string, init?: object) => Promise<Result>;
type AnyFetch = Readonly<Record<"GET" | "POST" | "HEAD" | "DELETE", Method>> &
  Pick<Client<object>, "use" | "eject">;

export interface Bound {
  readonly $fetch: AnyFetch;
  readonly read: (parameters?: object) => Promise<unknown>;
  readonly write: (parameters?: object, options?: object) => Promise<unknown>;
  readonly track: (parameters?: object) => Promise<unknown>;
}

/** A request that reached `fetch`. */
export interface Seen {
  readonly method: string | undefined;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

const tree: OperationTree = {
  read: "GET /things/{id}?tag",
  write: "POST /things json safe",
  track: "POST /track json @https://telemetry.example/base",
};

type Step = Response | Error | ((seen: Seen) => Response);

interface Stage {
  readonly client: Bound;
  readonly sent: readonly Seen[];
}

/** A client whose `fetch` gives these, one after the other, then success. */
export function bind(
  steps: readonly Step[] = [],
  middleware: readonly Middleware[] = [],
  options: TestOptions = {},
): Stage {
  vi.spyOn(Math, "random").mockReturnValue(0);
  const sent: Seen[] = [];
  const client = new ApiClient(
    describeApi({ credentials: bearer("token"), secrets: ["password", "x-session"] }),
    {
      token: "hidden-key",
      fetch: async (url, { method, headers, body }) => {
        const request = { method, url, headers: new Headers(headers), body: await new Response(body).text() };
        const step = steps[sent.length] ?? Response.json({ ok: true });
        sent.push(request);
        if (step instanceof Error) throw step;
        return step instanceof Response ? step : step(request);
      },
      ...options,
    },
  );
  return { client: bindOperations(client, tree, { ...options, middleware }) as unknown as Bound, sent };
}

/** An answer that is worth another attempt. */
export const busy = (): Response => new Response("busy", { status: 503 });
