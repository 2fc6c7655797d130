import { beforeAll, describe, expect, test } from "vitest";
import { judgeFailures } from "../../../src/evolve/prove/judge-failures.ts";
import { heldApi } from "./held-api.ts";
import { notExplained } from "./not-explained.ts";
import { provenPairs, type ProvenPair } from "./proven-pairs.ts";
import { typeChanges, type Outcome } from "./type-changes.ts";

const closed = { responseEnums: "closed" };

function outcome({ programs, errors }: ProvenPair, file: string): Outcome {
  const lines = judgeFailures(programs, errors, new Map(), { deadBranch: "minor" }).filter(
    ({ program }) => program.file === file,
  );
  if (lines.some(({ isDeadCase }) => !isDeadCase)) return "breaks";
  return lines.length > 0 ? "names a gone case" : "compiles";
}

describe("programs", () => {
  let proven: readonly (ProvenPair | undefined)[] = [];
  let softened: readonly (ProvenPair | undefined)[] = [];

  beforeAll(async () => {
    const pairs = typeChanges.map(({ old, new: next }) => ({
      old: { "api.json": heldApi(old, closed) },
      new: { "api.json": heldApi(next, closed) },
    }));
    // One run of the compiler for all: it reads its library once.
    proven = await provenPairs(pairs);
    softened = await provenPairs(pairs, (changes) =>
      changes.map((placed) => ({
        ...placed,
        change: { ...placed.change, types: placed.change.types === "major" ? "minor" : placed.change.types },
      })),
    );
  });

  test.each(typeChanges.map((one, index) => ({ ...one, index })))(
    "$about: sent, it $sent; got, it $got",
    ({ index, sent, got }) => {
      const pair = proven[index];
      if (pair === undefined) throw new Error("There are no packages.");
      expect({ sent: outcome(pair, "schema-sent.ts"), got: outcome(pair, "schema-got.ts") }).toStrictEqual({
        sent,
        got,
      });
      expect(notExplained(pair.proof)).toStrictEqual([]);
    },
  );

  test("tell every rule that is too weak", () => {
    const missed = typeChanges.map((_, index) => {
      const found = softened[index]?.proof.disagreements ?? [];
      return found.filter(({ kind }) => kind === "not explained").map(({ subject }) => subject);
    });
    const want = typeChanges.map(({ sent, got }) => [
      ...(sent === "breaks" ? ["Sent"] : []),
      ...(got === "breaks" ? ["Got"] : []),
    ]);
    expect(missed.map((subjects) => subjects.filter((name) => /^[GS]/.test(name)).toSorted())).toStrictEqual(
      want.map((subjects) => subjects.toSorted()),
    );
  });
});
