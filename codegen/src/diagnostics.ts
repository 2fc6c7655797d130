/** What a person may have to mend, said like a colleague would: what, where, what to do. */

/** Every code that sdkmill reports, with the sentence that explains it. Codes are never reused. */
export const diagnosticCodes = {
  // Reading
  "source-empty": "The folder holds no JSON Schema and no OpenAPI document.",
  "source-missing": "The folder or file that was asked for is not there.",
  "source-unreadable": "A file is there but can not be read.",
  "source-encoding": "A document is not UTF-8.",
  "source-too-large": "A document is larger than the limit.",
  "source-too-deep": "A document is nested deeper than the limit.",
  "source-symlink": "A symbolic link in the source is not followed.",
  "json-syntax": "A JSON document is broken.",
  "yaml-syntax": "A YAML document is broken.",
  "duplicate-key": "One object has the same key twice.",
  "number-infinite": "A number is too large for JSON, or is none at all.",
  "not-an-object": "A document is neither a mapping nor a boolean schema.",

  // Putting the contract together
  "openapi-several": "A source has more than one OpenAPI root.",
  "openapi-version": "The OpenAPI version is not one that sdkmill reads.",
  "openapi-shape": "A part of the OpenAPI document has not the shape that the specification gives it.",
  "schema-shape": "A keyword has a value of a type that JSON Schema does not allow there.",
  "dialect-unknown": "A document names a dialect that sdkmill does not read.",
  "keyword-unknown": "A keyword is not of JSON Schema 2020-12 or OpenAPI 3.1.",
  "keyword-ignored": "A keyword of the dialect has no effect where it stands.",
  "format-unknown": "A format is not known, so it is not checked.",
  "pattern-invalid": "A pattern is not a regular expression of ECMA-262.",
  "pattern-unsafe": "A pattern can take time that is exponential in the length of a text.",
  "pattern-slow":
    "A pattern can take time that grows faster than the length of a text, or can not be judged.",
  "schema-title-duplicate": "Two documents claim to be the same component.",
  "schema-id-duplicate": "Two different schemas claim the same `$id`.",
  "schema-title-mismatch": "The `$id` and the title of a document name different components.",
  "reference-dangling": "A reference points at something that does not exist.",
  "reference-external": "A reference points outside of the source.",
  "reference-cycle": "References lead back to themselves without any data in between.",

  // Overlay
  "overlay-invalid": "The overlay is not an OpenAPI Overlay 1.0 document.",
  "overlay-target-invalid": "The target of an overlay action is not a JSONPath of RFC 9535.",
  "overlay-target-primitive": "An overlay update points at something that is neither an object nor an array.",
  "overlay-no-match": "The target of an overlay action matches nothing.",
  "option-invalid": "An `x-sdkmill` option is unknown or has a value that it can not have.",

  // Operations
  "operation-id-duplicate": "Two operations have the same operationId.",
  "operation-parameter": "A parameter is not declared as OpenAPI wants it.",
  "operation-path": "A path can not be part of a URL.",
  "operation-unsupported": "A part of an operation is not supported yet.",
  "server-missing": "The document names no server.",

  // Names
  "name-underivable": "No name can be made of a title.",
  "name-invalid": "A name given in the overlay is not an identifier.",
  "name-collision": "Two names are the same when compared without case.",
  "name-locked": "A public name differs from the one in the lock.",
  "lock-invalid": "The name lock is broken.",

  // Releases
  "manifest-invalid": "The package.json of a package, or the configuration of changesets, is not usable.",

  // Upstream
  "upstream-refused": "The address of the upstream document, or what its server answered, is refused.",
  "upstream-unreachable": "The upstream document could not be fetched.",
  "upstream-too-large": "The upstream document is larger than the limit.",
  "upstream-not-openapi": "The upstream document is no OpenAPI document.",
  "upstream-config": "A pull is not told where the upstream document is, or how it is repaired.",
  "upstream-lock-invalid": "The lock of the last pull is broken.",
} as const;

export type DiagnosticCode = keyof typeof diagnosticCodes;

/** Where in the source something stands: the file, and a JSON Pointer (RFC 6901) or an offset in its text. */
export interface Place {
  readonly path: string;
  readonly pointer: string;
  /** UTF-16 offset into the text, for faults that have no pointer (syntax errors). */
  readonly offset?: number;
}

export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: "error" | "warning";
  /** What is wrong. One sentence, no trailing newline. */
  readonly message: string;
  /** What to do about it. */
  readonly help: string;
  readonly place?: Place | undefined;
}

/** A stage that reads what a person wrote: its result, and what it found on the way. */
export interface Checked<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

export function error(code: DiagnosticCode, message: string, help: string, place?: Place): Diagnostic {
  return { code, severity: "error", message, help, place };
}

export function warning(code: DiagnosticCode, message: string, help: string, place?: Place): Diagnostic {
  return { code, severity: "warning", message, help, place };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}
