import type { Json } from "../../src/source/json.ts";
import type { SourceFiles } from "../generated-contract.ts";
import { answer, api, apiOf, empty, json, parameter, ref } from "./client-documents.ts";

/** What an operation becomes; texts are on one line. */
export interface EmittedOperation {
  /** What is declared beside the function. */
  readonly types: readonly string[];
  readonly signature: string | undefined;
  /** What the runtime is called with: a route, or a tuple for one with pages. */
  readonly call: string | undefined;
}

export type OperationCase = readonly [about: string, files: SourceFiles, want: EmittedOperation];

const named: Json = { type: "object", properties: { name: { type: "string" } }, required: ["name"] };
const optional: Json = { type: "object", properties: { name: { type: "string" } } };
const search: Json = { type: "object", properties: { from: { type: "string" } } };
const page: Json = {
  type: "object",
  properties: {
    meta: { type: "object", properties: { next: { type: "string" } } },
    found: {
      type: ["object", "null"],
      properties: { "the-pets": { type: "array", items: { type: "string" } } },
    },
  },
};
const pagination: Readonly<Record<string, Json>> = {
  "x-sdkmill-retry": "safe",
  "x-sdkmill-pagination": { cursor: "from", next: "meta.next", items: "found.the-pets" },
};
const body = (schema: Json, required = true): Json => ({ required, ...json(schema) });

/** An API whose only operation has these parts, and that has schemas of its own. */
function apiWith(
  schemas: Readonly<Record<string, Json>>,
  operation: Readonly<Record<string, Json>>,
): SourceFiles {
  return api({ "/pets": { post: { operationId: "run", ...operation } } }, schemas);
}

