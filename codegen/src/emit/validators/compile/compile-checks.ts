import type { NamedSchema } from "../../../contract/contract.ts";
import type { Import } from "../../emitter.ts";
import { exportedFunction, type Unit } from "./check-function.ts";
import { compileBody, compileNode } from "./compile-node.ts";
import { moduleScope } from "./module-scope.ts";
import type { PlannedCheck } from "../plan/plan-checks.ts";
import { validatorName } from "../validator-name.ts";

/** Everything of the module of one schema but its validator. */
export interface CheckModule {
  readonly schema: NamedSchema;
  readonly imports: readonly Import[];
  /** Constants, functions that only this module has, and the exported checks. */
  readonly declarations: readonly string[];
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

function compileModule(
  schema: NamedSchema,
  checks: readonly PlannedCheck[],
  tracked: ReadonlySet<string>,
  target: (id: string) => PlannedCheck,
): CheckModule {
  const exports = checks.flatMap((check) => [
    { check, isTracked: false },
    ...(tracked.has(check.id) ? [{ check, isTracked: true }] : []),
  ]);
  const validators = [schema.name, ...schema.aliases].map(validatorName);
  const { scope, top } = moduleScope([...exports.map(exportOf), ...validators, "createValidator"]);
  const functions = exports.map((entry) => {
    const unit: Unit = {
      scope,
      check: entry.check,
      target,
      checkName: (id, isTracked) => {
        const other = { check: target(id), isTracked };
        return other.check.schema === schema
          ? exportOf(other)
          : scope.imported(other.check.schema.slug, exportOf(other), localName(other));
      },
      compile: (node, site) => compileNode(node, site, unit),
    };
    const body = compileBody(entry.check.node, unit, entry.isTracked);
    return exportedFunction(unit, exportOf(entry), entry.isTracked, body);
  });
  const { imports, declarations } = top();
  return { schema, imports, declarations: [...declarations, ...functions] };
}

interface Exported {
  readonly check: PlannedCheck;
  readonly isTracked: boolean;
}

function exportOf({ check, isTracked }: Exported): string {
  return isTracked ? `${check.exportName}Evaluated` : check.exportName;
}

/** `check` of `Member` is `checkMember` elsewhere. */
function localName({ check, isTracked }: Exported): string {
  return `check${check.schema.name}${exportOf({ check, isTracked }).replace(/^check/, "")}`;
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
    const unit: Unit = {
      scope,
      check,
      target,
      checkName: (id, isAsked) => {
        if (isAsked && !found.has(id)) {
          found.add(id);
          pending.push(id);
        }
        return "check";
      },
      compile: (node, site) => compileNode(node, site, unit),
    };
    compileBody(check.node, unit, isTracked);
  };
  for (const check of plan.filter(asksForEvaluated)) collect(false, check);
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) collect(true, target(id));
  return found;
}

function asksForEvaluated({ node }: PlannedCheck): boolean {
  return /"unevaluated(Properties|Items)":/.test(JSON.stringify(node));
}
