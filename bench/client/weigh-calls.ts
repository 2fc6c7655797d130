/**
 * What a call of a subject takes of the heap before garbage is collected, in a process of its own, whose new
 * space is so large that it is not collected in between. Prints JSON.
 *
 * Usage: node --min-semi-space-size=256 --max-semi-space-size=256 weigh-calls.ts <name> <origin>
 */
import { operations } from "./answers.ts";
import { collectGarbage } from "./collect-garbage.ts";
import { recipes } from "./subjects.ts";

/** Bytes for a call of each operation, in their order. */
export type Weights = readonly number[];

const calls = 300;

const [name = "", origin = ""] = process.argv.slice(2);
const recipe = recipes.find((each) => each.name === name);
if (recipe === undefined) throw new Error(`There is no subject ${name}.`);

const client = (await recipe.load())(origin);
const weights: number[] = [];
for (const operation of operations) {
  const call = client[operation.name];
  // Compiled code and the connection are not part of a call.
  await callInTurn(call, 1_000);
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  await callInTurn(call, calls);
  weights.push((process.memoryUsage().heapUsed - before) / calls);
}
console.log(JSON.stringify(weights));

async function callInTurn(call: () => Promise<unknown>, count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) await call();
}
