import { notifier } from "./notifier.js";
import { ValidationError, type ValidationIssue } from "./validation-error.js";
import type { Validation } from "./validation.js";

/** What becomes of a value that is not valid. */
export type ValidationManner = "off" | "warn" | "throw";

/** What is to be held against the contract. */
export interface ValidationOptions {
  /** Before anything is sent. `off`. */
  readonly requests?: ValidationManner | undefined;
  /** What an operation answered with success. `off`. */
  readonly responses?: ValidationManner | undefined;
}

/** The part of a validator that is used here. */
export interface Validator {
  issues(value: unknown): readonly ValidationIssue[];
}

/** The validators of one operation. */
export interface OperationValidators {
  readonly request?: Validator;
  readonly response?: Validator;
}

/**
 * Holds requests and responses against the validators of their operations.
 *
 * @param load gives the validators of `POST /v1/users`, when they are first needed; undefined if it has none
 */
export function validateBy(
  { requests = "off", responses = "off" }: ValidationOptions,
  load: (operation: string) => Promise<OperationValidators> | undefined,
): Validation {
  return {
    async check(event, value, hooks) {
      const { subject, operation } = event;
      const manner = subject === "request" ? requests : responses;
      if (manner === "off" || value === undefined) return;
      const issues = (await load(operation))?.[subject]?.issues(value) ?? [];
      const [first] = issues;
      if (first === undefined) return;
      const message = `The ${subject} of ${operation} is not valid`;
      if (manner === "throw") {
        const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
        throw new ValidationError(`${message}: ${first.pointer} ${first.message}${more}`, {
          operation,
          subject,
          issues,
        });
      }
      notifier(hooks)("onInvalid", { ...event, issues });
      if (hooks.some(({ onInvalid }) => onInvalid !== undefined)) return;
      const places = issues.map(({ pointer, keyword }) => `${pointer || "/"} (${keyword})`).join(", ");
      // oxlint-disable-next-line no-console -- a warning was asked for, and there is no hook that takes it
      console.warn(`${message}: ${places}`);
    },
  };
}
