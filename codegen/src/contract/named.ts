import { error, type Diagnostic, type Place } from "../diagnostics.ts";
import { appendPointer } from "../source/json-pointer.ts";
import { isArray, own, type Json } from "../source/json.ts";
import type { Assembled } from "./assemble.ts";
import { overlayAction } from "./overlay-action.ts";
import { placeOf } from "./place.ts";

/** Something that has public names: its identity in the lock, and where and how it can be named. */
export interface Named {
  readonly id: string;
  /** The name, then the aliases. */
  readonly names: readonly string[];
  readonly place: Place;
  /** JSONPath of an overlay action that names it. */
  readonly target: string;
}

/**
 * Reports everything that would share something with what came before it: a name, aliases included, when
 * compared without case, or a file.
 *
 * @param keys what may not be shared
 * @param suggest a name to propose: the first one of its series that nothing has yet
 */
export function checkCollisions(
  named: readonly Named[],
  keys: (name: string) => readonly string[],
  suggest: (clashing: Named) => Iterable<string>,
): readonly Diagnostic[] {
  const owners = new Map<string, { readonly owner: Named; readonly name: string }>();
  const taken = new Set(named.flatMap(({ names }) => names.flatMap(keys)));
  return named.flatMap((owner) =>
    owner.names.flatMap((name) => {
      const first = keys(name)
        .map((key) => owners.get(key))
        .find((other) => other !== undefined && other.owner !== owner);
      for (const key of keys(name)) if (!owners.has(key)) owners.set(key, { owner, name });
      if (first === undefined) return [];
      const proposal = firstFree(suggest(owner), (candidate) =>
        keys(candidate).some((key) => taken.has(key)),
      );
      for (const key of keys(proposal)) taken.add(key);
      const message = `${JSON.stringify(owner.id)} would be named \`${name}\`, and ${JSON.stringify(first.owner.id)} is \`${first.name}\`.`;
      const help = `Name one of them in the overlay: ${overlayAction(owner.target, `x-sdkmill-name: ${proposal}`)}.`;
      return [error("name-collision", message, help, owner.place)];
    }),
  );
}

function firstFree(candidates: Iterable<string>, isTaken: (candidate: string) => boolean): string {
  for (const candidate of candidates) if (!isTaken(candidate)) return candidate;
  throw new Error("A series of proposals has no end.");
}

/** A text, then the same with 2, 3 and so on behind it. */
export function* numbered(text: string): Generator<string> {
  yield text;
  for (let number = 2; ; number += 1) yield `${text}${number}`;
}

/** The value of `x-sdkmill-aliases`: a list of names, or none. */
export function readAliases(node: Json): readonly string[] {
  const aliases = own(node, "x-sdkmill-aliases");
  return isArray(aliases) ? aliases.filter((alias) => typeof alias === "string") : [];
}

/** Reports a name that is no text, and aliases that are no list of texts. */
export function checkNameKeys(assembled: Assembled, node: Json, pointer: string): readonly Diagnostic[] {
  const name = own(node, "x-sdkmill-name");
  const aliases = own(node, "x-sdkmill-aliases");
  const isList =
    aliases === undefined || (isArray(aliases) && aliases.every((alias) => typeof alias === "string"));
  const fault = (key: string, wanted: string): Diagnostic =>
    error(
      "name-invalid",
      `\`${key}\` is no ${wanted}.`,
      `Write a ${wanted}.`,
      placeOf(assembled, appendPointer(pointer, key)),
    );
  return [
    ...(name === undefined || typeof name === "string" ? [] : [fault("x-sdkmill-name", "text")]),
    ...(isList ? [] : [fault("x-sdkmill-aliases", "list of texts")]),
  ];
}
