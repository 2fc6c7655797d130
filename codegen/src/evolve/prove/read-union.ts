import { literal } from "../../emit/code.ts";
import { alternativesOf } from "./alternatives-of.ts";
import type { ObjectAlternative, OwnedProperty } from "./alternative.ts";
import { readObject, readProperty } from "./read-object.ts";
import { pathBelow } from "./program.ts";
import type { ReadValue, Reading } from "./reading.ts";
import { unionOf, type Declarations } from "./type-shape.ts";

/**
 * Reads what may be several kinds of objects: told apart by a constant that each has, all of them; without such
 * a constant what all of them have, and each where it has a property of its own.
 */
export function readUnion(value: ReadValue, objects: readonly ObjectAlternative[], reading: Reading): void {
  const found = discriminator(objects, reading.declarations);
  if (found === undefined) readUntagged(value, objects, reading);
  else readTagged(value, objects, found, reading);
}

interface Discriminator {
  readonly name: string;
  /** The constants of each object, as code. */
  readonly constants: readonly (readonly string[])[];
}

function discriminator(
  objects: readonly ObjectAlternative[],
  declarations: Declarations,
): Discriminator | undefined {
  for (const { name } of objects[0]?.properties ?? []) {
    const constants = objects.map((object) => constantsOf(object, name, declarations));
    const all = constants.flat();
    const tellsApart = constants.every(({ length }) => length > 0) && new Set(all).size === all.length;
    if (tellsApart) return { name, constants };
  }
  return undefined;
}

/** The constants that a property has to be one of; none if it may be anything else. */
function constantsOf(
  { properties }: ObjectAlternative,
  name: string,
  declarations: Declarations,
): readonly string[] {
  const property = properties.find((one) => one.name === name);
  if (property === undefined || property.isOptional) return [];
  const alternatives = alternativesOf(property.shape, declarations, () => true);
  const constants = alternatives.flatMap((one) => (one.kind === "literal" ? [literal(one.value)] : []));
  return constants.length === alternatives.length ? constants : [];
}

function readTagged(
  value: ReadValue,
  objects: readonly ObjectAlternative[],
  { name, constants }: Discriminator,
  reading: Reading,
): void {
  const { writer } = reading;
  const uses = objects.flatMap(({ owners }) => owners);
  const about = { path: value.path, uses };
  writer.line(`switch (${value.name}[${literal(name)}]) {`, about);
  const cases: number[] = [];
  const named = (text: string): number => {
    const at = writer.line(text, { ...about, kind: "case" });
    cases.push(at);
    return at;
  };
  writer.block(() => {
    for (const [index, object] of objects.entries()) {
      const [first, ...others] = constants[index] ?? [];
      for (const other of others) named(`case ${other}: break;`);
      const guard = named(`case ${first}: {`);
      writer.block(() => readObject(value, object, reading), guard);
      writer.line("  break;");
      writer.line("}");
    }
    writer.line(`default: { const ${writer.fresh()}: never = ${value.name}; }`, { ...about, guards: cases });
  });
  writer.line("}", about);
}

function readUntagged(value: ReadValue, objects: readonly ObjectAlternative[], reading: Reading): void {
  const { writer } = reading;
  for (const property of commonProperties(objects)) readProperty(value, property, reading);
  const found = objects.map((object) => ({
    object,
    own: ownProperty(
      object,
      objects.filter((other) => other !== object),
    ),
  }));
  const cases: number[] = [];
  for (const { object, own } of found) {
    if (own === undefined) continue;
    const name = literal(own.name);
    const about = { path: pathBelow(value.path, object.owners) };
    const guard = writer.line(`hasKey<typeof ${value.name}>(${name});`, { ...about, kind: "case" });
    writer.line(`if (${name} in ${value.name}) {`, about);
    cases.push(guard);
    writer.block(() => readObject(value, object, reading), guard);
    writer.line("}", about);
  }
  // Where each has to have a property of its own, there is nothing else.
  if (!found.every(({ own }) => own?.isOptional === false)) return;
  const about = { path: value.path, uses: objects.flatMap(({ owners }) => owners) };
  const none = found.map(({ own }) => `!(${literal(own?.name ?? "")} in ${value.name})`).join(" && ");
  writer.line(`if (${none}) {`, about);
  writer.block(() =>
    writer.line(`const ${writer.fresh()}: never = ${value.name};`, { ...about, guards: cases }),
  );
  writer.line("}", about);
}

function commonProperties([first, ...others]: readonly ObjectAlternative[]): readonly OwnedProperty[] {
  return (first?.properties ?? []).flatMap((property) => {
    const same = others.flatMap(
      ({ properties }) => properties.find(({ name }) => name === property.name) ?? [],
    );
    if (same.length < others.length) return [];
    const all = [property, ...same];
    return [
      {
        name: property.name,
        isOptional: all.some(({ isOptional }) => isOptional),
        shape: unionOf(all.map(({ shape }) => shape)),
        owners: all.flatMap(({ owners }) => owners),
      },
    ];
  });
}

/** A property that tells an object from all others: the first that has to be there, if there is one. */
function ownProperty(
  { properties }: ObjectAlternative,
  others: readonly ObjectAlternative[],
): OwnedProperty | undefined {
  if (others.some(({ index }) => index !== undefined)) return undefined;
  const taken = new Set(others.flatMap((other) => other.properties.map(({ name }) => name)));
  const own = properties.filter(({ name }) => !taken.has(name));
  return own.find(({ isOptional }) => !isOptional) ?? own[0];
}
