/** What a generated client knows of its API besides the operations. */
export interface ApiDescription {
  /** How error messages call the API. */
  readonly name: string;
  /** The first one whose condition holds is taken; if none does, the first one without a condition. */
  readonly servers: readonly ApiServer[];
  /** Operations that have a server of their own: `POST /path/{template}` → URL. */
  readonly routes: Readonly<Record<string, string>>;
  readonly credentials: CredentialScheme | undefined;
  /** The property of every answer that carries the id of the request. */
  readonly requestId: string | undefined;
}

export interface ApiServer {
  readonly url: string;
  /** Holds if the credential of this name matches the regular expression. */
  readonly when?: { readonly credential: string; readonly pattern: string };
}

/** Which options of the client are credentials, and how they are sent. */
export type CredentialScheme =
  | { readonly kind: "basic"; readonly username: string; readonly password: string }
  | { readonly kind: "bearer"; readonly token: string }
  | {
      readonly kind: "apiKey";
      readonly key: string;
      readonly in: "header" | "query";
      readonly parameter: string;
    };
