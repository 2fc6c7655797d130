import type { FaultCase } from "./contract-faults-of-documents.ts";
import type { SourceTexts } from "./source-of.ts";

/** An OpenAPI root of some lines, from line 4 on. */
function api(...lines: readonly string[]): SourceTexts {
  return {
    "api.yaml": [
      "openapi: 3.1.0",
      "info: { title: Shop, version: 1.0.0 }",
      "servers: [{ url: 'https://shop.example' }]",
      ...lines,
      "",
    ].join("\n"),
  };
}

/** Faults of the OpenAPI root, its operations and their names. */
export const faultsOfOperations: readonly FaultCase[] = [
  {
    code: "openapi-several",
    source: { ...api(), "b.json": '{\n  "openapi": "3.1.0"\n}' },
    want: "error openapi-several b.json:2:3 /openapi",
  },
  {
    code: "openapi-version",
    source: { "api.yaml": (api()["api.yaml"] as string).replace("openapi: 3.1.0", "---\nopenapi: 3.2.0") },
    want: "error openapi-version api.yaml:2:1 /openapi",
  },
  {
    code: "openapi-shape",
    source: api("paths:", "  /a:", "    get:", "      responses:", "        OK: { description: Done }"),
    want: "error openapi-shape api.yaml:8:9 /paths/~1a/get/responses/OK",
  },
  {
    code: "option-invalid",
    source: api("x-sdkmill:", "  openObjects: maybe"),
    want: "error option-invalid api.yaml:5:3 /x-sdkmill/openObjects",
  },
  {
    code: "operation-id-duplicate",
    source: api(
      "paths:",
      "  /a: { get: { operationId: list } }",
      "  /b:",
      "    get:",
      "      operationId: list",
    ),
    want: "error operation-id-duplicate api.yaml:8:7 /paths/~1b/get/operationId",
  },
  {
    code: "operation-parameter",
    source: api("paths:", "  /a:", "    get:", "      parameters:", "        - in: query"),
    want: "error operation-parameter api.yaml:8:11 /paths/~1a/get/parameters/0",
  },
  {
    code: "operation-path",
    source: api("paths:", "  /a%2:", "    get: {}"),
    want: "error operation-path api.yaml:5:3 /paths/~1a%2",
  },
  {
    code: "operation-unsupported",
    source: api("paths:", "  /a:", "    post:", "      requestBody: { content: { text/csv: {} } }"),
    want: "error operation-unsupported api.yaml:7:7 /paths/~1a/post/requestBody",
  },
  {
    code: "server-missing",
    source: { "api.yaml": (api()["api.yaml"] as string).replace("https://shop.example", "/v1") },
    want: "warning server-missing api.yaml:3:1 /servers",
  },
  {
    code: "name-invalid",
    source: api("paths:", "  /a:", "    get:", "      x-sdkmill-name: A"),
    want: "error name-invalid api.yaml:7:7 /paths/~1a/get/x-sdkmill-name",
  },
];
