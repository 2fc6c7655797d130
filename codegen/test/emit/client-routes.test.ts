import { describe, expect, test } from "vitest";
import type { Json } from "../../src/source/json.ts";
import { clientEmitter } from "../../src/emit/client/emit-client.ts";
import { contractOf, isRefused, type SourceFiles } from "../generated-contract.ts";
import { answer, apiOf, empty, json, parameter, ref } from "./client-documents.ts";

/** The code of a client. */
async function codeOf(files: SourceFiles, inside: RegExp): Promise<string> {
  const modules = await Array.fromAsync(clientEmitter.emit(contractOf(files), { scope: "" }));
  return modules.flatMap(({ path, body }) => (inside.test(path) ? body : [])).join("\n");
}

/** The routes of all operations of a client, as its methods have them. */
async function routesOf(files: SourceFiles): Promise<readonly unknown[]> {
  const client = await codeOf(files, /^client\.ts$/);
  const tree = client.slice(client.indexOf("bindOperations("));
  return [...tree.matchAll(/^\w+: (.+?),?$/gm)].flatMap(([, leaf = ""]) =>
    leaf === "{" ? [] : [JSON.parse(leaf) as unknown],
  );
}

const pet = { "200": answer(ref("Pet")) };

function retried(retry: string): Readonly<Record<string, Json>> {
  return { "x-sdkmill-retry": retry, responses: pet };
}

function answering(schema: Json): SourceFiles {
  return apiOf({ responses: { "200": answer(schema) } });
}

describe("a route says", () => {
  test.each<readonly [about: string, files: SourceFiles, want: string]>([
    ["no class that is the method's: POST", apiOf(retried("single-use")), "POST /pets"],
    ["no class that is the method's: PUT", apiOf(retried("idempotent"), "/pets", "put"), "PUT /pets"],
    ["no class that is the method's: GET", apiOf(retried("safe"), "/pets", "get"), "GET /pets"],
    ["a milder class", apiOf(retried("safe")), "POST /pets safe"],
    ["a stricter class", apiOf(retried("single-use"), "/pets", "get"), "GET /pets single-use"],
    ["a body that is merged", apiOf({ requestBody: json(ref("Pet")), responses: pet }), "POST /pets json"],
    [
      "a body that is whole, and all the rest",
      apiOf({
        ...retried("idempotent"),
        parameters: [parameter("b", "query"), parameter("a", "query")],
        requestBody: json({ type: "array", items: {} }),
        responses: { ...pet, "204": empty },
      }),
      "POST /pets?a&b idempotent whole empty",
    ],
    [
      "a server of its own",
      apiOf({ responses: pet, servers: [{ url: "https://b.example.com/a b é\u2028" }] }),
      "POST /pets @https://b.example.com/a%20b%20%C3%A9%E2%80%A8",
    ],
    ["that there is no content", apiOf({ responses: { "204": empty } }), "POST /pets void"],
    ["that null may come, by type", answering({ type: ["object", "null"] }), "POST /pets null"],
    [
      "that null may come, by branch",
      answering({ anyOf: [ref("Pet"), { type: "null" }] }),
      "POST /pets null",
    ],
    ["that null may come, since anything may", answering({}), "POST /pets null"],
    ["that null may come, by value", answering({ enum: ["a", null] }), "POST /pets null"],
    ["that null may not come: another type", answering(ref("Pet")), "POST /pets"],
    [
      "that null may not come: no such value",
      answering({ type: ["string", "null"], enum: ["a"] }),
      "POST /pets",
    ],
    ["that null may not come: properties", answering({ properties: { a: {} } }), "POST /pets"],
    ["that null may not come: a part", answering({ allOf: [{}, ref("Pet")] }), "POST /pets"],
    ["that null may not come: never", answering(false), "POST /pets"],
  ])("%s", async (_, files, want) => {
    expect(await routesOf(files)).toStrictEqual([want]);
  });
});

/** Reads a route by its grammar alone: what ends the path, what is in braces, what is encoded. */
function readRoute(route: string): {
  readonly path: string;
  readonly names: readonly string[];
  readonly query: readonly string[];
  readonly rest: readonly string[];
} {
  const [, target = "", ...rest] = route.split(" ");
  const [template = "", query = ""] = target.split("?");
  const names = [...template.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => decodeURIComponent(name));
  return {
    path: decodeURIComponent(template.replaceAll(/\{[^{}]+\}/g, "*")),
    names,
    query: query === "" ? [] : query.split("&").map(decodeURIComponent),
    rest,
  };
}

// Prevents: a part of a path or of a name that is taken for the end of it, or for a flag.
describe("a hostile text stays what it is in a route:", () => {
  test.each([
    ...["a b", "a?b", "a#b", "a&b=c", "a safe", "?x#y z", "{", "}", "a}b", "a{b", "\\", "%", "%2", "100%25"],
    ...["'\"`$x", "é😀", "\t\r\n", "\u2028", "<!--", "__proto__", "^[|]", "+", ";,:@!$'()*"],
  ])("%j", async (text) => {
    const inName = text.replaceAll(/[{}]/g, "") || "name";
    // A path with another percent sign is refused.
    const inPath = text.replaceAll(/%(?!25)/g, "%25");
    const parameters = [parameter(inName, "path"), parameter(`q${text}`, "query")];
    const files = apiOf({ parameters, responses: pet }, `/x${inPath}y/{${inName}}`);
    const [route] = await routesOf(files);
    expect(route).not.toMatch(/[^!-~ ]/);
    expect(readRoute(String(route))).toStrictEqual({
      path: `/x${text.replace("%25", "%")}y/*`,
      names: [inName],
      query: [`q${text}`],
      rest: [],
    });
  });
});

// Prevents: a method and a function that call the same operation differently.
test("the route of a single function says the same", async () => {
  const files = apiOf(
    {
      ...retried("idempotent"),
      parameters: [parameter("b c", "query"), parameter("a&", "query"), parameter("d e", "path")],
      requestBody: json({ type: "array", items: {} }),
      responses: { ...pet, "204": empty },
      servers: [{ url: "https://b.example.com/f g" }],
    },
    "/x y/{d e}",
  );
  expect(await routesOf(files)).toStrictEqual([
    "POST /x%20y/{d%20e}?a%26&b%20c idempotent whole empty @https://b.example.com/f%20g",
  ]);
  expect(await codeOf(files, /^operations/)).toContain(
    'call(client, { method: "POST", path: "/x%20y/{d%20e}", retry: "idempotent", ' +
      'query: queryParameters("a&", "b c"), body: "whole", result: "empty", server: "https://b.example.com/f%20g" }, params',
  );
});

// Prevents: `%{id}` with `2e` for the id, which the URL parser reads as a dot.
test("an octet that is encoded already stays as it is, also before a parameter", async () => {
  const files = apiOf({ parameters: [parameter("id", "path")], responses: pet }, "/a%20b/%25{id}");
  expect(await routesOf(files)).toStrictEqual(["POST /a%20b/%25{id}"]);
  expect(isRefused(apiOf({ parameters: [parameter("id", "path")], responses: pet }, "/%{id}"))).toBe(true);
});
