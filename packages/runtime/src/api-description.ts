import type { CredentialScheme } from "./credentials.js";

/** What a generated client knows of its API besides the operations. */
export interface ApiDescription {
  /** How error messages call the API. */
  readonly name: string;
  /** The URL of the server that the options of the client, its credentials above all, belong to. */
  readonly server?: ((options: Readonly<Record<string, unknown>>) => string) | undefined;
  readonly credentials?: CredentialScheme | undefined;
  /** The property of every answer that carries the id of the request. */
  readonly requestId?: string | undefined;
  /** The properties of a failed answer that say its type; the first one that is there counts. */
  readonly errorType?: readonly string[];
  /** Types of failed answers that are the same again, however long one waits. */
  readonly notRetried?: readonly string[];
  /** Names of properties and headers whose values are never told, besides those that a route names. */
  readonly secrets?: readonly string[];
}
