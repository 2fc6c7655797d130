import { describe, expect, test } from "vitest";
import { command } from "../command-in-process.ts";
import { api, json, overlay, reference } from "../contract-parts.ts";
import { loopbackServer } from "../loopback-server.ts";
import { readFiles, temporaryFolder, writeFiles } from "../temporary-folder.ts";
import { fileTimes, temporaryProject } from "../temporary-project.ts";

const order = { type: "object", properties: { id: { type: "string" } } };

/** A document with one operation for each schema. */
function upstream(...keys: readonly string[]): string {
  const paths = Object.fromEntries(
    keys.map((key) => [
      `/${key.toLowerCase()}`,
      {
        post: {
          operationId: `${key}_make`,
          requestBody: json(reference(key)),
          responses: { 200: { description: "Done." } },
        },
      },
    ]),
  );
  return JSON.stringify(
    api({ paths, components: { schemas: Object.fromEntries(keys.map((key) => [key, order])) } }),
  );
}

/** A server with a document that has a tag. */
async function documentServer(document: { text: string; tag: string }) {
  return loopbackServer((request, response) => {
    const isKnown = request.headers["if-none-match"] === document.tag;
    response.writeHead(isKnown ? 304 : 200, { etag: document.tag }).end(isKnown ? undefined : document.text);
  });
}

function configured(source: string): Readonly<Record<string, string>> {
  return {
    "schemas/shop/upstream.yaml": `overlay: 1.0.0\ninfo: { title: Shop, version: 1.0.0 }\nextends: ${source}\nactions: []\n`,
  };
}

