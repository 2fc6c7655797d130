import type { PlannedCheck } from "../plan/plan-checks.ts";
import { checkUnit } from "./check-unit.ts";
import { compileBody } from "./compile-node.ts";
import { moduleScope } from "./module-scope.ts";

/** Ids of the checks that have to say what they evaluated: those that a schema that asks for it refers to in place. */
export function trackedChecks(
  plan: readonly PlannedCheck[],
  target: (id: string) => PlannedCheck,
): ReadonlySet<string> {
  const found = new Set<string>();
  const pending: string[] = [];
  const collect = (isTracked: boolean, check: PlannedCheck): void => {
    const { scope } = moduleScope([]);
    const unit = checkUnit(scope, check, target, (id, answer, isAsked) => {
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
