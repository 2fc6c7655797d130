import { error, type Checked, type Diagnostic, type Place } from "../diagnostics.ts";
import { compareText, own, ownString, type Json, type JsonObject } from "../source/json.ts";
import type { SourceDocument, SourceText } from "../source/source-document.ts";
import { applyOverlay } from "./apply-overlay.ts";
import { assemble, type Assembled, type OverlayUpdate, type SchemaOrigin } from "./assemble.ts";
import { withMetaSchemas } from "./built-in-meta-schemas.ts";
import { checkCycles } from "./check-cycles.ts";
import { checkPatterns } from "./check-patterns.ts";
import { checkSchemas } from "./check-schemas.ts";
import { checkShapes } from "./check-shapes.ts";
import { componentSchemas, schemaPointer } from "./component-schemas.ts";
import type { Contract, Operation } from "./contract.ts";
import { link } from "./link.ts";
import { nameOperations } from "./name-operations.ts";
import { nameSchemas } from "./name-schemas.ts";
import { readLock, type NameLock } from "./name-lock.ts";
import { dottedName, operationIdentity } from "./operation-names.ts";
import { readOperations } from "./operations.ts";
import { readOptions } from "./options.ts";
import { placeOf } from "./place.ts";
import { readSecrets, secretTest } from "./read-secrets.ts";
import { raiseDocuments } from "./raise-documents.ts";
import { checkWritten, placeAsWritten, placedAsWritten } from "./raise-faults.ts";
import { readCredentials, readServers } from "./servers.ts";

/** What is known of a source before it is read. */
export interface SourceIdentity {
  /** Name of the API. */
  readonly name: string;
  /** How messages and banners call the source. */
  readonly label: string;
}

/**
 * Puts the contract of an API together: documents raised to 2020-12 and joined, overlay applied, references
 * linked, options, servers, operations and names read. Goes on after a fault as far as it can, so that one
 * run reports all of them; with an error among the diagnostics, the contract is not fit for an emitter.
 *
 * @param broken documents that could not be read: what only they can give is not reported as missing
 */
export function readContract(
  identity: SourceIdentity,
  documents: readonly SourceDocument[],
  lockText: string | undefined,
  broken: readonly SourceText[] = [],
): Checked<Contract> {
  const { value, diagnostics } = readPlacedContract(identity, documents, lockText, broken);
  return { value: value.contract, diagnostics };
}

/** A contract, and where each part of it was written. */
export interface PlacedContract {
  readonly contract: Contract;
  /** The document that the contract was read from: linked, and there without an OpenAPI root as well. */
  readonly document: JsonObject;
  /** Where the part of that document at a pointer was written. */
  readonly placeOf: (pointer: string) => Place;
}

/** `readContract`, for those who have to say where something stands. */
export function readPlacedContract(
  identity: SourceIdentity,
  documents: readonly SourceDocument[],
  lockText: string | undefined,
  broken: readonly SourceText[] = [],
): Checked<PlacedContract> {
  const raised = raiseDocuments(withMetaSchemas(documents));
  const assembled = assemble(raised.value.documents, broken, raised.value.moves);
  const overlaid = applyOverlays(assembled.value, documents);
  const schemaFaults = [checkShapes, checkSchemas, checkPatterns].flatMap((check) => check(overlaid.value));
  const written = checkWritten(raised.value, assembled.value, overlaid.value);
  const linked = link(overlaid.value);
  const cycles = checkCycles(linked.value);

  const options = readOptions(linked.value);
  const credentials = readCredentials(linked.value);
  const servers = readServers(linked.value, credentials.value);
  const lock = readLock(lockText);
  const schemas = nameSchemas(linked.value, lock.value);
  const unnamed = readOperations(linked.value);
  const operations = nameOperations(linked.value, unnamed.value, lock.value);
  const isSecret = secretTest(linked.value);
  const secrets = readSecrets(linked.value, isSecret);

  const { document, rootPath } = linked.value;
  const { moves } = raised.value;
  const contract: Contract = {
    name: identity.name,
    source: identity.label,
    title: ownString(own(document, "info"), "title") ?? identity.name,
    options: options.value,
    schemas: schemas.value,
    operations: withSecretBodies(operations.value, isSecret),
    servers: servers.value,
    credentials: credentials.value,
    secrets: secrets.value,
    document: rootPath === undefined ? undefined : document,
  };
  return {
    value: {
      contract,
      document,
      placeOf: (pointer) => placeAsWritten(placeOf(linked.value, pointer), moves),
    },
    diagnostics: [
      ...raised.diagnostics,
      ...written,
      ...placedAsWritten(
        [
          assembled,
          overlaid,
          linked,
          options,
          credentials,
          servers,
          lock,
          schemas,
          unnamed,
          operations,
          secrets,
        ]
          .flatMap(({ diagnostics }) => diagnostics)
          .concat(checkPresence(documents, broken), schemaFaults, cycles),
        moves,
        written,
      ),
    ],
  };
}

/** Marks the bodies that are secrets by themselves: no name says so of them. */
function withSecretBodies(
  operations: readonly Operation[],
  isSecret: (schema: Json) => boolean,
): readonly Operation[] {
  return operations.map((operation) => {
    const { body } = operation;
    return body !== undefined && isSecret(body.schema)
      ? { ...operation, body: { ...body, isSecret: true } }
      : operation;
  });
}

function applyOverlays(assembled: Assembled, documents: readonly SourceDocument[]): Checked<Assembled> {
  let { document } = assembled;
  const updates: OverlayUpdate[] = [];
  const diagnostics: Diagnostic[] = [];
  const overlays = documents.filter(({ kind }) => kind === "overlay");
  for (const overlay of overlays.toSorted((a, b) => compareText(a.path, b.path))) {
    const applied = applyOverlay(document, overlay, assembled.broken);
    document = applied.value.document;
    updates.push(...applied.value.updates);
    diagnostics.push(...applied.diagnostics);
  }
  const value = { ...assembled, document, updates };
  return { value: { ...value, origins: new Map([...value.origins, ...addedOrigins(value)]) }, diagnostics };
}

/** An overlay needs something to lie over. */
function checkPresence(
  documents: readonly SourceDocument[],
  broken: readonly SourceText[],
): readonly Diagnostic[] {
  const [overlay] = documents;
  if (overlay === undefined || broken.length > 0 || documents.some(({ kind }) => kind !== "overlay"))
    return [];
  const help = "Add an OpenAPI document, or JSON Schema documents with a `title` each.";
  return [
    error("source-empty", "There is nothing but an overlay here.", help, { path: overlay.path, pointer: "" }),
  ];
}

/** Origins of schemas that no document has: overlays added them. */
function addedOrigins(assembled: Assembled): readonly (readonly [string, SchemaOrigin])[] {
  const keys = Object.keys(componentSchemas(assembled.document));
  return keys
    .filter((key) => !assembled.origins.has(key))
    .map((key) => [key, { key, title: key, ...placeOf(assembled, schemaPointer(key)) }]);
}

/** The names of a contract, as the next lock has them. */
export function lockOf({ schemas, operations }: Contract): NameLock {
  return {
    schemas: new Map(schemas.map(({ key, name, aliases }) => [key, [name, ...aliases]])),
    operations: new Map(
      operations.map((operation) => [
        operationIdentity(operation),
        [dottedName(operation.name), ...operation.aliases],
      ]),
    ),
  };
}
