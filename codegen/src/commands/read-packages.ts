import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { error, type Checked, type Diagnostic } from "../diagnostics.ts";
import type { PackageRole, ReleasedPackage } from "../evolve/release/bump-packages.ts";
import { isArray, isObject, own, ownString, type Json } from "../source/json.ts";

const roles: readonly PackageRole[] = ["types", "validators", "client"];

/**
 * The packages of an API that are there, with their names and versions: `packages/<api>-types` and its
 * siblings. One that is private is not released and left out.
 *
 * @param root folder that holds `packages/`
 */
export function readPackages(root: string, api: string): Checked<readonly ReleasedPackage[]> {
  const read = roles.map((role) => readPackage(root, `packages/${api}-${role}/package.json`, role));
  return {
    value: read.flatMap(({ value }) => value),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** `fixed` of `.changeset/config.json`: groups of packages that share their version. */
export function readFixedGroups(root: string): Checked<readonly (readonly string[])[]> {
  const path = ".changeset/config.json";
  const { value: config, diagnostics } = readJson(root, path);
  const fixed = own(config, "fixed") ?? [];
  const groups = isArray(fixed) ? fixed : [fixed];
  const isSound = isArray(fixed) && groups.every(isListOfTexts);
  const help = "`fixed` is a list of lists of names of packages.";
  return {
    value: groups.filter(isListOfTexts),
    diagnostics: isSound ? diagnostics : [...diagnostics, fault(path, "`fixed` can not be read.", help)],
  };
}

function readPackage(root: string, path: string, role: PackageRole): Checked<readonly ReleasedPackage[]> {
  const { value: manifest, diagnostics } = readJson(root, path);
  if (manifest === undefined || own(manifest, "private") === true) return { value: [], diagnostics };
  const [name, version] = [ownString(manifest, "name"), ownString(manifest, "version")];
  if (name !== undefined && name !== "" && version !== undefined && /^\d+\.\d+\.\d+/.test(version))
    return { value: [{ name, version, role }], diagnostics };
  const help = "Give the package a `name` and a `version`, such as 0.0.0.";
  return { value: [], diagnostics: [fault(path, "The package has no name, or no version.", help)] };
}

/** A file of JSON; undefined if there is none, or if it is broken, which is then told. */
function readJson(root: string, path: string): Checked<Json | undefined> {
  const file = join(root, path);
  if (!existsSync(file)) return { value: undefined, diagnostics: [] };
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (isObject(value)) return { value, diagnostics: [] };
  } catch (cause) {
    // What is not JSON is told below; what can not be read at all, by its code.
    if (!(cause instanceof SyntaxError)) {
      const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown reason";
      const message = `This can not be read (${reason}).`;
      return { value: undefined, diagnostics: [fault(path, message, "Check its permissions.")] };
    }
  }
  return { value: undefined, diagnostics: [fault(path, "This is no JSON object.", "Mend its syntax.")] };
}

function isListOfTexts(value: Json): value is readonly string[] {
  return isArray(value) && value.every((item) => typeof item === "string");
}

function fault(path: string, message: string, help: string): Diagnostic {
  return error("manifest-invalid", message, help, { path, pointer: "" });
}
