import type { FileChange } from "../output/plan.ts";
import { diagnosticFile, formatTable } from "../output/report.ts";
import type { PackageTree } from "../pipeline.ts";
import type { GeneratedApi } from "./generated-api.ts";

/** The result of `generate --json`. Paths are relative to the folder that holds `schemas/`, with `/`. */
export function generationResult(
  ok: boolean,
  apis: readonly GeneratedApi[],
  changes: readonly FileChange[],
): unknown {
  return {
    ok,
    apis: apis.map((api) => ({
      name: api.name,
      source: api.source,
      milliseconds: Math.round(api.milliseconds),
      notes: notesOn(api),
      packages: emitted(api).map(({ folder, generated }) => ({
        folder,
        files: generated.size,
        bytes: bytesOf(generated),
      })),
    })),
    changes: changes.map(({ path, kind }) => ({ path, kind })),
    diagnostics: apis.flatMap(({ source, diagnostics }) =>
      diagnostics.map((diagnostic) => ({
        code: diagnostic.code,
        severity: diagnostic.severity,
        message: diagnostic.message,
        help: diagnostic.help,
        file: diagnosticFile(source, diagnostic),
        line: diagnostic.line ?? null,
        column: diagnostic.column ?? null,
        pointer: diagnostic.place?.pointer ?? "",
      })),
    ),
  };
}

/** The closing table of `generate`, and what there is to say about it. */
export function generationSummary(
  { check }: { readonly check: boolean },
  apis: readonly GeneratedApi[],
  changes: readonly FileChange[],
): string {
  const rows = apis.flatMap((api) =>
    emitted(api).map(({ folder, generated }) => {
      const changed = changes.filter(({ path }) => path.startsWith(`packages/${folder}/`)).length;
      const size = `${Math.round(bytesOf(generated) / 1024)} kB`;
      return [
        `packages/${folder}`,
        String(generated.size),
        size,
        changed === 0 ? "unchanged" : `${changed} changed`,
      ];
    }),
  );
  const seconds = apis.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
  return [
    formatTable([["package", "files", "size", "state"], ...rows]),
    "",
    ...apis.flatMap(notesOn),
    ...(changes.some(isNewManifest) ? ["There are new packages. Run: pnpm install"] : []),
    `${check ? "Checked" : "Done"} in ${seconds.toFixed(1)} s.`,
  ].join("\n");
}

/** Packages that there is anything in. */
function emitted({ packages }: GeneratedApi): readonly PackageTree[] {
  return packages.filter(({ generated }) => generated.size > 0);
}

/** What a user might miss. */
function notesOn(api: GeneratedApi): readonly string[] {
  const { source, hasRoot } = api;
  const packages = emitted(api);
  if (packages.length === 0 || packages.some(({ folder }) => folder.endsWith("-client"))) return [];
  const reason = hasRoot ? "no operations" : "no OpenAPI document";
  return [`${source} has ${reason}: there are types and validators, but no client.`];
}

function isNewManifest({ path, kind }: FileChange): boolean {
  return kind === "added" && path.endsWith("/package.json");
}

function bytesOf(files: ReadonlyMap<string, string>): number {
  return [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}
