import type { Json } from "../../src/source/json.ts";
import type { SourceFiles } from "../generated-contract.ts";
import { answer, apiOf, empty, json, parameter, ref } from "./client-documents.ts";

/** What an operation becomes; texts are on one line. */
export interface EmittedOperation {
  /** What is declared beside the function. */
  readonly types: readonly string[];
  readonly signature: string | undefined;
  readonly call: string | undefined;
}

export type OperationCase = readonly [about: string, files: SourceFiles, want: EmittedOperation];

const named: Json = { type: "object", properties: { name: { type: "string" } }, required: ["name"] };
const optional: Json = { type: "object", properties: { name: { type: "string" } } };
const body = (schema: Json, required = true): Json => ({ required, ...json(schema) });

export const operationCases: readonly OperationCase[] = [
  [
    "without anything",
    apiOf({}, "/pets", "get"),
    {
      types: [],
      signature:
        "petsRun(client: Core, params?: Record<string, never>, options?: CallOptions): Promise<void>",
      call: '{ method: "GET", path: "/pets" }',
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
        'petsRun(client: Core, params: PetsRunParams, options?: CallOptions<"X-Trace">): Promise<void>',
      call: '{ method: "POST", path: "/pets/{id}", query: ["limit"] }',
    },
  ],
  [
    "with parameters that can be left out",
    apiOf({ parameters: [parameter("b", "query"), parameter("a", "query")] }),
    {
      types: ["export interface PetsRunParams { b?: string a?: string }"],
      signature: "petsRun(client: Core, params?: PetsRunParams, options?: CallOptions): Promise<void>",
      call: '{ method: "POST", path: "/pets", query: ["a","b"] }',
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
        'petsRun(client: Core, params: PetsRunParams, options: CallOptions<"X-Key" | "X-Trace", "X-Key">): Promise<void>',
      call: '{ method: "POST", path: "/pets", query: ["a"] }',
    },
  ],
  [
    "with a body alone: the body is the parameters",
    apiOf({ requestBody: body(ref("Pet")), responses: { "200": answer(ref("Pet")) } }),
    {
      types: [],
      signature: "petsRun(client: Core, params?: types.Pet, options?: CallOptions): Promise<types.Pet>",
      call: '{ method: "POST", path: "/pets", body: "merged" }',
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
      signature: "petsRun(client: Core, params: PetsRunParams, options?: CallOptions): Promise<void>",
      call: '{ method: "POST", path: "/pets/{id}", query: ["q"], body: "merged" }',
    },
  ],
  [
    "with a body that has a property of the name of a parameter",
    apiOf({ parameters: [parameter("name", "path")], requestBody: body(ref("Pet")) }, "/pets/{name}"),
    {
      types: ["export interface PetsRunParams { name: string body: types.Pet }"],
      signature: "petsRun(client: Core, params: PetsRunParams, options?: CallOptions): Promise<void>",
      call: '{ method: "POST", path: "/pets/{name}", body: "whole" }',
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
        "petsRun(client: Core, params: PetsRunParams, options?: CallOptions): Promise<PetsRunResult>",
      call: '{ method: "POST", path: "/pets", body: "whole" }',
    },
  ],
  [
    "with a body that can be left out in part",
    apiOf({ requestBody: body(optional, false) }),
    {
      types: ["export interface PetsRunParams { name?: string }"],
      signature: "petsRun(client: Core, params?: PetsRunParams, options?: CallOptions): Promise<void>",
      call: '{ method: "POST", path: "/pets", body: "merged" }',
    },
  ],
  [
    "with a body that can be left out as a whole only",
    apiOf({ requestBody: body(named, false) }),
    {
      types: ["export interface PetsRunParams { body?: { name: string } }"],
      signature: "petsRun(client: Core, params?: PetsRunParams, options?: CallOptions): Promise<void>",
      call: '{ method: "POST", path: "/pets", body: "whole" }',
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
        "petsRun(client: Core, params?: Record<string, never>, options?: CallOptions): Promise<PetsRunResult | undefined>",
      call: '{ method: "POST", path: "/pets" }',
    },
  ],
  [
    "with names that are no identifiers",
    apiOf({
      parameters: [parameter("we-ird", "query"), parameter("constructor", "query"), parameter("*/", "query")],
    }),
    {
      types: ['export interface PetsRunParams { "we-ird"?: string constructor?: string "*/"?: string }'],
      signature: "petsRun(client: Core, params?: PetsRunParams, options?: CallOptions): Promise<void>",
      call: '{ method: "POST", path: "/pets", query: ["*/","constructor","we-ird"] }',
    },
  ],
];
