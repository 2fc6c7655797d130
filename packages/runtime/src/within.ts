/** The longest time that a timer can be set to: 2^31 - 1 ms. */
const MAX_TIMER = 2_147_483_647;

/**
 * Waits for work that has begun, but not longer than it may take, nor than the caller wants it.
 *
 * @param signal the caller's; its reason is thrown as soon as it is aborted
 * @param milliseconds from 2^31 on without end
 * @param work none to wait for the time alone
 * @param late gives the result when the time is over
 */
export function within<T, L>(
  signal: AbortSignal | undefined,
  milliseconds: number,
  work?: Promise<T>,
  late?: () => L,
): Promise<T | L> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let abort: () => void;
  return new Promise<T | L>((resolve, reject) => {
    abort = () => reject(signal?.reason);
    if (signal?.aborted) abort();
    signal?.addEventListener("abort", abort);
    // What is no number is over at once.
    if (!(milliseconds > MAX_TIMER)) timer = setTimeout(() => resolve(late?.() as L), milliseconds);
    work?.then(resolve, reject);
  }).finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  });
}
