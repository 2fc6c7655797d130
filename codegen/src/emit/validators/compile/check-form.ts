import { isObject } from "../../../source/json.ts";
import type { PlannedCheck } from "../plan/plan-checks.ts";
import { bareReference } from "./bare-reference.ts";
import { depth, exportedFunction, type Answer, type Unit } from "./check-function.ts";
import { compileBody, isStructural } from "./compile-node.ts";
import { callOf } from "./javascript.ts";
import { toldTerm } from "./told-term.ts";

/** A check, or the one beside it that keeps what it evaluated. */
export interface CheckForm {
  readonly check: PlannedCheck;
  readonly isTracked: boolean;
}

/** `is` and `tell` of the public check, `isRequest` and `tellRequest` of another one. */
export function exportOf({ check, isTracked }: CheckForm, answer: Answer): string {
  return `${answer}${check.exportName.replace(/^check/, "")}${isTracked ? "Evaluated" : ""}`;
}

/** `is` of `Member` is `isMember` elsewhere. */
export function localName(form: CheckForm, answer: Answer): string {
  return `${answer}${form.check.schema.name}${exportOf(form, answer).slice(answer.length)}`;
}

/** The exported functions of a check. */
export interface CheckFunctions {
  readonly code: string;
  /** Their names in the module. */
  readonly is: string;
  readonly tell: string;
  /** Whether they count how deep they are. */
  readonly isDeep: boolean;
}

/** Compiles the functions of a check that its module exports. */
export function compileForm(form: CheckForm, unit: Unit): CheckFunctions {
  const { node, isRecursive } = form.check;
  const reference = bareReference(node);
  const exports = { is: exportOf(form, "is"), tell: exportOf(form, "tell") };
  // What only refers to another check is that check.
  if (reference !== undefined) {
    const is = unit.checkName(reference, "is", form.isTracked);
    const tell = unit.checkName(reference, "tell", form.isTracked);
    const code = `export { ${is} as ${exports.is}, ${tell} as ${exports.tell} };`;
    return { code, is, tell, isDeep: unit.target(reference).isRecursive };
  }
  const is = compileBody(node, unit.asking, form.isTracked);
  const functions = [
    exportedFunction(unit.asking, exports.is, form.isTracked, is),
    exportedFunction(unit, exports.tell, form.isTracked, tellBody(form, exports.is, unit)),
  ];
  return { ...exports, code: functions.join("\n\n"), isDeep: isRecursive };
}

/** The body of the function that tells. Most parts of a value that is not valid are: these are not gone through again. */
function tellBody({ check, isTracked }: CheckForm, is: string, unit: Unit): string {
  const { node } = check;
  if (isTracked || !isObject(node) || !isStructural(node, false)) return compileBody(node, unit, isTracked);
  const told = toldTerm(node, () => is, unit);
  if (told !== undefined) return `return ${told};`;
  return `if (${callOf(is, ["c.value", depth(unit)])}) return true;\n${compileBody(node, unit, false)}`;
}
