import { readFileSync } from "node:fs";
import type { Contract, NamedSchema } from "../../contract/contract.ts";
import { compareText } from "../../source/json.ts";
import { docComment } from "../code.ts";
import { packageName, type Emitter, type GeneratedFile, type PackageNaming } from "../emitter.ts";
import { compileChecks, type CheckModule } from "./compile/compile-checks.ts";
import { planChecks } from "./plan/plan-checks.ts";
import { scaffoldValidators } from "./scaffold-validators.ts";
import { validatorName } from "../validator-name.ts";

/**
 * The validators package: one module per schema, a barrel, and the few functions that all of them
 * share. JavaScript and declarations as they are published, no build in between.
 */
export const validatorsEmitter: Emitter = {
  kind: "validators",
  applies: ({ schemas }) => schemas.length > 0,
  async *emit(contract, naming) {
    const modules = compileChecks(planChecks(contract));
    for (const module of modules) {
      yield checkModule(module);
      yield declarationModule(module.schema, contract, naming);
    }
    yield* barrel(contract);
    yield* runtimeFiles.map(runtimeFile);
  },
  scaffold: scaffoldValidators,
};

/** The module of one schema: its checks, and the validator that they make. */
function checkModule({ schema, imports, declarations, answers }: CheckModule): GeneratedFile {
  const { name, aliases, slug, path } = schema;
  return {
    path: `${slug}.js`,
    imports: [{ from: "./runtime/validator.js", names: ["createValidator"], typeOnly: false }, ...imports],
    body: [
      ...declarations,
      `export const ${validatorName(name)} = /* @__PURE__ */ createValidator(${answers.join(", ")});`,
      ...aliases.map((alias) => `export { ${validatorName(name)} as ${validatorName(alias)} };`),
    ],
    sources: [path],
    formatted: false,
  };
}

function declarationModule(schema: NamedSchema, contract: Contract, naming: PackageNaming): GeneratedFile {
  const { name, aliases, slug, path } = schema;
  // A schema may be called as the type of its validator.
  const type = name === "Validator" ? "ValidatorOf" : "Validator";
  const declarations = [
    `${docComment(`Validates {@link ${name}}.`)}export declare const ${validatorName(name)}: ${type}<${name}>;`,
    ...aliases.map(
      (alias) =>
        `/** @deprecated Use {@link ${validatorName(name)}}. */\nexport declare const ${validatorName(alias)}: ${type}<${name}>;`,
    ),
  ];
  return {
    path: `${slug}.d.ts`,
    imports: [
      { from: packageName(contract, "types", naming), names: [name], typeOnly: true },
      {
        from: "./runtime/validator.js",
        names: [type === "Validator" ? type : `Validator as ${type}`],
        typeOnly: true,
      },
    ],
    body: declarations,
    sources: [path],
    formatted: false,
  };
}

function barrel({ schemas }: Contract): readonly GeneratedFile[] {
  const sorted = schemas.toSorted((a, b) => compareText(a.name, b.name));
  const validators = sorted.map(({ name, aliases, slug }) => {
    const names = [name, ...aliases].map(validatorName).join(", ");
    return `export { ${names} } from "./${slug}.js";`;
  });
  const shared = 'export { ValidationError } from "./runtime/validator.js";';
  const types =
    'export type { Issue, StandardSchema, ValidationResult, Validator } from "./runtime/validator.js";';
  const file = { imports: [], sources: [], formatted: false };
  return [
    { ...file, path: "index.js", body: [[...validators, shared].join("\n")] },
    { ...file, path: "index.d.ts", body: [[...validators, shared, types].join("\n")] },
  ];
}

/** A part of this program that is copied into the packages as it is. */
function runtimeFile(name: string): GeneratedFile {
  const body = readFileSync(new URL(`./runtime/${name}`, import.meta.url), "utf8");
  return { path: `runtime/${name}`, imports: [], body: [body], sources: [], formatted: false };
}

/** What checks of formats need: a module for each kind of format, and those that several of them share. */
const formats = [
  ...["base64", "characters", "dates", "email-addresses", "host-names", "http-fields", "identifiers"],
  ...["ip-addresses", "json-pointers", "numbers", "patterns", "references", "structured-fields"],
  ...["ascii", "base64-padding", "bidi-rule", "idna", "ldh-names", "punycode"],
].map((name) => `formats/${name}.js`);

const runtimeFiles = [
  ...["validator.js", "validator.d.ts", "issues.js", "values.js"],
  ...["telling.js", "unions.js", "evaluation.js", ...formats],
];
