import { fileURLToPath } from "node:url";
import { formatTable } from "../../codegen/src/output/report.ts";
import { median } from "../median.ts";
import { runNode } from "./run-node.ts";
import type { GenerationTiming } from "./time-generation.ts";

const generators = {
  sdkmill: "sdkmill, a module per schema with types",
  ajv: "Ajv standalone, one module, all errors",
} as const;

/** A table of how long it takes to generate the validators of all schemas: medians, in turns. */
export function measureGeneration(rounds: number, modules: string): string {
  const script = fileURLToPath(new URL("./time-generation.ts", import.meta.url));
  const names = ["sdkmill", "ajv"] as const;
  const runs = Array.from({ length: rounds }, () =>
    names.map((name): GenerationTiming => JSON.parse(runNode([script, name, modules], modules))),
  );
  const rows = names.map((name, index) => {
    const middle = (part: keyof GenerationTiming): number =>
      median(runs.map((run) => run[index]?.[part] ?? Number.NaN));
    const times = [middle("load"), middle("first"), middle("later")];
    return [
      generators[name],
      ...times.map((time) => `${Math.round(time)} ms`),
      `${Math.round(middle("characters") / 1000)} kB`,
    ];
  });
  return formatTable([["", "import", "first run", "later runs", "text"], ...rows]);
}
