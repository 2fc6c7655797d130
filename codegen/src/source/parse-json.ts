import { parse as parseTolerantly, printParseErrorCode, visit, type ParseError } from "jsonc-parser";
import { error, type Diagnostic } from "../diagnostics.ts";
import { appendPointer } from "./json-pointer.ts";
import type { Json } from "./json.ts";
import { MAX_DEPTH, tooDeep, type Parsed } from "./parsed.ts";

/**
 * Parses JSON as RFC 8259 has it: no comments, no trailing commas, and no key twice, which
 * `JSON.parse` alone would accept in silence. Faults carry their offset.
 */
export function parseJson(path: string, text: string): Parsed {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (nesting(body) > MAX_DEPTH) return { data: undefined, diagnostics: [tooDeep(path)] };
  try {
    const data = JSON.parse(body) as Json;
    return { data, diagnostics: duplicateKeys(path, body) };
  } catch {
    const errors: ParseError[] = [];
    const data = parseTolerantly(body, errors, { disallowComments: true, allowTrailingComma: false }) as
      Json | undefined;
    return { data, diagnostics: syntaxErrors(path, body, errors) };
  }
}

function syntaxErrors(path: string, text: string, errors: readonly ParseError[]): readonly Diagnostic[] {
  const help = "Mend the JSON text at this place.";
  // What else is missing at the same place follows from the first.
  const faults = errors.filter(({ offset }, index) => offset !== errors[index - 1]?.offset);
  const diagnostics = faults.map((fault) =>
    error("json-syntax", `Broken JSON: ${words(printParseErrorCode(fault.error))}.`, help, {
      path,
      pointer: "",
      offset: fault.offset,
    }),
  );
  // JSON.parse refused what the tolerant parser let pass (a control character in a string, say).
  const fallback = error("json-syntax", "Broken JSON.", help, { path, pointer: "", offset: 0 });
  return diagnostics.length > 0
    ? diagnostics
    : [text.trim() === "" ? { ...fallback, message: "The document is empty." } : fallback];
}

/**
 * How deep objects and arrays stand in each other. The parsers recurse, this does not. A string ends at the
 * end of its line, as it does for the parser of broken texts.
 */
function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === backslash) index += 1;
      else if (code === quote || code === lineFeed || code === carriageReturn) inString = false;
    } else if (code === quote) inString = true;
    else if (code === openBracket || code === openBrace) deepest = Math.max(deepest, (depth += 1));
    else if (code === closeBracket || code === closeBrace) depth -= 1;
  }
  return deepest;
}

const codeOf = (character: string): number => character.charCodeAt(0);
const [quote, backslash, lineFeed, carriageReturn] = [codeOf('"'), codeOf("\\"), codeOf("\n"), codeOf("\r")];
const [openBracket, closeBracket, openBrace, closeBrace] = [
  codeOf("["),
  codeOf("]"),
  codeOf("{"),
  codeOf("}"),
];

/** `CommaExpected` → `comma expected`. */
function words(code: string): string {
  return code
    .replaceAll(/([A-Z])/g, " $1")
    .trim()
    .toLowerCase();
}

function duplicateKeys(path: string, text: string): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const seen: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => void seen.push(new Set()),
    onObjectEnd: () => void seen.pop(),
    onObjectProperty: (key, offset, _length, _line, _column, pathOf) => {
      const keys = seen.at(-1);
      if (keys?.has(key)) {
        const pointer = appendPointer("", ...pathOf(), key);
        const help = "Keep one of the two; readers differ in which one they take.";
        diagnostics.push(
          error("duplicate-key", `The key ${JSON.stringify(key)} stands twice in one object.`, help, {
            path,
            pointer,
            offset,
          }),
        );
      }
      keys?.add(key);
    },
  });
  return diagnostics;
}
