import { hash } from "node:crypto";

/**
 * Words in names. A word is an acronym (`SCIM`, `M2M`), a capitalised word (`Request`, `B2b`) or a
 * lower-case one; a single capital belongs to the word after it (`OAuth`).
 */

/** File systems take 255 bytes; this leaves room for endings. */
const MAX_FILE_NAME = 100;

const wordPattern = /[A-Z][A-Z0-9]*(?=[A-Z][a-z])|[A-Z][A-Z0-9]+(?![a-z])|[A-Z]?[a-z0-9]+|[A-Z0-9]+/g;

/** The parts of a name between characters that no identifier has; diacritics are dropped, the rest of Unicode separates. */
export function segments(text: string): readonly string[] {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .split(/[^A-Za-z0-9]+/)
    .filter((segment) => segment !== "");
}

/** `SsoAuthenticateResponse` → `Sso`, `Authenticate`, `Response`. */
export function words(text: string): readonly string[] {
  const found = segments(text).flatMap((segment) => segment.match(wordPattern) ?? []);
  const merged: string[] = [];
  for (const word of found) {
    const last = merged.at(-1);
    if (last !== undefined && /^[A-Z]$/.test(last)) merged[merged.length - 1] = last + word;
    else merged.push(word);
  }
  return merged;
}

/** The same with a capital at its beginning. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The same without a capital at its beginning. */
export function uncapitalize(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** `b2b_otp_sms` → `B2bOtpSms`; capitals that are there stay. */
export function pascalCase(text: string): string {
  return segments(text).map(capitalize).join("");
}

/** `OIDCProviders` → `oidcProviders`, `recovery_codes` → `recoveryCodes`. */
export function camelCase(text: string): string {
  const pascal = pascalCase(text);
  const [first = ""] = words(pascal);
  return first.toLowerCase() + pascal.slice(first.length);
}

/** `SCIMConnectionWithToken` → `scim-connection-with-token`. */
export function kebabCase(text: string): string {
  return words(text)
    .map((word) => word.toLowerCase())
    .join("-");
}

/** Names that Windows keeps for devices, whatever their ending. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A name in kebab case, fit for a file on every system: what would be too long is cut, with a hash of the
 * whole at its end.
 */
export function fileName(text: string): string {
  const name = kebabCase(text);
  if (deviceName.test(name)) return `${name}-file`;
  return name.length <= MAX_FILE_NAME
    ? name
    : `${name.slice(0, MAX_FILE_NAME - 9)}-${hash("sha256", name).slice(0, 8)}`;
}
