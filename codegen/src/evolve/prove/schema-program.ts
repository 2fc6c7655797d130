import type { NamedSchema } from "../../contract/contract.ts";
import { literal } from "../../emit/code.ts";
import type { ConsumerContext } from "./consumer-context.ts";
import { pathBelow, programWriter, rootOf, type Owner, type Program, type ProgramWriter } from "./program.ts";
import { readValue } from "./read-value.ts";
import { accessTo } from "./read-object.ts";
import { alternativesAt } from "./reading.ts";
import { sampleValues, type Sampling } from "./sample-value.ts";
import type { TypeShape } from "./type-shape.ts";
import { writeStatement } from "./write-sample.ts";

/**
 * The program that names an exported type in every way, reads what comes as it and builds what is sent as it.
 * What other declarations say is their programs' part. Nobody builds what only servers send.
 */
export function schemaProgram(
  { key, name, aliases, slug, position }: NamedSchema,
  { revision: { contract }, surface: { types }, typesPackage }: ConsumerContext,
): Program {
  const path = rootOf(name);
  const writer = programWriter(path, Infinity);
  writer.line(`import type * as types from ${literal(typesPackage)};`);
  writer.line('import { hasKey, isKnown, isThere, some } from "./probe.js";');
  writer.line("export { hasKey, isKnown, isThere, some };");
  writer.line(`export type Used = types.${name};`);
  aliases.forEach((alias, at) => writer.line(`export type Alias${at} = types.${alias};`));
  if (contract.document !== undefined) {
    writer.line(`import type * as openapi from ${literal(`${typesPackage}/openapi`)};`);
    writer.line(`export type Component = openapi.components["schemas"][${literal(key)}];`);
  }
  const shape = types.get(name);
  if (shape !== undefined && position !== "request") {
    writer.line(`export function read(value: types.${name}): void {`);
    writer.block(() =>
      readValue({ name: "value", path }, shape, { declarations: types, depth: 0, writer, read: readValue }),
    );
    writer.line("}");
  }
  if (shape !== undefined && position !== "response") {
    const sampling = { declarations: types, depth: 0 };
    const values = [
      ...sampleValues(shape, path, { ...sampling, presence: "all" }),
      ...sampleValues(shape, path, { ...sampling, presence: "required" }),
    ];
    for (const value of values)
      writeStatement(`export const ${writer.fresh()}: types.${name} = `, [value], ";", path, writer);
    writer.line(`export function build(): types.${name} {`);
    writer.block(() => {
      const [least] = sampleValues(shape, path, { ...sampling, presence: "required" });
      if (least !== undefined) {
        writeStatement(`const value: types.${name} = `, [least], ";", path, writer);
        writeAssignments(shape, path, sampling, writer);
      }
      writer.line(`return ${least === undefined ? `some<types.${name}>()` : "value"};`);
    });
    writer.line("}");
  }
  return { file: `schema-${slug}.ts`, subject: name, lines: writer.lines() };
}

/** Sets each property of an object after the other, as who builds a value step by step does. */
function writeAssignments(
  shape: TypeShape,
  path: readonly Owner[],
  sampling: Omit<Sampling, "presence">,
  writer: ProgramWriter,
): void {
  const [object, ...others] = alternativesAt(shape, path, sampling);
  if (object?.kind !== "object" || others.length > 0) return;
  for (const { name, shape: inner, owners } of object.properties) {
    const owned = pathBelow(path, owners, name);
    const [value] = sampleValues(inner, owned, { ...sampling, presence: "all" });
    if (value !== undefined) writeStatement(`value${accessTo(name)} = `, [value], ";", owned, writer);
  }
}
