import type { FileChange } from "../output/plan.ts";
import { oneLine } from "../output/terminal-text.ts";
import type { Fate, PullFinding } from "../evolve/pull/pull-findings.ts";
import type { PulledApi } from "./pulled-api.ts";

type Change = Pick<FileChange, "path" | "kind">;

const fates: readonly (readonly [Fate, string])[] = [
  ["added", "added"],
  ["changed", "changed"],
  ["removed", "removed"],
  ["reworded", "reworded"],
  ["kept", "not upstream, kept"],
  ["ignored", "reached by no operation, not taken over"],
];

const kinds = ["operation", "schema", "part"] as const;

/** More names than these are for `--json`. */
const MAX_NAMES = 20;

/** The result of `pull --json`. */
export function pullResult(ok: boolean, apis: readonly PulledApi[], changes: readonly Change[]): unknown {
  return {
    ok,
    apis: apis.map((api) => ({
      name: api.name,
      source: api.folder,
      upstream: api.upstream,
      unchanged: api.isUnchanged,
      ...Object.fromEntries(
        fates.map(([fate]) => [
          fate,
          Object.fromEntries(kinds.map((kind) => [`${plural(kind)}`, namesOf(api, fate, kind)])),
        ]),
      ),
      repairs: api.pulled?.repairs ?? [],
    })),
    changes,
    diagnostics: apis
      .flatMap(({ diagnostics }) => diagnostics)
      .map(({ code, severity, message, help, place, line, column }) => ({
        code,
        severity,
        message,
        help,
        file: place?.path ?? "",
        line: line ?? null,
        column: column ?? null,
        pointer: place?.pointer ?? "",
      })),
  };
}

/** What a pull did, for people. */
export function pullSummary(apis: readonly PulledApi[], changes: readonly Change[]): string {
  return apis
    .flatMap((api) => {
      const files = changes.filter(({ path }) => path.startsWith(`${api.folder}/`)).length;
      const state = api.isUnchanged
        ? "nothing changed upstream."
        : `${files} ${files === 1 ? "file" : "files"} written.`;
      return [
        ...(api.isUnchanged ? [] : detailsOf(api)),
        `${oneLine(`${api.folder} from ${api.upstream}`)}: ${state}`,
      ];
    })
    .join("\n");
}

function detailsOf(api: PulledApi): readonly string[] {
  const repairs = api.pulled?.repairs ?? [];
  return [
    ...fates.flatMap(([fate, label]) =>
      kinds.flatMap((kind) => {
        const names = namesOf(api, fate, kind);
        if (names.length === 0) return [];
        const more = names.length > MAX_NAMES ? [`  … and ${names.length - MAX_NAMES} more`] : [];
        const count = `${names.length} ${names.length === 1 ? kind : plural(kind)} ${label}:`;
        return [count, ...names.slice(0, MAX_NAMES).map((name) => `  ${oneLine(name)}`), ...more];
      }),
    ),
    ...(repairs.length === 0
      ? []
      : [
          `${repairs.length} ${repairs.length === 1 ? "repair" : "repairs"} added to the overlay:`,
          ...repairs.map(
            ({ target, description }) => `  ${oneLine(`${String(target)}: ${String(description)}`)}`,
          ),
        ]),
  ];
}

function namesOf({ pulled }: PulledApi, fate: Fate, kind: PullFinding["kind"]): readonly string[] {
  return (pulled?.findings ?? [])
    .filter((finding) => finding.fate === fate && finding.kind === kind)
    .map(({ name }) => name);
}

function plural(kind: PullFinding["kind"]): string {
  return `${kind}s`;
}
