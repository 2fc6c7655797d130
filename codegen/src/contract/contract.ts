/**
 * The one picture of an API that every emitter reads: OpenAPI 3.1 in shape, JSON Schema 2020-12 in its
 * schemas, references as names, everything named. Frozen data; it prints as JSON.
 */

import type { Json, JsonObject } from "../source/json.ts";
import type { HttpMethod } from "../source/openapi-shape.ts";
import type { OperationName } from "./operation-names.ts";
import type { Options } from "./options.ts";

/** Where a schema is reached from: what clients send, what they get, both, or neither. */
export type Position = "request" | "response" | "both" | "none";

/** A component schema. */
export interface NamedSchema {
  /** Key under `components.schemas`. */
  readonly key: string;
  /** Public name: a TypeScript identifier, unique without regard to case. */
  readonly name: string;
  /** Former public names, kept as deprecated aliases. */
  readonly aliases: readonly string[];
  /** The name for files and subpaths: `sso-authenticate-response`. */
  readonly slug: string;
  /** The module that declares it, named after the namespace in its title: `b2b-otp`. */
  readonly module: string;
  /**
   * The schema; every `$ref` in it is `#/components/schemas/<key>`, and so is every `$dynamicRef`: it leads
   * to that key, unless a schema on the way to it says otherwise by its `dynamicAnchors`.
   */
  readonly schema: Json;
  readonly position: Position;
  /** Keys of the schemas that it refers to directly, sorted. */
  readonly references: readonly string[];
  /**
   * The dynamic anchors of the schema resource that it is part of: their names, and the keys that they lead
   * to. Only those that a `$dynamicRef` of the source can reach, so there are none as a rule. A
   * `$dynamicRef` to a key that is the anchor of some name leads to what the outermost schema on the way
   * has under that name (core, section 8.2.3.2).
   */
  readonly dynamicAnchors: Readonly<Record<string, string>>;
  /** The document that it was written in, relative to the source. */
  readonly path: string;
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly schema: Json;
}

export interface RequestBody {
  readonly mediaType: string;
  readonly required: boolean;
  readonly schema: Json;
  /** `merged`: its properties stand beside the parameters. `whole`: it stands under `body`. */
  readonly form: "merged" | "whole";
  /** Whether it is a secret by itself, without a property that is one by its name: a text, a list, a map. */
  readonly isSecret?: boolean;
}

/**
 * What may happen to a request that may have been processed already. `safe`: it only reads (RFC 9110,
 * section 9.2.1). `idempotent`: twice has the effect of once (section 9.2.2). `single-use`: it consumes
 * something, sends something or makes something new, so it is not sent again.
 */
export type RetryClass = "safe" | "idempotent" | "single-use";

/** How an operation hands out a long list in parts. */
export interface Pagination {
  /** The query parameter, or the property of a merged body, that says where the next part starts. */
  readonly cursor: string;
  /** The steps from the answer to the cursor of the next part; without a text there, it was the last one. */
  readonly next: readonly string[];
  /** The steps from the answer to the array of items. */
  readonly items: readonly string[];
}

export interface Operation {
  readonly operationId: string | undefined;
  readonly httpMethod: HttpMethod;
  readonly path: string;
  /** Name in the client, as `namespace.method`, and as a function on its own. */
  readonly name: OperationName;
  readonly functionName: string;
  /** Former names, dotted, kept as deprecated aliases. */
  readonly aliases: readonly string[];
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly parameters: readonly Parameter[];
  readonly body: RequestBody | undefined;
  /** Schemas of the answers that mean success; empty if they carry no content. */
  readonly results: readonly Json[];
  /** Whether an answer that means success may carry no content. */
  readonly mayBeEmpty: boolean;
  /** Schemas of the answers that mean failure. */
  readonly errors: readonly Json[];
  /** URL of the server that this operation has for itself; undefined for the servers of the API. */
  readonly server: string | undefined;
  /** From `x-sdkmill-retry`; otherwise what the HTTP method promises. */
  readonly retry: RetryClass;
  /** From `x-sdkmill-pagination`; undefined for an operation that answers at once. */
  readonly pagination: Pagination | undefined;
}

export interface Server {
  readonly url: string;
  readonly description: string | undefined;
  /** The server is for credentials that match: `{ credential: "projectId", pattern: "^project-live-" }`. */
  readonly when: { readonly credential: string; readonly pattern: string } | undefined;
}

/** How the client proves who it is: the options that it asks for, and where they go. */
export type Credentials =
  | { readonly kind: "basic"; readonly username: string; readonly password: string }
  | { readonly kind: "bearer"; readonly token: string }
  | {
      readonly kind: "apiKey";
      readonly key: string;
      readonly in: "header" | "query";
      readonly parameter: string;
    };

export interface Contract {
  /** Name of the API: the folder's. */
  readonly name: string;
  /** How banners and documentation call the source: `schemas/stytch`. */
  readonly source: string;
  readonly title: string;
  readonly options: Options;
  /** Sorted by key. */
  readonly schemas: readonly NamedSchema[];
  /** Sorted by name. Empty without an OpenAPI root. */
  readonly operations: readonly Operation[];
  readonly servers: readonly Server[];
  readonly credentials: Credentials | undefined;
  /**
   * Names of properties and parameters whose values are never to be told, sorted: those with
   * `x-sdkmill-secret: true`, `writeOnly: true` or `format: password`. A name counts in the whole API.
   */
  readonly secrets: readonly string[];
  /** The whole as an OpenAPI document; undefined without an OpenAPI root. */
  readonly document: JsonObject | undefined;
}
