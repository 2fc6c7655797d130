import { describe, expect, it } from "vitest";
import { readSource } from "../contract-of.ts";
import { api } from "../contract-parts.ts";

const id = { name: "id", in: "path", required: true, schema: { type: "string" } };

function faultsOf(path: string, parameters: readonly (typeof id)[] = []): readonly string[] {
  const get = { parameters, responses: { 204: { description: "Done." } } };
  const source = { "a.json": api({ paths: { [path]: { get, put: { ...get, operationId: "put" } } } }) };
  return readSource(source).diagnostics.map(({ severity, code, place }) =>
    [severity, code, place?.path, place?.pointer].join(" "),
  );
}

// Prevents: an exception of openapi-typescript, which decodes paths, in place of a diagnostic.
describe("a percent sign in a path (RFC 3986, section 2.1)", () => {
  it.each(["/a%20b", "/%C3%A9%c3", "/%25", "/%2525", "/a%ff"])("begins an octet: %j", (path) => {
    expect(faultsOf(path)).toEqual([]);
  });

  it.each(["/%", "/a%b", "/a%2", "/%zz", "/%2g/b", "/%%20", "/%20%"])("is reported once: %j", (path) => {
    expect(faultsOf(path)).toEqual([`error operation-path a.json /paths/${path.replaceAll("/", "~1")}`]);
  });

  it("is reported before a parameter, whose value would end it", () => {
    expect(faultsOf("/%{id}", [id])).toEqual(["error operation-path a.json /paths/~1%{id}"]);
    expect(faultsOf("/%2{id}", [id])).toEqual(["error operation-path a.json /paths/~1%2{id}"]);
  });

  it("stands in the name of a parameter, which is in no URL", () => {
    expect(faultsOf("/{a%b}", [{ ...id, name: "a%b" }])).toEqual([]);
  });

  it("tells what to write", () => {
    const source = { "a.json": api({ paths: { "/a%b": {} } }) };
    expect(readSource(source).diagnostics).toMatchObject([
      {
        message: 'The path "/a%b" has a "%" that two hexadecimal digits do not follow.',
        help: 'Write "%25" for a percent sign (RFC 3986, section 2.1).',
      },
    ]);
  });
});
