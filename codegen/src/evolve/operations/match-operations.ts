import { dottedName, operationIdentity } from "../../contract/operation-names.ts";
import { appendPointer } from "../../source/json-pointer.ts";
import { own, ownObject, ownString } from "../../source/json.ts";
import { httpMethods } from "../../source/openapi-shape.ts";
import { pathShape } from "./match-parameters.ts";
import { operationStructure } from "./operation-structure.ts";
import { partAt, type OperationPart, type Part } from "./part.ts";
import type { Revision } from "../revision.ts";

/** Operations of two revisions that stand for each other, or one that the other revision does not have. */
export type OperationMatch =
  | { readonly old: OperationPart; readonly new: OperationPart }
  | { readonly old: undefined; readonly new: OperationPart }
  | { readonly old: OperationPart; readonly new: undefined };

/** The operations under `paths`, in document order. */
export function operationsOf({ contract, document }: Revision): readonly OperationPart[] {
  const byIdentity = new Map(
    contract.operations.map((operation) => [operationIdentity(operation), operation]),
  );
  return Object.entries(ownObject(document, "paths"))
    .filter(([path]) => !path.startsWith("x-"))
    .flatMap(([path, node]) => {
      const item = partAt(document, "pathItem", node, appendPointer("/paths", path));
      return itemOperations(item, path).map((operation) => ({
        ...operation,
        read: byIdentity.get(operationIdentity({ httpMethod: operation.method, path })),
      }));
    });
}

/** The operations of a path item, in document order. */
export function itemOperations(item: Part, path: string): readonly OperationPart[] {
  return httpMethods.flatMap((method): readonly OperationPart[] => {
    const node = own(item.node, method);
    const at = appendPointer(item.pointer, method);
    return node === undefined ? [] : [{ node, pointer: at, at, method, path, item, read: undefined }];
  });
}

/** What an operation is called: its public name, or without one what it is on the wire. */
export function operationSubject({ method, path, read }: OperationPart): string {
  return read === undefined ? operationIdentity({ httpMethod: method, path }) : dottedName(read.name);
}

type KeyOf = (operation: OperationPart) => string | undefined;

/** What operations are known by again, the surest first. Each counts only where it is one of a kind. */
const keys: readonly KeyOf[] = [
  ({ method, path }) => `${method} ${path}`,
  ({ method, path }) => `${method} ${pathShape(path)}`,
  ({ node }) => ownString(node, "operationId"),
  ({ read }) => (read === undefined ? undefined : dottedName(read.name)),
];

/**
 * Matches the operations of two revisions: by method and path, without regard to the names of parameters in
 * it; what moved by its operationId, its public name, and its structure. In the order of the new revision,
 * then those that it does not have any more.
 */
export function matchOperations(old: Revision, next: Revision): readonly OperationMatch[] {
  const [before, after] = [operationsOf(old), operationsOf(next)];
  const found = new Map<OperationPart, OperationPart>();
  const structure: readonly KeyOf[] = [
    (operation) => operationStructure((before.includes(operation) ? old : next).document, operation),
  ];
  for (const keyOf of [...keys, ...structure]) {
    const taken = new Set(found.values());
    const oldByKey = uniqueBy(
      before.filter((operation) => !taken.has(operation)),
      keyOf,
    );
    const newByKey = uniqueBy(
      after.filter((operation) => !found.has(operation)),
      keyOf,
    );
    for (const [key, operation] of newByKey) {
      const match = oldByKey.get(key);
      if (match !== undefined) found.set(operation, match);
    }
  }
  const matched = new Set(found.values());
  return [
    ...after.map((operation) => ({ old: found.get(operation), new: operation })),
    ...before
      .filter((operation) => !matched.has(operation))
      .map((operation) => ({ old: operation, new: undefined })),
  ];
}

function uniqueBy(operations: readonly OperationPart[], keyOf: KeyOf): ReadonlyMap<string, OperationPart> {
  const byKey = Map.groupBy(operations, keyOf);
  return new Map(
    [...byKey].flatMap(([key, [operation, ...others]]) =>
      key === undefined || operation === undefined || others.length > 0 ? [] : [[key, operation] as const],
    ),
  );
}
