import type { ApiDescription } from "./api-description.js";
import type { ClientCore } from "./client-core.js";
import type { ClientOptions } from "./client-options.js";
import { setHeaders } from "./header-value.js";
import { refuse } from "./refuse.js";
import { sender } from "./send.js";
import { readServers } from "./servers.js";

/** A client of one API. The operations are functions that take it as their first argument. */
export class ApiClient {
  readonly #core: ClientCore;

  /** @throws {TypeError} if a credential or an option is missing or can not be used */
  constructor(description: ApiDescription, options: ClientOptions & Readonly<Record<string, unknown>>) {
    if (description.credentials && !options.dangerouslyAllowBrowser && "document" in globalThis)
      refuse("option `dangerouslyAllowBrowser`");
    const send = sender(description, options);
    const serverOf = readServers(description, options);
    this.#core = {
      description,
      serverOf,
      headers: setHeaders(new Headers(), options.headers),
      send,
      respond: send,
    };
  }

  /** Used by operations; a method would stand among the namespaces of the API. */
  static coreOf(client: ApiClient): ClientCore {
    return client.#core;
  }
}
