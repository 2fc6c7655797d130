import { error, type Checked, type Diagnostic } from "../diagnostics.ts";
import { appendPointer } from "../source/json-pointer.ts";
import { compareText, ownString } from "../source/json.ts";
import type { Assembled } from "./assemble.ts";
import { isOverlayBroken } from "./broken-documents.ts";
import type { Operation } from "./contract.ts";
import { checkLocked, type NameLock } from "./name-lock.ts";
import { checkCollisions, checkNameKeys, numbered, readAliases, type Named } from "./named.ts";
import {
  dottedName,
  functionName,
  operationIdentity,
  operationName,
  parseOperationName,
} from "./operation-names.ts";
import type { UnnamedOperation } from "./operations.ts";
import { jsonPath, overlayAction } from "./overlay-action.ts";
import { placeOf } from "./place.ts";
import { capitalize } from "./words.ts";

/**
 * Gives every operation its public name: the one that the overlay says (`x-sdkmill-name:
 * fraud.rules.set`), or the one that path and operationId make.
 */
export function nameOperations(
  assembled: Assembled,
  operations: readonly UnnamedOperation[],
  lock: NameLock,
): Checked<readonly Operation[]> {
  const diagnostics: Diagnostic[] = [];
  const named: Named[] = [];
  const value = operations.map(({ pointer, node, ...operation }): Operation => {
    const { httpMethod, path, operationId } = operation;
    const given = ownString(node, "x-sdkmill-name");
    const name =
      (given === undefined ? undefined : parseOperationName(given)) ??
      operationName(path, httpMethod, operationId);
    const aliases = readAliases(node);
    const entry: Named = {
      id: operationIdentity(operation),
      names: [dottedName(name), ...aliases],
      place: placeOf(assembled, pointer),
      target: jsonPath(pointer),
    };
    named.push(entry);
    diagnostics.push(...checkNameKeys(assembled, node, pointer));
    diagnostics.push(...checkDotted([given ?? dottedName(name), ...aliases], entry, assembled, pointer));
    return { ...operation, name, functionName: functionName(name), aliases };
  });
  const sorted = value.toSorted((a, b) => compareText(dottedName(a.name), dottedName(b.name)));
  if (isOverlayBroken(assembled.broken)) return { value: sorted, diagnostics: [] };
  const collisions = checkCollisions(
    named,
    (name) => [functionOf(name).toLowerCase()],
    ({ names: [name = ""] }) => numbered(`${name}2`),
  );
  return {
    value: sorted,
    diagnostics: [
      ...diagnostics,
      ...collisions,
      ...checkNamespaces(named),
      ...checkLocked(named, lock.operations),
    ],
  };
}

function functionOf(dotted: string): string {
  const name = parseOperationName(dotted);
  return name === undefined ? dotted : functionName(name);
}

function checkDotted(
  names: readonly string[],
  { target }: Named,
  assembled: Assembled,
  pointer: string,
): readonly Diagnostic[] {
  return names
    .filter((name) => parseOperationName(name) === undefined)
    .map((name) => {
      const action = overlayAction(target, "x-sdkmill-name: namespace.method");
      const help = `Name it in the overlay, words in camelCase with dots between: ${action}.`;
      const place = placeOf(assembled, appendPointer(pointer, "x-sdkmill-name"));
      return error("name-invalid", `\`${name}\` can not be the name of an operation.`, help, place);
    });
}

/** A method can not stand where a namespace stands: `users.connectedApps()` beside `users.connectedApps.revoke()`. */
function checkNamespaces(named: readonly Named[]): readonly Diagnostic[] {
  const namespaces = new Map<string, string>();
  for (const name of named.flatMap(({ names }) => names)) {
    const namespace = parseOperationName(name)?.namespace ?? [];
    namespace.forEach((_, index) =>
      namespaces.set(
        namespace
          .slice(0, index + 1)
          .join(".")
          .toLowerCase(),
        name,
      ),
    );
  }
  const taken = new Set(named.flatMap(({ names }) => names.map((name) => functionOf(name).toLowerCase())));
  return named.flatMap(({ id, names, place, target }) =>
    names.flatMap((name) => {
      const within = namespaces.get(name.toLowerCase());
      if (within === undefined) return [];
      const proposal = numbered(name.replace(/[^.]*$/, (last) => `get${capitalize(last)}`));
      const free = proposal.find((candidate) => !taken.has(functionOf(candidate).toLowerCase())) ?? name;
      const message = `${JSON.stringify(id)} would be the method \`${name}\`, which is also the namespace of \`${within}\`.`;
      const help = `Name it in the overlay: ${overlayAction(target, `x-sdkmill-name: ${free}`)}.`;
      return [error("name-collision", message, help, place)];
    }),
  );
}
