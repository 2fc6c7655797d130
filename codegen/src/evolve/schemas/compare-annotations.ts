import { schemaSteps } from "../../contract/component-schemas.ts";
import { isObject, own, ownObject, type Json } from "../../source/json.ts";
import { valueText } from "./meet-schemas.ts";
import type { SchemaPart } from "./normal-schema.ts";
import { placeWords, type SchemaPair } from "./schema-pair.ts";

/** What a schema says to readers and to tools: texts, defaults, deprecation, discriminators, extensions. */
export function compareAnnotations(
  pair: SchemaPair,
  old: SchemaPart,
  next: SchemaPart,
  hasXml: boolean,
): void {
  const [before, after] = [old.schema, next.schema];
  if (!isObject(before) || !isObject(after)) return;
  const places = { old: old.pointer, new: next.pointer };
  const what = placeWords(pair);
  const differs = (keyword: string): boolean => textOf(own(before, keyword)) !== textOf(own(after, keyword));

  if (differs("description")) pair.note("description-changed", `${what}: the description was changed.`, places);
  if (titleOf(old) !== titleOf(next)) pair.note("title-changed", `${what}: the title was changed.`, places);
  if (differs("examples") || differs("example"))
    pair.note("examples-changed", `${what}: the examples were changed.`, places);
  if (differs("externalDocs"))
    pair.note("external-docs-changed", `${what}: the external documentation was changed.`, places);
  const [wasDeprecated, isDeprecated] = [
    own(before, "deprecated") === true,
    own(after, "deprecated") === true,
  ];
  if (!wasDeprecated && isDeprecated) pair.note("deprecated-added", `${what} is deprecated now.`, places);
  if (wasDeprecated && !isDeprecated)
    pair.note("deprecated-removed", `${what} is no longer deprecated.`, places);
  compareDefault(pair, before, after, places);
  compareDiscriminator(pair, before, after, places);
  if (xmlText(before) !== xmlText(after))
    pair.note(
      "xml-changed",
      `${what} is written otherwise in XML now.`,
      places,
      hasXml ? {} : { wire: "none", validators: "none" },
    );
  const names = new Set([...Object.keys(after), ...Object.keys(before)]);
  for (const name of names) {
    if (name.startsWith("x-") && !structural.has(name) && differs(name))
      pair.note("extension-changed", `${what}: \`${name}\` was changed.`, places);
  }
}

/** Extensions that count elsewhere: names, enums, aliases. */
const structural: ReadonlySet<string> = new Set(["x-sdkmill-name", "x-sdkmill-aliases", "x-sdkmill-enum"]);

/** The title of a schema; that of a component is no more than its key, if it is the same. */
function titleOf({ schema, pointer }: SchemaPart): string {
  const title = textOf(own(schema, "title"));
  const component = schemaSteps(pointer);
  return component?.steps.length === 0 && title === valueText(component.key) ? "" : title;
}

function textOf(value: Json | undefined): string {
  return value === undefined ? "" : valueText(value);
}

/** The XML object without what it says by default (OpenAPI, section 4.8.26). */
function xmlText(node: Json): string {
  const said = Object.entries(ownObject(node, "xml")).filter(([, value]) => value !== false);
  return said.length === 0 ? "" : valueText(Object.fromEntries(said));
}

type Places = Parameters<SchemaPair["note"]>[2];

function compareDefault(pair: SchemaPair, before: Json, after: Json, places: Places): void {
  const [old, next] = [own(before, "default"), own(after, "default")];
  if (textOf(old) === textOf(next)) return;
  const what = `${placeWords(pair)}: the default`;
  const wire = pair.view.side === "request" ? { wire: pair.policy.requestDefault } : {};
  if (old === undefined) pair.note("default-added", `${what} is there now.`, places, wire);
  else if (next === undefined) pair.note("default-removed", `${what} is gone.`, places, wire);
  else pair.note("default-changed", `${what} was changed.`, places, wire);
}

function compareDiscriminator(pair: SchemaPair, before: Json, after: Json, places: Places): void {
  const [old, next] = [own(before, "discriminator"), own(after, "discriminator")];
  const what = placeWords(pair);
  if (textOf(old) === textOf(next)) return;
  if (old === undefined) pair.note("discriminator-added", `${what} has a discriminator now.`, places);
  else if (next === undefined)
    pair.note("discriminator-removed", `${what} has no discriminator any more.`, places);
  else {
    // A mapping more comes with its branch.
    const [known, mapping] = [ownObject(old, "mapping"), ownObject(next, "mapping")];
    const isKept =
      textOf(own(old, "propertyName")) === textOf(own(next, "propertyName")) &&
      Object.entries(known).every(([value, target]) => own(mapping, value) === target);
    if (!isKept) pair.note("discriminator-changed", `${what}: the discriminator is another one now.`, places);
  }
}
