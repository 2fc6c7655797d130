/**
 * Wall time and peak memory of generating the Stytch packages (types, validators, client), beside
 * openapi-typescript (types alone) on the same contract in one file. Medians of five, in turns.
 *
 * Usage: node bench/codegen.ts [rounds]
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readContract } from "../codegen/src/contract/read-contract.ts";
import { formatTable } from "../codegen/src/output/report.ts";
import { load } from "../codegen/src/source/load.ts";
import { parse } from "../codegen/src/source/parse.ts";
import { measureInTurns, type Subject } from "./measure.ts";

const repository = fileURLToPath(new URL("..", import.meta.url));
const bin = join(repository, "codegen", "src", "bin.ts");
const peer = peerBin();
const rounds = Number(process.argv[2] ?? 5);

const work = mkdtempSync(join(tmpdir(), "bench-codegen-"));
try {
  cpSync(join(repository, "schemas", "stytch"), join(work, "schemas", "stytch"), { recursive: true });
  writeBundle(join(work, "bundle.json"));
  const subjects = [...ownSubjects(), ...peerSubjects()];
  print(measureInTurns(subjects, rounds), subjects);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function ownSubjects(): readonly Subject[] {
  const packages = join(work, "packages");
  const document = join(
    work,
    "schemas",
    "stytch",
    "schemas",
    "stytch-api-organization-v1-member-schema.json",
  );
  const original = readFileSync(document, "utf8");
  const sentence = "Member's email address.";
  if (!original.includes(sentence)) throw new Error(`${document} no longer says ${sentence}`);
  let edition = 0;
  const own = { args: [bin, "generate", "--quiet"], cwd: work };
  const nothing = { ...own, prepare: () => writeFileSync(document, original) };
  return [
    {
      ...own,
      name: "sdkmill, nothing there, no compile cache",
      prepare: () => {
        writeFileSync(document, original);
        rmSync(packages, { recursive: true, force: true });
      },
      env: { NODE_DISABLE_COMPILE_CACHE: "1" },
    },
    { ...nothing, name: "sdkmill, nothing changed" },
    {
      ...own,
      name: "sdkmill, one document changed",
      prepare: () => {
        edition += 1;
        writeFileSync(document, original.replace(sentence, `Edition ${edition}.`));
      },
    },
  ];
}

function peerSubjects(): readonly Subject[] {
  const output = join(work, "peer.ts");
  const args = [peer, join(work, "bundle.json"), "--output", output];
  return [
    {
      name: "openapi-typescript, nothing there",
      args,
      cwd: work,
      prepare: () => rmSync(output, { force: true }),
    },
    { name: "openapi-typescript, nothing changed", args, cwd: work, prepare: () => undefined },
  ];
}

/** The contract as one OpenAPI document, the form that peers read. */
function writeBundle(path: string): void {
  const source = load(join(repository, "schemas", "stytch")).value;
  const { documents } = parse(source.documents).value;
  const { value } = readContract({ name: "stytch", label: "schemas/stytch" }, documents, source.lock);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(value.document));
}

function peerBin(): string {
  const require = createRequire(join(repository, "codegen", "package.json"));
  return join(dirname(require.resolve("openapi-typescript/package.json")), "bin", "cli.js");
}

function print(runs: ReturnType<typeof measureInTurns>, subjects: readonly Subject[]): void {
  const base = runs.get(subjects.at(-1) as Subject)?.milliseconds ?? Number.NaN;
  const rows = [...runs].map(([{ name }, { milliseconds, kilobytes }]) => [
    name,
    `${(milliseconds / 1000).toFixed(2)} s`,
    `${(milliseconds / base).toFixed(2)}x`,
    `${Math.round(kilobytes / 1024)} MB`,
  ]);
  console.log(`Medians of ${rounds} runs in turns; ratios to openapi-typescript with nothing changed.\n`);
  console.log(formatTable([["", "time", "ratio", "peak memory"], ...rows]));
}
