import type { Name, ValueScopeName } from "ajv/dist/compile/codegen/index.js";
import type { NamedSchema } from "../../contract/contract.ts";
import { literal } from "../code.ts";
import type { GeneratedFile, Import } from "../emitter.ts";
import type { CompiledCheck } from "./compile-checks.ts";
import { formatChecks } from "./format-checks.ts";
import { validatorName } from "./validator-name.ts";
import type { Json } from "../../source/json.ts";

/** What stands outside of a compiled function: a line that declares it, or a module to import it from. */
interface Outside {
  readonly name: string;
  readonly declaration?: string;
  readonly import?: Import;
}

/**
 * The module of one schema. Ajv numbers its functions and values through the whole run; here they get
 * names of their own, so that a change of one schema leaves the modules of the others as they are.
 *
 * @param target the schema whose function has a name
 */
export function checkModule(
  schema: NamedSchema,
  check: CompiledCheck,
  target: (name: string) => NamedSchema | undefined,
): GeneratedFile {
  const outside = new Map<string, Outside>([[String(check.validateName), { name: "check" }]]);
  for (const names of Object.values(check.scopeValues)) {
    for (const name of names ?? []) {
      const value =
        String(name) === String(check.validateName)
          ? undefined
          : outsideValue(name, check, target, outside.size);
      if (value !== undefined) outside.set(String(name), value);
    }
  }
  const code = rename(check.validateCode, outside);
  const used = [...outside.values()].filter(
    ({ name }) => name === "check" || new RegExp(`(?<![\\w$.])${name}(?![\\w$])`).test(code),
  );
  const evaluated = check.evaluated === undefined ? "" : `check.evaluated = ${String(check.evaluated)};`;
  return {
    path: `${schema.slug}.js`,
    imports: [
      { from: "./runtime/validator.js", names: ["createValidator"], typeOnly: false },
      ...(code.includes("appendErrors(")
        ? [{ from: "./runtime/values.js", names: ["appendErrors"], typeOnly: false }]
        : []),
      ...used.flatMap((value) => (value.import === undefined ? [] : [value.import])),
    ],
    body: [
      ...used.flatMap(({ declaration }) => (declaration === undefined ? [] : [declaration])),
      `export ${code.trim()}`,
      evaluated,
      `export const ${validatorName(schema.name)} = /* @__PURE__ */ createValidator(check);`,
      ...schema.aliases.map(
        (alias) => `export { ${validatorName(schema.name)} as ${validatorName(alias)} };`,
      ),
    ],
    sources: [schema.path],
    formatted: false,
  };
}

function outsideValue(
  name: ValueScopeName,
  check: CompiledCheck,
  target: (name: string) => NamedSchema | undefined,
  index: number,
): Outside | undefined {
  const { prefix, value } = name;
  const local = `${prefix}${index}`;
  switch (prefix) {
    case "validate":
      return checkOf(target(String(name)));
    case "root":
    case "wrapper": {
      const { validateName } = refOf<{ readonly validateName: Name }>(name);
      const isOwn = String(validateName) === String(check.validateName);
      const other = isOwn ? { name: "check" } : checkOf(target(String(validateName)));
      return { ...other, name: local, declaration: `const ${local} = { validate: ${other.name} };` };
    }
    case "formats":
      return formatValue(String(value?.key), local);
    case "schema":
      return { name: local, declaration: `const ${local} = ${literal(refOf<Json>(name))};` };
    case "pattern": {
      const { source } = refOf<RegExp>(name);
      return { name: local, declaration: `const ${local} = new RegExp(${literal(source)}, "u");` };
    }
    case "func":
      return functionValue(String(value?.code), local);
    default:
      throw new Error(`Ajv refers to a ${prefix}, which the emitter does not know.`);
  }
}

/** What a name stands for when Ajv runs; its prefix tells the type. */
function refOf<T>({ value }: ValueScopeName): T {
  return value?.ref as T;
}

function checkOf(schema: NamedSchema | undefined): Outside {
  if (schema === undefined) throw new Error("Ajv refers to a function of no schema.");
  const name = `check${schema.name}`;
  return { name, import: { from: `./${schema.slug}.js`, names: [`check as ${name}`], typeOnly: false } };
}

function formatValue(format: string, local: string): Outside {
  const { function: imported } = formatChecks.get(format) ?? { function: undefined };
  const check = imported ?? "() => true";
  const declaration = `const ${local} = { validate: ${check} };`;
  if (imported === undefined) return { name: local, declaration };
  return {
    name: local,
    declaration,
    import: { from: "./runtime/formats.js", names: [imported], typeOnly: false },
  };
}

/** Ajv's own helpers, by the code that would require them. */
function functionValue(code: string, local: string): Outside {
  const shared = (name: string): Outside => ({
    name: local,
    declaration: `const ${local} = ${name};`,
    import: { from: "./runtime/values.js", names: [name], typeOnly: false },
  });
  if (code.includes("ucs2length")) return shared("codePointLength");
  if (code.includes("runtime/equal")) return shared("isEqual");
  if (code.includes("hasOwnProperty"))
    return { name: local, declaration: `const ${local} = Object.prototype.hasOwnProperty;` };
  throw new Error(`Ajv needs ${code}, which the runtime does not have.`);
}

/** Puts the names in place of Ajv's, everywhere but in strings and after a dot. */
function rename(code: string, outside: ReadonlyMap<string, Outside>): string {
  return code.replaceAll(/"(?:[^"\\]|\\.)*"|\bvErrors\.concat\(|(?<![\w$.])[a-z]+\d+(?![\w$])/g, (token) =>
    token === "vErrors.concat(" ? "appendErrors(vErrors, " : (outside.get(token)?.name ?? token),
  );
}
