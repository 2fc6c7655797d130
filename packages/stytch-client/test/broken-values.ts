/** A copy of a JSON value with something else at one place: `/member/roles/0`. `undefined` takes it away. */
export function changed(value: unknown, pointer: string, replacement: unknown): unknown {
  const steps = pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  return steps.length === 0 ? replacement : changedAt(value, steps, replacement);
}

function changedAt(value: unknown, [step = "", ...rest]: readonly string[], replacement: unknown): unknown {
  if (typeof value !== "object" || value === null || (rest.length > 0 && !Object.hasOwn(value, step))) {
    throw new Error(`There is no ${step} to change.`);
  }
  const copy: object = Array.isArray(value) ? [...value] : { ...value };
  const next =
    rest.length === 0
      ? replacement
      : changedAt((value as Readonly<Record<string, unknown>>)[step], rest, replacement);
  if (next === undefined) Reflect.deleteProperty(copy, step);
  else Reflect.set(copy, step, next);
  return copy;
}
