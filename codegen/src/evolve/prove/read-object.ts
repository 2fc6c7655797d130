import { literal, propertyKey } from "../../emit/code.ts";
import type { ObjectAlternative, OwnedProperty } from "./alternative.ts";
import { printShape } from "./print-shape.ts";
import { pathBelow, type Owner } from "./program.ts";
import { alternativesAt, type ReadValue, type Reading } from "./reading.ts";
import type { TypeShape } from "./type-shape.ts";

/** Reads every property of an object, and one that only its index signature allows. */
export function readObject(value: ReadValue, object: ObjectAlternative, reading: Reading): void {
  for (const property of object.properties) readProperty(value, property, reading);
  if (object.index === undefined) return;
  const names = new Set(object.properties.map(({ name }) => name));
  let name = "other";
  while (names.has(name)) name += "_";
  readProperty(
    value,
    { name, isOptional: false, shape: object.index, owners: object.owners },
    reading,
    false,
  );
}

/**
 * Reads one property; an optional one only where it is there.
 *
 * @param isNamed whether the type names it
 */
export function readProperty(
  { name, path }: ReadValue,
  property: OwnedProperty,
  reading: Reading,
  isNamed = true,
): void {
  const { writer } = reading;
  if (writer.isFull()) return;
  const owned = pathBelow(path, property.owners, property.name);
  const constant = writer.fresh();
  const access = `${name}${accessTo(property.name)}`;
  const about = { path: owned };
  const simple = simpleType(property.shape, owned, reading);
  if (simple !== undefined) {
    const type = property.isOptional ? `${simple} | undefined` : simple;
    writer.line(`const ${constant}: ${type} = ${access};`, about);
    // A value of any kind may be nothing: that it has to be there shows only from outside.
    if (simple === "unknown" && isNamed && !property.isOptional) {
      const whole = `{ readonly ${propertyKey(property.name)}: unknown }`;
      writer.line(`const ${writer.fresh()}: ${whole} = ${name};`, about);
    }
    return;
  }
  writer.line(`const ${constant} = ${access};`, about);
  const inner = { name: constant, path: owned };
  if (!property.isOptional) return reading.read(inner, property.shape, reading);
  writer.line(`if (${constant} !== undefined) {`, about);
  writer.block(() => reading.read(inner, property.shape, reading));
  writer.line("}", about);
}

/** A type that nothing has to be read in. */
function simpleType(shape: TypeShape, path: readonly Owner[], reading: Reading): string | undefined {
  const alternatives = alternativesAt(shape, path, reading);
  const isSimple = alternatives.every(({ kind, owners }) => kind === "keyword" && owners.length === 0);
  return isSimple && alternatives.length > 0 ? printShape(shape) : undefined;
}

/** `.name` or `["odd name"]`. */
export function accessTo(name: string): string {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) && name !== "__proto__" ? `.${name}` : `[${literal(name)}]`;
}
