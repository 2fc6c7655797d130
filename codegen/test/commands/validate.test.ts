import { describe, expect, test } from "vitest";
import type { Json } from "../../src/source/json.ts";
import { openapiRoot } from "../generated-contract.ts";
import { readFiles } from "../temporary-folder.ts";
import { sdkmill, temporaryProject } from "../temporary-project.ts";

const root: Json = openapiRoot({
  paths: { "/pets": { get: { operationId: "list", responses: { "204": { description: "" } } } } },
  components: { schemas: { Pet: { type: "object", odd: 1 } } },
});

interface ValidateCase {
  readonly about: string;
  readonly files: Readonly<Record<string, Json>>;
  readonly source: string;
  readonly code: number;
  readonly stdout: string;
  /** First lines of diagnostics. */
  readonly heads: readonly string[];
}

const cases: readonly ValidateCase[] = [
  {
    about: "a folder",
    files: { "api/openapi.json": root, "api/Toy.json": { title: "Toy" } },
    source: "api",
    code: 0,
    stdout: "2 schemas, 1 operation, 0 errors, 1 warning.\n",
    heads: ["api/openapi.json:28:9 warning keyword-unknown #/components/schemas/Pet/odd"],
  },
  {
    about: "a file",
    files: { "api.json": root, "Toy.json": "{" },
    source: "api.json",
    code: 0,
    stdout: "1 schema, 1 operation, 0 errors, 1 warning.\n",
    heads: ["api.json:28:9 warning keyword-unknown #/components/schemas/Pet/odd"],
  },
  {
    about: "a file that is YAML",
    files: {
      "api.yaml":
        "openapi: 3.1.0\ninfo: { title: x, version: x }\nservers: [{ url: https://a }]\npaths:\n  /a/{b}: { get: { responses: {} } }\n",
    },
    source: "api.yaml",
    code: 1,
    stdout: "0 schemas, 1 operation, 1 error, 0 warnings.\n",
    heads: ["api.yaml:5:13 error operation-parameter #/paths/~1a~1{b}/get"],
  },
  {
    about: "broken documents",
    files: { "api/a.json": "{", "api/b.json": { title: "B", $ref: "#/components/schemas/C" } },
    source: "api",
    code: 1,
    stdout: "2 schemas, 0 operations, 2 errors, 0 warnings.\n",
    heads: ["api/a.json:1:2 error json-syntax", "api/b.json:3:3 error reference-dangling #/$ref"],
  },
  {
    about: "what is not there",
    files: {},
    source: "nowhere",
    code: 1,
    stdout: "0 schemas, 0 operations, 1 error, 0 warnings.\n",
    heads: ["nowhere error source-missing"],
  },
];

describe("validate", () => {
  test.each(cases)("reports on $about, and writes nothing", ({ files, source, ...want }) => {
    const project = temporaryProject(files);
    const before = readFiles(project);
    const { code, stdout, stderr } = sdkmill(project, "validate", source);
    const heads = stderr.split("\n").filter((line) => line !== "" && !line.startsWith("  "));
    const paths = heads.map((line) => line.replace(/^\.\//, ""));
    expect({ about: want.about, code, stdout, heads: paths }).toStrictEqual(want);
    expect(readFiles(project)).toStrictEqual(before);
  });
});
