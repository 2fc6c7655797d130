/** Words that a generated declaration can not be called, or that it would hide. */

/** ECMA-262, section 12.7.2, in strict mode, and the names of types that TypeScript reserves. */
const reserved = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let new null package private protected " +
    "public return static super switch this throw true try typeof var void while with yield " +
    "any bigint boolean never number object string symbol undefined unknown"
  ).split(" "),
);

/** Globals that generated or hand-written code beside it refers to: a declaration must not hide them. */
const globals = new Set(
  (
    "AbortSignal Array Awaited BigInt Blob Boolean Date Error Exclude Extract Function Headers Infinity JSON Map Math NaN " +
    "NonNullable Number Object Omit Partial Pick Promise Proxy Readonly ReadonlyArray Record RegExp Request " +
    "RequestInit Required Response ReturnType Set String Symbol Uint8Array URL WeakMap globalThis " +
    "call operations paged queryParameters types"
  ).split(" "),
);

export function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) && !reserved.has(name);
}

/** True if a declaration of this name would hide something that the code around it needs. */
export function isTaken(name: string): boolean {
  return reserved.has(name) || globals.has(name);
}
