import type { Hooks } from "@sdkmill/stytch-client";
import type { Failure } from "./failure.ts";
import type { PlantedCall } from "./planted-call.ts";
import { quotationOf, quotingJson } from "./quotation.ts";

/** Answers 400 with everything that came. */
const echo =
  ({ secrets }: PlantedCall) =>
  async (url: string, init: RequestInit): Promise<Response> =>
    Response.json(quotingJson(quotationOf(url, init, secrets)), { status: 400 });

const passOn = (event: object): never => {
  throw "error" in event ? event.error : new Error(JSON.stringify(event));
};
const failingObservers: Hooks = { onResponse: passOn, onRetry: passOn, onError: passOn, onInvalid: passOn };

const hooked = (name: string, hooks: (planted: PlantedCall) => Hooks): Failure => ({
  name,
  trial: (planted) => ({ fetch: echo(planted), client: { hooks: hooks(planted) } }),
});

const credential = (name: string, secret: (text: string) => unknown): Failure => ({
  name: `the credential ${name}`,
  trial: (planted) => ({
    fetch: echo(planted),
    client: { secret: (() => secret(planted.credential.text)) as () => string },
  }),
});

/** Calls that fail by what the caller gave or does. */
export const failedCallers: readonly Failure[] = [
  hooked("a hook before the attempt fails", () => ({
    onRequest: () => {
      throw new Error("No.");
    },
  })),
  {
    name: "a hook adds a secret header",
    trial: (planted) => {
      const { "X-Stytch-Member-Session": session, ...headers } = planted.headers;
      const added = session === undefined ? undefined : { "X-Stytch-Member-Session": session };
      return { fetch: echo(planted), headers, client: { hooks: { onRequest: () => added } } };
    },
  },
  hooked("a hook adds a header that no header can be", ({ secrets }) => ({
    onRequest: () => ({ "X-Stytch-Member-Session": `${secrets[0]?.text}\n` }),
  })),
  hooked("hooks that observe fail", () => failingObservers),
  credential("is asked for, and there is none", () => undefined),
  credential("comes with a line end", (text) => `${text}\n`),
  credential("comes as something else", (text) => ({ text, toString: () => text })),
  credential("can not be got", () => Promise.reject(new Error("No."))),
  {
    name: "a path parameter is missing",
    trial: (planted) => ({
      fetch: echo(planted),
      path: Object.fromEntries(Object.keys(planted.path).map((name) => [name, ""])),
    }),
  },
  {
    name: "a body that leads back to itself",
    trial: (planted) => {
      const body: Record<string, unknown> = { ...planted.body };
      body["itself"] = body;
      return { fetch: echo(planted), ...(planted.body && { body }) };
    },
  },
  {
    name: "a body with a number that JSON has not",
    trial: (planted) => ({
      fetch: echo(planted),
      ...(planted.body && { body: { ...planted.body, count: 1n } }),
    }),
  },
  {
    name: "a header that no header can be",
    trial: (planted) => ({
      fetch: echo(planted),
      headers: { ...planted.headers, "X-Stytch-Member-Session": `${planted.secrets[0]?.text}\n` },
    }),
  },
];
