import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { diagnosticCodes } from "../src/diagnostics.ts";
import { readFiles } from "./temporary-folder.ts";

const source = join(import.meta.dirname, "../src");

interface Module {
  /** Relative to `src/`, as all paths here. */
  readonly path: string;
  readonly text: string;
  /** Modules of the generator that it imports. */
  readonly imports: readonly string[];
  /** What else it imports: `node:fs`, `ajv/dist/2020.js`. */
  readonly packages: readonly string[];
}

const modules = Object.entries(readFiles(source))
  .filter(([path]) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
  .map(([path, text]): Module => {
    const names = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
    const own = names.filter((name) => name.startsWith("."));
    return {
      path,
      text,
      imports: own.map((name) => normalize(join(dirname(path), name))),
      packages: names.filter((name) => !own.includes(name)),
    };
  });

/** The folder of a module, or its name if it lies in none. */
function area(path: string): string {
  const [first = ""] = path.split("/");
  return first.replace(/\.ts$/, "");
}

/** The emitter that a module is a part of. */
function emitter(path: string): string | undefined {
  return /^emit\/([^/]+)\//.exec(path)?.[1];
}

/** What each area may import, itself aside. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  diagnostics: [],
  source: ["diagnostics"],
  contract: ["diagnostics", "source"],
  emit: ["source", "contract"],
  // Witnesses are held against compiled validators, and proofs are programs.
  evolve: ["diagnostics", "source", "contract", "emit"],
  // It prints what emitters give, and quotes as they do; but it knows none of them.
  output: ["source", "contract", "emit"],
  pipeline: ["diagnostics", "source", "contract", "emit", "output"],
  commands: ["diagnostics", "source", "contract", "evolve", "output", "pipeline"],
  "command-line": ["commands", "output"],
  bin: ["command-line"],
};

describe("imports", () => {
  test("go one way only: source ← contract ← emit ← { evolve, pipeline } ← commands", () => {
    const wrong = modules.flatMap(({ path, imports }) =>
      imports
        .filter((target) => area(target) !== area(path) && !allowed[area(path)]?.includes(area(target)))
        .map((target) => `${path} imports ${target}`),
    );
    expect(wrong).toStrictEqual([]);
    expect([...new Set(modules.map(({ path }) => area(path)))].toSorted()).toStrictEqual(
      Object.keys(allowed).toSorted(),
    );
  });

  test("of emitters do not lead to each other, nor those of anything else to the inside of one", () => {
    const wrong = modules.flatMap(({ path, imports }) =>
      imports
        .filter((target) => emitter(target) !== undefined && emitter(target) !== emitter(path))
        .map((target) => `${path} imports ${target}`),
    );
    expect(wrong.toSorted()).toStrictEqual([
      ...["client", "types", "validators"].map(
        (name) => `emit/emitters.ts imports emit/${name}/emit-${name}.ts`,
      ),
      // Witnesses are held against what the emitter compiles.
      "evolve/witness/load-checks.ts imports emit/validators/self-contained-checks.ts",
    ]);
  });

  test("have no cycles", () => {
    const byPath = new Map(modules.map((module) => [module.path, module]));
    const done = new Set<string>();
    const cycles: string[] = [];
    const follow = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) cycles.push([...way.slice(way.indexOf(path)), path].join(" → "));
      if (way.includes(path) || done.has(path)) return;
      for (const target of byPath.get(path)?.imports ?? []) follow(target, [...way, path]);
      done.add(path);
    };
    for (const { path } of modules) follow(path, []);
    expect(cycles).toStrictEqual([]);
  });

  test("of the file system stand where files are read or written, and nowhere else", () => {
    const users = modules.filter(({ packages }) => packages.some((name) => /^(node:)?fs(\/|$)/.test(name)));
    expect(users.map(({ path }) => path).filter((path) => area(path) !== "commands")).toStrictEqual([
      // Copies the functions that all validators share.
      "emit/validators/emit-validators.ts",
      "output/plan.ts",
      "output/write.ts",
      "source/load.ts",
    ]);
  });

  test("of the network stand where an upstream document is fetched, and nowhere else", () => {
    const network = /^(node:)?(https?|http2|net|tls|dns|dgram|undici)(\/|$)/;
    const users = modules.filter(
      ({ packages, text }) => packages.some((name) => network.test(name)) || /\bfetch\(/.test(text),
    );
    expect(users.map(({ path }) => path)).toStrictEqual(["source/fetch-document.ts"]);
  });

  test("of packages are declared", () => {
    const manifest = JSON.parse(readFileSync(join(source, "../package.json"), "utf8")) as {
      readonly dependencies: Readonly<Record<string, string>>;
    };
    const used = modules.flatMap(({ packages }) =>
      packages
        .filter((name) => !name.startsWith("node:"))
        .map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name),
    );
    expect([...new Set(used)].toSorted()).toStrictEqual(Object.keys(manifest.dependencies).toSorted());
  });
});

test("between reading and writing there is no clock, no chance and no environment", () => {
  const impure =
    /\b(Date\.now|new Date\b|Math\.random|performance\.now|process\.(env|cwd|argv|platform)|Intl\.|toLocale\w+|localeCompare)/;
  const pure = modules.filter(({ path }) =>
    ["source", "contract", "emit", "evolve", "pipeline"].includes(area(path)),
  );
  expect(pure.flatMap(({ path, text }) => (impure.test(text) ? [path] : []))).toStrictEqual([]);
});

test("the process is ended, and its output written, in one place", () => {
  const users = modules.filter(({ text }) =>
    /\bprocess\.(exit\b|exitCode|stdout\.write|stderr\.write)/.test(text),
  );
  expect(users.map(({ path }) => path)).toStrictEqual(["bin.ts"]);
});

describe("diagnostics", () => {
  const others = modules.filter(({ path }) => path !== "diagnostics.ts").map(({ text }) => text);

  test("are all in the catalogue, and all of the catalogue are reported somewhere", () => {
    const unused = Object.keys(diagnosticCodes).filter(
      (code) => !others.some((text) => text.includes(`"${code}"`)),
    );
    const reported = others.flatMap((text) =>
      [...text.matchAll(/\b(?:error|warning)\(\s*"([^"]*)"/g)].map(([, code]) => code ?? ""),
    );
    expect({
      unused,
      unknown: reported.filter((code) => !Object.hasOwn(diagnosticCodes, code)),
    }).toStrictEqual({
      unused: [],
      unknown: [],
    });
    expect(reported.length).toBeGreaterThan(30);
  });

  test("are explained in a sentence each", () => {
    expect(
      Object.values(diagnosticCodes).filter((sentence) => !/^[A-Z][^\n]*\.$/.test(sentence)),
    ).toStrictEqual([]);
  });
});
