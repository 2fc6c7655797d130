import { literal } from "../../emit/code.ts";
import { isEmpty, shapeOf, type Alternative } from "./alternative.ts";
import { printShape } from "./print-shape.ts";
import { pathBelow } from "./program.ts";
import type { ReadValue, Reading } from "./reading.ts";
import { unionOf } from "./type-shape.ts";

/**
 * Reads texts, numbers, booleans and constants: into a constant of the type written out, compared with each
 * known value, and exhausted where there is no other.
 *
 * @param scalars all that the value may be; at least one
 */
export function readScalars(
  { name, path }: ReadValue,
  scalars: readonly Alternative[],
  { writer }: Reading,
): void {
  const owners = scalars.flatMap((scalar) => scalar.owners);
  const about = { path: pathBelow(path, owners) };
  const type = printShape(unionOf(scalars.map(shapeOf)));
  writer.line(`const ${writer.fresh()}: ${type} = ${name};`, about);

  const values = [
    ...new Set(scalars.flatMap((scalar) => (scalar.kind === "literal" ? [literal(scalar.value)] : []))),
  ];
  if (scalars.length < 2 || values.length === 0) return;
  if (!scalars.every((scalar) => scalar.kind === "literal" || isEmpty(scalar))) {
    for (const value of values) writer.line(`void (${name} === ${value});`, { ...about, kind: "case" });
    return;
  }
  const nothing = scalars.filter(isEmpty).map((scalar) => printShape(shapeOf(scalar)));
  writer.line(`switch (${name}) {`, about);
  writer.block(() => {
    const guards = [...values, ...nothing].map((value) =>
      writer.line(`case ${value}: break;`, { ...about, kind: "case" }),
    );
    writer.line(`default: { const ${writer.fresh()}: never = ${name}; }`, { ...about, guards });
  });
  writer.line("}", about);
}
