import { error, type Checked, type Diagnostic } from "../diagnostics.ts";
import { appendPointer } from "../source/json-pointer.ts";
import { compareText, ownString, type Json } from "../source/json.ts";
import type { Assembled, SchemaOrigin } from "./assemble.ts";
import { isOverlayBroken } from "./broken-documents.ts";
import { componentSchemas, schemaPointer } from "./component-schemas.ts";
import type { NamedSchema } from "./contract.ts";
import { isIdentifier, isTaken } from "./identifiers.ts";
import type { Linked } from "./link.ts";
import { checkLocked, type NameLock } from "./name-lock.ts";
import { checkCollisions, checkNameKeys, numbered, readAliases, type Named } from "./named.ts";
import { jsonPath, overlayAction } from "./overlay-action.ts";
import { placeOf } from "./place.ts";
import { positions, schemaReferences } from "./positions.ts";
import { partName, schemaName, type TitleName } from "./schema-names.ts";
import { fileName, pascalCase } from "./words.ts";

/** File names beside the modules of a types package that mean something else. */
const reservedModules = new Set(["index", "openapi"]);

/**
 * Gives every component schema its public name: the one that the overlay says (`x-sdkmill-name`), or
 * the one that its title makes. Two names that differ only in case are an error, and so is the loss of
 * a name in the lock.
 */
export function nameSchemas(assembled: Linked, lock: NameLock): Checked<readonly NamedSchema[]> {
  const schemas = componentSchemas(assembled.document);
  const position = positions(assembled.document, assembled.dynamicAnchors);
  const origins = [...assembled.origins.values()].filter(({ key }) => Object.hasOwn(schemas, key));
  const named: Named[] = [];
  const diagnostics: Diagnostic[] = [];
  const value = origins
    .toSorted((a, b) => compareText(a.key, b.key))
    .map((origin): NamedSchema => {
      const schema = schemas[origin.key] ?? true;
      const { name, namespace } = publicName(schemas, assembled.origins, origin);
      const aliases = readAliases(schema);
      const entry = namedSchema(assembled, schema, origin, [name, ...aliases]);
      named.push(entry);
      diagnostics.push(...checkNameKeys(assembled, schema, schemaPointer(origin.key)));
      // A part is called after what it is a part of, and shares the fault of that name.
      if (isNameOwn(schemas, assembled.origins, origin)) diagnostics.push(...checkNames(entry));
      return {
        key: origin.key,
        name,
        aliases,
        slug: slugOf(name),
        module: schemaModule(givenModule(schema) ?? namespace),
        schema,
        position: position.get(origin.key) ?? "none",
        references: schemaReferences(schema),
        dynamicAnchors: assembled.dynamicAnchors.get(origin.key) ?? {},
        path: origin.path,
      };
    });
  if (isOverlayBroken(assembled.broken)) return { value, diagnostics: [] };
  const collisions = checkCollisions(
    named,
    (name) => [name.toLowerCase(), slugOf(name)],
    ({ id }) => proposals(id),
  );
  return { value, diagnostics: [...diagnostics, ...collisions, ...checkLocked(named, lock.schemas)] };
}

function namedSchema(
  assembled: Assembled,
  schema: Json,
  { key, within }: SchemaOrigin,
  names: readonly string[],
): Named {
  const pointer = schemaPointer(key);
  const given = ownString(schema, "x-sdkmill-name") === undefined ? [] : ["x-sdkmill-name"];
  return {
    id: key,
    names,
    place: placeOf(assembled, appendPointer(pointer, ...given)),
    target: jsonPath(within?.pointer ?? pointer),
  };
}

type Schemas = Readonly<Record<string, Json>>;
type Origins = ReadonlyMap<string, SchemaOrigin>;

function publicName(schemas: Schemas, origins: Origins, { key, title, within }: SchemaOrigin): TitleName {
  const given = ownString(schemas[key], "x-sdkmill-name");
  const parent = within?.key === undefined ? undefined : origins.get(within.key);
  const derived =
    within === undefined
      ? schemaName(title)
      : fromParent(parent === undefined ? undefined : publicName(schemas, origins, parent), within.steps);
  return { ...derived, name: given ?? derived.name };
}

function fromParent(parent: TitleName | undefined, steps: readonly string[]): TitleName {
  return { namespace: parent?.namespace ?? [], name: partName(parent?.name ?? "", steps) };
}

function isNameOwn(schemas: Schemas, origins: Origins, { key, within }: SchemaOrigin): boolean {
  const parent = within?.key === undefined ? undefined : origins.get(within.key);
  if (parent === undefined || ownString(schemas[key], "x-sdkmill-name") !== undefined) return true;
  return isUsable(publicName(schemas, origins, parent).name);
}

/** The name of the files of one schema; `index` is the barrel's. */
function slugOf(name: string): string {
  const slug = fileName(name);
  return slug === "index" ? "index-schema" : slug;
}

/** The module that is named after a namespace: `b2b-otp` of `b2b_otp`. */
export function schemaModule(namespace: readonly string[]): string {
  const name = fileName(namespace.map((part) => part.toLowerCase()).join("_")) || "schemas";
  return reservedModules.has(name) ? `${name}-schemas` : name;
}

/** The mark of a contract that was written as one document: there, keys no longer tell what a title told. */
function givenModule(schema: Json): readonly string[] | undefined {
  const given = ownString(schema, "x-sdkmill-module");
  return given === undefined ? undefined : [given];
}

function isUsable(name: string): boolean {
  return isIdentifier(name) && !isTaken(name);
}

function checkNames({ id, names, place, target }: Named): readonly Diagnostic[] {
  const [proposal = ""] = proposals(id);
  const help = `Name it in the overlay: ${overlayAction(target, `x-sdkmill-name: ${proposal}`)}.`;
  return names
    .filter((name) => !isUsable(name))
    .map((name) => {
      if (name === "")
        return error("name-underivable", `No name can be made of ${JSON.stringify(id)}.`, help, place);
      return error("name-invalid", `\`${name}\` can not be the name of a type.`, help, place);
    });
}

/** Names to propose: all words of the identity, with a number behind them where that is taken. */
function proposals(id: string): Generator<string> {
  const whole = pascalCase(id);
  const isFit = /^[A-Za-z]/.test(whole) && isUsable(whole);
  return numbered(isFit ? whole : `${/^[A-Za-z]/.test(whole) ? whole : ""}Schema`);
}
