import { isDeepStrictEqual } from "node:util";
import { credentialNames } from "../../contract/servers.ts";
import { appendPointer } from "../../source/json-pointer.ts";
import { own, ownObject, ownString, type Json, type JsonObject } from "../../source/json.ts";
import { compareTexts, fieldSites, isDifferent } from "./compare-texts.ts";
import { partAt, type Part, type PartPair } from "./part.ts";
import { listed, quoted, shown } from "../quoted.ts";
import { report, type Scope } from "./scope.ts";

const pointer = "/components/securitySchemes";

/** The security schemes of a document, by name. */
export function securitySchemes(document: JsonObject): JsonObject {
  return ownObject(own(document, "components"), "securitySchemes");
}

/**
 * Compares what security schemes are, those that both revisions have. That one is there or not says nothing
 * as long as no operation asks for it.
 *
 * @param names new names by old ones
 */
export function compareSecuritySchemes(scope: Scope, names: ReadonlyMap<string, string>): void {
  const { old, new: next } = scope.comparison;
  const before = new Map(
    Object.keys(securitySchemes(old.document)).map((name) => [names.get(name) ?? name, name]),
  );
  for (const name of Object.keys(securitySchemes(next.document))) {
    const oldName = before.get(name);
    if (oldName === undefined) continue;
    const pair = { old: schemePart(old.document, oldName), new: schemePart(next.document, name) };
    compareScheme(scope, pair, `the security scheme ${quoted(name)}`);
  }
  compareCredentials(scope);
}

/** No shape of its own: what is not a schema has its kind for its references alone. */
function schemePart(document: JsonObject, name: string): Part {
  return partAt(
    document,
    "parameter",
    own(securitySchemes(document), name) ?? {},
    appendPointer(pointer, name),
  );
}

function compareScheme(scope: Scope, pair: PartPair, what: string): void {
  const { sent } = scope;
  compareTexts(scope, pair, { what, view: sent, isEmitted: false });
  const isHeader = ownString(pair.new.node, "in") === "header";
  // With another type, everything else is said in another way, too.
  const fields = isDifferent(pair, "type") ? ["type"] : ["in", "name", "scheme", "openIdConnectUrl"];
  for (const field of fields) {
    const [old, next] = [own(pair.old.node, field), own(pair.new.node, field)];
    // Names of headers and of HTTP schemes are the same in all cases (RFC 9110, sections 5.1 and 11.1).
    const isCaseless = field === "scheme" || (field === "name" && isHeader);
    if (isDeepStrictEqual(folded(old, isCaseless), folded(next, isCaseless))) continue;
    const values = [old, next].map((value) => (value === undefined ? "nothing" : shown(value)));
    const message = `The ${quoted(field)} of ${what} was ${values[0]} and is ${values[1]} now.`;
    report(scope, sent, "security-scheme-changed", message, fieldSites(pair, field));
  }
  if (isDifferent(pair, "bearerFormat")) {
    // A hint (OpenAPI 3.1.1, section 4.8.27.1): where there was none, nothing is said against what was sent.
    const isHint = [pair.old, pair.new].some(({ node }) => own(node, "bearerFormat") === undefined);
    const kind = isHint ? "text-changed" : "security-scheme-changed";
    const message = `The \`bearerFormat\` of ${what} was changed.`;
    report(
      scope,
      sent,
      kind,
      message,
      fieldSites(pair, "bearerFormat"),
      isHint ? { types: "none" } : undefined,
    );
  }
  compareFlows(scope, pair, what);
}

function folded(value: Json | undefined, isCaseless: boolean): Json | undefined {
  return isCaseless && typeof value === "string" ? value.toLowerCase() : value;
}

function compareFlows(scope: Scope, { old, new: next }: PartPair, what: string): void {
  const before = ownObject(old.node, "flows");
  const after = ownObject(next.node, "flows");
  const part = (parent: Part, name: string, node: Json): Part => {
    const at = appendPointer(parent.pointer, "flows", name);
    return { node, pointer: at, at };
  };
  const flow = (name: string): string => `the flow ${quoted(name)} of ${what}`;
  for (const [name, node] of Object.entries(after)) {
    if (name.startsWith("x-")) continue;
    const known = own(before, name);
    const there = part(next, name, node);
    if (known !== undefined) compareFlow(scope, { old: part(old, name, known), new: there }, flow(name));
    else report(scope, scope.sent, "oauth-flow-added", `A flow was added: ${flow(name)}.`, { new: there.at });
  }
  for (const [name, node] of Object.entries(before)) {
    if (name.startsWith("x-") || own(after, name) !== undefined) continue;
    const message = `A flow was removed: ${flow(name)}.`;
    report(scope, scope.sent, "oauth-flow-removed", message, { old: part(old, name, node).at });
  }
}

function compareFlow(scope: Scope, pair: PartPair, what: string): void {
  const { sent } = scope;
  for (const field of ["authorizationUrl", "tokenUrl", "refreshUrl"]) {
    if (!isDifferent(pair, field)) continue;
    // Who knew of none goes on without.
    const isNew = own(pair.old.node, field) === undefined;
    const message = `The ${quoted(field)} of ${what} was ${isNew ? "added" : "changed"}.`;
    const verdicts = isNew ? { wire: "minor" as const } : undefined;
    report(scope, sent, "security-scheme-changed", message, fieldSites(pair, field), verdicts);
  }
  const [before, after] = [ownObject(pair.old.node, "scopes"), ownObject(pair.new.node, "scopes")];
  const site = (part: Part, name: string): string => appendPointer(part.pointer, "scopes", name);
  for (const name of Object.keys(after)) {
    const sites = { old: site(pair.old, name), new: site(pair.new, name) };
    const known = own(before, name);
    if (known === undefined) {
      const message = `The scope ${listed([name])} of ${what} was added.`;
      report(scope, sent, "oauth-scope-added", message, { new: sites.new });
    } else if (known !== own(after, name)) {
      const message = `The description of the scope ${listed([name])} of ${what} was changed.`;
      report(scope, sent, "text-changed", message, sites, { types: "none" });
    }
  }
  for (const name of Object.keys(before)) {
    if (own(after, name) !== undefined) continue;
    const message = `The scope ${listed([name])} of ${what} was removed.`;
    report(scope, sent, "oauth-scope-removed", message, { old: site(pair.old, name) });
  }
}

/** What the client asks for to be made: the names of its options, and what kind of credentials they are. */
function compareCredentials(scope: Scope): void {
  const { old, new: next } = scope.comparison;
  const [before, after] = [old.contract.credentials, next.contract.credentials];
  const [oldNames, newNames] = [credentialNames(before), credentialNames(after)];
  if (before?.kind === after?.kind && isDeepStrictEqual(oldNames, newNames)) return;
  const words = (names: readonly string[]): string => (names.length === 0 ? "none" : listed(names));
  const message = `The client was given ${words(oldNames)} to prove who calls, and is given ${words(newNames)} now.`;
  const sites = { old: pointer, new: pointer };
  report(scope, scope.sent, "credentials-changed", message, {
    old: before === undefined ? undefined : sites.old,
    new: after === undefined ? undefined : sites.new,
  });
}
