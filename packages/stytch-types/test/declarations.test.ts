import { describe, expect, test } from "vitest";
import { readDeclarations, ts } from "./public-declarations.ts";
import { closureOf, readOperations, readSchemas } from "./stytch-contract.ts";

const { checker, exports } = readDeclarations("@sdkmill/stytch-types", "@sdkmill/stytch-types/openapi");
const named = exports.get("@sdkmill/stytch-types");
const openapi = exports.get("@sdkmill/stytch-types/openapi");
const names = [...(named?.keys() ?? [])];
const schemas = readSchemas();

/** The types of `components["schemas"]`, by the title of the document that each stands for. */
function componentSchemas() {
  const components = openapi?.get("components");
  const property = components && checker.getDeclaredTypeOfSymbol(components).getProperty("schemas");
  if (property === undefined) throw new Error("There are no component schemas.");
  const { members } = checker.getTypeOfSymbol(property).symbol;
  return [...(members ?? [])].map(([title, symbol]) => ({
    title: String(title),
    type: checker.getTypeOfSymbol(symbol),
  }));
}

describe("the exported types", () => {
  test("are one for each document", () => {
    expect(schemas.size).toBeGreaterThan(500);
    expect(names).toHaveLength(schemas.size);
  });

  test("are interfaces and type aliases: nothing is there at run time", async () => {
    const kinds = new Set([...(named?.values() ?? [])].map(({ flags }) => flags & ts.SymbolFlags.Value));

    expect([...kinds]).toStrictEqual([0]);
    expect(Object.keys(await import("@sdkmill/stytch-types"))).toStrictEqual([]);
  });

  test("have no duplicates with a number at the end", () => {
    const all = new Set(names);
    const duplicates = names.filter((name) => /\d$/.test(name) && all.has(name.replace(/\d+$/, "")));

    expect(duplicates).toStrictEqual([]);
  });

  test("differ by more than capitals", () => {
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });
});

test("the component schemas for openapi-fetch are the exported types themselves", () => {
  const components = componentSchemas();
  const ownName = new Map([...(named ?? [])].map(([name, symbol]) => [symbol, name]));
  const nameOf = components.map(({ type }) => ownName.get(type.aliasSymbol ?? type.symbol));

  expect(components.map(({ title }) => title).toSorted()).toStrictEqual([...schemas.keys()].toSorted());
  expect(nameOf.toSorted()).toStrictEqual(names.toSorted());
});

test("an enum is open if answers reach it, and closed if only requests do", () => {
  const answered = closureOf(
    schemas,
    readOperations().map(({ response }) => response),
  );
  const enums = componentSchemas().filter(({ title }) => schemas.get(title)?.enum !== undefined);
  const open = enums.filter(({ type }) => type.isUnion() && type.types.some((part) => part.isIntersection()));
  const titles = (found: typeof enums): readonly string[] => found.map(({ title }) => title);

  expect(titles(open)).toStrictEqual(titles(enums).filter((title) => answered.has(title)));
  // Enough of both to tell them apart.
  expect(open.length).toBeGreaterThan(5);
  expect(enums.length - open.length).toBeGreaterThan(30);
});
