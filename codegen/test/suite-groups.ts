/** The official JSON-Schema-Test-Suite, as it lies beside the repository; none of it is a part of it. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Json } from "../src/source/json.ts";
import { repositoryRoot } from "./generated-type-check.ts";

const suite = resolve(repositoryRoot, "../shared/json-schema-test-suite");

export const isSuiteThere = existsSync(suite);

/** Newest first, as the table has them, with the `$schema` that the suite leaves out in older ones. */
export const drafts = {
  "draft2020-12": "https://json-schema.org/draft/2020-12/schema",
  "draft2019-09": "https://json-schema.org/draft/2019-09/schema",
  draft7: "http://json-schema.org/draft-07/schema#",
  draft6: "http://json-schema.org/draft-06/schema#",
  draft4: "http://json-schema.org/draft-04/schema#",
} as const;

export type Draft = keyof typeof drafts;
export const draftNames = Object.keys(drafts) as readonly Draft[];

/** What a validator has to pass, what it may, and what it may if it checks formats. */
export const tiers = ["required", "optional", "format"] as const;
export type Tier = (typeof tiers)[number];

/** One schema, and values that are valid or not. */
export interface SuiteGroup {
  readonly draft: Draft;
  readonly tier: Tier;
  /** Where it stands in the suite: `draft7/optional/id.json#2`. */
  readonly id: string;
  readonly schema: Json;
  readonly tests: readonly { readonly data: Json; readonly valid: boolean }[];
}

export function suiteGroups(draft: Draft): readonly SuiteGroup[] {
  const folder = join(suite, "tests", draft);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".json"))
    .toSorted()
    .flatMap((file) => {
      const groups = JSON.parse(readFileSync(join(folder, file), "utf8")) as readonly SuiteGroup[];
      return groups.map(({ schema, tests }, index) => ({
        draft,
        tier: tierOf(file),
        id: `${draft}/${file}#${index}`,
        schema,
        tests,
      }));
    });
}

function tierOf(file: string): Tier {
  if (file.startsWith("optional/format/")) return "format";
  return file.startsWith("optional/") ? "optional" : "required";
}

/** A document that the suite wants to be served; undefined if there is none at that path. */
export function remoteDocument(path: string): Json | undefined {
  const file = join(suite, "remotes", path);
  return path.endsWith(".json") && existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as Json)
    : undefined;
}
