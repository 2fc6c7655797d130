import { createRequire } from "node:module";
import { isDeepStrictEqual } from "node:util";
import { pathToFileURL } from "node:url";
import { authorization, credentials, operations, type Operation } from "./answers.ts";

/** The operations of a client that was made, by their names. */
export type Calls = Readonly<Record<Operation["name"], () => Promise<unknown>>>;

/** Something that calls the API. */
interface Recipe {
  readonly name: string;
  /** Imports what it needs, and gives the function that makes a client for a server. */
  readonly load: () => Promise<(origin: string) => Calls>;
}

export interface Subject {
  readonly name: string;
  readonly calls: Calls;
}

/** The first one is what the others are compared with. */
export const recipes: readonly Recipe[] = [
  {
    name: "fetch",
    load: async () => (origin) =>
      callsOf(async ({ path, parameters }) => {
        const response = await fetch(origin + path, {
          method: "POST",
          headers: { authorization, "content-type": "application/json" },
          body: JSON.stringify(parameters),
        });
        if (!response.ok) throw new Error(`Status ${response.status}.`);
        return response.json();
      }),
  },
  {
    name: "openapi-fetch",
    load: async () => {
      const module = await importFrom("runtime", "openapi-fetch/dist/index.mjs");
      const create = module["default"] as (options: object) => UntypedFetch;
      return (origin) => {
        const client = create({ baseUrl: origin, headers: { authorization } });
        return callsOf(async ({ path, parameters }) => {
          const { data, response } = await client.POST(path, { body: parameters });
          if (!response.ok) throw new Error(`Status ${response.status}.`);
          return data;
        });
      };
    },
  },
  {
    name: "stytch (the vendor's)",
    load: async () => {
      const { B2BClient } = await import("stytch");
      return (origin) => {
        // `custom_base_url` has to be of https; `env` need not, but is warned of, and printing takes time.
        const { warn } = console;
        console.warn = () => undefined;
        const { projectId: project_id, secret } = credentials;
        const client = new B2BClient({ project_id, secret, env: origin });
        console.warn = warn;
        return callsBy({
          authenticate: (parameters) => client.sso.authenticate(parameters as never),
          revoke: (parameters) => client.sessions.revoke(parameters as never),
        });
      };
    },
  },
  {
    name: "sdkmill, namespaced",
    load: async () => {
      const module = await importFrom("stytch-client", "@sdkmill/stytch-client");
      const create = module["createStytch"] as (options: object) => NamespacedClient;
      return (origin) => {
        const { b2b } = create(ownOptions(origin));
        return callsBy({
          authenticate: (parameters) => b2b.sso.authenticate(parameters),
          revoke: (parameters) => b2b.sessions.revoke(parameters),
        });
      };
    },
  },
  {
    name: "sdkmill, single functions",
    load: async () => {
      const core = await importFrom("stytch-client", "@sdkmill/stytch-client/core");
      const create = core["createStytchCore"] as (options: object) => object;
      const functions = await importFrom("stytch-client", "@sdkmill/stytch-client/operations");
      const authenticate = functions["b2bSsoAuthenticate"] as SingleFunction;
      const revoke = functions["b2bSessionsRevoke"] as SingleFunction;
      return (origin) => {
        const client = create(ownOptions(origin));
        return callsBy({
          authenticate: (parameters) => authenticate(client, parameters),
          revoke: (parameters) => revoke(client, parameters),
        });
      };
    },
  },
];

interface UntypedFetch {
  POST(path: string, init: object): Promise<{ readonly data?: unknown; readonly response: Response }>;
}

type Method = (parameters: object) => Promise<unknown>;
type SingleFunction = (client: object, parameters: object) => Promise<unknown>;

interface NamespacedClient {
  readonly b2b: {
    readonly sso: { readonly authenticate: Method };
    readonly sessions: { readonly revoke: Method };
  };
}

/** Makes a client of each. Throws where one does not give what the server answers: it would have no time. */
export async function makeSubjects(origin: string): Promise<readonly Subject[]> {
  const subjects: Subject[] = [];
  for (const { name, load } of recipes) {
    const calls = (await load())(origin);
    for (const operation of operations)
      if (!isDeepStrictEqual(await calls[operation.name](), operation.answer))
        throw new Error(`${name} gives another answer to ${operation.name}.`);
    subjects.push({ name, calls });
  }
  return subjects;
}

function ownOptions(origin: string): object {
  return { ...credentials, baseUrl: origin, allowLoopbackHttp: true };
}

function callsOf(send: (operation: Operation) => Promise<unknown>): Calls {
  return Object.fromEntries(operations.map((operation) => [operation.name, () => send(operation)])) as Calls;
}

function callsBy(methods: Readonly<Record<Operation["name"], Method>>): Calls {
  return callsOf(({ name, parameters }) => methods[name](parameters));
}

/** Imports what a package of the workspace can: the root does not depend on the packages that it makes. */
async function importFrom(folder: string, specifier: string): Promise<Readonly<Record<string, unknown>>> {
  const consumer = createRequire(new URL(`../../packages/${folder}/package.json`, import.meta.url));
  return (await import(pathToFileURL(consumer.resolve(specifier)).href)) as Readonly<Record<string, unknown>>;
}
