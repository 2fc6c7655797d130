import { vi } from "vitest";

/** The timers of the code under test, in the hand of the test: no test waits, and none depends on how fast it is. */
export interface HeldTimers {
  /** The delays of timers that were set, and neither fired nor cleared. */
  readonly waiting: readonly number[];
  /** The delays of sleeps: they were over at once. */
  readonly slept: readonly number[];
  /** Fires the timer that is over first. */
  readonly fire: () => void;
}

/**
 * Timers that are not the client's, and left as they are: Node's `fetch` hands arguments to its own, or looks at them
 * each 499 ms; servers have short ones.
 */
function isOfOthers(delay: number, rest: readonly unknown[]): boolean {
  return rest.length > 0 || delay === 499 || delay < 100;
}

/**
 * Takes `setTimeout` over; `vi.restoreAllMocks()` gives it back.
 *
 * @param isSleep which timers are sleeps
 */
export function holdTimers(isSleep: (delay: number) => boolean = (delay) => delay < 10_000): HeldTimers {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const held = new Map<unknown, { readonly delay: number; readonly run: () => void }>();
  const slept: number[] = [];
  vi.spyOn(globalThis, "setTimeout").mockImplementation((run, delay = 0, ...rest) => {
    if (isOfOthers(delay, rest)) return set(run, delay, ...rest);
    if (isSleep(delay)) {
      slept.push(delay);
      return set(run, 0);
    }
    // A timer that never fires is a handle to clear as good as any.
    const timer = set(() => undefined, 2_147_483_647).unref();
    held.set(timer, { delay, run });
    return timer;
  });
  vi.spyOn(globalThis, "clearTimeout").mockImplementation((timer) => {
    held.delete(timer);
    clear(timer);
  });
  return {
    get waiting() {
      return [...held.values()].map(({ delay }) => delay);
    },
    slept,
    fire: () => {
      // With middleware, there is one for the whole of it too.
      const [first, ...others] = [...held].toSorted(([, a], [, b]) => a.delay - b.delay);
      if (first === undefined || others.length > 1) throw new Error(`${held.size} timers wait.`);
      held.delete(first[0]);
      first[1].run();
    },
  };
}
