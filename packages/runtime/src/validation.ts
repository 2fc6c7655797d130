import type { CallEvent, Hooks } from "./hooks.js";

/** Holds values against the contract. */
export interface Validation {
  /**
   * @param value undefined for none
   * @param hooks are told what is wrong, where that is not to be thrown
   * @throws {ValidationError}
   */
  check(
    event: CallEvent & { readonly subject: "request" | "response" },
    value: unknown,
    hooks: readonly Hooks[],
  ): Promise<void>;
}
