import { join } from "node:path";
import { expect, test } from "vitest";
import { agreementOf, foldersBeside } from "../../../codegen/test/agreement/agreement-of.ts";

const folders = foldersBeside(join(import.meta.dirname, ".."));

test("contract, Ajv, validators and compiler agree on every value", { timeout: 300_000 }, async () => {
  const { counts, figures, unsampled, disagreements } = await agreementOf(folders);
  const { samples, mutations, typeErrors } = counts;

  expect(disagreements).toStrictEqual([]);
  // Schemas that no value satisfies belong here.
  expect(unsampled).toStrictEqual([]);
  expect(counts).toMatchObject({
    ...{ acceptedByContract: samples, acceptedByAjv: samples },
    ...{ acceptedByValidator: samples, acceptedByCompiler: samples },
    ...{ refusedByAjv: mutations, refusedByValidator: mutations, refusedByCompiler: typeErrors },
  });
  // So that none becomes smaller without notice. After a wanted change: vitest run -u
  await expect(figures).toMatchFileSnapshot("agreement.json");
});
