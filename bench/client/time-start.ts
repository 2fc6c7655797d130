/**
 * Times a subject in a process of its own: to import it, to make its first client, and to make its first
 * call. Prints JSON.
 *
 * Usage: node time-start.ts <name> <origin>
 */
import { processorTime } from "../validators/processor-time.ts";
import { recipes } from "./subjects.ts";

export interface Start {
  /** Milliseconds of the processor. */
  readonly importing: number;
  readonly making: number;
  /** Node loads its `fetch` when it is first used: with the first call, if the client did not before. */
  readonly calling: number;
}

const [name = "", origin = ""] = process.argv.slice(2);
const recipe = recipes.find((each) => each.name === name);
if (recipe === undefined) throw new Error(`There is no subject ${name}.`);

const started = processorTime();
const make = await recipe.load();
const imported = processorTime();
const client = make(origin);
const made = processorTime();
await client.authenticate();
const called = processorTime();
const start: Start = { importing: imported - started, making: made - imported, calling: called - made };
console.log(JSON.stringify(start));
