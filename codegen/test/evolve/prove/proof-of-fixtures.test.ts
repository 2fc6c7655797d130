import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { load } from "../../../src/source/load.ts";
import { fixtureFolder, fixtureNames } from "../../generated-fixtures.ts";
import { repositoryRoot } from "../../generated-type-check.ts";
import type { SourceTexts } from "../../source-of.ts";
import { compositions } from "../../emit/declarations/compositions.ts";
import { hostile } from "../../emit/declarations/hostile.ts";
import { objects } from "../../emit/declarations/objects.ts";
import { requirements } from "../../emit/declarations/requirements.ts";
import { values } from "../../emit/declarations/values.ts";
import { heldApi } from "./held-api.ts";
import { notExplained } from "./not-explained.ts";
import { provenPairs } from "./proven-pairs.ts";

/** The documents of a folder, as their texts. */
function textsOf(folder: string): SourceTexts {
  const { documents } = load(folder).value;
  return Object.fromEntries(documents.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
}

const sources: readonly (readonly [name: string, folder: string])[] = [
  ...fixtureNames.map((name) => [name, join(fixtureFolder(name), "schemas")] as const),
  ["stytch", join(repositoryRoot, "schemas/stytch")],
];

// Prevents: a program that does not compile with the very packages that it was written for proves nothing.
describe("of a contract against itself", () => {
  test("every program compiles, and nothing breaks", async () => {
    const proven = await provenPairs(
      sources.map(([, folder]) => ({ old: textsOf(folder), new: textsOf(folder) })),
    );
    const results = proven.map((pair, index) => ({
      name: sources[index]?.[0],
      hasPrograms: (pair?.programs.length ?? 0) > 0,
      faults: pair === undefined ? ["There are no packages."] : notExplained(pair.proof),
      broken: pair?.proof.broken,
    }));
    expect(results).toStrictEqual(
      sources.map(([name]) => ({ name, hasPrograms: true, faults: [], broken: 0 })),
    );
  });

  test("every program of an odd schema compiles, too", async () => {
    const known = {
      Pet: { type: "object", properties: { id: { type: "string" } } },
      Toy: { type: "object", properties: { size: { type: "number" } } },
      Given: { type: "object", properties: { more: { $ref: "#/components/schemas/Given" } } },
    };
    const cases = [...compositions, ...hostile, ...objects, ...requirements, ...values];
    const proven = await provenPairs(
      cases.map(({ schema }) => {
        const source = { "api.json": heldApi(schema, {}, known) };
        return { old: source, new: source };
      }),
    );
    const faults = proven.flatMap((pair, index) =>
      pair === undefined ? [] : notExplained(pair.proof).map((fault) => `${cases[index]?.about}: ${fault}`),
    );
    expect(faults).toStrictEqual([]);
    expect(proven.filter((pair) => pair !== undefined).length).toBeGreaterThan(60);
  });
});
