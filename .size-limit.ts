/**
 * What an application loads, minified by esbuild and compressed by gzip: `pnpm size`. Fails where a limit is
 * passed. What `import()` loads later stands in a line of its own.
 *
 * size-limit takes off what it makes of an empty program, 46 bytes. The paths are those of the build: the
 * root does not depend on the packages that it makes.
 */
import { readFileSync } from "node:fs";
import type { SizeLimitConfig } from "size-limit";
import { loadedAtFirst, loadedWith } from "./scripts/loaded-chunks.ts";

const client = "packages/stytch-client/dist/generated";
const core = `${client}/core.js`;
const operations = `${client}/operations/index.js`;
const namespaced = `${client}/client.js`;
const validation = `${client}/validation.js`;
const runtime = "packages/runtime/dist/index.js";

const lock = JSON.parse(readFileSync(new URL("schemas/stytch/names.lock.json", import.meta.url), "utf8")) as {
  readonly operations: object;
};

/** A limit for all operations, set when there were 184: those that upstream adds cost in proportion. */
function ofAll(bytes: number): string {
  const { length } = Object.keys(lock.operations);
  return `${Math.ceil(bytes * Math.max(1, length / 184))} B`;
}

const usersGet = { [core]: "{ createStytchCore }", [operations]: "{ usersGet }" };
const atFirst = { gzip: true, modifyEsbuildConfig: loadedAtFirst } as const;

const budgets: SizeLimitConfig = [
  {
    ...atFirst,
    name: "one operation as a single function, with the core",
    path: [core, operations],
    import: usersGet,
    limit: "4.5 kB",
  },
  {
    ...atFirst,
    name: "the client, with all operations in namespaces",
    path: namespaced,
    import: { [namespaced]: "{ createStytch }" },
    limit: ofAll(8_000),
  },
  {
    gzip: true,
    name: "the first call of `$fetch`, or with middleware, loads",
    path: namespaced,
    import: { [namespaced]: "{ createStytch }" },
    modifyEsbuildConfig: loadedWith("runtime/dist/fetch-through.js"),
    limit: "4.2 kB",
  },
  {
    ...atFirst,
    name: "one operation, and `logTo`",
    path: [core, operations, runtime],
    import: { ...usersGet, [runtime]: "{ logTo }" },
    limit: "5 kB",
  },
  {
    ...atFirst,
    name: "one operation, and `createValidation` of all operations",
    path: validation,
    import: { ...usersGet, [validation]: "{ createValidation }" },
    limit: ofAll(10_000),
  },
  {
    gzip: true,
    name: "its first call with validation of the answer loads",
    path: validation,
    import: { [validation]: "{ createValidation }" },
    modifyEsbuildConfig: loadedWith("stytch-validators/dist/user-get-response.js"),
    limit: "3.2 kB",
  },
  {
    ...atFirst,
    name: "the runtime, all that it exports",
    path: runtime,
    import: { [runtime]: "*" },
    limit: "6.5 kB",
  },
  {
    gzip: true,
    name: "the client in one file, with `$fetch`, as a bundler makes it that can not split",
    path: namespaced,
    import: { [namespaced]: "{ createStytch }" },
    limit: ofAll(12_000),
  },
];

// oxlint-disable-next-line import/no-default-export -- size-limit reads no other
export default budgets;
