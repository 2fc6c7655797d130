/** Thrown by `assert`: what is wrong, place by place. Holds no value that was checked. */
export class ValidationError extends TypeError {
  name = "ValidationError";

  constructor(issues) {
    const [first] = issues;
    const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
    super(
      first === undefined
        ? "The value is not valid."
        : `${first.pointer || "The value"}: ${first.message}${more}`,
    );
    this.issues = issues;
  }
}

/** Makes a validator of a compiled check: a function that leaves what it found in its `errors`. */
export function createValidator(check) {
  const is = (value) => check(value);
  const issuesOf = (value, { limit = Infinity } = {}) => {
    if (check(value)) return [];
    const issues = check.errors.map((error) => toIssue(value, error));
    const mistyped = new Set(
      issues.filter(({ keyword }) => keyword === "type").map(({ pointer }) => pointer),
    );
    // The format of a value of the wrong type is not worth a word. A value that is not valid has an issue.
    return issues
      .filter(({ keyword, pointer }) => keyword !== "format" || !mistyped.has(pointer))
      .slice(0, Math.max(1, limit));
  };
  const assert = (value) => {
    if (!check(value)) throw new ValidationError(issuesOf(value));
  };
  const validate = (value) => (check(value) ? { value } : { issues: issuesOf(value) });
  const standard = { version: 1, vendor: "sdkmill", validate };
  return Object.assign((value) => validate(value), { is, assert, issues: issuesOf, "~standard": standard });
}

/** The property that an error is about, where it is not the value at `instancePath` itself. */
const aboutProperty = ["missingProperty", "additionalProperty", "unevaluatedProperty", "propertyName"];

function toIssue(value, { instancePath, keyword, message, params, propertyName }) {
  const about = aboutProperty.map((name) => params[name]).find((name) => name !== undefined) ?? propertyName;
  const pointer =
    about === undefined
      ? instancePath
      : `${instancePath}/${about.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  return { pointer, path: pathOf(value, pointer), keyword, message: describe(keyword, message, params) };
}

function describe(keyword, message, params) {
  switch (keyword) {
    case "required":
      return "is required";
    case "additionalProperties":
    case "unevaluatedProperties":
      return "is not a known property";
    case "enum":
      return `must be one of ${params.allowedValues.map((allowed) => JSON.stringify(allowed)).join(", ")}`;
    case "const":
      return `must be ${JSON.stringify(params.allowedValue)}`;
    default:
      return message;
  }
}

/** The tokens of a JSON Pointer; indices of arrays as numbers, as Standard Schema wants them. */
function pathOf(value, pointer) {
  let current = value;
  return pointer
    .split("/")
    .slice(1)
    .map((token) => {
      const key = token.replaceAll("~1", "/").replaceAll("~0", "~");
      const step = Array.isArray(current) ? Number(key) : key;
      current =
        typeof current === "object" && current !== null && Object.hasOwn(current, key)
          ? current[key]
          : undefined;
      return step;
    });
}
