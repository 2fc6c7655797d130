/**
 * Our generated validators of the Stytch API beside Ajv standalone, zod, valibot, arktype and typia: values
 * per second, time of generation, time and bytes of an import. Medians, in turns. Times are those of the
 * processor, since others may use the machine as well. The other libraries are installed into this folder
 * when they are not there.
 *
 * Usage: node bench/validators/validators.ts [rounds]
 */
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installPeers } from "./install-peers.ts";
import { measureAnswers, type Row } from "./measure-answers.ts";
import { measureGeneration } from "./measure-generation.ts";
import { measureImports } from "./measure-imports.ts";
import { disagreements, ratesTable, verdicts } from "./print-answers.ts";
import { readStytch, readSubjects } from "./read-subjects.ts";
import { answers, writeValidators, type Answer } from "./write-validators.ts";

const rounds = Number(process.argv[2] ?? 15);
const titles: Readonly<Record<Answer, string>> = {
  boolean: "Values per second, valid or not",
  explaining: "Values per second, with all that is wrong",
};
const importSubject = "SsoAuthenticateResponse";

const modules = installPeers();
const contract = readStytch();
const subjects = readSubjects(contract);
const work = mkdtempSync(join(tmpdir(), "bench-validators-"));
try {
  symlinkSync(modules, join(work, "node_modules"));
  section("Generating the validators of all schemas", [measureGeneration(Math.min(rounds, 5), modules)]);
  writeValidators(subjects, contract, work);
  const imported = subjects.find(({ root }) => root.name === importSubject);
  if (imported !== undefined)
    section(`One validator, ${importSubject}`, [measureImports(imported, rounds, work)]);
  const results = new Map<Answer, readonly Row[]>();
  for (const answer of answers) {
    const rows = subjects.flatMap((subject) => measureAnswers(subject, answer, rounds, contract, work));
    results.set(answer, rows);
    section(`${titles[answer]}; ratios to sdkmill`, [ratesTable(rows), ...disagreements(rows)]);
  }
  for (const [answer, rows] of results) section(titles[answer], verdicts(rows));
} finally {
  rmSync(work, { recursive: true, force: true });
}

function section(title: string, lines: readonly string[]): void {
  console.log(`${title}\n\n${lines.join("\n")}\n`);
}
