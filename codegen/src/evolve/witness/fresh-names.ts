import { fits } from "./fits.ts";
import { declaredNames, listedValues, ofEach } from "./parts-of.ts";
import { scalarCandidates } from "./scalar-candidates.ts";
import { conjunctsOf, type Conjunct } from "./term.ts";

/** More names are not made up. */
const mostNames = 40;

/** Names that no schema declares: `extra`, or what `propertyNames` wants. */
export function freshNames(conjuncts: readonly Conjunct[], count: number): readonly string[] {
  const declared = new Set(declaredNames(conjuncts));
  const names = conjunctsOf(ofEach(conjuncts, "propertyNames"));
  if (names === undefined) return [];
  const tried = [
    ...["extra", ...Array.from({ length: Math.min(count, mostNames) }, (_, index) => `extra${index + 1}`)],
    ...listedValues(names),
    ...scalarCandidates("string", names),
  ];
  return [...new Set(tried)]
    .filter((name) => typeof name === "string")
    .filter((name) => !declared.has(name) && fits(name, names))
    .slice(0, count);
}
