import type { Json, JsonObject } from "../../source/json.ts";
import type { Change, ContractDiff, Site, Witness } from "../change.ts";

/** What `sdkmill diff --json` prints: fields in this order, whatever the order in which they were made. */
export function diffJson({ bump, types, wire, validators, changes }: ContractDiff): JsonObject {
  return { bump, types, wire, validators, changes: changes.map(changeJson) };
}

function changeJson(change: Change): Json {
  const { kind, message, subject, position, types, wire, validators, witness } = change;
  return {
    ...{ kind, message, subject, old: siteJson(change.old), new: siteJson(change.new), position },
    ...{ types, wire, validators },
    ...(witness === undefined ? {} : { witness: witnessJson(witness) }),
  };
}

function witnessJson({ value, accepted, of }: Witness): Json {
  const held = of === undefined ? {} : { of: { old: siteJson(of.old), new: siteJson(of.new) } };
  return { value, accepted, ...held };
}

function siteJson(site: Site | null): Json {
  return site === null ? null : { file: site.file, pointer: site.pointer };
}
