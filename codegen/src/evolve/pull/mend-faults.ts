import { CORE_SCHEMA, load } from "js-yaml";
import { schemaPointer } from "../../contract/component-schemas.ts";
import type { Contract } from "../../contract/contract.ts";
import type { NameLock } from "../../contract/name-lock.ts";
import { dottedName, operationIdentity } from "../../contract/operation-names.ts";
import { jsonPath } from "../../contract/overlay-action.ts";
import { pascalCase } from "../../contract/words.ts";
import type { Diagnostic, DiagnosticCode } from "../../diagnostics.ts";
import { appendPointer, resolvePointer } from "../../source/json-pointer.ts";
import {
  isArray,
  isObject,
  own,
  ownArray,
  ownObject,
  ownString,
  withProperties,
  type Json,
  type JsonObject,
} from "../../source/json.ts";
import { firstFree, uniqueOperationIds } from "./unique-operation-ids.ts";

/** Why an action was written, by the fault that it mends. */
const reasons: Readonly<Partial<Record<DiagnosticCode, string>>> = {
  "operation-id-duplicate": "Upstream has this operationId twice.",
  "name-collision": "Something else has the name that upstream makes of it.",
  "name-underivable": "Upstream has nothing that a name can be made of.",
  "name-invalid": "What upstream calls it can not be a name.",
  "name-locked": "Published under its old name; upstream calls it differently now.",
};

/** What has a public name, as an overlay aims at it. */
interface NamedNode {
  /** Its identity in the lock. */
  readonly id: string;
  readonly name: string;
  readonly target: string;
  readonly isPublished: boolean;
}

/**
 * The overlay actions that mend those faults of a contract that can be mended without knowing what is
 * meant: operations with the operationId of another one, and names that collide, are none, or are not the
 * ones that were published. What a person's overlay says is never overruled.
 *
 * @param lock the names that were published: of two that collide the other one gives way
 * @param overlays paths of the overlays of the house
 */
export function mendFaults(
  contract: Contract,
  diagnostics: readonly Diagnostic[],
  lock: NameLock,
  overlays: ReadonlySet<string>,
): readonly JsonObject[] {
  const { document } = contract;
  if (document === undefined) return [];
  const open = diagnostics.filter(
    ({ severity, code, place }) =>
      severity === "error" &&
      reasons[code] !== undefined &&
      !overlays.has(place?.path ?? "") &&
      !isNamedByHand(document, place?.pointer ?? ""),
  );
  const isDuplicate = ({ code }: Diagnostic): boolean => code === "operation-id-duplicate";
  const ids = open.some(isDuplicate) ? uniqueOperationIds(document) : [];
  const named = namedNodes(contract, lock);
  const proposed = open.flatMap((diagnostic): readonly JsonObject[] => {
    const action = isDuplicate(diagnostic) ? undefined : actionIn(diagnostic.help);
    if (action === undefined) return [];
    const fit = withoutOwnName(givingWay(action, diagnostic, named), named);
    return [described(fit, diagnostic.code)];
  });
  return [
    ...ids.map(({ operation: { path, method }, operationId }) => {
      const target = jsonPath(appendPointer("/paths", path, method));
      return described({ target, update: { operationId } }, "operation-id-duplicate");
    }),
    ...withoutRepeats(proposed),
  ];
}

/** Whether an operation has the name that an overlay gives it. */
function isNamedByHand(document: JsonObject, pointer: string): boolean {
  const node = pointer.startsWith("/paths/") ? resolvePointer(document, pointer) : undefined;
  return own(node, "x-sdkmill-name") !== undefined;
}

function described({ target, update }: JsonObject, code: DiagnosticCode): JsonObject {
  return { target: target ?? "$", description: reasons[code] ?? "", update: update ?? {} };
}

/** The action that the help of a diagnostic proposes, as it can be pasted into an overlay. */
function actionIn(help: string): JsonObject | undefined {
  const text = /`(- \{ target: .* \})`/s.exec(help)?.[1];
  if (text === undefined) return undefined;
  try {
    const data = load(text, { schema: CORE_SCHEMA }) as Json;
    const [action] = isArray(data) ? data : [];
    // One only shows what the name of an operation looks like.
    const isMeant = ownString(own(action, "update"), "x-sdkmill-name") !== "namespace.method";
    return isObject(action) && isObject(own(action, "update")) && isMeant ? action : undefined;
  } catch {
    return undefined;
  }
}

function namedNodes({ schemas, operations }: Contract, lock: NameLock): readonly NamedNode[] {
  return [
    ...schemas.map(({ key, name }): NamedNode => ({
      id: key,
      name,
      target: jsonPath(schemaPointer(key)),
      isPublished: lock.schemas.has(key),
    })),
    ...operations.map((operation): NamedNode => {
      const { path, httpMethod, name } = operation;
      const id = operationIdentity(operation);
      const target = jsonPath(appendPointer("/paths", path, httpMethod));
      return { id, name: dottedName(name), target, isPublished: lock.operations.has(id) };
    }),
  ];
}

/** The same for the other one of two that collide, if that is new and the one that was reported is published. */
function givingWay(
  action: JsonObject,
  { code, message }: Diagnostic,
  named: readonly NamedNode[],
): JsonObject {
  const otherId = code === "name-collision" ? /, and ("(?:[^"\\]|\\.)*") is `/.exec(message)?.[1] : undefined;
  const reported = named.find(({ target }) => target === action["target"]);
  const other = named.find(({ id }) => otherId !== undefined && id === JSON.parse(otherId));
  if (reported?.isPublished !== true || other === undefined || other.isPublished) return action;
  const taken = new Set(named.map(({ name }) => name.toLowerCase()));
  const isOperation = other.id.includes(" ");
  const name = firstFree(isOperation ? `${other.name}2` : pascalCase(other.id), (candidate) =>
    taken.has(candidate.toLowerCase()),
  );
  return { target: other.target, update: { "x-sdkmill-name": name } };
}

/** Aliases without the name that the thing has, which is among those that were published if it comes back. */
function withoutOwnName(action: JsonObject, named: readonly NamedNode[]): JsonObject {
  const update = ownObject(action, "update");
  const aliases = ownArray(update, "x-sdkmill-aliases");
  const name = named.find(({ target }) => target === action["target"])?.name;
  if (!aliases.some((alias) => alias === name)) return action;
  const others = aliases.filter((alias) => alias !== name);
  return withProperties(action, { update: withProperties(update, { "x-sdkmill-aliases": others }) });
}

/** Of several actions at one place the first: the next reading tells what is left. */
function withoutRepeats(actions: readonly JsonObject[]): readonly JsonObject[] {
  return [...new Map(actions.toReversed().map((action) => [action["target"], action])).values()].toReversed();
}

/** An overlay with more actions; a new one if there is none. */
export function withActions(
  api: string,
  overlay: Json | undefined,
  actions: readonly JsonObject[],
): JsonObject {
  if (isObject(overlay)) return { ...overlay, actions: [...ownArray(overlay, "actions"), ...actions] };
  return {
    overlay: "1.0.0",
    info: { title: `What sdkmill needs to know of ${api} beyond its contract`, version: "1.0.0" },
    actions,
  };
}
