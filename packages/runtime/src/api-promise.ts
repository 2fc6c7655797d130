/** An answer with what came besides it. */
export interface ApiResponse<Data> {
  readonly data: Data;
  readonly status: number;
  readonly headers: Headers;
  /** The id that the API gave the request, if it said one. */
  readonly requestId: string | undefined;
  /** How often the call was sent. */
  readonly attempts: number;
}

/** The promise of an answer. */
export interface ApiPromise<Data> extends Promise<Data> {
  /** The same answer with its status, headers and request id. */
  withResponse(): Promise<ApiResponse<Data>>;
}

/** Makes the promise of an answer out of that of a whole response. */
export function apiPromise<Data>(response: Promise<ApiResponse<Data>>): ApiPromise<Data> {
  const answer = response.then(({ data }) => data);
  return Object.assign(answer, {
    withResponse: () => {
      // Who waits for the response hears of a failure there.
      answer.catch(() => undefined);
      return response.then((whole) => whole);
    },
  });
}
