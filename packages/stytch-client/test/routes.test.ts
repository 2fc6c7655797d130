import { describe, expect, test } from "vitest";
import { parseRoute } from "../../runtime/src/parse-route.ts";
import { readOperations } from "../../stytch-types/test/stytch-contract.ts";
import { constantsIn, routesOfFunctions } from "./generated-literals.ts";

/** A route as the namespaced client has it: a text, or with pages a tuple. */
type RouteText = string | readonly string[];

interface RouteTree {
  readonly [name: string]: RouteText | RouteTree;
}

/** The routes of the namespaced client by the names of the single functions. */
function routesOfMethods(tree: RouteTree, namespace = ""): readonly (readonly [string, RouteText])[] {
  return Object.entries(tree).flatMap(([key, entry]) => {
    const name = namespace === "" ? key : namespace + key.charAt(0).toUpperCase() + key.slice(1);
    return typeof entry === "string" || isTuple(entry)
      ? [[name, entry] as const]
      : routesOfMethods(entry, name);
  });
}

function isTuple(entry: RouteText | RouteTree): entry is readonly string[] {
  return Array.isArray(entry);
}

/** A text as the object that the runtime makes of it, with the names of its query parameters alone. */
function parsed(text: string): object {
  const { query, ...route } = parseRoute(text);
  const entries = Object.entries({ ...route, query: query?.names });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

const constants = constantsIn("client.ts");
const methods = new Map(routesOfMethods(constants.get("operations") as RouteTree));
const functions = routesOfFunctions();

// Prevents: a method and a single function that call the same operation differently, as its route is written twice.
describe("the route of a method and that of the single function", () => {
  test("are there for every operation", () => {
    expect(methods.size).toBe(readOperations().length);
    expect([...methods.keys()].toSorted()).toStrictEqual([...functions.keys()].toSorted());
  });

  test.each([...methods])("say the same: %s", (name, entry) => {
    const [text = "", ...pages] = typeof entry === "string" ? [entry] : entry;
    const called = functions.get(name);
    const [route, ...ways] = Array.isArray(called) ? (called as readonly unknown[]) : [called];
    const { secrets: _, ...rest } = route as { readonly secrets?: readonly string[] };

    expect(rest).toStrictEqual(parsed(text));
    expect(ways).toStrictEqual(pages);
  });

  test("know the same secrets", () => {
    const all = constants.get("secrets") as readonly string[];
    const known = [...functions.values()].flatMap((called) => {
      const [route] = [called].flat() as readonly { readonly secrets?: readonly string[] }[];
      return route?.secrets ?? [];
    });

    // A header is the same in any case; as it comes, it is in lower case.
    const lowered = (names: readonly string[]): ReadonlySet<string> =>
      new Set(names.map((name) => name.toLowerCase()));
    expect(lowered(known)).toStrictEqual(lowered(all));
    expect(all).toContain("session_jwt");
  });
});
