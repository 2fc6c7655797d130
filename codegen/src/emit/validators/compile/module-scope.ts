import type { Import } from "../../emitter.ts";
import type { FormatModule } from "./format-checks.ts";

/** What stands at the top of a module: imports, constants and functions, each under a name of its own. */
export interface ModuleScope {
  /** Takes a function of the package's runtime. */
  readonly runtime: (file: RuntimeFile, name: string) => string;
  /** Takes an export of the module of another schema, under the name given or a free one like it. */
  readonly imported: (slug: string, exported: string, local: string) => string;
  /** A constant of the module; equal ones are one. */
  readonly constant: (prefix: string, expression: string) => string;
  /** A function of the module, given as its parameters and body; equal ones are one. */
  readonly define: (prefix: string, code: string) => string;
}

/** The modules that all validators of a package share. */
export type RuntimeFile =
  "evaluation" | "issues" | "telling" | "unions" | "validator" | "values" | `formats/${FormatModule}`;

export interface ModuleTop {
  readonly imports: readonly Import[];
  /** Constants, then functions. */
  readonly declarations: readonly string[];
}

/**
 * @param taken names that the module has already
 * @returns the scope, and what was asked of it so far
 */
export function moduleScope(taken: readonly string[]): {
  readonly scope: ModuleScope;
  readonly top: () => ModuleTop;
} {
  const names = new Set(taken);
  const imports = new Map<string, Import & { readonly local: string }>();
  const constants = new Map<string, string>();
  const functions = new Map<string, string>();

  const free = (wanted: string): string => {
    let name = wanted;
    for (let number = 2; names.has(name); number += 1) name = `${wanted}_${number}`;
    names.add(name);
    return name;
  };
  const numbered = (declared: Map<string, string>, prefix: string, code: string): string => {
    const known = declared.get(code);
    if (known !== undefined) return known;
    const name = free(`${prefix}${declared.size + 1}`);
    declared.set(code, name);
    return name;
  };
  const imported = (from: string, exported: string, wanted: string): string => {
    const key = `${from} ${exported}`;
    const known = imports.get(key);
    if (known !== undefined) return known.local;
    const local = free(wanted);
    const name = local === exported ? exported : `${exported} as ${local}`;
    imports.set(key, { from, names: [name], typeOnly: false, local });
    return local;
  };
  const scope: ModuleScope = {
    runtime: (file, name) => imported(`./runtime/${file}.js`, name, name),
    imported: (slug, exported, local) => imported(`./${slug}.js`, exported, local),
    constant: (prefix, expression) => numbered(constants, prefix, expression),
    define: (prefix, code) => numbered(functions, prefix, code),
  };
  const top = (): ModuleTop => ({
    imports: [...imports.values()].map(({ from, names: list, typeOnly }) => ({
      from,
      names: list,
      typeOnly,
    })),
    declarations: [
      ...[...constants].map(([expression, name]) => `const ${name} = ${expression};`),
      ...[...functions].map(([code, name]) => `function ${name}${code}`),
    ],
  });
  return { scope, top };
}
