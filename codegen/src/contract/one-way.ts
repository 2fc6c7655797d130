/**
 * A set of characters, a bit for each of ASCII, and one for all others together: what is not the same in it is
 * not the same in truth; what is the same in it may not be.
 */
export type Characters = bigint;

const others: Characters = 1n << 128n;
const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).join("");

/** Classes and escapes that no character beyond ASCII is in. */
const onlyAscii =
  /^(?:\[(?!\^)(?:[^\\\]\P{ASCII}]|\\[dwtnrfv^$\\.*+?()[\]{}|/-])*\]|\\[dwtnrfv^$\\.*+?()[\]{}|/])$/u;

/** The characters that a token of a pattern matches: a character, a class or an escape. */
export function charactersOf(token: string): Characters {
  const isCharacter = !/^[\\[.]/.test(token);
  if (isCharacter) return isAscii(token) ? 1n << BigInt(token.charCodeAt(0)) : others;
  // There is no better reader of a class than the engine.
  const found = [...ascii.matchAll(new RegExp(token, "gu"))];
  return found.reduce((set, { index }) => set | (1n << BigInt(index)), onlyAscii.test(token) ? 0n : others);
}

function isAscii(token: string): boolean {
  return token.charCodeAt(0) < 128;
}

/**
 * A part of a pattern that reads a text in one way only: at each place, the next character tells which part of
 * the pattern it belongs to, or that there is no match. Going back finds nothing then, so that it takes time
 * linear in the text (Brüggemann-Klein and Wood, One-unambiguous regular languages, 1998).
 */
export interface OneWay {
  /** What it can begin with. */
  readonly first: Characters;
  /** What can follow inside of it after it has matched something. */
  readonly next: Characters;
  /** Whether it matches the empty text too. */
  readonly isNullable: boolean;
}

/** Asks about the text without reading of it. */
export const assertion: OneWay = { first: 0n, next: 0n, isNullable: true };

export function oneCharacter(characters: Characters): OneWay {
  return { first: characters, next: 0n, isNullable: false };
}

/** One after the other; nothing if there may be several ways. */
export function oneWaySequence(a: OneWay | undefined, b: OneWay | undefined): OneWay | undefined {
  if (a === undefined || b === undefined) return undefined;
  const end = a.isNullable ? a.next | a.first : a.next;
  if ((end & b.first) !== 0n) return undefined;
  return {
    first: a.isNullable ? a.first | b.first : a.first,
    next: b.isNullable ? a.next | b.first | b.next : b.next,
    isNullable: a.isNullable && b.isNullable,
  };
}

/** One or the other; nothing if there may be several ways. */
export function oneWayChoice(a: OneWay | undefined, b: OneWay | undefined): OneWay | undefined {
  if (a === undefined || b === undefined) return undefined;
  if ((a.first & b.first) !== 0n || (a.isNullable && b.isNullable)) return undefined;
  return { first: a.first | b.first, next: a.next | b.next, isNullable: a.isNullable || b.isNullable };
}

/** Several times; nothing if there may be several ways. */
export function oneWayLoop(body: OneWay | undefined, least: number, most: number): OneWay | undefined {
  if (body === undefined || body.isNullable) return undefined;
  if (most > 1 && (body.next & body.first) !== 0n) return undefined;
  return {
    first: body.first,
    next: most > least && most > 1 ? body.next | body.first : body.next,
    isNullable: least === 0,
  };
}
