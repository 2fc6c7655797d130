/**
 * Times the generation of the validators of all schemas, as text and in memory, in a process of its own.
 * Prints JSON.
 *
 * Usage: node time-generation.ts <sdkmill | ajv> <node_modules>
 */
import type { Contract } from "../../codegen/src/contract/contract.ts";
import { peerDocument } from "./peer-document.ts";
import { processorTime } from "./processor-time.ts";
import { readStytch } from "./read-subjects.ts";
import type { JsonObject } from "../../codegen/src/source/json.ts";
import { median } from "../median.ts";

/** Times in milliseconds of the processor. */
export interface GenerationTiming {
  readonly load: number;
  readonly first: number;
  readonly later: number;
  readonly characters: number;
}

/** Generates everything and tells how many characters it is. */
type Generate = () => Promise<number>;

const laterRuns = 5;

async function main([generator, modules = ""]: readonly string[]): Promise<void> {
  const contract = readStytch();
  const document = peerDocument(contract.schemas, contract);
  const loading = processorTime();
  const generate = await (generator === "ajv"
    ? loadAjvGenerator(contract, document, modules)
    : loadOwn(contract));
  const load = processorTime() - loading;
  const first = await timeOf(generate);
  const later: number[] = [];
  for (let run = 0; run < laterRuns; run += 1) later.push((await timeOf(generate)).milliseconds);
  const { milliseconds, characters } = first;
  const timing: GenerationTiming = { load, first: milliseconds, later: median(later), characters };
  console.log(JSON.stringify(timing));
}

async function timeOf(generate: Generate): Promise<{ milliseconds: number; characters: number }> {
  const started = processorTime();
  const characters = await generate();
  return { milliseconds: processorTime() - started, characters };
}

async function loadOwn(contract: Contract): Promise<Generate> {
  const { validatorsEmitter } = await import("../../codegen/src/emit/validators/emit-validators.ts");
  const { joinBlocks, print } = await import("../../codegen/src/output/print.ts");
  return async () => {
    let characters = 0;
    for await (const file of validatorsEmitter.emit(contract, { scope: "@sdkmill" }))
      characters += joinBlocks(print(file, contract)).length;
    return characters;
  };
}

async function loadAjvGenerator(
  { schemas }: Contract,
  document: JsonObject,
  modules: string,
): Promise<Generate> {
  const { ajvModule, loadAjv } = await import("./ajv-library.ts");
  const library = loadAjv(modules);
  const names = schemas.map(({ name }) => name);
  return async () => ajvModule(library, document, names, true).length;
}

await main(process.argv.slice(2));
