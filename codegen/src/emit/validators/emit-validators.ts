import { readFileSync } from "node:fs";
import type { Contract, NamedSchema } from "../../contract/contract.ts";
import { compareText } from "../../source/json.ts";
import { docComment } from "../code.ts";
import { packageName, type Emitter, type GeneratedFile, type PackageNaming } from "../emitter.ts";
import { checkModule } from "./check-module.ts";
import { scaffoldValidators } from "./scaffold-validators.ts";
import { validatorName } from "./validator-name.ts";

/**
 * The validators package: one module per schema, a barrel, and the few functions that all of them
 * share. JavaScript and declarations as they are published, no build in between.
 */
export const validatorsEmitter: Emitter = {
  kind: "validators",
  applies: ({ schemas }) => schemas.length > 0,
  async *emit(contract, naming) {
    // Ajv is a heavy import, needed here alone.
    const { compileChecks } = await import("./compile-checks.ts");
    const checks = compileChecks(contract);
    const byFunction = new Map([...checks].map(([key, check]) => [String(check.validateName), key]));
    const bySchema = new Map(contract.schemas.map((schema) => [schema.key, schema]));
    const target = (name: string): NamedSchema | undefined => bySchema.get(byFunction.get(name) ?? "");
    for (const schema of contract.schemas) {
      const check = checks.get(schema.key);
      if (check === undefined) continue;
      yield checkModule(schema, check, target);
      yield declarationModule(schema, contract, naming);
    }
    yield* barrel(contract);
    yield* runtime;
  },
  scaffold: scaffoldValidators,
};

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

const runtime = ["validator.js", "validator.d.ts", "values.js", "formats.js"].map(runtimeFile);
