import { shapeOf, type Alternative } from "./alternative.ts";
import { printOutside } from "./print-shape.ts";
import { pathBelow } from "./program.ts";
import type { ReadValue, Reading } from "./reading.ts";
import { unionOf } from "./type-shape.ts";

/**
 * Reads every item of an array; of a tuple each by its place. What may be arrays of several lengths is taken as
 * a whole.
 */
export function readArray(
  { name, path }: ReadValue,
  alternatives: readonly Alternative[],
  reading: Reading,
): void {
  const { writer } = reading;
  const owned = pathBelow(
    path,
    alternatives.flatMap(({ owners }) => owners),
  );
  const type = alternatives.map((one) => printOutside(shapeOf(one))).join(" | ");
  writer.line(`const ${writer.fresh()}: ${type} = ${name};`, { path: owned });
  const [only] = alternatives;
  if (only?.kind === "tuple" && alternatives.length === 1) {
    for (const [index, item] of only.items.entries()) {
      const constant = writer.fresh();
      writer.line(`const ${constant} = ${name}[${index}];`, { path: owned });
      reading.read({ name: constant, path: owned }, item, reading);
    }
    return;
  }
  const items = alternatives.flatMap((one) => (one.kind === "array" ? [one.item] : []));
  if (items.length < alternatives.length) return;
  const constant = writer.fresh();
  writer.line(`for (const ${constant} of ${name}) {`, { path: owned });
  writer.block(() => reading.read({ name: constant, path: owned }, unionOf(items), reading));
  writer.line("}", { path: owned });
}
