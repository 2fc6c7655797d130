import { propertyKey } from "../../emit/code.ts";
import type { Owner, ProgramWriter } from "./program.ts";
import type { SampleValue } from "./sample-value.ts";

interface SampleLine {
  readonly text: string;
  readonly path: readonly Owner[];
  readonly uses: readonly string[];
}

/**
 * Writes a statement with values in it, each property on a line of its own, since that is where the compiler
 * reports what is wrong with it.
 *
 * @param before what stands before the first value: `void call(`
 * @param after what stands after the last one: `);`
 */
export function writeStatement(
  before: string,
  values: readonly SampleValue[],
  after: string,
  path: readonly Owner[],
  writer: ProgramWriter,
): void {
  const uses = values.flatMap(usesOf);
  const lines = values.map((value) => layOut(value, path));
  if (lines.every(({ length }) => length === 1)) {
    const code = lines.flatMap((group) => group.map(({ text }) => text)).join(", ");
    writer.line(`${before}${code}${after}`, { path, uses });
    return;
  }
  writer.line(before, { path, uses });
  writer.block(() => {
    lines
      .flatMap((group, at) => (at === lines.length - 1 ? group : ended(group, ",")))
      .forEach((line) => writer.line(line.text, line));
  });
  writer.line(after, { path, uses });
}

function layOut(value: SampleValue, path: readonly Owner[]): readonly SampleLine[] {
  const about = { path, uses: usesOf(value) };
  if (value.kind === "inline") return [{ text: value.code, ...about }];
  const [open, close] = value.kind === "object" ? ["{", "}"] : ["[", "]"];
  const parts =
    value.kind === "object"
      ? value.entries.map((entry) => begun(`${propertyKey(entry.name)}: `, layOut(entry.value, entry.path)))
      : value.items.map((item) => layOut(item, path));
  const inner = parts.flatMap((part) => ended(part, ","));
  if (inner.length === 0) return [{ text: open + close, ...about }];
  return [
    { text: open, ...about },
    ...inner.map((line) => ({ ...line, text: `  ${line.text}` })),
    { text: close, ...about },
  ];
}

function begun(text: string, [first, ...rest]: readonly SampleLine[]): readonly SampleLine[] {
  return first === undefined ? [] : [{ ...first, text: text + first.text }, ...rest];
}

function ended(lines: readonly SampleLine[], text: string): readonly SampleLine[] {
  return lines.map((line, at) => (at === lines.length - 1 ? { ...line, text: line.text + text } : line));
}

/** The schemas that a value is of, at any depth of it. */
function usesOf(value: SampleValue): readonly string[] {
  if (value.kind === "inline") return value.uses;
  const inner = value.kind === "object" ? value.entries.map((entry) => entry.value) : value.items;
  return [...new Set([...value.uses, ...inner.flatMap(usesOf)])];
}
