import { readFileSync } from "node:fs";
import { closureOf, readSchemas } from "../../packages/stytch-types/test/stytch-contract.ts";

const root = new URL("../../", import.meta.url);

/**
 * How many properties there are in what a module of the validators of Stytch checks: in its schema and in all that
 * this leads to. By module; `index` is all of them. What a module costs grows with that.
 */
export function moduleProperties(): ReadonlyMap<string, number> {
  const lock = JSON.parse(readFileSync(new URL("schemas/stytch/names.lock.json", root), "utf8")) as {
    readonly schemas: Readonly<Record<string, string>>;
  };
  const titles = new Map(Object.entries(lock.schemas).map(([title, name]) => [name, title]));
  const schemas = readSchemas();
  const count = (titlesOf: Iterable<string>): number =>
    [...titlesOf].reduce((sum, title) => sum + Object.keys(schemas.get(title)?.properties ?? {}).length, 0);
  const index = readFileSync(new URL("packages/stytch-validators/src/generated/index.js", root), "utf8");
  const lines = index.matchAll(/^export \{ validate(\w+) \} from "\.\/([a-z0-9-]+)\.js";$/gm);
  const modules = [...lines].map(([, name = "", module = ""]): [string, number] => {
    const title = titles.get(name);
    if (title === undefined) throw new Error(`No schema has the name ${name}.`);
    return [module, count(closureOf(schemas, [title]))];
  });
  return new Map([...modules, ["index", count(schemas.keys())]]);
}
