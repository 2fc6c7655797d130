import type { NamedSchema } from "../../../contract/contract.ts";
import type { Import } from "../../emitter.ts";
import type { PlannedCheck } from "../plan/plan-checks.ts";
import { validatorName } from "../../validator-name.ts";
import { compileForm, exportOf, localName, type CheckForm } from "./check-form.ts";
import { checkUnit } from "./check-unit.ts";
import { moduleScope } from "./module-scope.ts";
import { trackedChecks } from "./tracked-checks.ts";

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
  const compiled = forms.map((form) => {
    const unit = checkUnit(scope, form.check, target, (id, answer, isTracked) => {
      const other = { check: target(id), isTracked };
      return other.check.schema === schema
        ? exportOf(other, answer)
        : scope.imported(other.check.schema.slug, exportOf(other, answer), localName(other, answer));
    });
    return { form, functions: compileForm(form, unit) };
  });
  const { imports, declarations } = top();
  const open = compiled.find(({ form }) => form.check.isPublic)?.functions;
  if (open === undefined) throw new Error(`${schema.name} has no public check.`);
  return {
    schema,
    imports,
    declarations: [...declarations, ...compiled.map(({ functions }) => functions.code)],
    // Called with a second argument, as by `filter`, it would take that for a depth.
    answers: [open.isDeep ? `(v) => ${open.is}(v)` : open.is, open.tell],
  };
}
