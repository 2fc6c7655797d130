import { isTaken } from "./identifiers.ts";
import { pascalCase, segments } from "./words.ts";

/** What a title says about where a schema belongs and what it is called. */
export interface TitleName {
  /** The namespace of a versioned title (`b2b_otp` of `api_b2b_otp_v1_…`), empty for any other. */
  readonly namespace: readonly string[];
  /** Public name; empty if the title has no letter or digit that an identifier can have. */
  readonly name: string;
}

/**
 * Derives a public name from a title alone, never from what else is in the contract, so that a new
 * document can not rename an old type.
 *
 * A versioned title, `api_<namespace>_v1_<path>_<Type>`, loses `api`, loses the version if that is the
 * first, and loses the namespace where the path or the type repeats it:
 * `api_b2b_otp_v1_b2b_otp_sms_SendRequest` → `B2bOtpSmsSendRequest`, `api_session_v1_Session` →
 * `Session`. Any other title is put into PascalCase: `Stytch B2B Member` → `StytchB2BMember`.
 */
export function schemaName(title: string): TitleName {
  const parts = segments(title);
  const version = parts.findIndex(
    (part, index) => index > 0 && index < parts.length - 1 && /^v\d+([a-z]+\d*)?$/.test(part),
  );
  if (version === -1) return { namespace: [], name: identifier(pascalCase(title)) };

  const [first, ...others] = parts.slice(0, version);
  const namespace = first === "api" && others.length > 0 ? others : parts.slice(0, version);
  const path = parts.slice(version + 1, -1);
  const type = parts.at(-1) ?? "";
  const kept = repeats(namespace, path, type) ? [] : namespace;
  const release = parts[version] === "v1" ? [] : [parts[version] ?? ""];
  return {
    namespace: [...namespace, ...release],
    name: identifier(pascalCase([...kept, ...release, ...path, type].join("_"))),
  };
}

/**
 * The name of a schema that was a part of another: that one's name and the steps to the part. A step
 * without a letter or digit is a part of no name of its own; without a word for it, the whole and the part
 * would have the same name.
 */
export function partName(parent: string, steps: readonly string[]): string {
  const named = steps.map((step) => (segments(step).length === 0 ? "part" : step));
  return identifier(parent + pascalCase(named.join("_")));
}

/** Whether the path, or without one the type, begins with the namespace, in the singular or the plural. */
function repeats(namespace: readonly string[], path: readonly string[], type: string): boolean {
  const wanted = namespace.join("").toLowerCase();
  if (path.length > 0) {
    return path.some((_, index) => {
      const start = path
        .slice(0, index + 1)
        .join("")
        .toLowerCase();
      return start === wanted || start === `${wanted}s`;
    });
  }
  return type.toLowerCase().startsWith(wanted) && !/^[a-z]/.test(type.slice(wanted.length));
}

function identifier(name: string): string {
  if (/^\d/.test(name)) return `_${name}`;
  return isTaken(name) ? `${name}Schema` : name;
}
