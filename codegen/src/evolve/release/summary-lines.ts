import { counted } from "../../contract/counted.ts";
import type { Change } from "../change.ts";
import { codeText, sentenceText } from "./markdown-text.ts";

/** One item of a list of changes, and what it tells of. */
export interface SummaryLine {
  readonly text: string;
  readonly changes: readonly Change[];
}

/** Messages that are told of one subject, and names that are told in one item; of the others, how many. */
const MOST_MESSAGES = 3;
const MOST_NAMES = 8;

/** Changes that are told all in one item: by the name of what came or went, or each by its sentence. */
const together: readonly {
  readonly heading: string;
  readonly kinds: RegExp;
  readonly told: "names" | "sentences";
}[] = [
  { heading: "Removed operations", kinds: /^operation-removed(?:-deprecated)?$/, told: "names" },
  { heading: "Removed types", kinds: /^schema-removed$/, told: "names" },
  { heading: "Renamed operations", kinds: /^operation-renamed/, told: "sentences" },
  { heading: "Renamed types", kinds: /^schema-renamed/, told: "sentences" },
  { heading: "Other operationIds", kinds: /^operation-id-/, told: "sentences" },
  { heading: "Other names for the same structure in", kinds: /^reference-moved$/, told: "names" },
  { heading: "New operations", kinds: /^operation-added(?:-deprecated)?$/, told: "names" },
  { heading: "New types", kinds: /^schema-added$/, told: "names" },
];

/**
 * Changes as items of a list, in the order in which they came: what came and went, then an item for each
 * subject, however much of it changed. Subjects of which the same is to be said share an item.
 */
export function summaryLines(changes: readonly Change[]): readonly SummaryLine[] {
  const byItem = Map.groupBy(changes, ({ kind }) => together.find(({ kinds }) => kinds.test(kind)));
  const came = together.flatMap((item): readonly SummaryLine[] => {
    const those = byItem.get(item) ?? [];
    if (those.length === 0) return [];
    const told = item.told === "names" ? `${namesOf(those)}.` : messagesOf(those);
    return [{ text: `${item.heading}: ${told}`, changes: those }];
  });
  const others = Map.groupBy(byItem.get(undefined) ?? [], ({ subject }) => subject);
  const alike = Map.groupBy(others.values(), messagesOf);
  return [
    ...came,
    ...[...alike].map(([messages, subjects]): SummaryLine => {
      const those = subjects.flat();
      return { text: `${namesOf(those)}: ${messages}`, changes: those };
    }),
  ];
}

/** What is to be said of one subject. */
function messagesOf(changes: readonly Change[]): string {
  const messages = [...new Set(changes.map(({ message }) => message))];
  const rest = messages.length - MOST_MESSAGES;
  const told = messages.slice(0, rest === 1 ? undefined : MOST_MESSAGES).map(sentenceText);
  return [...told, ...(rest > 1 ? [`And ${counted(rest, "more change")}.`] : [])].join(" ");
}

function namesOf(changes: readonly Change[]): string {
  const names = [...new Set(changes.map(({ subject }) => subject))];
  const rest = names.length - MOST_NAMES;
  if (rest <= 1) return enumeration(names.map((name) => codeText(name)));
  return enumeration([...names.slice(0, MOST_NAMES).map((name) => codeText(name)), `${rest} more`]);
}

function enumeration(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}
