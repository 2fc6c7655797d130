import type { Operation } from "../../contract/contract.ts";
import { dottedName, functionName, parseOperationName } from "../../contract/operation-names.ts";
import { literal, propertyKey } from "../../emit/code.ts";
import type { OperationPart } from "../operations/part.ts";
import { deepestLines, type ConsumerContext } from "./consumer-context.ts";
import { printShape } from "./print-shape.ts";
import { joinLines, programWriter, rootOf, type Program, type ProgramWriter } from "./program.ts";
import { readValue } from "./read-value.ts";
import type { OperationSurface } from "./read-surface.ts";
import { sampleValues, type SampleValue } from "./sample-value.ts";
import { referencesIn } from "./type-shape.ts";
import { writeOpenapiUses } from "./write-openapi-uses.ts";
import { writeStatement } from "./write-sample.ts";

/** The program that calls an operation in every way, and reads all of its answer. */
export function operationProgram(part: OperationPart, context: ConsumerContext): Program | undefined {
  const operation = part.read;
  if (operation === undefined) return undefined;
  const subject = dottedName(operation.name);
  const surface = context.surface.operations.get(operation.functionName);
  const path = rootOf(subject);
  const writer = programWriter(path, Infinity);
  writeImports(writer, context);
  const { operationId } = operation;
  if (operationId !== undefined)
    writer.line(`export type Operation = openapi.operations[${literal(operationId)}];`);
  writeOpenapiUses(context.revision.document, part, writer);
  for (const alias of operation.aliases) writeAlias(alias, writer);
  const calls =
    surface === undefined
      ? []
      : deepestLines(path, (inner, depth) => writeCalls(operation, surface, depth, context, inner));
  const reading =
    surface === undefined
      ? []
      : deepestLines(path, (inner, depth) => {
          inner.line(`export function read(answer: Awaited<ReturnType<typeof client.${subject}>>): void {`);
          inner.block(() => readAnswer(subject, surface, depth, context, inner));
          inner.line("}");
        });
  return {
    file: `operation-${operation.functionName}.ts`,
    subject,
    lines: joinLines(writer.lines(), calls, reading),
  };
}

function writeImports(
  writer: ProgramWriter,
  { typesPackage, clientPackage, surface }: ConsumerContext,
): void {
  writer.line(`import type * as types from ${literal(typesPackage)};`);
  writer.line(`import type * as openapi from ${literal(`${typesPackage}/openapi`)};`);
  writer.line(`import type * as api from ${literal(clientPackage)};`);
  writer.line(`import * as functions from ${literal(`${clientPackage}/operations`)};`);
  writer.line('import { hasKey, isKnown, isThere, some } from "./probe.js";');
  writer.line(`declare const client: api.${surface.prefix};`);
  writer.line(`declare const core: api.${surface.prefix}Core;`);
  writer.line("export type { types };");
}

function writeAlias(alias: string, writer: ProgramWriter): void {
  const name = parseOperationName(alias);
  if (name === undefined) return;
  writer.line(`void client.${alias};`);
  writer.line(`void functions.${functionName(name)};`);
}

function writeCalls(
  operation: Operation,
  surface: OperationSurface,
  depth: number,
  { surface: { types } }: ConsumerContext,
  writer: ProgramWriter,
): void {
  const subject = dottedName(operation.name);
  const path = rootOf(subject);
  const method = `void client.${subject}(`;
  const single = `void functions.${operation.functionName}(core, `;
  const headers = operation.parameters.filter((parameter) => parameter.in === "header");
  const optionsWith = (wanted: readonly { readonly name: string }[]): readonly SampleValue[] => {
    const entries = wanted.map(({ name }) => `${propertyKey(name)}: "text"`);
    return entries.length === 0
      ? []
      : [{ kind: "inline", code: `{ headers: { ${entries.join(", ")} } }`, uses: [] }];
  };
  const needed = optionsWith(headers.filter(({ required }) => required));

  const sampling = { declarations: types, depth };
  const given = surface.parameters;
  const nothing: SampleValue = { kind: "inline", code: "{}", uses: [] };
  const full = given === undefined ? [nothing] : sampleValues(given, path, { ...sampling, presence: "all" });
  const [least] =
    given === undefined ? [nothing] : sampleValues(given, path, { ...sampling, presence: "required" });
  writer.line("export function call(): void {");
  writer.block(() => {
    full.forEach((value, at) => {
      if (writer.isFull()) return;
      writeStatement(method, [value, ...(at === 0 ? optionsWith(headers) : needed)], ");", path, writer);
    });
    if (surface.isOptional && needed.length === 0) {
      const uses = given === undefined ? [] : referencesIn(given);
      writer.line(`void client.${subject}();`, { uses });
    }
    if (least === undefined) return;
    writeStatement(method, [least, ...needed], ");", path, writer);
    writeStatement(single, [least, ...needed], ");", path, writer);
  });
  writer.line("}");
  const type = parametersType(surface);
  if (type === undefined) return;
  const uses = surface.parameters?.kind === "reference" ? [surface.parameters.name] : [];
  const rest = needed.flatMap((value) => (value.kind === "inline" ? [`, ${value.code}`] : [])).join("");
  writer.line(`export function pass(params: ${type}): void {`, { uses });
  writer.block(() => {
    writer.line(`void client.${subject}(params${rest});`, { uses });
    writer.line(`${single}params${rest});`, { uses });
    if (least !== undefined) writeStatement(`const typed: ${type} = `, [least], ";", path, writer);
  });
  writer.line("}");
}

/** How a consumer calls the type of the parameters. */
function parametersType({ parameters, declaredParameters }: OperationSurface): string | undefined {
  if (declaredParameters !== undefined) return `functions.${declaredParameters}`;
  return parameters?.kind === "reference" ? printShape(parameters) : undefined;
}

function readAnswer(
  subject: string,
  { result, isPaged }: OperationSurface,
  depth: number,
  { surface: { types } }: ConsumerContext,
  writer: ProgramWriter,
): void {
  const answer = { name: "answer", path: rootOf(subject) };
  readValue(answer, result, { declarations: types, depth, writer, read: readValue });
  if (!isPaged) return;
  const call = `some<ReturnType<typeof client.${subject}>>()`;
  writer.line(`void (async () => { for await (const item of ${call}) void item; });`);
}
