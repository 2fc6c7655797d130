import type { Failure } from "./failure.ts";
import type { Secret } from "./secret-text.ts";
import { writings } from "./writings.ts";

type Write = (data: unknown, secrets: readonly Secret[]) => string;

const json: Write = (data) => JSON.stringify(data);
const html = writings["HTML"] ?? String;
const pairs = (secrets: readonly Secret[]): [string, string][] =>
  secrets.map(({ name, text }) => [name, text]);

/** Of a long answer only the beginning is kept. */
function secretsFirst(data: unknown, secrets: readonly Secret[]): unknown {
  const isLate = ([property]: readonly [string, unknown]): number =>
    secrets.some(({ name }) => name === property) ? 0 : 1;
  return Object.fromEntries(Object.entries(data ?? {}).toSorted((a, b) => isLate(a) - isLate(b)));
}

/** An answer that tells secrets of the response, as a successful one does, but can not be used as it is. */
function broken(name: string, write: Write, status = 200, type = "application/json"): Failure {
  return {
    name: `${status} with secrets of the response, ${name}`,
    trial: (planted) => {
      const { data: answered, secrets } = planted.answer();
      const data = secretsFirst(answered, secrets);
      return {
        secrets: [...planted.secrets, ...secrets],
        fetch: async () => new Response(write(data, secrets), { status, headers: { "content-type": type } }),
      };
    },
  };
}

/** As far as the first secret, and half of it too. */
const cutInSecret: Write = (data, secrets) => {
  const text = json(data, secrets);
  const [first = { text: "" }] = secrets;
  const at = text.indexOf(writings["JSON"]?.(first.text) ?? "");
  return text.slice(0, at + first.text.length - 1);
};

export const brokenAnswers: readonly Failure[] = [
  broken("as JSON that ends too early", (data, secrets) => json(data, secrets).slice(0, -1)),
  broken("as JSON that ends in a secret", cutInSecret),
  broken("as JSON with something after it", (data, secrets) => `${json(data, secrets)}}`),
  broken("as JSON with spaces that breaks off", (data) => JSON.stringify(data, undefined, 2).slice(0, -1)),
  broken("as a script", (data, secrets) => `callback(${json(data, secrets)});`),
  broken("as JSON that says to be HTML", json, 200, "text/html"),
  broken("in an HTML page", (data, secrets) => `<pre>${html(json(data, secrets))}</pre>`, 200, "text/html"),
  broken(
    "as a form",
    (_, secrets) => new URLSearchParams(pairs(secrets)).toString(),
    200,
    "application/x-www-form-urlencoded",
  ),
  broken("as XML", (_, secrets) =>
    pairs(secrets)
      .map(([name, text]) => `<${name}>${html(text)}</${name}>`)
      .join(""),
  ),
  broken(
    "with single quotes",
    (_, secrets) =>
      `{${pairs(secrets)
        .map(([name, text]) => `'${name}': '${text}'`)
        .join(", ")}}`,
  ),
  broken("in an error", json, 500),
  broken(
    "deep in an error",
    (data) => JSON.stringify({ error_type: "upstream", details: [{ answer: data }] }),
    500,
  ),
  broken(
    "as a text in an error",
    (data, secrets) => JSON.stringify({ error_message: `upstream: ${json(data, secrets)}` }),
    500,
  ),
  broken("as text of an error", json, 500, "text/plain"),
];
