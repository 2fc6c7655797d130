import { describe, expect, test } from "vitest";
import { entryPoints, nodeNeeds } from "./portable-bundle.ts";

const entries = [...["runtime", "stytch-client"].flatMap((folder) => [...entryPoints(folder)])];

test("there are entry points to look at", () => {
  expect(entries.map(([name]) => name)).toEqual(
    expect.arrayContaining([
      "@sdkmill/runtime",
      "@sdkmill/stytch-client",
      "@sdkmill/stytch-client/core",
      "@sdkmill/stytch-client/operations",
    ]),
  );
});

test.each(entries)("%s needs nothing of Node", async (_, file) => {
  expect(await nodeNeeds({ entryPoints: [file] })).toStrictEqual({ modules: [], names: [] });
});

describe("a need is found:", () => {
  const none = { modules: [], names: [] };

  test.each([
    ["a module of Node", `import "node:fs";`, { ...none, modules: ["node:fs in "] }],
    ["its old name", `export * from "buffer";`, { ...none, modules: ["buffer in "] }],
    ["a part of a module", `import "fs/promises";`, { ...none, modules: ["fs/promises in "] }],
    ["loaded later", `await import("node:crypto");`, { ...none, modules: ["node:crypto in "] }],
    ["a global name", `if (process.env.DEBUG) console.log(1);`, { ...none, names: ["process"] }],
    ["one that is called", `Buffer.from("");`, { ...none, names: ["Buffer"] }],
    ["a name of CommonJS", `console.log(__dirname);`, { ...none, names: ["__dirname"] }],
    ["a question and a use", `if (typeof process) process.exit();`, { ...none, names: ["process"] }],
    [
      "a use beside what a question guards",
      `console.log(typeof process === "object" && 1 || process.pid);`,
      { ...none, names: ["process"] },
    ],
    [
      "a use where the answer was no",
      `console.log(typeof process === "undefined" && process.pid);`,
      { ...none, names: ["process"] },
    ],
    [
      "what a question guards is none",
      `console.log(typeof process === "object" && process.versions && process.versions.node);`,
      none,
    ],
    ["a question alone is none", `console.log(typeof process);`, none],
    ["a name of the program is none", `const process = { env: 1 }; console.log(process.env);`, none],
    ["a property is none", `console.log(globalThis.process?.env, { Buffer: 1 }.Buffer);`, none],
    ["a module of the web is none", `console.log(fetch, crypto, structuredClone);`, none],
  ])("%s", async (_, contents, needs) => {
    expect(await nodeNeeds({ stdin: { contents, resolveDir: import.meta.dirname } })).toStrictEqual(needs);
  });
});
