import { refuse } from "./refuse.js";

/**
 * Reads an option that is a number from 0 on.
 *
 * @throws {TypeError} if it is something else
 */
export function limit<Name extends string>(
  options: { readonly [Key in Name]?: unknown },
  name: Name,
  fallback: number,
): number {
  const value = options[name] ?? fallback;
  if (typeof value !== "number" || !(value >= 0)) refuse(`option \`${name}\``);
  return value;
}
