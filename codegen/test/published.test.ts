import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../src/pipeline.ts";
import { load } from "../src/source/load.ts";
import { parse } from "../src/source/parse.ts";
import { plainFormatter } from "./generated-packages.ts";
import { packageTypeErrors, repositoryRoot } from "./generated-type-check.ts";

/** All schemas that Stytch publishes: more than the contract holds, and no part of this repository. */
const published = resolve(repositoryRoot, "../shared/published/json-schema");
const isThere = existsSync(published);

if (!isThere) process.stderr.write("Not tested: the published schemas are not beside the repository.\n");

test.skipIf(!isThere)("the 716 published schemas give types and validators without a fault", async () => {
  const { value: source, diagnostics: loading } = load(published);
  const { value: parsed, diagnostics: parsing } = parse(source.documents);
  const { value, diagnostics } = await compile(parsed.documents, {
    identity: { name: "published", label: "schemas/published" },
    naming: { scope: "@sdkmill" },
    lock: undefined,
    formatter: plainFormatter,
  });
  expect([...loading, ...parsing, ...diagnostics]).toStrictEqual([]);

  const texts = (folder: string): readonly (readonly [string, string])[] => [
    ...(value.packages.find((tree) => tree.folder === folder)?.generated ?? []),
  ];
  const declarations = texts("published-types").flatMap(
    ([, text]) => text.match(/^export (interface|type) \w+/gm) ?? [],
  );
  const validators = texts("published-validators").flatMap(([path, text]) =>
    path.endsWith(".js") ? (text.match(/^export const validate\w+ = .*createValidator\(.+\);$/gm) ?? []) : [],
  );
  expect({
    documents: source.documents.length,
    declarations: new Set(declarations).size,
    validators: new Set(validators).size,
    errors: packageTypeErrors(value.packages),
  }).toStrictEqual({ documents: 716, declarations: 716, validators: 716, errors: [] });
});
