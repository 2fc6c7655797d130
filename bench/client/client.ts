/**
 * Our client of the Stytch API beside plain `fetch`, openapi-fetch and the vendor's SDK, against a server of
 * this machine in a process of its own: calls per second, how long a call takes, what it takes of the
 * processor and of memory; what it takes to import each, to make a client and to make its first call.
 * Medians, in turns, so that a busy moment of the machine hits all of them. A ratio is the median of the
 * ratios of the rounds.
 *
 * Usage: node bench/client/client.ts [rounds]
 */
import { operations } from "./answers.ts";
import { measureCalls } from "./measure-calls.ts";
import { measureMemory } from "./measure-memory.ts";
import { measureStarts } from "./measure-starts.ts";
import { startServer } from "./start-server.ts";
import { makeSubjects } from "./subjects.ts";

const rounds = Number(process.argv[2] ?? 9);
const inFlight = [1, 16, 64];

const server = await startServer();
try {
  const subjects = await makeSubjects(server.origin);
  for (const operation of operations) {
    for (const count of inFlight) {
      const { name, answer } = operation;
      const bytes = JSON.stringify(answer).length.toLocaleString("en-US");
      const order = count === 1 ? "one after the other" : `${count} in flight`;
      section(
        `${name}, answered with ${bytes} bytes, ${order}`,
        await measureCalls(subjects, operation, count, rounds),
      );
    }
  }
  section("Memory for a call", measureMemory(server.origin, Math.min(rounds, 3)));
  section("Time of the processor to start, in a process of its own", measureStarts(server.origin, rounds));
} finally {
  server.end();
}

function section(title: string, table: string): void {
  console.log(`${title}\n\n${table}\n`);
}
