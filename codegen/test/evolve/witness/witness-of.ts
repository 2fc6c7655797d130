import { Ajv2020 } from "ajv/dist/2020.js";
import { schemaPointer, schemaReference } from "../../../src/contract/component-schemas.ts";
import { readPlacedContract } from "../../../src/contract/read-contract.ts";
import type { Change } from "../../../src/evolve/change.ts";
import type { PlacedChange } from "../../../src/evolve/placed-change.ts";
import type { Revision } from "../../../src/evolve/revision.ts";
import { findWitnesses, type HeldWitness } from "../../../src/evolve/witness/find-witnesses.ts";
import type { Json, JsonObject } from "../../../src/source/json.ts";
import { formatSamples } from "../../agreement/format-samples.ts";
import { apiWithSchemas } from "../../contract-parts.ts";
import { documentsOf } from "../../source-of.ts";

export type Schemas = Readonly<Record<string, Json>>;

/** A revision of a contract, from one OpenAPI document. */
export function revisionOf(document: JsonObject): Revision {
  const { value, diagnostics } = readPlacedContract(
    { name: "shop", label: "shop.json" },
    documentsOf({ "shop.json": document }),
    undefined,
  );
  const faults = diagnostics.filter(({ severity }) => severity === "error");
  if (faults.length > 0) throw new Error(`A test has a faulty source: ${JSON.stringify(faults)}`);
  return { ...value, label: "shop.json", isFile: true };
}

/** What a made-up change says. */
export interface Facts {
  readonly side?: "request" | "response";
  /** Into both documents, unless it is said otherwise for one; the component `X` by default. */
  readonly pointer?: string;
  readonly old?: string | undefined;
  readonly new?: string | undefined;
  readonly change?: Partial<Change>;
}

/** A change that breaks the wire. */
export function placedChange(facts: Facts = {}): PlacedChange {
  const { side = "request", pointer = schemaPointer("X") } = facts;
  const change: Change = {
    ...{ kind: "type-changed", message: "It is another one.", subject: "X", position: side },
    ...{ old: null, new: null, types: "major", wire: "major", validators: "major" },
    ...facts.change,
  };
  return {
    ...{ change, side },
    old: "old" in facts ? facts.old : pointer,
    new: "new" in facts ? facts.new : pointer,
  };
}

/** The witnesses of changes between two documents, in their order. */
export async function witnessesOf(
  old: JsonObject,
  next: JsonObject,
  facts: readonly Facts[],
): Promise<readonly (HeldWitness | undefined)[]> {
  const { changes } = await findWitnesses(revisionOf(old), revisionOf(next), facts.map(placedChange));
  return changes.map(({ witness }) => (isHeld(witness) ? witness : undefined));
}

function isHeld(witness: Change["witness"]): witness is HeldWitness {
  return witness !== undefined && "of" in witness;
}

/** The witness of one change between component schemas. */
export async function witnessOf(
  old: Schemas,
  next: Schemas,
  facts: Facts = {},
): Promise<HeldWitness | undefined> {
  const [witness] = await witnessesOf(apiWithSchemas(old), apiWithSchemas(next), [facts]);
  return witness;
}

/** Whether Ajv accepts a value of a component. */
export type Acceptance = (key: string, value: Json) => boolean;

/** Ajv on component schemas, with formats as tests have them: it shares nothing with what is tested. */
export function ajvAcceptance(schemas: Schemas): Acceptance {
  const ajv = new Ajv2020({ strict: false, logger: false, validateSchema: false });
  for (const [format, { type, isValid }] of formatSamples) {
    if (type === "string") ajv.addFormat(format, { type, validate: isValid });
    else ajv.addFormat(format, { type, validate: isValid });
  }
  ajv.addSchema({ $id: "contract:", components: { schemas } });
  return (key, value) => {
    const validate = ajv.getSchema(`contract:${schemaReference(key)}`);
    if (validate === undefined) throw new Error(`Ajv does not know ${key}.`);
    return validate(value) === true;
  };
}
