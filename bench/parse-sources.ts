/** Reads and parses sources, and does nothing with them: what everything that compares them has to do first. */
import { load } from "../codegen/src/source/load.ts";
import { parse } from "../codegen/src/source/parse.ts";

for (const source of process.argv.slice(2)) parse(load(source).value.documents);
