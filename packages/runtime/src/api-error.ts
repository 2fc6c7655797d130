/** What an {@link ApiError} is made of. */
export interface ApiErrorDetails<Body> {
  readonly operation: string;
  readonly status: number;
  readonly headers: Headers;
  readonly requestId: string | undefined;
  readonly body: Body | undefined;
  readonly text: string | undefined;
}

/**
 * The API answered, but not with success, or not with what it promised. Holds what came back and
 * nothing of what was sent.
 */
export class ApiError<Body = unknown> extends Error {
  override readonly name = "ApiError";
  /** HTTP method and path template of the operation: `POST /v1/users/{user_id}`. */
  readonly operation: string;
  /** HTTP status code. */
  readonly status: number;
  readonly headers: Headers;
  /** The id that the API gave the request, if it said one. */
  readonly requestId: string | undefined;
  /** The body of the answer, if it was JSON (and not just a string). */
  readonly body: Body | undefined;
  /** The beginning of the answer, if it was something else: the page of a proxy, say. */
  readonly text: string | undefined;

  constructor(message: string, details: ApiErrorDetails<Body>) {
    super(message);
    this.operation = details.operation;
    this.status = details.status;
    this.headers = details.headers;
    this.requestId = details.requestId;
    this.body = details.body;
    this.text = details.text;
  }
}
