import { operationIdentity } from "../../contract/operation-names.ts";
import { isObject, own, ownObject, type Json } from "../../source/json.ts";
import { httpMethods } from "../../source/openapi-shape.ts";

/** An operation and where it stands. */
export interface OperationNode {
  /** `POST /v1/users`, and of a webhook `POST #/webhooks/added`. */
  readonly id: string;
  readonly section: "paths" | "webhooks";
  readonly path: string;
  readonly method: string;
  readonly node: Json;
}

/** Every operation of a document, webhooks included, by its identity in the order of the document. */
export function operationsOf(document: Json | undefined): ReadonlyMap<string, OperationNode> {
  const found = (["paths", "webhooks"] as const).flatMap((section) =>
    Object.entries(ownObject(document, section)).flatMap(([path, item]) =>
      path.startsWith("x-") || !isObject(item)
        ? []
        : httpMethods.flatMap((method): readonly OperationNode[] => {
            const node = own(item, method);
            if (node === undefined) return [];
            return [{ id: operationId(section, path, method), section, path, method, node }];
          }),
    ),
  );
  return new Map(found.map((operation) => [operation.id, operation]));
}

/** What the lock calls an operation. */
export function operationId(section: string, path: string, httpMethod: string): string {
  return operationIdentity({ httpMethod, path: section === "paths" ? path : `#/webhooks/${path}` });
}
