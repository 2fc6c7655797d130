/** What every client takes besides its credentials. */
export interface ClientOptions {
  /**
   * Takes the place of the servers of the API: one URL for all of them, or a function from each
   * server's URL to the one to use.
   */
  readonly baseUrl?: string | ((server: string) => string) | undefined;
  /** Takes the place of the global `fetch`. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Headers by name: those that the operation knows, those that it needs, and any other. */
type CallHeaders<Known extends string, Needed extends string> = Readonly<
  Record<string, string | undefined>
> & {
  readonly [Name in Known]?: string | undefined;
} & { readonly [Name in Needed]: string };

/** What a call takes besides its parameters. */
export type CallOptions<Known extends string = never, Needed extends string = never> = {
  /** Aborts the call. */
  readonly signal?: AbortSignal | undefined;
} & ([Needed] extends [never]
  ? {
      /** Sent with this request, besides those of the client. */
      readonly headers?: CallHeaders<Known, never> | undefined;
    }
  : {
      /** Sent with this request, besides those of the client. */
      readonly headers: CallHeaders<Known, Needed>;
    });
