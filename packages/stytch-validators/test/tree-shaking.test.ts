import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const packageFolder = new URL("../", import.meta.url);

/** Every validator and its module, from the one module that lists them. */
const listed = [
  ...readFileSync(new URL("dist/index.js", packageFolder), "utf8").matchAll(
    /^export \{ (validate\w+) \} from "\.\/([a-z0-9-]+)\.js";$/gm,
  ),
].map(([, name = "", module = ""]) => ({ name, module }));

/** Each of them would have the bundler go through the barrel once more; some are enough. */
const some = listed.filter(
  ({ name }, index) => index % 30 === 0 || name === "validateSsoAuthenticateResponse",
);

/** Bundles lines of code as the modules of an application, each alone. */
async function bundle(lines: readonly string[], minify: boolean): Promise<readonly string[]> {
  const { outputFiles } = await build({
    entryPoints: lines.map((_, index) => ({ in: `line:${index}`, out: String(index) })),
    plugins: [
      {
        name: "lines",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^line:/ }, ({ path }) => ({ path, namespace: "lines" }));
          onLoad({ filter: /.*/, namespace: "lines" }, ({ path }) => ({
            contents: lines[Number(path.slice("line:".length))] ?? "",
            resolveDir: fileURLToPath(packageFolder),
          }));
        },
      },
    ],
    bundle: true,
    minify,
    format: "esm",
    outdir: "out",
    write: false,
    // It warns of imports that have no effect; that they have none is what is tested.
    logLevel: "error",
  });
  return outputFiles.map(({ text }) => text);
}

async function bundledSizes(lines: readonly string[]): Promise<readonly number[]> {
  return (await bundle(lines, true)).map((text) => Buffer.byteLength(text));
}

test("a validator from the barrel costs what it costs from its own module", async () => {
  const fromBarrel = await bundledSizes(
    some.map(({ name }) => `export { ${name} } from "@sdkmill/stytch-validators";`),
  );
  const fromModule = await bundledSizes(
    some.map(({ name, module }) => `export { ${name} } from "@sdkmill/stytch-validators/${module}";`),
  );
  const dearer = some.filter((_, index) => (fromBarrel[index] ?? 0) > (fromModule[index] ?? 0) + 16);

  expect(dearer).toStrictEqual([]);
  expect(fromBarrel.length).toBeGreaterThan(15);
  expect(Math.min(...fromModule)).toBeGreaterThan(100);
});

test("importing the package for nothing costs nothing", async () => {
  const lines = [
    `import "@sdkmill/stytch-validators";`,
    `import { validateMember } from "@sdkmill/stytch-validators";`,
    `import * as all from "@sdkmill/stytch-validators/member";`,
  ];

  expect(await bundledSizes(lines)).toStrictEqual([0, 0, 0]);
});

test("a bundle has the validator that is asked for, and of others no more than their checks", async () => {
  const names = new Set(listed.map(({ name }) => name));
  const texts = await bundle(
    some.map(({ name }) => `export { ${name} } from "@sdkmill/stytch-validators";`),
    false,
  );
  const declared = texts.map((text) =>
    [...text.matchAll(/^(?:var|let|const|function) (\w+)/gm)]
      .map(([, name = ""]) => name)
      .filter((name) => names.has(name)),
  );

  expect(declared).toStrictEqual(some.map(({ name }) => [name]));
});

test("two validators share what both of them need", async () => {
  const [both = 0, one = 0, other = 0] = await bundledSizes([
    `export { validateMember, validateOrganization } from "@sdkmill/stytch-validators";`,
    `export { validateMember } from "@sdkmill/stytch-validators";`,
    `export { validateOrganization } from "@sdkmill/stytch-validators";`,
  ]);

  expect(both).toBeLessThan(one + other);
  expect(both).toBeGreaterThan(Math.max(one, other));
});
