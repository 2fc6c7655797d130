import type { Contract, Position } from "../src/contract/contract.ts";
import { defaultPolicy } from "../src/contract/evolution-policy.ts";
import type { Options } from "../src/contract/options.ts";
import type { Json } from "../src/source/json.ts";

/** What a test says of a contract besides its schemas. */
export interface ContractFacts {
  /** By key; `none` unless it is said. */
  readonly positions?: Readonly<Record<string, Position>>;
  readonly options?: Partial<Options>;
  /** Dynamic anchors by key. */
  readonly anchors?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const defaults: Options = {
  openObjects: false,
  requestEnums: "closed",
  responseEnums: "open",
  requestValidation: "strict",
  responseValidation: "tolerant",
  formats: "assertion",
  issueDescriptions: false,
  requestId: undefined,
  errorType: [],
  errorTypes: {},
  evolution: defaultPolicy,
};

/** A contract of schemas that are linked already, as planning reads it. */
export function plannedContract(
  schemas: Readonly<Record<string, Json>>,
  { positions = {}, options = {}, anchors = {} }: ContractFacts = {},
): Contract {
  return {
    name: "shop",
    source: "schemas/shop",
    title: "Shop",
    options: { ...defaults, ...options },
    schemas: Object.entries(schemas).map(([key, schema]) => ({
      key,
      name: key,
      aliases: [],
      slug: key.toLowerCase(),
      module: "shop",
      schema,
      position: positions[key] ?? "none",
      references: [],
      dynamicAnchors: anchors[key] ?? {},
      path: `${key}.json`,
    })),
    operations: [],
    servers: [],
    credentials: undefined,
    secrets: [],
    document: undefined,
  };
}

/** The schemas of `A`, `B` and so on, in the same position. */
export function allIn(position: Position, keys: Iterable<string>): Readonly<Record<string, Position>> {
  return Object.fromEntries([...keys].map((key) => [key, position]));
}
