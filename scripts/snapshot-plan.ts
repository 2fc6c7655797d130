/**
 * Lets the snapshot of a pull request pass, and nothing else: of what `changeset pack` has put into a folder, the
 * plan keeps packages whose version is one of this snapshot, under a tag of its own, so that neither `latest` nor any
 * range of versions comes to lead to them. Those who may push a branch decide what is in the folder.
 *
 * Usage: node scripts/snapshot-plan.ts <folder> pr-<number>
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface Release {
  readonly kind: string;
  readonly name: string;
  readonly version: string;
  readonly tarball?: { readonly path: string };
}

const [folder, tag] = process.argv.slice(2);
if (folder === undefined || tag === undefined || !/^pr-[1-9]\d*$/.test(tag)) {
  console.error("Usage: node scripts/snapshot-plan.ts <folder> pr-<number>");
  process.exitCode = 2;
} else {
  const file = join(folder, "publish-plan.json");
  const kept = readPlan(file).map((releases) => releases.filter((release) => isSnapshot(release, tag)));
  const faults = kept.flat().flatMap((release) => faultsOf(release, folder));
  if (kept.flat().length === 0) faults.push(`There is no package with a version 0.0.0-${tag}-….`);
  if (faults.length > 0) {
    console.error(faults.join("\n"));
    process.exitCode = 1;
  } else {
    const plan = kept.map((releases) => releases.map((release) => ({ ...release, tag })));
    writeFileSync(file, JSON.stringify({ version: 1, plan }, null, 2));
    for (const { name, version } of kept.flat()) console.log(`${name}@${version}`);
  }
}

function isSnapshot({ kind, version }: Release, name: string): boolean {
  return kind === "publish" && new RegExp(`^0\\.0\\.0-${name}-\\d+$`).test(version);
}

/** What is wrong with a tarball: the registry goes by what is in it, not by the plan. */
function faultsOf({ name, version, tarball }: Release, packed: string): readonly string[] {
  const path = tarball?.path ?? "";
  if (!/^packages\/[\w.-]+\.tgz$/.test(path))
    return [`${name}: ${JSON.stringify(path)} is no tarball of the folder.`];
  const manifest: unknown = JSON.parse(
    execFileSync("tar", ["-xzOf", join(packed, path), "package/package.json"], { encoding: "utf8" }),
  );
  return isRecord(manifest) && manifest["name"] === name && manifest["version"] === version
    ? []
    : [`${path} does not hold ${name}@${version}.`];
}

function readPlan(path: string): readonly (readonly Release[])[] {
  const json: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (!isRecord(json) || json["version"] !== 1 || !isPlan(json["plan"]))
    throw new Error(`${path} is no plan of changesets that this script knows.`);
  return json["plan"];
}

function isPlan(value: unknown): value is readonly (readonly Release[])[] {
  return Array.isArray(value) && value.every((part) => Array.isArray(part) && part.every(isRelease));
}

function isRelease(value: unknown): value is Release {
  const isText = (key: string): boolean => isRecord(value) && typeof value[key] === "string";
  return ["kind", "name", "version"].every(isText);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
