import { isDeepStrictEqual } from "node:util";
import type { Options, ValidationManner } from "../../contract/options.ts";
import { appendPointer } from "../../source/json-pointer.ts";
import type { Verdicts } from "../change.ts";
import type { Policy } from "../policy.ts";
import { quoted } from "../quoted.ts";
import { report, type Scope } from "./scope.ts";

type Judge = (old: Options, next: Options, policy: Policy) => Partial<Verdicts>;

/** How much each manner refuses. */
const manners: readonly ValidationManner[] = ["tolerant", "exact", "strict"];

/** What a change of an option demands of the packages. On the wire, none of them is anything. */
const judges: Readonly<Partial<Record<keyof Options, Judge>>> = {
  // An index signature: more names can be written and read.
  openObjects: (_old, next) => ({ types: next.openObjects ? "minor" : "major" }),
  requestEnums: (_old, next) =>
    next.requestEnums === "open"
      ? { types: "minor", validators: "minor" }
      : { types: "major", validators: "major" },
  // Who reads all values of a closed enum has not read those that may come now.
  responseEnums: (_old, next, policy) =>
    next.responseEnums === "open"
      ? { types: "major", validators: "minor" }
      : { types: policy.deadBranch, validators: policy.responseEnumAdded },
  requestValidation: (old, next) => ({
    validators: isStricter(old.requestValidation, next.requestValidation) ? "major" : "minor",
  }),
  responseValidation: (old, next, policy) => ({
    validators: isStricter(old.responseValidation, next.responseValidation)
      ? policy.responseTightened
      : "minor",
  }),
  formats: (_old, next) => ({ validators: next.formats === "assertion" ? "major" : "minor" }),
  issueDescriptions: () => ({ validators: "patch" }),
  // What an error of the client says.
  requestId: ({ requestId }) => ({ types: requestId === undefined ? "minor" : "major" }),
  errorType: ({ errorType }) => ({ types: errorType.length === 0 ? "minor" : "major" }),
};

function isStricter(old: ValidationManner, next: ValidationManner): boolean {
  return manners.indexOf(next) > manners.indexOf(old);
}

/** Compares what was chosen for the API under `x-sdkmill`. */
export function compareOptions(scope: Scope): void {
  const { old, new: next, policy } = scope.comparison;
  const [before, after] = [old.contract.options, next.contract.options];
  for (const [name, judge] of Object.entries(judges)) {
    const [was, is] = [Object.entries(before), Object.entries(after)].map(
      (entries) => entries.find(([key]) => key === name)?.[1],
    );
    if (isDeepStrictEqual(was, is)) continue;
    const message = `The option ${quoted(name)} was changed.`;
    const site = appendPointer("/x-sdkmill", name);
    report(
      scope,
      scope.sent,
      "option-changed",
      message,
      { old: site, new: site },
      judge(before, after, policy),
    );
  }
  compareErrorTypes(scope);
}

/** The types of errors that are known by name. */
function compareErrorTypes(scope: Scope): void {
  const { old, new: next, policy } = scope.comparison;
  const [before, after] = [old.contract.options.errorTypes, next.contract.options.errorTypes];
  const site = (name: string): string => appendPointer("/x-sdkmill/errorTypes", name);
  for (const [name, type] of Object.entries(after)) {
    const known = Object.hasOwn(before, name) ? before[name] : undefined;
    if (known === undefined) {
      const message = `The type of errors ${quoted(name)} is known now.`;
      report(scope, scope.sent, "error-type-added", message, { new: site(name) });
      continue;
    }
    const sites = { old: site(name), new: site(name) };
    if (known.retry !== type.retry) {
      const message = `Whether an error of the type ${quoted(name)} is retried was changed.`;
      report(scope, scope.sent, "option-changed", message, sites, { types: "minor" });
    }
    if (known.description !== type.description) {
      const message = `The \`description\` of the type of errors ${quoted(name)} was changed.`;
      report(scope, scope.sent, "text-changed", message, sites);
    }
  }
  for (const name of Object.keys(before)) {
    if (Object.hasOwn(after, name)) continue;
    const message = `The type of errors ${quoted(name)} is no longer known.`;
    report(
      scope,
      scope.sent,
      "error-type-removed",
      message,
      { old: site(name) },
      { types: policy.deadBranch },
    );
  }
}
