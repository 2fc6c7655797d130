import type { RetryClass } from "./retry-class.js";

/** Headers by name: those that the operation knows, those that it needs, and any other. */
type CallHeaders<Known extends string, Needed extends string> = Readonly<
  Record<string, string | undefined>
> & {
  readonly [Name in Known]?: string | undefined;
} & { readonly [Name in Needed]: string };

/** What a call takes besides its parameters. What is not said is as for the client. */
export type CallOptions<Known extends string = never, Needed extends string = never> = {
  /** Aborts the call, at any moment. It then throws the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for the whole call. */
  readonly timeout?: number | undefined;
  /** Milliseconds for one attempt. */
  readonly attemptTimeout?: number | undefined;
  readonly maxRetries?: number | undefined;
  /** Takes the place of what the contract says of the operation. */
  readonly retry?: RetryClass | undefined;
} & ([Needed] extends [never]
  ? {
      /** Sent with this request, besides those of the client. */
      readonly headers?: CallHeaders<Known, never> | undefined;
    }
  : {
      /** Sent with this request, besides those of the client. */
      readonly headers: CallHeaders<Known, Needed>;
    });
