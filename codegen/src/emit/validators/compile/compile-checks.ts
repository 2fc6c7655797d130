import { isObject, ownString } from "../../../source/json.ts";
import type { NamedSchema } from "../../../contract/contract.ts";
import type { Import } from "../../emitter.ts";
import type { PlannedCheck } from "../plan/plan-checks.ts";
import { validatorName } from "../validator-name.ts";
import { depth, exportedFunction, type Answer, type Unit } from "./check-function.ts";
import { compileBody, compileNode, isStructural, structuralFunction } from "./compile-node.ts";
import { callOf } from "./javascript.ts";
import { moduleScope, type ModuleScope } from "./module-scope.ts";
import { toldTerm } from "./told-term.ts";

/** Everything of the module of one schema but its validator. */
export interface CheckModule {
  readonly schema: NamedSchema;
  readonly imports: readonly Import[];
  /** Constants, functions that only this module has, and the exported ones. */
  readonly declarations: readonly string[];
  /** JavaScript of the two functions that the validator is made of. */
  readonly answers: readonly [is: string, tell: string];
}

/**
 * Compiles checks to JavaScript, the ones of each schema into a module. A check that a schema with
 * `unevaluatedProperties` or `unevaluatedItems` refers to is there a second time, as one that keeps what
 * it evaluated.
 */
export function compileChecks(plan: readonly PlannedCheck[]): readonly CheckModule[] {
  const byId = new Map(plan.map((check) => [check.id, check]));
  const target = (id: string): PlannedCheck => {
    const check = byId.get(id);
    if (check === undefined) throw new Error(`There is no check ${id}.`);
    return check;
  };
  const tracked = trackedChecks(plan, target);
  const modules = Map.groupBy(plan, ({ schema }) => schema);
  return [...modules].map(([schema, checks]) => compileModule(schema, checks, tracked, target));
}

/** A check, or the one beside it that keeps what it evaluated. */
interface CheckForm {
  readonly check: PlannedCheck;
  readonly isTracked: boolean;
}

function compileModule(
  schema: NamedSchema,
  checks: readonly PlannedCheck[],
  tracked: ReadonlySet<string>,
  target: (id: string) => PlannedCheck,
): CheckModule {
  const forms = checks.flatMap((check): readonly CheckForm[] => [
    { check, isTracked: false },
    ...(tracked.has(check.id) ? [{ check, isTracked: true }] : []),
  ]);
  const validators = [schema.name, ...schema.aliases].map(validatorName);
  const exports = forms.flatMap((form) => [exportOf(form, "is"), exportOf(form, "tell")]);
  const { scope, top } = moduleScope([...exports, ...validators, "createValidator"]);
  const functions = forms.map((form) => {
    const unit = unitOf(scope, form.check, target, (id, answer, isTracked) => {
      const other = { check: target(id), isTracked };
      return other.check.schema === schema
        ? exportOf(other, answer)
        : scope.imported(other.check.schema.slug, exportOf(other, answer), localName(other, answer));
    });
    return compileForm(form, unit);
  });
  const { imports, declarations } = top();
  const [{ is, tell, isDeep }] = functions.filter((_, index) => forms[index]?.check.isPublic) as [Functions];
  return {
    schema,
    imports,
    declarations: [...declarations, ...functions.map(({ code }) => code)],
    // Called with a second argument, as by `filter`, it would take that for a depth.
    answers: [isDeep ? `(v) => ${is}(v)` : is, tell],
  };
}

/** The exported functions of a check. */
interface Functions {
  readonly code: string;
  /** Their names in the module. */
  readonly is: string;
  readonly tell: string;
  /** Whether they count how deep they are. */
  readonly isDeep: boolean;
}

function compileForm(form: CheckForm, unit: Unit): Functions {
  const { node, isRecursive } = form.check;
  const reference = ownString(node, "$ref");
  const exports = { is: exportOf(form, "is"), tell: exportOf(form, "tell") };
  // What only refers to another check is that check.
  if (reference !== undefined && isObject(node) && Object.keys(node).length === 1) {
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

/** What the functions of a check share: the unit of the one that tells, which has the other. */
function unitOf(
  scope: ModuleScope,
  check: PlannedCheck,
  target: (id: string) => PlannedCheck,
  checkName: Unit["checkName"],
): Unit {
  const unitFor = (answer: Answer): Unit => {
    const unit: Unit = {
      ...{ answer, scope, check, target, checkName },
      compile: (node, site) => compileNode(node, site, unit),
      structural: (node) =>
        isObject(node) && isStructural(node, false) ? structuralFunction(node, unit, false) : undefined,
      get asking() {
        return answer === "is" ? unit : asking;
      },
    };
    return unit;
  };
  const asking = unitFor("is");
  return unitFor("tell");
}

/** `is` and `tell` of the public check, `isRequest` and `tellRequest` of another one. */
function exportOf({ check, isTracked }: CheckForm, answer: Answer): string {
  return `${answer}${check.exportName.replace(/^check/, "")}${isTracked ? "Evaluated" : ""}`;
}

/** `is` of `Member` is `isMember` elsewhere. */
function localName(form: CheckForm, answer: Answer): string {
  return `${answer}${form.check.schema.name}${exportOf(form, answer).slice(answer.length)}`;
}

/** Ids of the checks that have to say what they evaluated: those that a schema that asks for it refers to in place. */
function trackedChecks(
  plan: readonly PlannedCheck[],
  target: (id: string) => PlannedCheck,
): ReadonlySet<string> {
  const found = new Set<string>();
  const pending: string[] = [];
  const collect = (isTracked: boolean, check: PlannedCheck): void => {
    const { scope } = moduleScope([]);
    const unit = unitOf(scope, check, target, (id, answer, isAsked) => {
      if (isAsked && !found.has(id)) {
        found.add(id);
        pending.push(id);
      }
      return answer;
    });
    compileBody(check.node, unit.asking, isTracked);
  };
  for (const check of plan.filter(asksForEvaluated)) collect(false, check);
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) collect(true, target(id));
  return found;
}

function asksForEvaluated({ node }: PlannedCheck): boolean {
  return /"unevaluated(Properties|Items)":/.test(JSON.stringify(node));
}
