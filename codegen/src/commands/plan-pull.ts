import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { plan, type FileTarget, type Plan, type TreeTarget } from "../output/plan.ts";
import type { PulledApi } from "./pulled-api.ts";

/**
 * What is to be done to the folders of APIs. A file goes with its folder, which is written anew: all its
 * other files are in the plan as they are, and are kept.
 */
export function planPull(root: string, apis: readonly PulledApi[]): Plan {
  const targets = apis.map(({ folder, pulled }) =>
    planFolder(join(root, folder), pulled?.files ?? new Map()),
  );
  return plan(
    targets.flatMap(({ trees }) => trees),
    targets.flatMap(({ files }) => files),
    [],
  );
}

function planFolder(
  folder: string,
  files: ReadonlyMap<string, string | undefined>,
): { readonly trees: readonly TreeTarget[]; readonly files: readonly FileTarget[] } {
  const losing = new Set([...files].flatMap(([path, text]) => (text === undefined ? [dirname(path)] : [])));
  const outermost = [...losing].filter(
    (directory) => ![...losing].some((other) => isBelow(directory, other)),
  );
  const isInTree = (path: string): boolean =>
    outermost.some((directory) => dirname(path) === directory || isBelow(dirname(path), directory));
  return {
    trees: outermost.map((directory) => treeOf(folder, directory, files)),
    files: [...files].flatMap(([path, text]) =>
      text === undefined || isInTree(path) ? [] : [{ path: join(folder, path), text }],
    ),
  };
}

function isBelow(directory: string, other: string): boolean {
  return directory !== other && (other === "." || directory.startsWith(`${other}/`));
}

/** A folder as it is to be: what is in it now, with the changes. */
function treeOf(
  folder: string,
  directory: string,
  files: ReadonlyMap<string, string | undefined>,
): TreeTarget {
  const tree = join(folder, directory);
  const texts = new Map(
    filesBelow(tree).map((path): [string, string] => [path, readFileSync(join(tree, path), "utf8")]),
  );
  for (const [path, text] of files) {
    const inTree = relative(directory, path).replaceAll("\\", "/");
    if (inTree.startsWith("../")) continue;
    if (text === undefined) texts.delete(inTree);
    else texts.set(inTree, text);
  }
  return { directory: tree, files: texts };
}

function filesBelow(directory: string): readonly string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}
