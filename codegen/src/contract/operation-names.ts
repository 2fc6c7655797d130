import { isTaken } from "./identifiers.ts";
import { camelCase, pascalCase, words } from "./words.ts";

/** How an operation is called: `client.<namespace…>.<method>(…)`. */
export interface OperationName {
  readonly namespace: readonly string[];
  readonly method: string;
}

/**
 * Derives the public name of an operation from its path, its HTTP method and its operationId alone.
 * The namespace is the path without version and parameters; the method is the last part of the
 * operationId. Where the end of the path only repeats the end of the method's name
 * (`/users/emails/{email_id}`, `DeleteEmail`), it is dropped, but never the whole of the path.
 */
export function operationName(
  path: string,
  httpMethod: string,
  operationId: string | undefined,
): OperationName {
  const steps = path
    .split("/")
    .filter((step) => step !== "" && !step.includes("{") && !/^v\d+([a-z]+\d*)?$/.test(step));
  const given = operationId === undefined ? "" : lastPart(operationId);
  const method = camelCase(given) === "" ? httpMethod : given;

  const tail = words(method).map((word) => word.toLowerCase());
  while (steps.length > 1) {
    const taken = repeatedWords(tail, steps.at(-1) ?? "");
    if (taken === 0) break;
    tail.splice(tail.length - taken);
    steps.pop();
  }
  const namespace = steps.map(camelCase).filter((step) => step !== "");
  const name = identifier(camelCase(method));
  return {
    namespace: namespace.map(identifier),
    method: calledByItself.has(name) ? `${name}Operation` : name,
  };
}

/** Methods that JavaScript calls by itself: of what is awaited, printed, added or serialized. */
const calledByItself = new Set(["then", "toJSON", "toString", "valueOf"]);

function identifier(name: string): string {
  return /^\d/.test(name) ? `_${name}` : name;
}

/** `api_otp_v1_otp_sms_Send` → `Send`, `users/list-followers` → `list-followers`, `getPetById` → `getPetById`. */
function lastPart(operationId: string): string {
  const afterSeparator = operationId.split(/[/.:]/).at(-1) ?? operationId;
  const afterUnderscore = afterSeparator.split("_").at(-1) ?? afterSeparator;
  return /^[A-Z]/.test(afterUnderscore) ? afterUnderscore : afterSeparator;
}

/** How many words at the end of a name a step of the path says again, in the singular or the plural. */
function repeatedWords(tail: readonly string[], step: string): number {
  const wanted = words(step).join("").toLowerCase();
  for (let count = tail.length; count > 0; count -= 1) {
    const end = tail.slice(-count).join("");
    if (wanted === end || wanted === `${end}s`) return count;
  }
  return 0;
}

/** The name of the single function of an operation: `b2bOtpsSmsSend`. */
export function functionName({ namespace, method }: OperationName): string {
  const name = camelJoin([...namespace, method]);
  return isTaken(name) ? `${name}Operation` : name;
}

function camelJoin([first = "", ...rest]: readonly string[]): string {
  return first + rest.map(pascalCase).join("");
}

/** Reads a dotted name, as the overlay and the lock write it. */
export function parseOperationName(dotted: string): OperationName | undefined {
  const parts = dotted.split(".");
  if (!parts.every((part) => /^[a-z_][A-Za-z0-9]*$/.test(part))) return undefined;
  if (calledByItself.has(parts.at(-1) ?? "")) return undefined;
  return { namespace: parts.slice(0, -1), method: parts.at(-1) ?? "" };
}

export function dottedName({ namespace, method }: OperationName): string {
  return [...namespace, method].join(".");
}

/** What identifies an operation: what it is on the wire, `POST /v1/users/{id}`, since an operationId may be renamed at will. */
export function operationIdentity(operation: { readonly httpMethod: string; readonly path: string }): string {
  return `${operation.httpMethod.toUpperCase()} ${operation.path}`;
}
