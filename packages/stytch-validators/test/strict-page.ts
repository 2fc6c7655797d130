import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

/** No code but that of modules of the page's own origin (Content Security Policy Level 3, Trusted Types). */
const policy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";

// The inline script runs only where the policy does not hold.
const page = `<!doctype html>
<title>not run</title>
<script>document.title = "inline script has run";</script>
<script type="module" src="/page.js"></script>
<body></body>`;

/** Chromium, if there is one on the path. */
export const chromium: string | undefined = (process.env["PATH"] ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "chromium"))
  .find((path) => existsSync(path));

/** A page as it stands when it has loaded, and what it asked for. */
export interface LoadedPage {
  readonly dom: string;
  /** Paths that the server had an answer for. */
  readonly served: readonly string[];
}

/**
 * Opens a page in a headless Chromium under a strict policy.
 *
 * @param script the module that the page runs
 * @param dist the folder that the server gives as `/dist/`
 */
export async function openStrictPage(browser: string, script: string, dist: URL): Promise<LoadedPage> {
  const served: string[] = [];
  const server = createServer(async ({ url = "" }, response) => {
    const answer = await answerTo(url, script, dist);
    if (answer !== undefined) served.push(url);
    response
      .writeHead(answer === undefined ? 404 : 200, {
        "content-security-policy": policy,
        "content-type": url === "/" ? "text/html; charset=utf-8" : "text/javascript; charset=utf-8",
      })
      .end(answer);
  });
  try {
    return { dom: await dumpDom(browser, await listen(server)), served };
  } finally {
    server.closeAllConnections();
    await server[Symbol.asyncDispose]();
  }
}

async function answerTo(url: string, script: string, dist: URL): Promise<string | undefined> {
  if (url === "/") return page;
  if (url === "/page.js") return script;
  const [, file] = /^\/dist\/([\w./-]+\.js)$/.exec(url) ?? [];
  return file === undefined ? undefined : readFile(new URL(file, dist), "utf8");
}

async function listen(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return `http://127.0.0.1:${address.port}/`;
}

async function dumpDom(browser: string, url: string): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), "strict-page-"));
  const flags = [
    ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"],
    ...["--disable-background-networking", "--disable-component-update", "--no-proxy-server"],
  ];
  try {
    const { stdout } = await promisify(execFile)(
      browser,
      [...flags, `--user-data-dir=${profile}`, "--dump-dom", url],
      { maxBuffer: 2 ** 26, timeout: 50_000 },
    );
    return stdout;
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
