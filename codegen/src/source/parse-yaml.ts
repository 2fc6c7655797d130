import { CORE_SCHEMA, load, YAMLException } from "js-yaml";
import { error, type Diagnostic } from "../diagnostics.ts";
import { isArray, type Json } from "./json.ts";
import { MAX_DEPTH, tooDeep, type Parsed } from "./parsed.ts";

/** Enough for hand-written anchors, too few for most alias bombs; what they unfold to is limited as well. */
const MAX_ALIASES = 100;
const MAX_NODES = 2_000_000;

/**
 * Parses one YAML 1.2 document with the core schema: no merge keys, no dates, no custom tags, no key
 * twice. js-yaml stops at the first fault.
 */
export function parseYaml(path: string, text: string): Parsed {
  try {
    const data = load(text, { schema: CORE_SCHEMA, maxDepth: MAX_DEPTH, maxAliases: MAX_ALIASES }) as Json;
    return { data: unfold(data, MAX_DEPTH, { nodes: MAX_NODES }), diagnostics: [] };
  } catch (cause) {
    if (cause instanceof YAMLException) return { data: undefined, diagnostics: [syntaxError(path, cause)] };
    if (cause instanceof TooDeep) return { data: undefined, diagnostics: [tooDeep(path)] };
    if (cause instanceof TooManyNodes) {
      const message = `The aliases unfold to more than ${MAX_NODES} values.`;
      const help = "Write out what the aliases stand for, or refer to it with `$ref`.";
      return { data: undefined, diagnostics: [error("yaml-syntax", message, help, { path, pointer: "" })] };
    }
    throw cause;
  }
}

function syntaxError(path: string, { reason, mark }: YAMLException): Diagnostic {
  if (reason.includes("maxDepth")) return tooDeep(path);
  const code = reason.startsWith("duplicated mapping key") ? "duplicate-key" : "yaml-syntax";
  const place = { path, pointer: "", offset: mark?.position ?? 0 };
  return error(code, `Broken YAML: ${reason}.`, "Mend the YAML text at this place.", place);
}

class TooDeep extends Error {
  override readonly name = "TooDeep";
}

class TooManyNodes extends Error {
  override readonly name = "TooManyNodes";
}

/** A copy in which every alias is its own value, so that the data is a tree: aliases may even hold themselves. */
function unfold(value: Json, depth: number, budget: { nodes: number }): Json {
  budget.nodes -= 1;
  if (budget.nodes < 0) throw new TooManyNodes();
  if (typeof value !== "object" || value === null) return value;
  if (depth === 0) throw new TooDeep();
  if (isArray(value)) return value.map((item) => unfold(item, depth - 1, budget));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, unfold(item, depth - 1, budget)]),
  );
}
