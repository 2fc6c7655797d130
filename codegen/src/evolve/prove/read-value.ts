import { isEmpty, isScalar, shapeOf, type Alternative } from "./alternative.ts";
import { printOutside, printShape } from "./print-shape.ts";
import { readArray } from "./read-array.ts";
import { readObject } from "./read-object.ts";
import { readScalars } from "./read-scalars.ts";
import { readUnion } from "./read-union.ts";
import { alternativesAt, type ReadValue, type Reading } from "./reading.ts";
import { referencesIn, type TypeShape } from "./type-shape.ts";

/** Reads a value and everything in it, told apart first where it may be several things. */
export function readValue(value: ReadValue, shape: TypeShape, reading: Reading): void {
  const { writer } = reading;
  const alternatives = alternativesAt(shape, value.path, reading);
  const isUnknown = alternatives.some((one) => one.kind === "keyword" && one.name === "unknown");
  if (alternatives.length === 0 || isUnknown) return;
  if (alternatives.some(({ kind }) => kind === "closed")) {
    const uses = referencesIn(shape);
    writer.line(`const ${writer.fresh()}: ${printShape(shape)} = ${value.name};`, { path: value.path, uses });
    return;
  }
  if (alternatives.every(isScalar)) return readScalars(value, alternatives, reading);
  if (alternatives.length > 1) {
    const type = [...new Set(alternatives.map((one) => printOutside(shapeOf(one))))].join(" | ");
    writer.line(`const ${writer.fresh()}: ${type} = ${value.name};`, about(value, alternatives));
  }
  const nothing = alternatives.filter(isEmpty);
  if (nothing.length === 0) return readKinds(value, alternatives, reading);
  const test = nothing.map((one) => `${value.name} !== ${printShape(shapeOf(one))}`).join(" && ");
  writer.line(`if (${test}) {`, { path: value.path });
  const others = alternatives.filter((one) => !isEmpty(one));
  writer.block(() => readKinds(value, others, reading));
  writer.line("}", { path: value.path });
}

function about(
  { path }: ReadValue,
  alternatives: readonly Alternative[],
): Pick<ReadValue, "path"> & { readonly uses: readonly string[] } {
  return { path, uses: alternatives.flatMap(({ owners }) => owners) };
}

interface JsonKind {
  readonly test: (name: string) => string;
  readonly holds: (alternative: Alternative) => boolean;
  readonly read: (value: ReadValue, alternatives: readonly Alternative[], reading: Reading) => void;
}

function scalarKind(type: "string" | "number" | "boolean"): JsonKind {
  return {
    test: (name) => `typeof ${name} === "${type}"`,
    holds: (one) =>
      (one.kind === "keyword" && one.name === type) ||
      (one.kind === "literal" && typeof one.value === type) ||
      (one.kind === "open-string" && type === "string"),
    read: readScalars,
  };
}

const jsonKinds: readonly JsonKind[] = [
  scalarKind("string"),
  scalarKind("number"),
  scalarKind("boolean"),
  {
    test: (name) => `Array.isArray(${name})`,
    holds: ({ kind }) => kind === "array" || kind === "tuple",
    read: readArray,
  },
  {
    test: (name) => `typeof ${name} === "object" && ${name} !== null && !Array.isArray(${name})`,
    holds: ({ kind }) => kind === "object",
    read: (value, alternatives, reading) => {
      const objects = alternatives.filter((one) => one.kind === "object");
      const [only] = objects;
      if (objects.length === 1 && only !== undefined) readObject(value, only, reading);
      else readUnion(value, objects, reading);
    },
  },
];

/** Tells texts, numbers, booleans, arrays and objects apart, if there is more than one of them. */
function readKinds(value: ReadValue, alternatives: readonly Alternative[], reading: Reading): void {
  const { writer } = reading;
  const found = jsonKinds
    .map((kind) => ({ kind, members: alternatives.filter(kind.holds) }))
    .filter(({ members }) => members.length > 0);
  const [only] = found;
  if (found.length === 1 && only !== undefined) return only.kind.read(value, only.members, reading);
  for (const { kind, members } of found) {
    writer.line(`if (${kind.test(value.name)}) {`, { path: value.path });
    writer.block(() => {
      const guard = writer.line(`isThere<typeof ${value.name}>();`, {
        ...about(value, members),
        kind: "case",
      });
      writer.block(() => kind.read(value, members, reading), guard);
    });
    writer.line("}", { path: value.path });
  }
}
