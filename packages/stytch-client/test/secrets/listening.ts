import { vi } from "vitest";
import { type Case, leaksIn, type Leak, toldByCall } from "./outcome.ts";
import { toldBy } from "./told-texts.ts";

/** What was said on the console, and to the process. */
const said: unknown[] = [];
const hear = (...given: readonly unknown[]): void => void said.push(given);

/** Takes what is said from now on, and makes every pause before a call is sent again as short as it can be. */
export function listen(): void {
  for (const method of ["log", "info", "warn", "error", "debug", "trace"] as const)
    vi.spyOn(console, method).mockImplementation(hear);
  process.on("warning", hear);
  process.on("unhandledRejection", hear);
  vi.spyOn(Math, "random").mockReturnValue(0);
}

export function stopListening(): void {
  vi.restoreAllMocks();
  process.off("warning", hear);
  process.off("unhandledRejection", hear);
}

/** Calls one after the other, and looks for secrets in what comes out of them and in what is said meanwhile. */
export async function leaksOfAll(cases: readonly Case[]): Promise<readonly Leak[]> {
  const leaks: Leak[] = [];
  said.length = 0;
  for (const one of cases) {
    const { told, secrets } = await toldByCall(one);
    // What is left to be said is said by then.
    await new Promise((resolve) => setImmediate(resolve));
    leaks.push(...leaksIn([...told, ...toldBy("console", said.splice(0))], secrets, one));
  }
  return leaks;
}
