import type { ValidationError, Validator } from "@sdkmill/stytch-validators";

/** What a validator has to accept, and what it has to refuse. */
export interface Sample {
  /** The name of the validator: `validateMember`. */
  readonly name: string;
  readonly good: readonly unknown[];
  readonly bad: readonly unknown[];
}

/** What the validators answered, as JSON; names of validators where something is wrong with them. */
export interface Findings {
  readonly tried: number;
  readonly missing: readonly string[];
  /** Validators that `is`, `issues`, `assert` or `~standard` of does not say of a value what it should. */
  readonly wrong: readonly string[];
  /** What they find in the bad values, in all. */
  readonly issues: number;
  /** What they say of them, each once: `type /member/name must be string`. */
  readonly messages: readonly string[];
  /** Ways to make code of a text, and what they gave: the name of an error where they are closed. */
  readonly codeFromTexts: Readonly<Record<string, string>>;
}

/**
 * Tries validators on values. It runs where the tests do not: in a Node and in a browser that make no
 * code of texts. So it uses nothing but the language.
 */
export function tryValidators(
  exported: Readonly<Record<string, unknown>>,
  samples: readonly Sample[],
): Findings {
  const known = samples.flatMap((sample) => {
    const validator = exported[sample.name];
    return isValidator(validator) ? [{ ...sample, validator }] : [];
  });
  const found = new Set(known.map(({ name }) => name));
  const issues = known.flatMap(({ validator, bad }) => bad.flatMap((value) => validator.issues(value)));
  const messages = issues.map(({ keyword, pointer, message }) => `${keyword} ${pointer} ${message}`);
  return {
    tried: known.length,
    missing: samples.map(({ name }) => name).filter((name) => !found.has(name)),
    wrong: known
      .filter(
        ({ validator, good, bad }) =>
          !good.every((value) => accepts(validator, value)) ||
          !bad.every((value) => refuses(validator, value)),
      )
      .map(({ name }) => name),
    issues: issues.length,
    messages: [...new Set(messages)].toSorted(),
    codeFromTexts: {
      // oxlint-disable-next-line eslint/no-eval
      eval: outcomeOf(() => (0, eval)("1")),
      Function: outcomeOf(() => new Function("return 1")()),
    },
  };
}

function isValidator(value: unknown): value is Validator<unknown> {
  return typeof value === "function" && "~standard" in value;
}

function accepts(validator: Validator<unknown>, value: unknown): boolean {
  const called = validator(value);
  const standard = validator["~standard"].validate(value);
  return (
    validator.is(value) &&
    validator.issues(value).length === 0 &&
    thrownBy(validator, value) === undefined &&
    [called, standard].every((result) => result.issues === undefined && result.value === value)
  );
}

function refuses(validator: Validator<unknown>, value: unknown): boolean {
  const thrown = thrownBy(validator, value);
  const standard = validator["~standard"].validate(value);
  const counts = [
    validator.issues(value).length,
    validator(value).issues?.length,
    standard.issues?.length,
    thrown?.issues.length,
  ];
  return (
    !validator.is(value) &&
    validator.issues(value, { limit: 1 }).length === 1 &&
    thrown?.name === "ValidationError" &&
    counts.every((count) => count !== undefined && count > 0 && count === counts[0])
  );
}

function thrownBy(validator: Validator<unknown>, value: unknown): ValidationError | undefined {
  try {
    validator.assert(value);
    return undefined;
  } catch (error) {
    return error as ValidationError;
  }
}

function outcomeOf(makeCode: () => unknown): string {
  try {
    return `gave ${String(makeCode())}`;
  } catch (error) {
    return error instanceof Error ? error.name : "threw";
  }
}
