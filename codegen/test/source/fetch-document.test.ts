import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { fetchDocument, fetchLimits, isAddress } from "../../src/source/fetch-document.ts";
import { loopbackServer } from "../loopback-server.ts";

/** Code and message of what was reported. */
async function faultsOf(
  address: string,
  limits = fetchLimits,
): Promise<{ readonly value: unknown; readonly faults: readonly string[] }> {
  const { value, diagnostics } = await fetchDocument(address, undefined, limits);
  return { value, faults: diagnostics.map(({ code, message }) => `${code}: ${message}`) };
}

const nothing = (...faults: readonly string[]): unknown => ({ value: undefined, faults });

describe("a document is fetched", () => {
  test("with its tag, asking for it as it is", async () => {
    const { origin, requests } = await loopbackServer((_, response) => {
      response.setHeader("etag", '"a1"').end("text");
    });
    const { value, diagnostics } = await fetchDocument(`${origin}/openapi.yaml?x=1`);
    expect(diagnostics).toStrictEqual([]);
    expect(value).toStrictEqual({ kind: "document", bytes: Buffer.from("text"), etag: '"a1"' });
    const [request] = requests;
    expect(request?.url).toBe("/openapi.yaml?x=1");
    expect(request?.headers).toMatchObject({ "accept-encoding": "identity" });
    expect(Object.keys(request?.headers ?? {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/authorization|cookie|if-none-match/)]),
    );
  });

  test("only if it has another tag than the one that is known", async () => {
    const { origin, requests } = await loopbackServer((request, response) => {
      response.writeHead(request.headers["if-none-match"] === '"a1"' ? 304 : 200).end();
    });
    expect((await fetchDocument(origin, '"a1"')).value).toStrictEqual({ kind: "unchanged" });
    expect((await fetchDocument(origin, '"b"')).value).toMatchObject({ kind: "document" });
    expect(requests.map(({ headers }) => headers["if-none-match"])).toStrictEqual(['"a1"', '"b"']);
  });

  test("over redirects within its host", async () => {
    const { origin, requests } = await loopbackServer((request, response) => {
      const next = { "/a": "/b", "/b": "c", "/c": undefined }[request.url ?? ""];
      response
        .writeHead(next === undefined ? 200 : 302, next === undefined ? {} : { location: next })
        .end("text");
    });
    expect(await fetchDocument(`${origin}/a`)).toMatchObject({
      value: { kind: "document" },
      diagnostics: [],
    });
    expect(requests.map(({ url }) => url)).toStrictEqual(["/a", "/b", "/c"]);
  });

  test.each([["no tag"], ['"a" "b"'], ['"a\u00e9"'], [`"${"a".repeat(300)}"`]])(
    "without a tag that can not be sent back: %s",
    async (etag) => {
      const { origin } = await loopbackServer((_, response) => void response.setHeader("etag", etag).end());
      expect((await fetchDocument(origin)).value).toMatchObject({ etag: undefined });
    },
  );
});

