import type { Contract } from "../../contract/contract.ts";
import { exportedFunction, type Answer } from "./compile/check-function.ts";
import { checkUnit } from "./compile/check-unit.ts";
import { compileBody } from "./compile/compile-node.ts";
import { moduleScope } from "./compile/module-scope.ts";
import { trackedChecks } from "./compile/tracked-checks.ts";
import { planChecks, type PlannedCheck } from "./plan/plan-checks.ts";
import { TooManyChecksError } from "./plan/too-many-checks.ts";

/** A module that needs nothing of a package around it. */
export interface SelfContainedChecks {
  /** JavaScript. It exports two lists, `is` and `tell`: the functions of the public check of each key. */
  readonly text: string;
  readonly keys: readonly string[];
}

/**
 * The public checks of some schemas, compiled as for the validators package of a contract, as one module: for
 * those who run them at once. It imports the shared functions by their URLs, and nothing else.
 *
 * @returns no keys for a contract whose dynamic references lead to too many checks
 */
export function selfContainedChecks(contract: Contract, keys: readonly string[]): SelfContainedChecks {
  const plan = planOf(contract);
  const publicOf = new Map(plan.filter(({ isPublic }) => isPublic).map((check) => [check.schema.key, check]));
  const asked = keys.flatMap((key) => publicOf.get(key) ?? []);
  return { text: moduleText(plan, asked), keys: asked.map(({ schema }) => schema.key) };
}

function planOf(contract: Contract): readonly PlannedCheck[] {
  try {
    return planChecks(contract);
  } catch (fault) {
    if (fault instanceof TooManyChecksError) return [];
    throw fault;
  }
}

/** All checks in one module. */
function moduleText(plan: readonly PlannedCheck[], asked: readonly PlannedCheck[]): string {
  const byId = new Map(plan.map((check, index) => [check.id, { check, index }]));
  const find = (id: string): { readonly check: PlannedCheck; readonly index: number } => {
    const found = byId.get(id);
    if (found === undefined) throw new Error(`There is no check ${id}.`);
    return found;
  };
  const target = (id: string): PlannedCheck => find(id).check;
  const nameOf = (id: string, answer: Answer, isTracked: boolean): string =>
    `${answer}${find(id).index}${isTracked ? "Evaluated" : ""}`;
  const tracked = trackedChecks(plan, target);
  const forms = plan.flatMap((check) =>
    (tracked.has(check.id) ? [false, true] : [false]).map((isTracked) => ({ check, isTracked })),
  );
  const answers = ["is", "tell"] as const;
  const names = forms.flatMap(({ check, isTracked }) =>
    answers.map((answer) => nameOf(check.id, answer, isTracked)),
  );
  const { scope, top } = moduleScope([...answers, ...names]);
  const functions = forms.flatMap(({ check, isTracked }) => {
    const telling = checkUnit(scope, check, target, nameOf);
    return [telling.asking, telling].map((unit) => {
      const body = compileBody(check.node, unit, isTracked);
      return exportedFunction(unit, nameOf(check.id, unit.answer, isTracked), isTracked, body);
    });
  });
  const { imports, declarations } = top();
  const lines = imports.map(
    ({ from, names: list }) =>
      `import { ${list.join(", ")} } from ${JSON.stringify(new URL(from, import.meta.url).href)};`,
  );
  const lists = answers.map(
    (answer) => `export const ${answer} = [${asked.map(({ id }) => nameOf(id, answer, false)).join(", ")}];`,
  );
  return [...lines, ...declarations, ...functions, ...lists].join("\n");
}
