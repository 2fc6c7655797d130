import { schemaSteps } from "../../contract/component-schemas.ts";
import { dereference } from "../../contract/positions.ts";
import { childNodes, type DocumentNode } from "../../source/openapi-shape.ts";
import type { Change } from "../change.ts";
import { clientSubject } from "./client-program.ts";
import { namedByKey } from "../schemas/component-pairs.ts";
import { matchOperations, operationsOf, operationSubject } from "../operations/match-operations.ts";
import type { OperationPart } from "../operations/part.ts";
import type { PlacedChange } from "../placed-change.ts";
import type { Revision } from "../revision.ts";

/** A change of an operation or schema. */
export interface SubjectChange {
  readonly change: Change;
  /** Names of the properties inside of the schema that lead to it; none for a change of the whole. */
  readonly steps: readonly string[];
}

export type ChangesBySubject = ReadonlyMap<string, readonly SubjectChange[]>;

/**
 * The changes by the operations and schemas of the old revision that they are of, whatever these are called in
 * the new one. What several operations share, such as a parameter among the components, is of each of them; what
 * is in one schema now and was in another one before is of both.
 */
export function changesBySubject(
  old: Revision,
  next: Revision,
  changes: readonly PlacedChange[],
): ChangesBySubject {
  const renamed = renamedSchemas(old, changes);
  const operations = new Map(
    matchOperations(old, next).flatMap((match) =>
      match.old === undefined || match.new === undefined
        ? []
        : [[operationSubject(match.new), operationSubject(match.old)] as const],
    ),
  );
  const before = subjectsIn(old);
  const after = subjectsIn(next);
  const found = new Map<string, SubjectChange[]>();
  for (const { change, old: from, new: to } of changes) {
    const owners = new Map(
      ownersOf(from === undefined ? undefined : before(from), to === undefined ? undefined : after(to)).map(
        ([name, steps]) => [renamed.get(name) ?? operations.get(name) ?? name, steps],
      ),
    );
    if ([from, to].some((pointer) => pointer !== undefined && isOfErrors(pointer)))
      owners.set(clientSubject, []);
    // Without operations there is no client.
    if (change.kind.startsWith("operation-removed") && next.contract.operations.length === 0)
      owners.set(clientSubject, []);
    // What belongs to no part of a document: names, options, credentials.
    if (owners.size === 0) owners.set(change.subject, []);
    for (const [subject, steps] of owners)
      found.set(subject, [...(found.get(subject) ?? []), { change, steps }]);
  }
  return found;
}

/** Whether something is in an answer that may be an error: what all errors are is one type of the client. */
function isOfErrors(pointer: string): boolean {
  return /\/responses\/(?!2)/.test(pointer);
}

/** New name of a schema → its old one. */
function renamedSchemas(old: Revision, changes: readonly PlacedChange[]): ReadonlyMap<string, string> {
  const names = namedByKey(old);
  return new Map(
    changes.flatMap(({ change, old: from }) => {
      const key = from === undefined ? undefined : schemaSteps(from)?.key;
      const name = key === undefined ? undefined : names.get(key)?.name;
      return change.kind.startsWith("schema-renamed") && name !== undefined ? [[change.subject, name]] : [];
    }),
  );
}

interface Subjects {
  readonly subjects: readonly string[];
  /** Inside of a component schema; undefined for what operations say themselves. */
  readonly steps: readonly string[] | undefined;
}

type Owners = readonly (readonly [subject: string, steps: readonly string[]])[];

/** Whose a change is, given whose it was before and whose it is now. */
function ownersOf(from: Subjects | undefined, to: Subjects | undefined): Owners {
  const sides = [from, to].filter((side) => side !== undefined);
  // What refers to a schema, or did, is what changed.
  const referring = sides.filter(({ steps, subjects }) => steps === undefined && subjects.length > 0);
  const [first, second] = referring;
  if (first === undefined) return sides.flatMap(namedWithSteps);
  const common = second === undefined ? [] : first.subjects.filter((name) => second.subjects.includes(name));
  // What several share in one of the revisions can be one's own in the other.
  return common.length > 0 ? common.map((name) => [name, []]) : referring.flatMap(namedWithSteps);
}

function namedWithSteps({ subjects, steps = [] }: Subjects): Owners {
  return subjects.map((name) => [name, steps]);
}

/** Says whose the part of a linked document at a pointer is. */
function subjectsIn(revision: Revision): (pointer: string) => Subjects {
  const names = namedByKey(revision);
  const parts = operationsOf(revision).map((operation) => ({
    subject: operationSubject(operation),
    places: placesOf(operation, revision),
  }));
  return (pointer) => {
    const inside = schemaSteps(pointer);
    if (inside !== undefined)
      return {
        subjects: [names.get(inside.key)?.name ?? inside.key],
        steps: propertySteps(inside.steps),
      };
    const subjects = parts
      .filter(({ places }) => places.some((place) => pointer === place || pointer.startsWith(`${place}/`)))
      .map(({ subject }) => subject);
    return { subjects, steps: undefined };
  };
}

/** Where an operation is written: itself, the parameters of its path, and the components that it refers to. */
function placesOf(operation: OperationPart, { document }: Revision): readonly string[] {
  const places = new Set([operation.at, `${operation.item.pointer}/parameters`]);
  const pending: DocumentNode[] = [
    { node: operation.node, kind: "operation", pointer: operation.pointer },
    ...childNodes({ node: operation.item.node, kind: "pathItem", pointer: operation.item.pointer }).filter(
      ({ kind }) => kind === "parameter",
    ),
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === "schema") continue;
    const target = dereference(document, next);
    if (target.pointer !== next.pointer) {
      // Components may refer to each other in a circle.
      if (places.has(target.pointer)) continue;
      places.add(target.pointer);
    }
    pending.push(...childNodes(target));
  }
  return [...places];
}

/** `properties/a/items/properties/b` → `a`, `b`. */
function propertySteps(steps: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (let index = 0; index < steps.length; index += 1) {
    if (steps[index] !== "properties") continue;
    index += 1;
    const name = steps[index];
    if (name !== undefined) names.push(name);
  }
  return names;
}
