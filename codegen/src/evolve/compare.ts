import { schemaPointer } from "../contract/component-schemas.ts";
import type { NamedSchema } from "../contract/contract.ts";
import { compareText } from "../source/json.ts";
import { diffOf, greatest, type Change, type ContractDiff } from "./change.ts";
import type { Comparison } from "./comparison.ts";
import { compareOperations } from "./operations/compare-operations.ts";
import { namedByKey, pairComponents } from "./schemas/component-pairs.ts";
import { requestView, responseView, type Finding, type View } from "./finding.ts";
import { judgeFinding } from "./judge-finding.ts";
import type { PlacedChange } from "./placed-change.ts";
import { defaultPolicy, type Policy } from "./policy.ts";
import { siteOf, type Revision } from "./revision.ts";
import { quoted } from "./quoted.ts";
import { schemaComparer } from "./schemas/schema-comparer.ts";

/** What differs between two revisions of a contract, and what that demands. */
export function compare(old: Revision, next: Revision, policy: Policy = defaultPolicy): ContractDiff {
  return diffOf(compareRevisions(old, next, policy).map(({ change }) => change));
}

/**
 * The changes from one revision of a contract to another one, with their places in the linked documents.
 * Operations come first, with what is inside of them; then component schemas by name. A change that is seen
 * from requests and from answers is one change, with the greater of each verdict.
 */
export function compareRevisions(
  old: Revision,
  next: Revision,
  policy: Policy = defaultPolicy,
): readonly PlacedChange[] {
  const findings: Finding[] = [];
  const report = (finding: Finding): void => void findings.push(finding);
  const revisions = { old, new: next };
  const silent = schemaComparer(
    revisions,
    policy,
    (key) => key,
    () => undefined,
  );
  const pairs = pairComponents(old, next, silent.isSame);
  const schemas = schemaComparer(revisions, policy, (key) => pairs.keys.get(key) ?? key, report);
  const comparison: Comparison = { old, new: next, policy, report, compareSchemas: schemas.compareAt };

  compareOperations(comparison);
  schemas.compareComponents();
  // What no operation reaches is exported all the same. Where there are no operations, schemas are all there
  // is, and any of them may be sent or received.
  const isSent = !hasOperations(old) && !hasOperations(next);
  const known = namedByKey(old);
  for (const [key, other] of pairs.keys) {
    if (schemas.isReached(key)) continue;
    for (const view of viewsOf(known.get(key)))
      schemas.compareAt(schemaPointer(key), schemaPointer(other), { ...view, isSent }, other);
  }
  schemas.compareComponents();
  compareNames(comparison, pairs);
  return mergeFindings(findings, revisions, policy);
}

function hasOperations({ document }: Revision): boolean {
  return ["paths", "webhooks"].some((keyword) => Object.keys(Object(document[keyword] ?? {})).length > 0);
}

/** Components that came, went, or have another public name. */
function compareNames(
  { old, new: next, report }: Comparison,
  { keys, gone, added }: ReturnType<typeof pairComponents>,
): void {
  const [before, after] = [namedByKey(old), namedByKey(next)];
  const tell = (schema: NamedSchema | undefined, finding: Omit<Finding, "view">): void => {
    for (const view of viewsOf(schema)) report({ ...finding, view });
  };
  for (const key of added) {
    const name = after.get(key)?.name ?? key;
    const message = `The schema ${quoted(name)} is there now.`;
    const places = { old: undefined, new: schemaPointer(key) };
    tell(after.get(key), { kind: "schema-added", message, subject: name, ...places });
  }
  for (const key of gone) {
    const name = before.get(key)?.name ?? key;
    const message = `The schema ${quoted(name)} is gone.`;
    const places = { old: schemaPointer(key), new: undefined };
    tell(before.get(key), { kind: "schema-removed", message, subject: name, ...places });
  }
  for (const [key, other] of keys) {
    const [from, to] = [before.get(key), after.get(other)];
    if (from === undefined || to === undefined) continue;
    const places = { old: schemaPointer(key), new: schemaPointer(other), subject: to.name };
    for (const finding of nameFindings(from, to)) tell(to, { ...places, ...finding });
  }
}

/** From where a component is seen; one that no operation reaches, from both sides. */
function viewsOf(schema: NamedSchema | undefined): readonly View[] {
  if (schema?.position === "request") return [requestView];
  return schema?.position === "response" ? [responseView] : [requestView, responseView];
}

/** What there is to say of the names of a component that is in both revisions. */
function nameFindings(from: NamedSchema, to: NamedSchema): readonly Pick<Finding, "kind" | "message">[] {
  const names = new Set([to.name, ...to.aliases]);
  const known = new Set([from.name, ...from.aliases]);
  const isKept = names.has(from.name);
  const called = `The schema ${quoted(from.name)} is called ${quoted(to.name)} now`;
  return [
    ...(from.name === to.name
      ? []
      : isKept
        ? [
            {
              kind: "schema-renamed-with-alias",
              message: `${called}, and keeps its former name as an alias.`,
            },
          ]
        : [{ kind: "schema-renamed", message: `${called}.` }]),
    ...from.aliases
      .filter((alias) => !names.has(alias))
      .map((alias) => ({
        kind: "alias-removed",
        message: `The alias ${quoted(alias)} of ${quoted(to.name)} is gone.`,
      })),
    ...to.aliases
      .filter((alias) => !known.has(alias))
      .map((alias) => ({
        kind: "alias-added",
        message: `${quoted(to.name)} has the alias ${quoted(alias)} now.`,
      })),
  ];
}

/** One change of all findings of the same kind at the same places. */
function mergeFindings(
  findings: readonly Finding[],
  revisions: { readonly old: Revision; readonly new: Revision },
  policy: Policy,
): readonly PlacedChange[] {
  const merged = new Map<string, PlacedChange>();
  for (const finding of findings) {
    const { kind, message, subject, view } = finding;
    const verdicts = judgeFinding(finding, policy);
    const key = JSON.stringify([kind, finding.old, finding.new, message]);
    const known = merged.get(key);
    const change: Change =
      known === undefined
        ? {
            kind,
            message,
            subject,
            old: finding.old === undefined ? null : siteOf(revisions.old, finding.old),
            new: finding.new === undefined ? null : siteOf(revisions.new, finding.new),
            position: view.side,
            ...verdicts,
          }
        : {
            ...known.change,
            position: known.change.position === view.side ? view.side : "both",
            types: greatest(known.change.types, verdicts.types),
            wire: greatest(known.change.wire, verdicts.wire),
            validators: greatest(known.change.validators, verdicts.validators),
          };
    const side = known?.side ?? view.side;
    merged.set(key, { change, old: finding.old, new: finding.new, side });
  }
  return [...merged.values()].toSorted(
    (a, b) => order(a) - order(b) || (order(a) === 0 ? 0 : compareText(a.change.subject, b.change.subject)),
  );
}

/** Operations before component schemas. */
function order({ old, new: next }: PlacedChange): number {
  return (next ?? old)?.startsWith("/components/schemas/") === true ? 1 : 0;
}