describe("nothing is fetched", () => {
  test.each([
    ["http://example.com/a", "Only https is asked, and http where it leads to this machine."],
    ["http://127.0.0.1.example.com/a", "Only https is asked, and http where it leads to this machine."],
    ["http://127.0.0.2/a", "Only https is asked, and http where it leads to this machine."],
    ["ftp://example.com/a", "Only https is asked, and http where it leads to this machine."],
    ["file:///etc/passwd", "Only https is asked, and http where it leads to this machine."],
    ["https://", "This is no URL."],
    [
      "https://user:secret@example.com/a",
      "The URL holds credentials, which would end up in files and in logs.",
    ],
  ])("from %s", async (address, message) => {
    expect(await faultsOf(address)).toStrictEqual(nothing(`upstream-refused: ${message}`));
  });

  test("and no credentials are told", async () => {
    const { diagnostics } = await fetchDocument("https://user:secret@example.com/a");
    expect(JSON.stringify(diagnostics)).not.toMatch(/user|secret/);
  });

  test.each([
    ["another host", (port: string) => `http://localhost:${port}/b`],
    ["another port", () => "http://127.0.0.1:1/b"],
    ["the outside", () => "http://example.com/b"],
    ["a file", () => "file:///etc/passwd"],
    ["credentials", (port: string) => `http://a:b@127.0.0.1:${port}/b`],
  ])("over a redirect to %s", async (_, location) => {
    const { origin, requests } = await loopbackServer((request, response) => {
      const { port } = new URL(`http://${request.headers.host}`);
      response.writeHead(302, { location: location(port) }).end();
    });
    const { value, diagnostics } = await fetchDocument(`${origin}/a`);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toStrictEqual(["upstream-refused"]);
    expect(requests.map(({ url }) => url)).toStrictEqual(["/a"]);
  });

  test("over more redirects than five", async () => {
    const { origin, requests } = await loopbackServer((_, response) => {
      response.writeHead(302, { location: "/again" }).end();
    });
    const { diagnostics } = await fetchDocument(origin);
    expect(diagnostics.map(({ code }) => code)).toStrictEqual(["upstream-refused"]);
    expect(requests).toHaveLength(6);
  });

  test.each([[204], [304], [401], [404], [500]])("with the status %d", async (status) => {
    const { origin } = await loopbackServer((_, response) => response.writeHead(status).end());
    expect(await faultsOf(origin)).toStrictEqual(
      nothing(`upstream-unreachable: The server answered with the status ${status}.`),
    );
  });

  test("in an encoding that was not asked for", async () => {
    const { origin } = await loopbackServer(
      (_, response) => void response.setHeader("content-encoding", "gzip").end("x"),
    );
    const { diagnostics } = await fetchDocument(origin);
    expect(diagnostics.map(({ code }) => code)).toStrictEqual(["upstream-refused"]);
  });

  test("that is larger than the limit, and no more is read", async () => {
    let isEnded = false;
    const { origin } = await loopbackServer((_, response) => {
      const write = (): void => {
        while (!response.destroyed && response.write("x".repeat(1024)));
        if (!response.destroyed) response.once("drain", write);
      };
      response.once("close", () => (isEnded = true));
      write();
    });
    expect(await faultsOf(origin, { ...fetchLimits, bytes: 100_000 })).toStrictEqual(
      nothing("upstream-too-large: The document has more than 100000 bytes."),
    );
    await expect.poll(() => isEnded).toBe(true);
  });

  test.each<readonly [string, (response: { readonly write: (text: string) => boolean }) => void]>([
    ["never answers", () => {}],
    ["stops in the middle", (response) => void response.write("a")],
  ])("from a server that %s", async (_, begin) => {
    const { origin } = await loopbackServer((__, response) => begin(response));
    expect(await faultsOf(origin, { ...fetchLimits, milliseconds: 100 })).toStrictEqual(
      nothing(
        "upstream-unreachable: The document could not be fetched: there was no whole answer within 0.1 s.",
      ),
    );
  });

  test("of which a part is missing", async () => {
    const { origin } = await loopbackServer((_, response) => {
      response.writeHead(200, { "content-length": "100" }).write("a");
      setImmediate(() => response.destroy());
    });
    expect(await faultsOf(origin)).toStrictEqual(
      nothing("upstream-unreachable: The document could not be fetched: ECONNRESET."),
    );
  });

  test("where nobody listens", async () => {
    expect(await faultsOf("http://127.0.0.1:1/a")).toStrictEqual(
      nothing("upstream-unreachable: The document could not be fetched: ECONNREFUSED."),
    );
  });
});

test("a proxy of the environment is not asked", async () => {
  const proxy = await loopbackServer((_, response) => response.end("proxy"));
  const { origin } = await loopbackServer((_, response) => response.end("document"));
  const program = `
    const { fetchDocument } = await import(${JSON.stringify(join(import.meta.dirname, "../../src/source/fetch-document.ts"))});
    const { value } = await fetchDocument(${JSON.stringify(origin)});
    process.stdout.write(value?.bytes ?? "nothing");`;
  // Node reads these when it starts.
  const environment = { HTTP_PROXY: proxy.origin, http_proxy: proxy.origin, NODE_USE_ENV_PROXY: "1" };
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program], {
    env: { ...process.env, ...environment },
  });
  expect(stdout).toBe("document");
  expect(proxy.requests).toStrictEqual([]);
});

test.each([
  ["https://example.com/a", true],
  ["FILE:///a", true],
  ["./a.yaml", false],
  ["C:\\a.yaml", false],
  ["a/b:c//d", false],
])("%s is an address: %s", (source, want) => {
  expect(isAddress(source)).toBe(want);
});
