import { greatest, type Verdict, type Verdicts } from "./change.ts";
import type { Finding } from "./finding.ts";
import { operationRuleTable } from "./operations/operation-rules.ts";
import type { Policy } from "./policy.ts";
import type { Rule } from "./rule.ts";
import { deadBranches, schemaRules } from "./schemas/schema-rules.ts";

/** Every kind of change, with what it demands. */
export const rules: Readonly<Record<string, Rule>> = { ...operationRuleTable, ...schemaRules };

/** What a finding demands: by the rule of its kind, its position, what is special about it, and the policy. */
export function judgeFinding(finding: Finding, policy: Policy): Verdicts {
  const { kind, view, verdicts: special = {} } = finding;
  const found = rules[kind];
  // A kind without a rule would be a fault of ours; a test holds that there is none.
  if (found === undefined) throw new Error(`There is no rule for ${kind}.`);
  const { request, response } = found;
  const here = view.side === "request" ? request : response;
  const there = view.side === "request" ? response : request;
  const sensed = (name: "wire" | "validators"): Verdict => {
    if (view.sense === "same") return here[name];
    return view.sense === "turned" ? there[name] : greatest(here[name], there[name]);
  };
  const judged = { types: here.types, wire: sensed("wire"), validators: sensed("validators") };
  const chosen = { ...judged, ...byPolicy(finding, judged, policy), ...special };
  return {
    types: view.isTyped ? chosen.types : "none",
    wire: view.isSent ? chosen.wire : "none",
    validators: chosen.validators,
  };
}

/** What bounds a single value, and so is checked of answers as well. */
const tightenings = new RegExp(
  [
    "^(?:(?:minimum|maximum|(?:min|max)-(?:length|items|properties)|pattern|format|multiple-of)-added",
    "content-(?:encoding|media-type)-added|unique-items-added|format-narrowed|multiple-of-tightened",
    "(?:minimum|min-(?:length|items|properties))-increased|(?:maximum|max-(?:length|items|properties))-decreased)$",
  ].join("|"),
);

function byPolicy({ kind, view }: Finding, { types }: Verdicts, policy: Policy): Partial<Verdicts> {
  if (view.side !== "response") return {};
  if (deadBranches.has(kind)) return types === "minor" ? { types: policy.deadBranch } : {};
  if (kind === "enum-value-added")
    return { wire: policy.responseEnumAdded, validators: policy.responseEnumAdded };
  if (view.sense === "same" && tightenings.test(kind)) return { validators: policy.responseTightened };
  return {};
}
