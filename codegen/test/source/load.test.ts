import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { load } from "../../src/source/load.ts";
import { parse } from "../../src/source/parse.ts";
import { faultPlaces } from "../source-faults.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "source-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function put(path: string, text = "{}"): string {
  const file = join(folder, path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function pathsIn(root: string): readonly string[] {
  return load(root).value.documents.map(({ path }) => path);
}

function faultsOf(root: string): readonly string[] {
  return faultPlaces(load(root).diagnostics);
}

describe("load", () => {
  it("reads every JSON and YAML file at any depth, in the order of paths", () => {
    for (const path of ["b.json", "a/z.yaml", "a.json", "a/b/c.YML", "Z.json", "a-b.json"]) put(path);
    expect(pathsIn(folder)).toEqual(["Z.json", "a-b.json", "a.json", "a/b/c.YML", "a/z.yaml", "b.json"]);
    expect(faultsOf(folder)).toEqual([]);
  });

  it("leaves other and hidden files alone", () => {
    for (const path of ["a.json", "README.md", "b.json.bak", ".hidden.json", ".git/c.json", "yaml"])
      put(path);
    expect(pathsIn(folder)).toEqual(["a.json"]);
  });

  it("gives the bytes as they are", () => {
    put("a.json", '\uFEFF{ "title": "Größe" }');
    const [file] = load(folder).value.documents;
    expect(Buffer.from(file?.bytes ?? []).toString()).toBe('\uFEFF{ "title": "Größe" }');
  });

  it("keeps the lock and the released contract apart from the documents", () => {
    put("a.json");
    put("names.lock.json", '{ "schemas": {} }');
    put("released.json");
    put("upstream.lock.json");
    expect(pathsIn(folder)).toEqual(["a.json"]);
    expect(load(folder).value.lock).toBe('{ "schemas": {} }');
  });

  it("takes a lock in a folder below for a document like others", () => {
    put("below/names.lock.json");
    expect(pathsIn(folder)).toEqual(["below/names.lock.json"]);
    expect(load(folder).value.lock).toBeUndefined();
  });

  it("reads a single file, whatever lies beside it", () => {
    const file = put("a.json", '{ "title": "Order" }');
    put("b.json");
    const { value, diagnostics } = load(file);
    expect(value.documents.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([
      '{ "title": "Order" }',
    ]);
    expect(diagnostics).toEqual([]);
  });

  // Prevents: a released contract that can not be compared with anything, since it is no part of its folder.
  it.each(["released.json", "names.lock.json", "upstream.lock.json"])(
    "reads a single file as a document, even one that it keeps in folders itself: %s",
    (name) => {
      const { value, diagnostics } = load(put(name));
      expect(value).toMatchObject({ documents: [{ path: name }], lock: undefined });
      expect(diagnostics).toEqual([]);
    },
  );

  // Prevents: losing the name of a single file, and with it what its ending says of its syntax.
  it("reads a single YAML file as YAML, even one that begins with a brace", () => {
    const file = put("contract.yaml", "{ openapi: 3.1.0 }");
    expect(parse(load(file).value.documents)).toMatchObject({
      value: { documents: [{ syntax: "yaml", data: { openapi: "3.1.0" } }] },
      diagnostics: [],
    });
  });
});

describe("faults of a source", () => {
  it("are a path that leads nowhere", () => {
    expect(faultsOf(join(folder, "missing"))).toEqual(["error source-missing"]);
  });

  it("are a folder without documents", () => {
    put("README.md");
    put("names.lock.json");
    expect(faultsOf(folder)).toEqual(["error source-empty"]);
  });

  it("are symbolic links, which are not followed", () => {
    const target = put("a.json");
    mkdirSync(join(folder, "real"));
    symlinkSync(target, join(folder, "link.json"));
    symlinkSync(join(folder, "missing"), join(folder, "broken.yaml"));
    symlinkSync(join(folder, "real"), join(folder, "folder"));
    expect(pathsIn(folder)).toEqual(["a.json"]);
    expect(faultsOf(folder)).toEqual([
      "warning source-symlink broken.yaml",
      "warning source-symlink link.json",
    ]);
  });

  // Prevents: a contract of nothing, and so the removal of everything that was generated, without an error.
  it("are links and nothing else: that is a folder without documents", () => {
    symlinkSync(join(folder, "missing.json"), join(folder, "link.json"));
    expect(faultsOf(folder)).toContain("error source-empty");
  });

  it("are a file that can not be read", () => {
    const link = join(folder, "loop.json");
    symlinkSync(link, link);
    expect(faultsOf(link)).toEqual([expect.stringMatching(/^error source-unreadable/)]);
  });

  it("are files beyond the limit of size, beside which the others are read", () => {
    put("small.json");
    // Sparse: takes no space on the disk.
    truncateSync(put("large.json"), 64 * 1024 * 1024 + 1);
    truncateSync(put("limit.json"), 64 * 1024 * 1024);
    expect(pathsIn(folder)).toEqual(["limit.json", "small.json"]);
    expect(faultsOf(folder)).toEqual(["error source-too-large large.json"]);
  });
});
