import type { ApiClient } from "./api-client.js";

type BoundOperation = (client: never, ...rest: never[]) => unknown;

/** Operations by namespace: `{ b2b: { otps: { sms: { send } } } }`. */
export interface OperationTree {
  readonly [name: string]: BoundOperation | OperationTree;
}

/** Gives a client the operations of a tree as methods, and returns the client itself. */
export function bindOperations<Client extends ApiClient<object>>(
  client: Client,
  tree: OperationTree,
): Client {
  return Object.assign(client, bind(client, tree));
}

function bind(client: ApiClient<object>, tree: OperationTree): object {
  return Object.fromEntries(
    Object.entries(tree).map(([name, entry]) => [
      name,
      typeof entry === "function" ? entry.bind(undefined, client as never) : bind(client, entry),
    ]),
  );
}
