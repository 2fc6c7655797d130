import { hash } from "node:crypto";
import { compareText, isArray, isObject, type Json } from "../../source/json.ts";
import { isExtensionEntry, partUnder, type PartKind } from "./node-parts.ts";

/** Enough to tell some ten thousand texts apart, too little to say anything of them. */
const DIGITS = 12;

/** By what a lock knows a text: the first hexadecimal digits of its SHA-256. */
export function textHash(text: Json): string {
  return hash("sha256", typeof text === "string" ? text : JSON.stringify(text)).slice(0, DIGITS);
}

/** The hashes of all that is written for people at and below a node, sorted, each once. */
export function textHashes(node: Json, kind: PartKind): readonly string[] {
  const found = new Set<string>();
  collect(node, kind, found);
  return [...found].toSorted(compareText);
}

function collect(node: Json, kind: PartKind, found: Set<string>): void {
  if (!isObject(node) || kind === "data") return;
  for (const [key, value] of Object.entries(node)) {
    const part = partUnder(kind, key);
    if (part.role === "text") found.add(textHash(value));
    else if (part.role === "one") collect(value, part.kind, found);
    else if (part.role === "list" && isArray(value))
      for (const item of value) collect(item, part.kind, found);
    else if (part.role === "map" && isObject(value))
      for (const [name, item] of Object.entries(value))
        if (!isExtensionEntry(part.kind, name)) collect(item, part.kind, found);
  }
}

/** What the last pull knew of the vendor's texts. */
export interface KnownTexts {
  /** There was a pull before. */
  readonly isKnown: boolean;
  readonly hashes: ReadonlySet<string>;
}

/**
 * Which of two texts a node is to have. Where the facts are the same ours stays, and a text of the vendor's
 * that we took over is replaced by one that the vendor did not have at the last pull.
 *
 * @param isSame the facts of the node are the same in the house and at the vendor's
 */
export function chooseText(
  house: Json | undefined,
  vendor: Json | undefined,
  isSame: boolean,
  { isKnown, hashes }: KnownTexts,
): Json | undefined {
  if (vendor === undefined) return house;
  if (!isSame) return vendor;
  const isNew = isKnown && !hashes.has(textHash(vendor));
  const isOurs = house !== undefined && !hashes.has(textHash(house));
  return isNew && !isOurs ? vendor : house;
}
