import type { Verdicts } from "../change.ts";
import type { View } from "../finding.ts";
import type { NormalSchema, SchemaPart } from "./normal-schema.ts";
import type { Policy } from "../policy.ts";
import { quoted } from "../quoted.ts";
import type { Revision } from "../revision.ts";

/** Two schemas that stand at the same place of two revisions, and what is needed to compare them. */
export interface SchemaPair {
  readonly old: NormalSchema;
  readonly new: NormalSchema;
  readonly revisions: { readonly old: Revision; readonly new: Revision };
  readonly policy: Policy;
  readonly view: View;
  /** The place as people say it: `members[].status`; empty for the whole. */
  readonly where: string;
  /** How messages call the whole, if it has a name: "the query parameter `limit`". */
  readonly what: string | undefined;
  /** Reports a change at a pointer of each revision; undefined where there is nothing. */
  readonly note: (
    kind: string,
    message: string,
    places: { readonly old?: string | undefined; readonly new?: string | undefined },
    verdicts?: Partial<Verdicts>,
  ) => void;
  /** Compares schemas inside of these; as they are seen from here, or otherwise. */
  readonly compare: (old: readonly SchemaPart[], next: readonly SchemaPart[], view?: Partial<View>) => void;
  /** Whether schemas mean the same, but for texts. */
  readonly isSame: (old: readonly SchemaPart[], next: readonly SchemaPart[]) => boolean;
  readonly normal: {
    readonly old: (parts: readonly SchemaPart[]) => NormalSchema;
    readonly new: (parts: readonly SchemaPart[]) => NormalSchema;
  };
}

/** The schema that accepts everything, in the place of one that is not there. */
export function anyPart(pointer: string): readonly SchemaPart[] {
  return [{ schema: true, pointer }];
}

/** How a message begins: with the place inside of its subject, if it is not the whole. */
export function placeWords({ where, what }: SchemaPair): string {
  const whole = what === undefined ? undefined : what.charAt(0).toUpperCase() + what.slice(1);
  if (where === "") return whole ?? "The value";
  return whole === undefined ? quoted(where) : `${whole}: ${quoted(where)}`;
}

/** Which schemas of one side mean the same as one of the other side, each once; those at the same index first. */
export function matchSame(
  old: readonly SchemaPart[],
  next: readonly SchemaPart[],
  { isSame }: Pick<SchemaPair, "isSame">,
): readonly { readonly old: SchemaPart; readonly new: SchemaPart }[] {
  const matched = new Map<SchemaPart, SchemaPart>();
  const take = (part: SchemaPart, other: SchemaPart): void => {
    const isTaken = matched.has(part) || [...matched.values()].includes(other);
    if (!isTaken && isSame([part], [other])) matched.set(part, other);
  };
  old.forEach((part, index) => {
    const other = next[index];
    if (other !== undefined) take(part, other);
  });
  for (const part of old) for (const other of next) take(part, other);
  return [...matched].map(([part, other]) => ({ old: part, new: other }));
}
