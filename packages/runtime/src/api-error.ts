import { ClientError, type ClientErrorDetails } from "./client-error.js";

/** What an {@link ApiError} is made of. */
export interface ApiErrorDetails<Body, Type> extends ClientErrorDetails {
  readonly status: number;
  readonly headers: Headers;
  readonly requestId: string | undefined;
  readonly type: Type | undefined;
  readonly body: Body | undefined;
  readonly text: string | undefined;
}

/** The API answered, but not with success, or not with what it promised. */
export class ApiError<Body = unknown, Type extends string = string> extends ClientError<
  ApiErrorDetails<Body, Type>
> {
  static {
    this.prototype.name = "ApiError";
  }
  /** HTTP status code. */
  declare readonly status: number;
  /** The headers of the answer but for cookies; secrets that were sent are `[redacted]`. */
  declare readonly headers: Headers;
  /** The id that the API gave the request, if it said one. */
  declare readonly requestId: string | undefined;
  /** The API's own name for what is wrong: `too_many_requests`. */
  declare readonly type: Type | undefined;
  /** The body of the answer, if it was JSON (and not just a string); secrets are `[redacted]`. */
  declare readonly body: Body | undefined;
  /** The beginning of the answer, if it was something else: the page of a proxy, say. */
  declare readonly text: string | undefined;
}

/**
 * Whether something that was thrown is an answer without success.
 *
 * @param type of this type only
 */
export function isApiError(error: unknown, type?: string): error is ApiError {
  return error instanceof ApiError && (type === undefined || error.type === type);
}
