import { expect, test } from "vitest";
import { greatest } from "../../src/evolve/change.ts";
import { compare } from "../../src/evolve/compare.ts";
import { documentsOfCase, hasPublishedCases, publishedCases, type PublishedCase } from "./published-cases.ts";
import { revisionOf } from "./revision-of.ts";

/** Why a case is judged otherwise here; the first pattern that fits its id counts. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/xml/, "Nothing is sent as XML in these documents, and for JSON the keyword says nothing."],
  [
    /^remove-(property-compliance|all-of|all-of-option)$/,
    "Code that reads the property of an answer stops compiling, and misses it at run time.",
  ],
  [
    /^add-required-property-with-default$/,
    "A default does not stand in for what is missing: `{}` was accepted and is refused.",
  ],
  [/^mark-object-property-as-read-only$/, "Who still sends the property is not refused."],
  [/^mark-object-property-as-write-only$/, "Clients do not get the property any more."],
  [
    /^add-one-of(-option)?$/,
    "The new branch overlaps one that was there: a value that fits both is refused now.",
  ],
  [/^update-discriminator/, "What clients send is read as another branch."],
  [/^update-format-for-number/, "Every 32-bit integer is a 64-bit one."],
  [/operationId/, "The names of methods are made of it, and it is a key of the `operations` type."],
  [
    /^(update|remove)-server-url$|^(add|remove)-variable$|^update-variable-default-value$/,
    "The client has the default URL in it.",
  ],
  [/^add-variable-enum$/, "Every other value of the variable is gone."],
  [/^remove-mandatory-authentication-method$/, "Who proves more than is asked for is not refused."],
  [/^remove-security-with-authentication-method$/, "Everyone may call it now, with credentials or without."],
  [
    /^remove-additional-properties$/,
    "Types of objects that are silent on other properties have no index signature.",
  ],
  [
    /^update-schema-type-to-an-equivalent-value$/,
    "Without a type, null is accepted; of the types listed, none is null.",
  ],
  [/^add-(any|all)-of$/, "The body was a value of its own in calls, and is now given by its properties."],
  [/enum/, "Enums of answers are open by default: code expects values that are not listed."],
];

/** What those who published a case expect of clients; undefined where they do not say. */
function wanted({ expected }: PublishedCase): "breaking" | "fine" | undefined {
  if (expected === "unclassified") return undefined;
  // Risky is what a reader of answers may not be ready for.
  return expected === "breaking" || expected === "risky" ? "breaking" : "fine";
}

/** Per position: how many agree, and how many do not. */
const agreed = {
  operation: [54, 11],
  parameter: [41, 0],
  "parameter-schema": [109, 22],
  request: [15, 0],
  "request-body-schema": [107, 24],
  response: [24, 0],
  "response-body-schema": [98, 21],
  "response-header-schema": [98, 21],
};

if (!hasPublishedCases) process.stderr.write("Not tested: published cases are not beside the repository.\n");

test.skipIf(!hasPublishedCases)("published cases are judged as their authors do, or for a reason", () => {
  const counts: Record<string, [number, number]> = {};
  const unexplained: string[] = [];
  for (const published of publishedCases()) {
    const [before, after] = documentsOfCase(published).map((text) => revisionOf(text, "shop.yaml"));
    const want = wanted(published);
    if (before === undefined || after === undefined || want === undefined) continue;
    const { types, wire, changes } = compare(before, after);
    const is = greatest(types, wire) === "major" ? "breaking" : "fine";
    const count = (counts[published.position] ??= [0, 0]);
    count[is === want ? 0 : 1] += 1;
    if (is === want || reasons.some(([pattern]) => pattern.test(published.id))) continue;
    const kinds = changes.map(({ kind }) => kind).join(", ");
    unexplained.push(`${published.id} (${published.position}): ${published.expected}, not ${is}: ${kinds}`);
  }
  expect(unexplained).toStrictEqual([]);
  expect(counts).toStrictEqual(agreed);
});