describe("pull", () => {
  test("takes a document over, and then only what changed in it", async () => {
    const document = { text: upstream("Order", "Line"), tag: '"1"' };
    const { origin, requests } = await documentServer(document);
    const root = temporaryFolder();
    writeFiles(root, configured(`${origin}/openapi.json`));

    const first = await command(root, "pull", "shop");
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toBe(
      `2 operations added:
  POST /line
  POST /order
2 schemas added:
  Line
  Order
schemas/shop from ${origin}/openapi.json: 4 files written.
`,
    );
    expect(Object.keys(readFiles(root))).toStrictEqual([
      "schemas/shop/openapi.yaml",
      "schemas/shop/schemas/shop-line-schema.json",
      "schemas/shop/schemas/shop-order-schema.json",
      "schemas/shop/upstream.lock.json",
      "schemas/shop/upstream.yaml",
    ]);
    expect(await command(root, "validate", `${root}/schemas/shop`)).toMatchObject({ code: 0 });

    const times = fileTimes(root);
    const unchanged = `schemas/shop from ${origin}/openapi.json: nothing changed upstream.\n`;
    expect(await command(root, "pull")).toStrictEqual({ code: 0, stdout: unchanged, stderr: "" });
    // The same facts, but a tag of its own: no reason to touch anything.
    document.tag = '"2"';
    expect(await command(root, "pull", "shop")).toStrictEqual({ code: 0, stdout: unchanged, stderr: "" });
    expect(fileTimes(root)).toStrictEqual(times);
    expect(requests.map(({ headers }) => headers["if-none-match"])).toStrictEqual([undefined, '"1"', '"1"']);

    Object.assign(document, { text: upstream("Order"), tag: '"3"' });
    const last = await command(root, "pull", "shop", "--json");
    expect(JSON.parse(last.stdout)).toMatchObject({
      ok: true,
      apis: [
        {
          name: "shop",
          source: "schemas/shop",
          upstream: `${origin}/openapi.json`,
          unchanged: false,
          added: { operations: [], schemas: [], parts: [] },
          changed: { operations: [], schemas: [], parts: [] },
          removed: { operations: ["POST /line"], schemas: ["Line"], parts: [] },
          reworded: { operations: [], schemas: [], parts: [] },
          kept: { operations: [], schemas: [], parts: [] },
          ignored: { operations: [], schemas: [], parts: [] },
          repairs: [],
        },
      ],
      changes: [
        { path: "schemas/shop/openapi.yaml", kind: "changed" },
        { path: "schemas/shop/schemas/shop-line-schema.json", kind: "removed" },
        { path: "schemas/shop/upstream.lock.json", kind: "changed" },
      ],
      diagnostics: [],
    });
    const orderPath = "schemas/shop/schemas/shop-order-schema.json";
    expect(fileTimes(root)[orderPath]).toBe(times[orderPath]);
    expect(readFiles(root)["schemas/shop/schemas/shop-line-schema.json"]).toBeUndefined();
  });

  test("asks for the whole document once its repairs are others", async () => {
    const { origin, requests } = await documentServer({ text: upstream("Order", "Line"), tag: '"1"' });
    const root = temporaryFolder();
    writeFiles(root, configured(origin));
    await command(root, "pull", "shop");
    const repaired = overlay({ target: '$.paths["/line"]', remove: true });
    writeFiles(root, { "schemas/shop/upstream.yaml": JSON.stringify({ ...repaired, extends: origin }) });
    expect(await command(root, "pull", "shop", "--quiet")).toStrictEqual({ code: 0, stdout: "", stderr: "" });
    expect(requests.map(({ headers }) => headers["if-none-match"])).toStrictEqual([undefined, undefined]);
    expect(readFiles(root)["schemas/shop/openapi.yaml"]).not.toContain("/line");
  });

  test("takes a file, as seen from the root or from the folder of the API", async () => {
    const root = temporaryProject({
      "upstream.json": upstream("Order"),
      ...configured("../../upstream.json"),
    });
    expect(await command(root, "pull")).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(readFiles(root)["schemas/shop/upstream.lock.json"] ?? "")).toMatchObject({
      source: "upstream.json",
    });
    expect((await command(root, "pull", "copy", "--from", "upstream.json")).code).toBe(0);
    expect(Object.keys(readFiles(root))).toContain("schemas/copy/openapi.yaml");
  });

  test("keeps all other files of a folder that one is removed from", async () => {
    const changed = upstream("Order").replaceAll('"object"', '"string"');
    const root = temporaryProject({ "a.json": upstream("Order", "Line"), "b.json": changed });
    await command(root, "pull", "shop", "--from", "a.json");
    writeFiles(root, { "schemas/shop/schemas/.keep": "", "schemas/shop/schemas/deep/README.md": "# Ours\n" });
    await command(root, "pull", "shop", "--from", "b.json");
    expect(Object.keys(readFiles(`${root}/schemas/shop/schemas`))).toStrictEqual([
      ".keep",
      "deep/README.md",
      "shop-order-schema.json",
    ]);
    const files = readFiles(`${root}/schemas/shop/schemas`);
    expect(files["shop-order-schema.json"]).not.toContain('"object"');
    expect(files["deep/README.md"]).toBe("# Ours\n");
  });
});

