import { isDeepStrictEqual } from "node:util";
import { serverUrl } from "../../contract/servers.ts";
import { appendPointer } from "../../source/json-pointer.ts";
import { own, ownArray, ownObject, ownString, type Json } from "../../source/json.ts";
import type { Verdicts } from "../change.ts";
import { compareTexts } from "./compare-texts.ts";
import type { Part, PartPair } from "./part.ts";
import { quoted } from "../quoted.ts";
import { report, type Scope, type Sites } from "./scope.ts";

/** The parts of two revisions whose `servers` count for the same. */
export interface ServersPair {
  readonly old: Part;
  readonly new: Part;
}

/** A server as it is listed. */
interface ServerPart extends Part {
  /** Its URL with names in braces, without a slash at the end. */
  readonly template: string;
  /** The same with its variables at their defaults. */
  readonly url: string;
}

/**
 * Compares the servers that count for the API, or for one operation. A client calls the first one that it has
 * no condition for; it was built with its URL.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#server-object
 */
export function compareServers(scope: Scope, { old, new: next }: ServersPair): void {
  const [before, after] = [serversOf(old), serversOf(next)];
  const [oldDefault, newDefault] = [defaultOf(before), defaultOf(after)];
  const isOther = oldDefault?.url !== newDefault?.url;
  if (isOther) reportDefault(scope, oldDefault, newDefault);
  const byTemplate = new Map(before.map((server) => [server.template, server]));
  const templates = new Set(after.map(({ template }) => template));
  const tell = (kind: string, message: string, sites: Sites, verdicts?: Partial<Verdicts>): void =>
    report(scope, scope.sent, kind, message, sites, verdicts);
  for (const server of after) {
    const known = byTemplate.get(server.template);
    if (known !== undefined) {
      const isDefault = isOther && (known === oldDefault || server === newDefault);
      compareServer(scope, { old: known, new: server }, isDefault);
    } else if (!isOther || server !== newDefault) {
      // Clients that meet its condition call it from now on.
      const isCalled = own(server.node, "x-sdkmill-when") !== undefined;
      const verdicts = isCalled ? ({ types: "major", wire: "major" } as const) : undefined;
      tell("server-added", `The server ${quoted(server.template)} was added.`, { new: server.at }, verdicts);
    }
  }
  for (const server of before) {
    if (templates.has(server.template) || (isOther && server === oldDefault)) continue;
    tell("server-removed", `The server ${quoted(server.template)} was removed.`, { old: server.at });
  }
}

/** Each server once, however often it is listed. */
function serversOf(parent: Part): readonly ServerPart[] {
  const servers = ownArray(parent.node, "servers").map((node, index): ServerPart => {
    const at = appendPointer(parent.pointer, "servers", index);
    const template = (ownString(node, "url") ?? "").replace(/\/+$/, "");
    return { node, pointer: at, at, template, url: serverUrl(node) };
  });
  return servers.filter(
    ({ template }, index) => servers.findIndex((server) => server.template === template) === index,
  );
}

/** The server that clients call if nobody says otherwise; none if no URL is absolute. */
function defaultOf(servers: readonly ServerPart[]): ServerPart | undefined {
  return servers.find(
    ({ node, url }) => /^https?:\/\//i.test(url) && own(node, "x-sdkmill-when") === undefined,
  );
}

function reportDefault(scope: Scope, old: ServerPart | undefined, next: ServerPart | undefined): void {
  const sites = { old: old?.at, new: next?.at };
  if (old === undefined) {
    const message = `The client calls ${quoted(next?.url ?? "")} now, if nobody says otherwise.`;
    report(scope, scope.sent, "server-default-added", message, sites);
  } else if (next === undefined) {
    const message = `The client no longer knows which server to call: it was ${quoted(old.url)}.`;
    report(scope, scope.sent, "server-default-removed", message, sites);
  } else {
    const message = `The client called ${quoted(old.url)} and calls ${quoted(next.url)} now, if nobody says otherwise.`;
    report(scope, scope.sent, "server-default-changed", message, sites);
  }
}

/** @param isDefault whether it is told already that its URL is another one */
function compareServer(
  scope: Scope,
  pair: { readonly old: ServerPart; readonly new: ServerPart },
  isDefault: boolean,
): void {
  const { old, new: next } = pair;
  const sites = { old: old.at, new: next.at };
  const what = `the server ${quoted(next.template)}`;
  compareTexts(scope, pair, { what, view: scope.sent, isEmitted: false });
  if (!isDeepStrictEqual(own(old.node, "x-sdkmill-when"), own(next.node, "x-sdkmill-when"))) {
    const message = `The client calls ${what} for other credentials.`;
    report(scope, scope.sent, "server-condition-changed", message, sites);
  }
  const variables = (node: Json): ReadonlyMap<string, Json> =>
    new Map(
      Object.entries(ownObject(node, "variables")).filter(([name]) => old.template.includes(`{${name}}`)),
    );
  const before = variables(old.node);
  for (const [name, node] of variables(next.node)) {
    const known = before.get(name);
    if (known === undefined) continue;
    const variable: PartPair = { old: variablePart(old, name, known), new: variablePart(next, name, node) };
    compareVariable(scope, variable, `the variable ${quoted(name)} of ${what}`, isDefault);
  }
}

function variablePart(server: Part, name: string, node: Json): Part {
  const at = appendPointer(server.pointer, "variables", name);
  return { node, pointer: at, at };
}

function compareVariable(scope: Scope, pair: PartPair, what: string, isDefault: boolean): void {
  const { old, new: next } = pair;
  const sites = { old: old.at, new: next.at };
  const tell = (kind: string, message: string): void => report(scope, scope.sent, kind, message, sites);
  compareTexts(scope, pair, { what, view: scope.sent, isEmitted: false });
  if (!isDefault && own(old.node, "default") !== own(next.node, "default"))
    tell("server-variable-default-changed", `The default of ${what} was changed.`);
  const [before, after] = [own(old.node, "enum"), own(next.node, "enum")];
  if (before === undefined && after === undefined) return;
  if (before === undefined || after === undefined) {
    if (after === undefined) tell("server-variable-value-added", `There may be any text for ${what} now.`);
    else tell("server-variable-value-removed", `There may no longer be any text for ${what}.`);
    return;
  }
  const [oldValues, newValues] = [ownArray(old.node, "enum"), ownArray(next.node, "enum")];
  for (const value of newValues.filter((one) => !oldValues.includes(one)))
    tell("server-variable-value-added", `There may be ${quoted(String(value))} for ${what} now.`);
  for (const value of oldValues.filter((one) => !newValues.includes(one)))
    tell("server-variable-value-removed", `There may no longer be ${quoted(String(value))} for ${what}.`);
}
