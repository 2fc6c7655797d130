import type { Hooks } from "./hooks.js";

type Observer = Exclude<keyof Hooks, "onRequest">;

/** Tells all hooks of an event. */
export type Notify = <Name extends Observer>(
  name: Name,
  event: Parameters<NonNullable<Hooks[Name]>>[0],
) => void;

/** Makes the function that tells hooks. What they throw changes nothing, so that no answer is lost by it. */
export function notifier(hooks: readonly Hooks[]): Notify {
  return (name, event) =>
    hooks.forEach(async (hook) => {
      try {
        await hook[name]?.(event as never);
      } catch (thrown) {
        // oxlint-disable-next-line no-console -- there is no one else to tell
        console.error(thrown);
      }
    });
}
