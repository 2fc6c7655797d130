import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Contract } from "../../codegen/src/contract/contract.ts";
import { validatorName } from "../../codegen/src/emit/validator-name.ts";
import { ajvModule, loadAjv } from "./ajv-library.ts";
import { isClosed, subjectDocument } from "./peer-document.ts";
import { validatorModule, type Subject } from "./read-subjects.ts";
import { writeArktype } from "./write-arktype.ts";
import { writeHeyApi } from "./write-hey-api.ts";
import { compileTypia, writeTypia } from "./write-typia.ts";

/** The two questions: is it valid, and what is wrong with it. */
export const answers = ["boolean", "explaining"] as const;
export type Answer = (typeof answers)[number];

export const libraries = ["sdkmill", "ajv", "zod", "valibot", "arktype", "typia"] as const;
export type Library = (typeof libraries)[number];

/**
 * A module that gives the answer of one library as its users get it. `accepts` of an explaining module
 * reads the place and the text of every issue, since some libraries make them when they are read.
 */
type Adapter = Readonly<Record<Answer, string>>;

/** Writes the validators of all libraries for all subjects into a folder that has `node_modules`. */
export function writeValidators(subjects: readonly Subject[], contract: Contract, work: string): void {
  const modules = join(work, "node_modules");
  const library = loadAjv(modules);
  for (const subject of subjects) {
    const folder = subjectFolder(subject, work);
    const { name } = subject.root;
    mkdirSync(folder);
    const document = subjectDocument(subject, contract);
    writeFileSync(join(folder, "ajv-first-error.cjs"), ajvModule(library, document, [name], false));
    writeFileSync(join(folder, "ajv-all-errors.cjs"), ajvModule(library, document, [name], true));
    writeHeyApi(name, document, isClosed(document), folder, modules);
    writeArktype(name, document, folder);
    writeTypia(name, document, isClosed(document), folder);
    const adapters = adaptersOf(subject);
    for (const owner of libraries) writeAdapter(owner, adapters[owner], folder);
  }
  compileTypia(work);
}

export function subjectFolder({ root }: Subject, work: string): string {
  return join(work, root.slug);
}

/** The file of an adapter; of its loop, with `time-` before it. */
export function adapterFile(library: Library, answer: Answer): string {
  return `${library}-${answer}.mjs`;
}

function writeAdapter(library: Library, adapter: Adapter, folder: string): void {
  for (const answer of answers) {
    const file = adapterFile(library, answer);
    writeFileSync(join(folder, file), adapter[answer]);
    writeFileSync(join(folder, `time-${file}`), loopAround(file));
  }
}

/** Every validator is called by a loop of its own, so that V8 can specialise each for one callee. */
function loopAround(file: string): string {
  return `import { accepts } from "./${file}";
export function countAccepted(values, rounds) {
  let count = 0;
  for (let round = 0; round < rounds; round += 1)
    for (let index = 0; index < values.length; index += 1) if (accepts(values[index])) count += 1;
  return count;
}
`;
}

function adaptersOf({ root }: Subject): Readonly<Record<Library, Adapter>> {
  const own = `import { ${validatorName(root.name)} as check } from ${JSON.stringify(validatorModule(root))};`;
  const valibot = 'import * as v from "valibot";\nimport { check } from "./valibot.mjs";';
  return {
    sdkmill: {
      boolean: moduleText(own, "return check.is(value);"),
      explaining: moduleText(
        own,
        reading("check.issues(value)", "issue.pointer.length + issue.message.length"),
      ),
    },
    ajv: {
      boolean: moduleText('import check from "./ajv-first-error.cjs";', "return check(value);"),
      explaining: moduleText(
        'import check from "./ajv-all-errors.cjs";',
        reading("check(value) ? [] : check.errors", "issue.instancePath.length + issue.message.length"),
      ),
    },
    zod: {
      boolean: moduleText('import { check } from "./zod.mjs";', "return check.safeParse(value).success;"),
      explaining: moduleText(
        'import { check } from "./zod.mjs";',
        reading("check.safeParse(value).error?.issues ?? []", "issue.path.length + issue.message.length"),
      ),
    },
    valibot: {
      boolean: moduleText(valibot, "return v.is(check, value);"),
      explaining: moduleText(
        valibot,
        reading("v.safeParse(check, value).issues ?? []", "(issue.path?.length ?? 0) + issue.message.length"),
      ),
    },
    arktype: {
      boolean: moduleText('import { check } from "./arktype.mjs";', "return check.allows(value);"),
      explaining: moduleText(
        'import { type } from "arktype";\nimport { check } from "./arktype.mjs";',
        `const result = check(value);
${reading("result instanceof type.errors ? result : []", "issue.path.length + issue.message.length")}`,
      ),
    },
    typia: {
      boolean: moduleText('import { check } from "./typia-is.mjs";', "return check(value);"),
      explaining: moduleText(
        'import { check } from "./typia-validate.mjs";',
        `const result = check(value);
${reading("result.success ? [] : result.errors", "issue.path.length + issue.expected.length")}`,
      ),
    },
  };
}

function moduleText(imports: string, body: string): string {
  return `${imports}\nexport function accepts(value) {\n${body}\n}\n`;
}

function reading(issues: string, size: string): string {
  return `let read = 0;
for (const issue of ${issues}) read += ${size};
return read === 0;`;
}
