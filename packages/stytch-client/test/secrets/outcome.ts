import { type Hooks, logTo, type StytchOptions } from "@sdkmill/stytch-client";
import type { Begun, CallForm } from "./call-form.ts";
import type { Failure, Trial } from "./failure.ts";
import { type PlantedCall, projectId } from "./planted-call.ts";
import { type Secret, type SecretText } from "./secret-text.ts";
import { type Told, toldBy } from "./told-texts.ts";
import { foundIn } from "./writings.ts";

/** A secret that came out. */
export interface Leak {
  readonly failure: string;
  readonly form: string;
  readonly operation: string;
  readonly where: string;
  /** How it is written there. */
  readonly how: string;
  readonly secret: SecretText;
  readonly name: string;
  readonly excerpt: string;
}

/** One call that is made to fail. */
export interface Case {
  readonly planted: PlantedCall;
  readonly failure: Failure;
  readonly form: CallForm;
  /** Whether the credential is a function. */
  readonly isAsked: boolean;
  /** Whether the client is looked into as well. */
  readonly isClientSeen: boolean;
}

/** Makes a call, and gives all that comes out of it but the answer. */
export async function toldByCall({
  planted,
  failure,
  form,
  isAsked,
  isClientSeen,
}: Case): Promise<{ readonly told: readonly Told[]; readonly secrets: readonly Secret[] }> {
  const trial = failure.trial(planted);
  const events: [name: string, event: unknown][] = [];
  const lines: string[] = [];
  const { text } = planted.credential;
  const options: StytchOptions = {
    projectId,
    secret: isAsked ? () => Promise.resolve(text) : text,
    baseUrl: "https://stytch.example",
    maxRetries: 1,
    ...trial.client,
    fetch: trial.fetch,
    hooks: [...(trial.isUnheard ? [] : listeners(events, lines)), ...hooksOf(trial)],
  };
  let begun: Begun | undefined;
  let thrown: unknown;
  try {
    begun = form.begin(planted, trial, options);
    await begun.result;
  } catch (error) {
    thrown = error;
  }
  return {
    told: [
      ...toldBy("error", thrown),
      ...events.flatMap(([name, event]) => toldBy(name, event)),
      ...lines.map((line) => ({ where: "log", text: line })),
      ...(isClientSeen ? toldBy("client", begun?.client) : []),
    ],
    secrets: trial.secrets ?? planted.secrets,
  };
}

/** The secrets that are in some texts. */
export function leaksIn(
  told: readonly Told[],
  secrets: readonly Secret[],
  { planted, failure, form }: Pick<Case, "planted" | "failure" | "form">,
): readonly Leak[] {
  const all = told.map(({ text }) => text).join("\n");
  const found = secrets.filter((secret) => foundIn(all, secret) !== undefined);
  return told.flatMap(({ where, text }) =>
    found.flatMap(({ name, ...secret }) => {
      const how = foundIn(text, { name, ...secret });
      if (how === undefined) return [];
      const at = Math.max(0, ...[...secret.marks, secret.text].map((part) => text.indexOf(part)));
      const excerpt = text.slice(Math.max(0, at - 40), at + 40);
      return [
        {
          failure: failure.name,
          form: form.name,
          operation: planted.name,
          where,
          how,
          secret,
          name,
          excerpt,
        },
      ];
    }),
  );
}

/** Leaks in a few lines: for each form, place and writing the one with the shortest secret. */
export function summaryOf(leaks: readonly Leak[]): readonly string[] {
  const groups = Map.groupBy(
    leaks,
    ({ form, where, how }) => `${form}: ${where.replace(/\d+/g, "N")} (${how})`,
  );
  return [...groups].slice(0, 40).map(([group, list]) => {
    const [first] = list.toSorted((a, b) => a.secret.text.length - b.secret.text.length);
    return `${list.length} x ${group}: ${JSON.stringify(first?.secret.text)} of ${first?.name} of ${first?.operation} in ${JSON.stringify(first?.excerpt)}`;
  });
}

function hooksOf({ client }: Trial): readonly Hooks[] {
  return [client?.hooks ?? []].flat();
}

function listeners(events: [string, unknown][], lines: string[]): readonly Hooks[] {
  const keep =
    (name: string) =>
    (event: unknown): undefined =>
      void events.push([name, event]);
  const write = (line: string): unknown => lines.push(line);
  return [
    {
      onRequest: keep("onRequest"),
      onResponse: keep("onResponse"),
      onRetry: keep("onRetry"),
      onError: keep("onError"),
      onInvalid: keep("onInvalid"),
    },
    logTo({ debug: write, info: write, warn: write, error: write }, "debug"),
  ];
}