describe("with a fault nothing is written", () => {
  test.each([
    ["a document that is broken", { "a.json": "{" }, "a.json", "./a.json:1:2 error json-syntax"],
    ["no document", {}, "a.json", "./a.json error upstream-unreachable"],
    ["a folder", { "a/a.json": "{}" }, "a", "./a error upstream-unreachable"],
    [
      "a house that is broken",
      { "a.json": upstream("Order"), "schemas/shop/x.json": "{" },
      "a.json",
      "schemas/shop/x.json:1:2 error json-syntax",
    ],
    ["an address that is refused", {}, "http://example.com/a", "http://example.com/a error upstream-refused"],
  ])("%s", async (_, files, from, want) => {
    const root = temporaryProject({ ...configured("nowhere"), ...files });
    const before = fileTimes(root);
    const { code, stdout, stderr } = await command(root, "pull", "shop", "--from", from);
    expect({ code, stdout, first: stderr.split("\n")[0] }).toStrictEqual({
      code: 1,
      stdout: "",
      first: want,
    });
    expect(stderr).toContain("1 error; nothing was written.");
    expect(fileTimes(root)).toStrictEqual(before);
  });

  // Prevents: what a broken document of the house would have said is reported as missing on top of the fault.
  test("a house of which a part can not be read, and that alone is told", async () => {
    const root = temporaryProject({ "a.json": upstream("Order") });
    await command(root, "pull", "shop", "--from", "a.json");
    writeFiles(root, { "schemas/shop/schemas/shop-order-schema.json": '{ "title": ' });
    const { code, stderr } = await command(root, "pull", "shop", "--from", "a.json");
    expect({ code, last: stderr.trimEnd().split("\n").at(-1) }).toStrictEqual({
      code: 1,
      last: "1 error; nothing was written.",
    });
  });

  test("in any of several APIs", async () => {
    const root = temporaryProject({
      "a.json": upstream("Order"),
      "b.json": "{",
      ...configured("../../a.json"),
      "schemas/other/upstream.json": { ...overlay(), extends: "../../b.json" },
    });
    const before = fileTimes(root);
    const { code, stdout } = await command(root, "pull", "--json");
    expect({ code, result: JSON.parse(stdout) as unknown }).toMatchObject({
      code: 1,
      result: { ok: false, changes: [], diagnostics: [{ code: "json-syntax", file: "../../b.json" }] },
    });
    expect(fileTimes(root)).toStrictEqual(before);
  });

  test.each([
    ["title: A\n", "upstream-config"],
    ["overlay: 1.0.0\ninfo: {}\nactions: []\n", "upstream-config"],
    ["overlay: [\n", "yaml-syntax"],
    [
      "overlay: 1.0.0\ninfo: {}\nextends: ../../a.json\nactions:\n- target: $.[\n  remove: true\n",
      "overlay-target-invalid",
    ],
  ])("a configuration that says %j", async (text, code) => {
    const root = temporaryProject({ "a.json": upstream("Order"), "schemas/shop/upstream.yaml": text });
    const before = fileTimes(root);
    const { code: exit, stdout } = await command(root, "pull", "--json");
    expect({ exit, diagnostics: JSON.parse(stdout) as unknown }).toMatchObject({
      exit: 1,
      diagnostics: {
        ok: false,
        diagnostics: [{ code, file: "schemas/shop/upstream.yaml", line: expect.any(Number) }],
      },
    });
    expect(fileTimes(root)).toStrictEqual(before);
  });
});

describe("wrong use", () => {
  test.each<readonly [args: readonly string[], want: string]>([
    [["shop"], "There is no schemas/shop/upstream.yaml that says where the upstream document is"],
    [[], "There is no schemas/<api>/upstream.yaml that says where the upstream document is"],
    [["--from", "a.json"], "pull --from takes the name of one API."],
    [["a", "b", "--from", "a.json"], "pull --from takes the name of one API."],
    [["../shop", "--from", "a.json"], "../shop can not be the name of an API"],
    [["--check"], "pull has no option --check."],
  ])("%j", async (args, want) => {
    const root = temporaryProject({ "a.json": upstream("Order"), "schemas/shop/a.json": { title: "A" } });
    const { code, stderr } = await command(root, "pull", ...args);
    expect({ code, first: stderr.slice(0, want.length) }).toStrictEqual({ code: 2, first: want });
  });
});

// Prevents: what a document says commands the terminal that a pull is watched on.
test("names of a document are harmless on a terminal", async () => {
  const text = upstream("Order").replace('"/order"', '"/\\u001b[31morder\\u202e"');
  const root = temporaryProject({ "a.json": text });
  const { stdout, stderr } = await command(root, "pull", "shop", "--from", "a.json");
  expect(stdout + stderr).toContain("[31morder");
  expect(stdout + stderr).not.toMatch(/[\u001b\u202e]/);
});

// Prevents: the repairs of an upstream document are applied to the contract that they have already mended.
test("the configuration of a pull is no part of the contract", async () => {
  const root = temporaryProject({
    "schemas/shop/openapi.json": api({}),
    "schemas/shop/upstream.yaml": overlay({ target: "$.info", remove: true }),
  });
  expect(await command(root, "validate", `${root}/schemas/shop`)).toMatchObject({ code: 0, stderr: "" });
});
