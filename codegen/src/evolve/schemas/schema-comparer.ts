import { schemaPointer, schemaSteps } from "../../contract/component-schemas.ts";
import { resolvePointer } from "../../source/json-pointer.ts";
import { compareAnnotations } from "./compare-annotations.ts";
import { compareArrays } from "./compare-arrays.ts";
import { compareConstraints } from "./compare-constraints.ts";
import { compareHidden } from "./compare-hidden.ts";
import { compareObjects } from "./compare-objects.ts";
import { compareUnions } from "./compare-unions.ts";
import { compareNull, compareValues } from "./compare-values.ts";
import { namedByKey } from "./component-pairs.ts";
import { requestView, responseView, type Finding, type View } from "../finding.ts";
import type { SchemaPart } from "./normal-schema.ts";
import { bareReference, normalizer } from "./normalize-schema.ts";
import { pathWords } from "./path-words.ts";
import type { Policy } from "../policy.ts";
import type { Revision } from "../revision.ts";
import { quoted } from "../quoted.ts";
import type { SchemaPair } from "./schema-pair.ts";

type Parts = readonly SchemaPart[];
type Report = (finding: Finding) => void;

/** What a schema belongs to, if it is no component. */
interface Owner {
  readonly subject: string;
  readonly what?: string | undefined;
}

export interface SchemaComparer {
  /** Compares what stands at two pointers, and leaves the components that it leads to for `compareComponents`. */
  readonly compareAt: (old: string, next: string, view: View, subject: string, what?: string) => void;
  /** Compares every pair of components that was led to, in each view that it was led to from, and clears them. */
  readonly compareComponents: () => void;
  /** Whether a component of the old revision was led to at all. */
  readonly isReached: (key: string) => boolean;
  /** Whether two schemas mean the same, but for texts; components of the same name are taken to be the same. */
  readonly isSame: (old: Parts, next: Parts) => boolean;
}

/** Kinds that change no meaning. */
const meaningless =
  /^(description|title|examples|external-docs|extension|xml|default|deprecated|reference)-(changed|added|removed|moved)$/;

/**
 * Compares schemas of two revisions, whatever they lead to. Pairs that are compared already are taken to be
 * equal, so that recursion ends: it reports what differs, and a difference is reported where it is.
 *
 * @param componentKey says which component of the new revision one of the old is
 */
