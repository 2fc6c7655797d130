import { processorTime } from "../validators/processor-time.ts";

/** What a number of calls took. */
export interface Sample {
  /** Calls per second on the wall. */
  readonly rate: number;
  /** Milliseconds that half of the calls took at most. */
  readonly p50: number;
  /** Milliseconds that 99 of 100 calls took at most. */
  readonly p99: number;
  /** Milliseconds of the processor for a call, in this process. */
  readonly processor: number;
}

/** Makes calls, so many of them at the same time, and times each. */
export async function timeCalls(
  call: () => Promise<unknown>,
  calls: number,
  inFlight: number,
): Promise<Sample> {
  const latencies: number[] = [];
  let left = calls;
  const callInTurn = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const started = performance.now();
      await call();
      latencies.push(performance.now() - started);
    }
  };
  const [started, used] = [performance.now(), processorTime()];
  await Promise.all(Array.from({ length: inFlight }, callInTurn));
  const processor = (processorTime() - used) / calls;
  const rate = (calls * 1000) / (performance.now() - started);
  latencies.sort((a, b) => a - b);
  return { rate, p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99), processor };
}

function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
