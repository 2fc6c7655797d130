/** Milliseconds for a whole call. */
export const TIMEOUT = 60_000;
/** Milliseconds for one attempt. */
export const ATTEMPT_TIMEOUT = 30_000;
/** 10 MiB. */
export const MAX_RESPONSE_BYTES = 10_485_760;
