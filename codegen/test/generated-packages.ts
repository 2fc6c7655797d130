import { compile, type PackageTree } from "../src/pipeline.ts";
import { joinBlocks } from "../src/output/print.ts";
import type { Formatter } from "../src/output/format.ts";
import { documentsOf, type SourceFiles } from "./generated-contract.ts";

/** Leaves the text as it is: most tests are not about its layout. */
export const plainFormatter: Formatter = {
  format: (_path, blocks) => Promise.resolve(joinBlocks(blocks)),
  close: () => Promise.resolve(),
};

/** The packages of documents that are right; those that the contract has nothing for are left out. */
export async function packagesOf(
  files: SourceFiles,
  name = "pet-shop",
  formatter: Formatter = plainFormatter,
): Promise<readonly PackageTree[]> {
  const { value, diagnostics } = await compile(documentsOf(files), {
    identity: { name, label: `schemas/${name}` },
    naming: { scope: "@sdkmill" },
    lock: undefined,
    formatter,
  });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return value.packages.filter(({ generated }) => generated.size > 0);
}

/** The text of one generated file. */
export function generatedText(packages: readonly PackageTree[], folder: string, path: string): string {
  const text = packages.find((tree) => tree.folder === folder)?.generated.get(path);
  if (text === undefined) throw new Error(`There is no ${path} in ${folder}.`);
  return text;
}
