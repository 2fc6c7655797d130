import { join } from "node:path";
import { readContract } from "../src/contract/read-contract.ts";
import { validatorsEmitter } from "../src/emit/validators/emit-validators.ts";
import type { Validator } from "../src/emit/validators/runtime/validator.js";
import { joinBlocks, print } from "../src/output/print.ts";
import type { Json } from "../src/source/json.ts";
import { importModule } from "./generated-validators.ts";
import { documentsOf } from "./source-of.ts";
import type { SuiteGroup } from "./suite-groups.ts";
import { caseTitle, sourceOf } from "./suite-source.ts";
import { writeFiles } from "./temporary-folder.ts";

/** One test of the suite that does not come out as the suite says. */
export interface SuiteFailure {
  /** `draft7/optional/id.json#2/0` */
  readonly id: string;
  /** The id of its group: `draft7/optional/id.json#2`. */
  readonly group: string;
  /** For those who look into it. */
  readonly reason: string;
}

/**
 * Makes the validators of every group, each from a source of its own, imports all of them as a user would,
 * and puts each value of the suite to them.
 *
 * @param folder an empty one
 */
export async function suiteFailures(
  groups: readonly SuiteGroup[],
  folder: string,
): Promise<readonly SuiteFailure[]> {
  // Below `node_modules`, where vitest leaves modules to Node.
  const installed = join(folder, "node_modules", "suite");
  const refusals = new Map<SuiteGroup, string>();
  const files = new Map([["package.json", '{ "type": "module" }']]);
  for (const [index, group] of groups.entries()) {
    try {
      for (const [path, text] of await validatorFiles(group, `group-${index}`)) files.set(path, text);
    } catch (fault) {
      refusals.set(group, String(fault));
    }
  }
  writeFiles(installed, Object.fromEntries(files));
  const loaded = await Promise.all(
    groups.map((group, index) => (refusals.has(group) ? undefined : importCase(installed, `group-${index}`))),
  );
  return groups.flatMap((group, index) =>
    group.tests.flatMap(({ data, valid }, number) => {
      const reason = refusals.get(group) ?? wrongVerdict(loaded[index], data, valid);
      return reason === undefined ? [] : [{ id: `${group.id}/${number}`, group: group.id, reason }];
    }),
  );
}

/** The modules of a group, below a folder of its own; what all groups share is beside it. */
async function validatorFiles(group: SuiteGroup, name: string): Promise<ReadonlyMap<string, string>> {
  const documents = documentsOf(sourceOf(group));
  const { value: contract, diagnostics } = readContract({ name, label: name }, documents, undefined);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ code, message }) => `${code}: ${message}`).join(" "));
  const files = new Map<string, string>();
  for await (const file of validatorsEmitter.emit(contract, { scope: "" })) {
    const text = joinBlocks(print(file, contract));
    if (file.path.startsWith("runtime/")) files.set(file.path, text);
    else if (file.path.endsWith(".js"))
      files.set(`${name}/${file.path}`, text.replaceAll('"./runtime/', '"../runtime/'));
  }
  return files;
}

type Case = Validator<unknown> | Error;

async function importCase(installed: string, name: string): Promise<Case> {
  try {
    const index = await importModule(installed, `${name}/index.js`);
    return index[`validate${caseTitle}`] as Validator<unknown>;
  } catch (fault) {
    return fault instanceof Error ? fault : new Error(String(fault));
  }
}

/** What is wrong with the answer of a validator; undefined if the suite says the same. */
function wrongVerdict(validator: Case | undefined, data: Json, valid: boolean): string | undefined {
  if (validator === undefined || validator instanceof Error) return `no module: ${validator?.message}`;
  try {
    const verdicts = { is: validator.is(data), issues: validator.issues(data).length === 0 };
    if (verdicts.is === valid && verdicts.issues === valid) return undefined;
    return `${JSON.stringify(data)} is ${valid ? "valid" : "invalid"}, not ${JSON.stringify(verdicts)}`;
  } catch (fault) {
    return `${JSON.stringify(data)}: ${String(fault)}`;
  }
}
