/** One thing that is wrong with a value. */
export interface Issue {
  /** JSON Pointer (RFC 6901) of the place: `/member/roles/0/role_id`. */
  readonly pointer: string;
  /** The same place as the steps to it. */
  readonly path: readonly (string | number)[];
  /** The JSON Schema keyword that the value does not satisfy. */
  readonly keyword: string;
  /** What is expected there, and what came; of a secret no more than its type. */
  readonly message: string;
  /** The description of the schema that is not met, where the package was generated with `issueDescriptions`. */
  readonly description?: string | undefined;
}

/** Standard Schema v1, https://standardschema.dev. */
export interface StandardSchema<T> {
  readonly version: 1;
  readonly vendor: "sdkmill";
  readonly validate: (value: unknown) => ValidationResult<T>;
  readonly types?: { readonly input: T; readonly output: T } | undefined;
}

/** What validating gives: the value itself, or what is wrong with it. */
export type ValidationResult<T> =
  { readonly value: T; readonly issues?: undefined } | { readonly issues: readonly Issue[] };

/** Validates values of one type. Called as a function, it gives the value or the issues. */
export interface Validator<T> {
  (value: unknown): ValidationResult<T>;
  /** Whether the value is valid. */
  is(value: unknown): value is T;
  /** Throws a {@link ValidationError} if the value is not valid. */
  assert(value: unknown): asserts value is T;
  /** What is wrong with the value, at most `limit` things, one at least; empty if it is valid. */
  issues(value: unknown, options?: { readonly limit?: number | undefined }): readonly Issue[];
  readonly "~standard": StandardSchema<T>;
}

/** Thrown by `assert`: what is wrong, place by place. Its message tells the first. */
export declare class ValidationError extends TypeError {
  readonly name: "ValidationError";
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[]);
}

export declare function createValidator<T>(
  is: (value: unknown) => boolean,
  tell: (place: object) => boolean,
): Validator<T>;
