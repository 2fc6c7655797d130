/**
 * JavaScript of generated checks, as text. A term is an expression that says whether something holds: one
 * that binds stronger than `&&`, or in parentheses.
 */

/** A part of a function's body: a statement, or a condition that ends it with false where it does not hold. */
export type Step =
  | { readonly kind: "statement"; readonly text: string }
  | { readonly kind: "condition"; readonly term: string };

export function statement(text: string): Step {
  return { kind: "statement", text };
}

export function condition(term: string): Step {
  return { kind: "condition", term };
}

/** All of them. */
export function and(terms: readonly string[]): string {
  const counting = terms.filter((term) => term !== "true");
  if (counting.includes("false")) return "false";
  return counting.length <= 1 ? (counting[0] ?? "true") : `(${counting.join(" && ")})`;
}

/** One of them at least. */
export function or(terms: readonly string[]): string {
  const counting = terms.filter((term) => term !== "false");
  if (counting.includes("true")) return "true";
  return counting.length <= 1 ? (counting[0] ?? "false") : `(${counting.join(" || ")})`;
}

/** One term where a test holds, another where it does not. */
export function choose(test: string, term: string, otherwise: string): string {
  if (otherwise === "false") return and([test, term]);
  return term === "true" ? or([test, otherwise]) : `(${test} ? ${term} : ${otherwise})`;
}

export function not(term: string): string {
  if (term === "true" || term === "false") return term === "true" ? "false" : "true";
  return `!(${term})`;
}

/** A call with the arguments that it needs; missing ones at the end are left out. */
export function callOf(name: string, args: readonly (string | undefined)[]): string {
  const last = args.findLastIndex((argument) => argument !== undefined);
  return `${name}(${args
    .slice(0, last + 1)
    .map((argument) => argument ?? "undefined")
    .join(", ")})`;
}

/** Statements that go on after the last step, unless a condition ends the function. */
export function blockOf(steps: readonly Step[]): string {
  return steps
    .map((step) => (step.kind === "statement" ? step.text : unless(step.term)))
    .filter((text) => text !== "")
    .join("\n");
}

/** The body of a function that is true if all conditions hold. The last ones are its answer. */
export function bodyOf(steps: readonly Step[]): string {
  const lastStatement = steps.findLastIndex(({ kind }) => kind === "statement");
  const answer = and(
    steps.slice(lastStatement + 1).map((step) => (step.kind === "condition" ? step.term : "true")),
  );
  const before = blockOf(steps.slice(0, lastStatement + 1));
  return `${before}${before === "" ? "" : "\n"}return ${answer};`;
}

/** A statement that ends the function unless a term holds; nothing for a term that always does. */
function unless(term: string): string {
  return term === "true" ? "" : `if (${not(term)}) return false;`;
}
