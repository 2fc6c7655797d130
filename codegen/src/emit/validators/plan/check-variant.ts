import { hash } from "node:crypto";
import { capitalize } from "../../../contract/words.ts";
import type { CheckMode } from "./check-mode.ts";
import type { Reached } from "./check-scope.ts";
import { escaped } from "./escaped.ts";

/** A component in a mode: what may become a function of its own. */
export interface CheckVariant {
  readonly reached: Reached;
  readonly mode: CheckMode;
  /** Properties that need not be there, since a schema beside says so; sorted. */
  readonly optional: readonly string[];
}

/** Unique among all: nothing before the first colon has a colon in it. */
export function variantId(variant: CheckVariant): string {
  return `${variant.mode}${circumstances(variant)}:${variant.reached.key}`;
}

/** A name for the function: unique among the variants of a component, and not a matter of which others there are. */
export function variantName(variant: CheckVariant): string {
  const text = circumstances(variant);
  const suffix = text === "" ? "" : `_${hash("sha256", text).slice(0, 8)}`;
  return `check${capitalize(variant.mode)}${suffix}`;
}

function circumstances({ reached, optional }: CheckVariant): string {
  const { text } = reached.bindings;
  return (
    (text === "" ? "" : `?${text}`) + (optional.length === 0 ? "" : `;${optional.map(escaped).join("&")}`)
  );
}
