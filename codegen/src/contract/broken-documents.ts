/**
 * A document that can not be parsed would have said more than its fault. What is missing because of it is
 * not reported on top: that would bury the one fault under those of everything that depends on it.
 */

import type { SourceText } from "../source/source-document.ts";

/** Whether a name may be one that a broken document would have given: its file is called like it. */
export function mayBeIn(name: string, broken: readonly SourceText[]): boolean {
  const wanted = letters(name.match(/[^./#[\]"'$@()]+/g)?.at(-1) ?? "");
  return (
    wanted !== "" &&
    broken.some(({ path, text }) => letters(path).includes(wanted) || letters(titleIn(text)) === wanted)
  );
}

/** Whether a broken document looks like an overlay: then no name is what it should be. */
export function isOverlayBroken(broken: readonly SourceText[]): boolean {
  return broken.some(
    ({ path, text }) => /(^|\/)overlay\.[^/]*$/i.test(path) || /^\s*\{?\s*["']?overlay["']?\s*:/.test(text),
  );
}

function titleIn(text: string): string {
  return /^\s*["']?title["']?\s*:\s*["']?([^"'\n]*)/m.exec(text)?.[1] ?? "";
}

function letters(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}