export const operationCases: readonly OperationCase[] = [
  [
    "without anything",
    apiOf({}, "/pets", "get"),
    {
      types: [],
      signature:
        "petsRun(client: Core, params?: Record<string, never>, options?: CallOptions): ApiPromise<void>",
      call: '{ method: "GET", path: "/pets", retry: "safe", result: "void" }',
    },
  ],
  [
    "with parameters in path, query and header",
    apiOf(
      {
        parameters: [
          parameter("id", "path"),
          parameter("limit", "query", { schema: { type: "integer" } }),
          parameter("X-Trace", "header"),
        ],
      },
      "/pets/{id}",
    ),
    {
      types: ["export interface PetsRunParams { id: string limit?: number }"],
      signature:
        'petsRun(client: Core, params: PetsRunParams, options?: CallOptions<"X-Trace">): ApiPromise<void>',
      call: '{ method: "POST", path: "/pets/{id}", retry: "single-use", query: queryParameters("limit"), result: "void" }',
    },
  ],
  [
    "with parameters that can be left out",
    apiOf({ parameters: [parameter("b", "query"), parameter("a", "query")] }),
    {
      types: ["export interface PetsRunParams { b?: string a?: string }"],
      signature: "petsRun(client: Core, params?: PetsRunParams, options?: CallOptions): ApiPromise<void>",
      call: '{ method: "POST", path: "/pets", retry: "single-use", query: queryParameters("a", "b"), result: "void" }',
    },
  ],
  [
    // Prevents: a required argument after an optional one.
    "with a header that is required and parameters that are not",
    apiOf({
      parameters: [
        parameter("a", "query"),
        parameter("X-Key", "header", { required: true }),
        parameter("X-Trace", "header"),
      ],
    }),
    {
      types: ["export interface PetsRunParams { a?: string }"],
      signature:
        'petsRun(client: Core, params: PetsRunParams, options: CallOptions<"X-Key" | "X-Trace", "X-Key">): ApiPromise<void>',
      call: '{ method: "POST", path: "/pets", retry: "single-use", query: queryParameters("a"), result: "void" }',
    },
  ],
  [
    "with a body alone: the body is the parameters",
    apiOf({ requestBody: body(ref("Pet")), responses: { "200": answer(ref("Pet")) } }),
    {
      types: [],
      signature: "petsRun(client: Core, params?: types.Pet, options?: CallOptions): ApiPromise<types.Pet>",
      call: '{ method: "POST", path: "/pets", retry: "single-use", body: "json" }',
    },
  ],
  [
    "with a body beside parameters: all in one object",
    apiOf(
      { parameters: [parameter("id", "path"), parameter("q", "query")], requestBody: body(named) },
      "/pets/{id}",
    ),
    {
      types: ["export type PetsRunParams = ({ id: string q?: string } & { name: string })"],
      signature: "petsRun(client: Core, params: PetsRunParams, options?: CallOptions): ApiPromise<void>",
      call: '{ method: "POST", path: "/pets/{id}", retry: "single-use", query: queryParameters("q"), body: "json", result: "void" }',
    },
  ],
  [
    "with a body that has a property of the name of a parameter",
    apiOf({ parameters: [parameter("name", "path")], requestBody: body(ref("Pet")) }, "/pets/{name}"),
    {
      types: ["export interface PetsRunParams { name: string body: types.Pet }"],
      signature: "petsRun(client: Core, params: PetsRunParams, options?: CallOptions): ApiPromise<void>",
      call: '{ method: "POST", path: "/pets/{name}", retry: "single-use", body: "whole", result: "void" }',
    },
  ],
  [
    "with an array as its body",
    apiOf({
      requestBody: body({ type: "array", items: ref("Pet") }),
      responses: { "200": answer({ type: "array", items: ref("Pet") }) },
    }),
    {
      types: [
        "export interface PetsRunParams { body: types.Pet[] }",
        "export type PetsRunResult = types.Pet[]",
      ],
      signature:
        "petsRun(client: Core, params: PetsRunParams, options?: CallOptions): ApiPromise<PetsRunResult>",
      call: '{ method: "POST", path: "/pets", retry: "single-use", body: "whole" }',
    },
  ],
  [
    "with a body that can be left out in part",
    apiOf({ requestBody: body(optional, false) }),
    {
      types: ["export interface PetsRunParams { name?: string }"],
      signature: "petsRun(client: Core, params?: PetsRunParams, options?: CallOptions): ApiPromise<void>",
      call: '{ method: "POST", path: "/pets", retry: "single-use", body: "json", result: "void" }',
    },
  ],
  [
    "with a body that can be left out as a whole only",
    apiOf({ requestBody: body(named, false) }),
    {
      types: ["export interface PetsRunParams { body?: { name: string } }"],
      signature: "petsRun(client: Core, params?: PetsRunParams, options?: CallOptions): ApiPromise<void>",
      call: '{ method: "POST", path: "/pets", retry: "single-use", body: "whole", result: "void" }',
    },
  ],
  [
    "with several answers",
    apiOf({
      responses: { "200": answer(ref("Pet")), "202": answer(named), "204": empty, "400": answer(optional) },
    }),
    {
      types: ["export type PetsRunResult = (types.Pet | { name: string })"],
      signature:
        "petsRun(client: Core, params?: Record<string, never>, options?: CallOptions): ApiPromise<PetsRunResult | undefined>",
      call: '{ method: "POST", path: "/pets", retry: "single-use", result: "empty" }',
    },
  ],
  [
    "with names that are no identifiers",
    apiOf({
      parameters: [parameter("we-ird", "query"), parameter("constructor", "query"), parameter("*/", "query")],
    }),
    {
      types: ['export interface PetsRunParams { "we-ird"?: string constructor?: string "*/"?: string }'],
      signature: "petsRun(client: Core, params?: PetsRunParams, options?: CallOptions): ApiPromise<void>",
      call: '{ method: "POST", path: "/pets", retry: "single-use", query: queryParameters("*/", "constructor", "we-ird"), result: "void" }',
    },
  ],
  [
    "with pages of a component, in a body",
    apiWith(
      { PetSearch: search, PetPage: page },
      { requestBody: body(ref("PetSearch")), responses: { "200": answer(ref("PetPage")) }, ...pagination },
    ),
    {
      types: [],
      signature:
        'petsRun(client: Core, params?: types.PetSearch, options?: CallOptions): PagedPromise<types.PetPage, NonNullable<NonNullable<NonNullable<types.PetPage>["found"]>["the-pets"]>[number]>',
      call: '[{ method: "POST", path: "/pets", retry: "safe", body: "json" }, "from", "meta.next", "found.the-pets"]',
    },
  ],
  [
    "with pages of its own, by query",
    apiOf({
      parameters: [parameter("from", "query")],
      responses: { "200": answer(page) },
      ...pagination,
    }),
    {
      types: [
        "export interface PetsRunParams { from?: string }",
        'export interface PetsRunResult { meta?: { next?: string } found?: ({ "the-pets"?: string[] } | null) }',
      ],
      signature:
        'petsRun(client: Core, params?: PetsRunParams, options?: CallOptions): PagedPromise<PetsRunResult, NonNullable<NonNullable<NonNullable<PetsRunResult>["found"]>["the-pets"]>[number]>',
      call: '[{ method: "POST", path: "/pets", retry: "safe", query: queryParameters("from") }, "from", "meta.next", "found.the-pets"]',
    },
  ],
];
