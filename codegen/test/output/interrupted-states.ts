import { join } from "node:path";
import type { FileTarget, TreeTarget } from "../../src/output/plan.ts";

export type Texts = Readonly<Record<string, string>>;

/** What is on the disk, by path in order, and what a write makes of it. */
export const oldTexts: Texts = {
  "packages/a/gen/changed.ts": "old",
  "packages/a/gen/deep/stale.ts": "old",
  "packages/a/gen/same.ts": "same",
  "packages/b/gen/changed.ts": "old",
  "schemas/lock.json": "old",
};

export const newTexts: Texts = {
  "packages/a/gen/added.ts": "new",
  "packages/a/gen/changed.ts": "new",
  "packages/a/gen/same.ts": "same",
  "packages/b/gen/changed.ts": "new",
  "packages/c/gen/added.ts": "new",
  "schemas/lock.json": "new",
};

/** Places that are whole, or not there. */
export const places = ["packages/a/gen/", "packages/b/gen/", "packages/c/gen/", "schemas/lock.json"];

/** The files of a place. */
export function textsIn(texts: Texts, place: string): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([path]) => path.startsWith(place)));
}

export function newState(root: string): {
  readonly trees: readonly TreeTarget[];
  readonly files: readonly FileTarget[];
} {
  const trees = places.filter((place) => place.endsWith("/"));
  return {
    trees: trees.map((place) => ({
      directory: join(root, place.slice(0, -1)),
      files: new Map(
        Object.entries(textsIn(newTexts, place)).map(([path, text]) => [path.slice(place.length), text]),
      ),
    })),
    files: [{ path: join(root, "schemas/lock.json"), text: newTexts["schemas/lock.json"] ?? "" }],
  };
}
