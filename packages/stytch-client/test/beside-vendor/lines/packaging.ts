import type { Stytch } from "@sdkmill/stytch-client";
import { build } from "esbuild";
import { gzipSync } from "node:zlib";
import type { Client } from "stytch";
import { expect, expectTypeOf } from "vitest";
import { credentials, startBoth } from "../both-clients.ts";
import type { Line } from "../line.ts";
import { runInWeb } from "../run-in-web.ts";
import { fineUser, user, userId } from "../samples.ts";

const kilobyte = 1_000;

// One operation, by the least that each package has for it.
const ownProgram = `
  import { createStytchCore } from "@sdkmill/stytch-client/core";
  import { usersGet } from "@sdkmill/stytch-client/operations";
  export const call = (options, params) => usersGet(createStytchCore(options), params);`;
const vendorProgram = `
  import { Client } from "stytch";
  export const call = (options, params) => new Client(options).users.get(params);`;

/** A program with all that it imports. */
interface Bundle {
  /** Bytes of it, minified and compressed. */
  readonly size: number;
  /** In which forms each package has its modules: `esm` or `cjs`. */
  readonly formats: Readonly<Record<string, readonly string[]>>;
}

async function bundle(contents: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    ...{ bundle: true, minify: true, format: "esm", platform: "node", logLevel: "silent" },
    write: false,
    metafile: true,
  });
  const formats = new Map<string, Set<string>>();
  for (const [path, { format = "" }] of Object.entries(metafile.inputs)) {
    const name = /([^/]+)\/dist\//.exec(path)?.[1] ?? "";
    if (name !== "") formats.set(name, (formats.get(name) ?? new Set()).add(format));
  }
  return {
    size: gzipSync(outputFiles.map(({ text }) => text).join("\n")).length,
    formats: Object.fromEntries([...formats].map(([name, found]) => [name, [...found]])),
  };
}

export const packaging: readonly Line[] = [
  {
    what: "one operation, bundled, minified and gzipped",
    ours: "less than 5 kB",
    theirs: "more than 30 kB",
    check: async () => {
      expect((await bundle(ownProgram)).size).toBeLessThan(5 * kilobyte);
      expect((await bundle(vendorProgram)).size).toBeGreaterThan(30 * kilobyte);
    },
  },
  {
    what: "it runs as it is where there are only web APIs",
    ours: "yes",
    theirs: "bundled for browsers or workers; else it needs modules of Node",
    check: async () => {
      const { ours, theirs } = await startBoth([fineUser]);
      const own = { ...credentials, baseUrl: ours.server.origin, allowLoopbackHttp: true };
      const { projectId: project_id, secret } = credentials;
      const other = { project_id, secret, env: theirs.server.origin };

      expect(await runInWeb(ownProgram, [], own, userId)).toEqual(user);
      await expect(runInWeb(vendorProgram, [], other, userId)).rejects.toThrow(/require of "node:/);
      for (const condition of ["browser", "worker"])
        expect(await runInWeb(vendorProgram, [condition], other, userId)).toEqual(user);
    },
  },
  {
    what: "the package is made of ES modules",
    ours: "yes",
    theirs: "no, of CommonJS",
    check: async () => {
      const [own, other] = [await bundle(ownProgram), await bundle(vendorProgram)];

      expect(own.formats["stytch-client"]).toStrictEqual(["esm"]);
      expect(new Set(Object.values(own.formats).flat())).toStrictEqual(new Set(["esm"]));
      expect(other.formats["stytch"]).toStrictEqual(["cjs"]);
    },
  },
  {
    what: "an editor completes the known values of an enum that may grow",
    ours: "yes",
    theirs: "no: it is a `string`",
    check: async () => {
      type Own = Parameters<Stytch["fraud"]["rules"]["set"]>[0];
      type Theirs = Parameters<Client["fraud"]["rules"]["set"]>[0];
      expectTypeOf<Extract<NonNullable<Own>["action"], "BLOCK">>().toEqualTypeOf<"BLOCK">();
      expectTypeOf<Extract<Theirs["action"], "BLOCK">>().toEqualTypeOf<never>();
      expectTypeOf<Theirs["action"]>().toEqualTypeOf<string>();

      // Both take a new one.
      const { ours, theirs } = await startBoth([fineUser]);
      const rule = { action: "NEW", country_code: "AQ" };
      await ours.client.fraud.rules.set(rule);
      await theirs.client.fraud.rules.set(rule);
      for (const { server } of [ours, theirs])
        expect(server.whole().map(({ body = "" }) => JSON.parse(body))).toStrictEqual([rule]);
    },
  },
];
