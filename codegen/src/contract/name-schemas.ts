import { error, type Checked, type Diagnostic } from "../diagnostics.ts";
import { appendPointer } from "../source/json-pointer.ts";
import { own, ownObject, ownString, type Json } from "../source/json.ts";
import type { Assembled, SchemaOrigin } from "./assemble.ts";
import type { NamedSchema } from "./contract.ts";
import { isIdentifier, isTaken } from "./identifiers.ts";
import {
  checkCollisions,
  checkLocked,
  overlayAction,
  readAliases,
  type Named,
  type NameLock,
} from "./name-lock.ts";
import { placeOf } from "./place.ts";
import { positions, schemaReferences } from "./positions.ts";
import { partName, schemaName, type TitleName } from "./schema-names.ts";
import { kebabCase, pascalCase } from "./words.ts";

/** File names beside the modules of a types package that mean something else. */
const reservedModules = new Set(["index", "openapi"]);

/**
 * Gives every component schema its public name: the one that the overlay says (`x-sdkmill-name`), or
 * the one that its title makes. Two names that differ only in case are an error, and so is the loss of
 * a name in the lock.
 */
export function nameSchemas(assembled: Assembled, lock: NameLock): Checked<readonly NamedSchema[]> {
  const schemas = ownObject(own(assembled.document, "components"), "schemas");
  const position = positions(assembled.document);
  const diagnostics: Diagnostic[] = [];
  const named: Named[] = [];
  const value = [...assembled.origins.values()]
    .filter(({ key }) => Object.hasOwn(schemas, key))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map((origin): NamedSchema => {
      const schema = schemas[origin.key] ?? true;
      const { name, namespace } = publicName(schemas, assembled.origins, origin);
      const aliases = readAliases(schema);
      const pointer = appendPointer("/components/schemas", origin.key);
      const given = ownString(schema, "x-sdkmill-name") === undefined ? [] : ["x-sdkmill-name"];
      const place = placeOf(assembled, appendPointer(pointer, ...given));
      const target = `$.components.schemas[${JSON.stringify(origin.key)}]`;
      named.push({ id: origin.key, names: [name, ...aliases], place, target });
      diagnostics.push(...checkNames([name, ...aliases], named.at(-1)));
      return {
        key: origin.key,
        name,
        aliases,
        slug: fileName(name),
        module: moduleName(namespace),
        schema,
        position: position.get(origin.key) ?? "none",
        references: schemaReferences(schema),
        path: origin.path,
      };
    });
  const collisions = checkCollisions(
    named,
    (name) => name,
    ({ id, names }) => suggestion(id, names[0]),
  );
  return { value, diagnostics: [...diagnostics, ...collisions, ...checkLocked(named, lock.schemas)] };
}

type Schemas = Readonly<Record<string, Json>>;

function publicName(
  schemas: Schemas,
  origins: ReadonlyMap<string, SchemaOrigin>,
  origin: SchemaOrigin,
): TitleName {
  const schema = schemas[origin.key];
  const { within } = origin;
  const parent = within?.key === undefined ? undefined : origins.get(within.key);
  const derived =
    within === undefined
      ? schemaName(titleOf(schema, origin))
      : fromParent(parent === undefined ? undefined : publicName(schemas, origins, parent), within.steps);
  return { ...derived, name: ownString(schema, "x-sdkmill-name") ?? derived.name };
}

/** A component of the OpenAPI root is called by its key, as OpenAPI users expect; a document by its title. */
function titleOf(schema: Json | undefined, { key, pointer }: SchemaOrigin): string {
  return pointer === "" ? (ownString(schema, "title") ?? key) : key;
}

function fromParent(parent: TitleName | undefined, steps: readonly string[]): TitleName {
  return { namespace: parent?.namespace ?? [], name: partName(parent?.name ?? "", steps) };
}

/** The name of the module of one schema; `index` is the barrel's. */
function fileName(name: string): string {
  const slug = kebabCase(name);
  return slug === "index" ? "index-schema" : slug;
}

function moduleName(namespace: readonly string[]): string {
  const name = kebabCase(namespace.map((part) => part.toLowerCase()).join("_")) || "schemas";
  return reservedModules.has(name) ? `${name}-schemas` : name;
}

function checkNames(names: readonly string[], named: Named | undefined): readonly Diagnostic[] {
  if (named === undefined) return [];
  const { id, place, target } = named;
  return names
    .filter((name) => !isIdentifier(name) || isTaken(name))
    .map((name) => {
      const help = `Name it in the overlay: ${overlayAction(target, `x-sdkmill-name: ${suggestion(id, undefined)}`)}.`;
      if (name === "")
        return error("name-underivable", `No name can be made of ${JSON.stringify(id)}.`, help, place);
      return error("name-invalid", `\`${name}\` can not be the name of a type.`, help, place);
    });
}

/** A name to propose: all words of the identity, or one more than the name that is taken. */
function suggestion(id: string, taken: string | undefined): string {
  const whole = pascalCase(id);
  const usable = /^[A-Za-z]/.test(whole) && whole.toLowerCase() !== taken?.toLowerCase();
  return usable ? whole : `${taken ?? "Schema"}2`;
}
