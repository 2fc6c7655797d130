/** The longest time that a timer can be set to: 2^31 - 1 ms. */
const MAX_TIMER = 2_147_483_647;

/**
 * Waits for work that has begun, but not longer than it may take, nor than the caller wants it.
 *
 * @param signal the caller's; its reason is thrown as soon as it is aborted
 * @param milliseconds after which `end` is called, to settle the promise; from 2^31 on never
 * @param work none to wait for the time alone
 */
export function within<T>(
  signal: AbortSignal | undefined,
  milliseconds: number,
  end: (resolve: (value: T) => void, reject: (reason: unknown) => void) => void,
  work?: Promise<T>,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let abort = (): void => undefined;
  return new Promise<T>((resolve, reject) => {
    abort = () => reject(signal?.reason);
    if (signal?.aborted) abort();
    signal?.addEventListener("abort", abort);
    if (milliseconds <= MAX_TIMER) timer = setTimeout(() => end(resolve, reject), milliseconds);
    work?.then(resolve, reject);
  }).finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  });
}