export function schemaComparer(
  revisions: { readonly old: Revision; readonly new: Revision },
  policy: Policy,
  componentKey: (old: string) => string,
  report: Report,
): SchemaComparer {
  const normal = { old: normalizer(revisions.old), new: normalizer(revisions.new) };
  const names = { old: namedByKey(revisions.old), new: namedByKey(revisions.new) };
  const hasXml = [revisions.old, revisions.new].some(({ document }) =>
    /"[^"]*[/+]xml[^"]*":/.test(JSON.stringify(document["paths"] ?? null)),
  );
  const compared = new Set<string>();
  const components = new Map<string, { readonly old: string; readonly new: string; readonly view: View }>();
  const reached = new Set<string>();
  const sameness = new Map<string, boolean>();
  const pending = new Set<string>();
  const provisional = new Set<string>();

  /** @param reports where findings go, and what happens to components that both refer to */
  const walk = (
    known: Set<string>,
    reports: {
      readonly report: Report;
      readonly visit: (old: string, next: string, view: View) => void;
      readonly isDone: () => boolean;
    },
  ): ((old: Parts, next: Parts, view: View, owner: Owner) => void) => {
    const compareParts = (oldParts: Parts, newParts: Parts, view: View, owner: Owner): void => {
      if (reports.isDone()) return;
      // Recursion through `allOf` would gather the same schema over and over.
      const [old, next] = [distinct(oldParts), distinct(newParts)];
      const note: SchemaPair["note"] = (kind, message, places, verdicts) => {
        reports.report({
          kind,
          message,
          subject:
            componentName(names.new, places.new) ?? componentName(names.old, places.old) ?? owner.subject,
          old: places.old,
          new: places.new,
          view,
          ...(verdicts === undefined ? {} : { verdicts }),
        });
      };
      const [first, second] = [old[0], next[0]];
      if (first === undefined || second === undefined) return;
      const key = pairKey(old, next, view);
      if (known.has(key)) return;
      known.add(key);
      const where = pathWords(second.pointer);
      const pair: SchemaPair = {
        old: normal.old(old),
        new: normal.new(next),
        revisions,
        policy,
        view,
        where,
        what: schemaSteps(second.pointer) === undefined ? owner.what : undefined,
        note,
        compare: (a, b, changes = {}) =>
          compareParts(
            a,
            b,
            {
              ...view,
              ...changes,
              isTyped: view.isTyped && changes.isTyped !== false,
              isSent: view.isSent && changes.isSent !== false,
            },
            owner,
          ),
        isSame,
        normal,
      };
      if (old.length === 1 && next.length === 1) compareAnnotations(pair, first, second, hasXml);
      const [from, to] = [onlyReference(old), onlyReference(next)];
      if (from !== undefined && to !== undefined) {
        if (componentKey(from) === to) {
          reports.visit(from, to, view);
          return;
        }
        if (isSame(old, next)) {
          pair.note(
            "reference-moved",
            `${where === "" ? "The value" : quoted(where)} refers to ${quoted(to)} now, which has the same structure as ${quoted(from)}.`,
            { old: first.pointer, new: second.pointer },
          );
        }
      }
      if (compareUnions(pair, { old, new: next })) {
        compareNull(pair);
        return;
      }
      if (compareValues(pair) === "none") return;
      compareConstraints(pair);
      compareObjects(pair);
      compareArrays(pair);
      compareHidden(pair);
    };
    return compareParts;
  };

  const isSame = (old: Parts, next: Parts): boolean => {
    const key = pairKey(old, next, requestView);
    const remembered = sameness.get(key);
    if (remembered !== undefined) return remembered;
    // Coinductively: what is being asked already is so, unless something else says otherwise.
    if (pending.has(key)) return true;
    pending.add(key);
    let differs = false;
    const compareParts = walk(new Set(), {
      report: ({ kind }) => {
        if (!meaningless.test(kind)) differs = true;
      },
      visit: () => undefined,
      isDone: () => differs,
    });
    for (const view of [requestView, responseView]) compareParts(old, next, view, { subject: "" });
    pending.delete(key);
    decide(key, differs);
    return !differs;
  };

  /**
   * That two are the same may rest on pairs that are not decided yet: it is so for as long as none of these
   * turns out to differ.
   */
  const decide = (key: string, differs: boolean): void => {
    if (differs) {
      sameness.set(key, false);
      for (const other of provisional) sameness.delete(other);
      provisional.clear();
      return;
    }
    sameness.set(key, true);
    if (pending.size > 0) provisional.add(key);
    else provisional.clear();
  };

  const compareParts = walk(compared, {
    report,
    visit: (old, next, view) => {
      reached.add(old);
      components.set(JSON.stringify([old, next, view]), { old, new: next, view });
    },
    isDone: () => false,
  });

  const compareAt = (old: string, next: string, view: View, subject: string, what?: string): void => {
    const before = resolvePointer(revisions.old.document, old);
    const after = resolvePointer(revisions.new.document, next);
    if (before === undefined || after === undefined) return;
    compareParts([{ schema: before, pointer: old }], [{ schema: after, pointer: next }], view, {
      subject,
      what,
    });
  };

  const compareComponents = (): void => {
    // What is compared may lead to further ones; each is compared once in each view.
    for (const { old, new: next, view } of components.values())
      compareAt(schemaPointer(old), schemaPointer(next), view, next);
    components.clear();
  };

  return { compareAt, compareComponents, isReached: (key) => reached.has(key), isSame };
}

/** Each schema once. */
function distinct(parts: Parts): Parts {
  return parts.length < 2 ? parts : [...new Map(parts.map((part) => [part.pointer, part])).values()];
}

function onlyReference(parts: Parts): string | undefined {
  const [only] = parts;
  return only === undefined || parts.length > 1 ? undefined : bareReference(only.schema);
}

function pairKey(old: Parts, next: Parts, { side, sense, isTyped, isSent }: View): string {
  const places = (parts: Parts): string =>
    parts
      .map(({ pointer, schema }) => `${pointer}${typeof schema === "boolean" ? `=${schema}` : ""}`)
      .toSorted()
      .join(" ");
  return `${places(old)}|${places(next)}|${side} ${sense} ${isTyped} ${isSent}`;
}

/** The public name of the component that a place is inside of. */
function componentName(
  names: ReturnType<typeof namedByKey>,
  pointer: string | undefined,
): string | undefined {
  const key = pointer === undefined ? undefined : schemaSteps(pointer)?.key;
  return key === undefined ? undefined : names.get(key)?.name;
}
