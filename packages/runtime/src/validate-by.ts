import { notifier } from "./notifier.js";
import { printable } from "./printable.js";
import { ValidationError, type ValidationIssue } from "./validation-error.js";
import type { Validation } from "./validation.js";

/** What becomes of a value that is not valid. */
export type ValidationManner = "off" | "warn" | "throw";

/** What is to be held against the contract. */
export interface ValidationOptions {
  /** The body, before anything is sent. `off`. */
  readonly requests?: ValidationManner | undefined;
  /** What an operation answered with success. `off`. */
  readonly responses?: ValidationManner | undefined;
}

/** The part of a validator that is used here. */
export interface Validator {
  issues(value: unknown): readonly ValidationIssue[];
}

/** What loads the validators of one operation, each of them by itself. */
export interface OperationValidators {
  readonly request?: () => Promise<Validator>;
  readonly response?: () => Promise<Validator>;
}

/**
 * Holds requests and responses against the validators of their operations. Only those that are asked for are
 * loaded, and before anything is sent: where that fails, nothing has been done yet.
 *
 * @param table by operation: `POST /v1/users`
 */
export function validateBy(
  { requests = "off", responses = "off" }: ValidationOptions,
  table: Readonly<Record<string, OperationValidators>>,
): Validation {
  const manners = { request: requests, response: responses };
  const load = async (
    operation: string,
    subject: keyof OperationValidators,
  ): Promise<Validator | undefined> =>
    manners[subject] === "off" ? undefined : own(own(table, operation) ?? {}, subject)?.();
  return {
    async check(event, value, hooks) {
      const { subject, operation } = event;
      const [validator] = await Promise.all([
        value === undefined ? undefined : load(operation, subject),
        subject === "request" ? load(operation, "response") : undefined,
      ]);
      const issues = validator?.issues(value) ?? [];
      const [first] = issues;
      if (first === undefined) return;
      const message = `The ${subject} of ${operation} is not valid`;
      if (manners[subject] === "throw") {
        const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
        throw new ValidationError(`${message}: ${first.pointer} ${first.message}${more}`, {
          operation,
          subject,
          issues,
        });
      }
      notifier(hooks)("onInvalid", { ...event, issues });
      if (hooks.some(({ onInvalid }) => onInvalid !== undefined)) return;
      const places = issues.map(({ pointer, keyword }) => `${printable(pointer) || "/"} (${keyword})`);
      // oxlint-disable-next-line no-console -- a warning was asked for, and there is no hook that takes it
      console.warn(`${message}: ${places.join(", ")}`);
    },
  };
}

/** No property of a prototype counts, whatever an operation is called. */
function own<Values extends object, Name extends keyof Values>(
  values: Values,
  name: Name,
): Values[Name] | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
