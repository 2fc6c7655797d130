/** Thrown by `assert`: what is wrong, place by place. Its message tells the first. */
export class ValidationError extends TypeError {
  constructor(issues) {
    const [{ pointer, message }] = issues;
    const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
    super(`${pointer || "The value"} ${message}${more}`);
    this.name = "ValidationError";
    this.issues = issues;
  }
}

/** Makes a validator of the two functions of a check. */
export function createValidator(is, tell) {
  const issuesOf = (value, { limit = Infinity } = {}) => {
    const issues = [];
    if (!is(value)) tell({ value, path: [], issues, limit });
    return issues;
  };
  const validate = (value) => (is(value) ? { value } : { issues: issuesOf(value) });
  return Object.assign(validate, {
    is,
    assert: (value) => {
      if (!is(value)) throw new ValidationError(issuesOf(value));
      // tRPC takes what `assert` returns for the input.
      return value;
    },
    issues: issuesOf,
    "~standard": { version: 1, vendor: "sdkmill", validate },
  });
}
