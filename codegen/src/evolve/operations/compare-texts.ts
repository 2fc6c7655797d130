import { isDeepStrictEqual } from "node:util";
import { appendPointer } from "../../source/json-pointer.ts";
import { isObject, own, type Json } from "../../source/json.ts";
import type { View } from "../finding.ts";
import type { PartPair } from "./part.ts";
import { listed, quoted } from "../quoted.ts";
import { report, type Scope } from "./scope.ts";

/** What a part of a document is called in a message, and how it is looked at. */
export interface TextContext {
  /** Such as "the query parameter `limit`". */
  readonly what: string;
  readonly view: View;
  /** Whether comments are made of its texts. */
  readonly isEmitted: boolean;
}

/** Fields that only people read. Comments are made of the first ones. */
const emittedFields: readonly string[] = ["title", "summary", "description", "example"];
const otherFields: readonly string[] = [
  ...["examples", "externalDocs", "termsOfService", "contact", "license"],
];

/**
 * Reports what people read of a part, texts and examples, in one finding, and extensions, each in one.
 *
 * @param fields which texts the part has; all that there are, if it is not said
 */
export function compareTexts(
  scope: Scope,
  pair: PartPair,
  context: TextContext,
  fields: readonly string[] = [...emittedFields, ...otherFields],
): void {
  const { what, view, isEmitted } = context;
  const differing = fields.filter((field) => isDifferent(pair, field));
  if (differing.length > 0) {
    const shows = isEmitted && differing.some((field) => emittedFields.includes(field));
    const [field = ""] = differing;
    const message =
      differing.length === 1
        ? `The ${quoted(field)} of ${what} was ${verb(pair, field)}.`
        : `The texts ${listed(differing)} of ${what} were changed.`;
    const sites =
      differing.length === 1 ? fieldSites(pair, field) : { old: pair.old.pointer, new: pair.new.pointer };
    report(scope, view, "text-changed", message, sites, shows ? undefined : { types: "none" });
  }
  compareExtensions(scope, pair, context);
}

/** Extensions of other tools. What those of sdkmill say is compared where it has an effect. */
function compareExtensions(scope: Scope, pair: PartPair, { what, view }: TextContext): void {
  const names = [...extensionNames(pair.new.node), ...extensionNames(pair.old.node)];
  for (const name of new Set(names)) {
    if (!isDifferent(pair, name)) continue;
    const message = `The extension ${quoted(name)} of ${what} was ${verb(pair, name)}.`;
    report(scope, view, "extension-changed", message, fieldSites(pair, name));
  }
}

function extensionNames(node: Json): readonly string[] {
  if (!isObject(node)) return [];
  return Object.keys(node).filter((key) => key.startsWith("x-") && !/^x-sdkmill(-|$)/.test(key));
}

/** Whether a field of a part is another one, whatever the order of keys in it. */
export function isDifferent({ old, new: next }: PartPair, field: string): boolean {
  return !isDeepStrictEqual(own(old.node, field), own(next.node, field));
}

/** What happened to a field: it was "added", "removed" or "changed". */
export function verb({ old, new: next }: PartPair, field: string): string {
  if (own(old.node, field) === undefined) return "added";
  return own(next.node, field) === undefined ? "removed" : "changed";
}

/** Where a field stands in each revision that has it. */
export function fieldSites(
  { old, new: next }: PartPair,
  field: string,
): { readonly old: string | undefined; readonly new: string | undefined } {
  const site = ({ node, pointer }: PartPair["old"]): string | undefined =>
    own(node, field) === undefined ? undefined : appendPointer(pointer, field);
  return { old: site(old), new: site(next) };
}
