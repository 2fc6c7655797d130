import { CORE_SCHEMA, load, YAMLException } from "js-yaml";
import { error, type Diagnostic } from "../diagnostics.ts";
import { isArray, isObject, type Json } from "./json.ts";
import { MAX_DEPTH, type Parsed } from "./parsed.ts";

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
    return { data: unfold(data, { nodes: MAX_NODES }), diagnostics: [] };
  } catch (cause) {
    if (cause instanceof YAMLException) return { data: undefined, diagnostics: [syntaxError(path, cause)] };
    if (cause instanceof NotJson) {
      const help = "Write the document in the part of YAML that JSON can express.";
      return {
        data: undefined,
        diagnostics: [error("yaml-syntax", cause.message, help, { path, pointer: "" })],
      };
    }
    throw cause;
  }
}

function syntaxError(path: string, { reason, mark }: YAMLException): Diagnostic {
  const code = reason.startsWith("duplicated mapping key") ? "duplicate-key" : "yaml-syntax";
  const place = { path, pointer: "", offset: mark?.position ?? 0 };
  return error(code, `Broken YAML: ${reason}.`, "Mend the YAML text at this place.", place);
}

class NotJson extends Error {
  override readonly name = "NotJson";
}

/** A copy in which every alias is its own value, so that the data is a tree of JSON values. */
function unfold(value: Json, budget: { nodes: number }): Json {
  budget.nodes -= 1;
  if (budget.nodes < 0) throw new NotJson(`The aliases unfold to more than ${MAX_NODES} values.`);
  if (isArray(value)) return value.map((item) => unfold(item, budget));
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unfold(item, budget)]));
  }
  if (typeof value === "number" && !Number.isFinite(value))
    throw new NotJson("JSON has no infinity and no NaN.");
  return value;
}
