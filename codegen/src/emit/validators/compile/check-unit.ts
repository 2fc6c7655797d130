import { isObject } from "../../../source/json.ts";
import type { PlannedCheck } from "../plan/plan-checks.ts";
import type { Answer, Unit } from "./check-function.ts";
import { compileNode, isStructural, structuralFunction } from "./compile-node.ts";
import type { ModuleScope } from "./module-scope.ts";

/** What the functions of a check share: the unit of the one that tells, which has the other. */
export function checkUnit(
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
