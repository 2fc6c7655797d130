import * as oxc from "@prettier/plugin-oxc";
import { format as prettierFormat } from "prettier";

/** The same as the repository's own: generated code reads as if written. */
const style = { printWidth: 110 };

/**
 * Formats TypeScript with prettier. Its oxc parser gives the same text as the TypeScript one in half
 * the time.
 */
export function format(text: string): Promise<string> {
  return prettierFormat(text, { ...style, parser: "oxc-ts", plugins: [oxc] });
}
