import { error, type Checked, type Diagnostic } from "../diagnostics.ts";
import { appendPointer } from "../source/json-pointer.ts";
import { isArray, isObject, own, ownObject, type Json } from "../source/json.ts";
import type { Assembled } from "./assemble.ts";
import { defaultPolicy, readPolicy, type EvolutionPolicy } from "./evolution-policy.ts";
import { placeOf } from "./place.ts";
import { readErrorTypes, type ErrorType } from "./read-error-types.ts";

export type ValidationManner = "exact" | "strict" | "tolerant";

/** What can be chosen per API, under `x-sdkmill` at the root of the document, usually by the overlay. */
export interface Options {
  /** Whether an object that does not mention `additionalProperties` gets an index signature. */
  readonly openObjects: boolean;
  /** Whether string enums that clients send accept any string besides the known ones. */
  readonly requestEnums: "closed" | "open";
  /** The same for string enums that clients get; an enum in both positions counts as one that they get. */
  readonly responseEnums: "closed" | "open";
  /**
   * How values that clients send are held against their schemas, and how those that they get are. `exact`:
   * by the letter. `strict`: a property that no schema mentions is refused, even where the schema is silent.
   * `tolerant`: it is kept, even where the schema refuses it. Enums and formats have options of their own.
   */
  readonly requestValidation: ValidationManner;
  readonly responseValidation: ValidationManner;
  /** Whether `format` is checked (an assertion) or says something to readers alone (an annotation). */
  readonly formats: "annotation" | "assertion";
  /** Whether issues carry the description of the schema that was not met. */
  readonly issueDescriptions: boolean;
  /** The property of every answer, successful or not, that carries the id of the request. */
  readonly requestId: string | undefined;
  /** The properties of an error that may name its type, the first before the others: `[error_type, error]`. */
  readonly errorType: readonly string[];
  /** The types of errors that are known by name, by that name. */
  readonly errorTypes: Readonly<Record<string, ErrorType>>;
  /** What counts as a breaking change where people disagree. */
  readonly evolution: EvolutionPolicy;
}

/**
 * Without an OpenAPI document, formats are annotations, as JSON Schema has them (validation, section
 * 7.2.1); an API means what it says.
 */
function defaultsOf({ rootPath }: Assembled): Options {
  return {
    openObjects: false,
    requestEnums: "closed",
    responseEnums: "open",
    requestValidation: "strict",
    responseValidation: "tolerant",
    formats: rootPath === undefined ? "annotation" : "assertion",
    issueDescriptions: false,
    requestId: undefined,
    errorType: [],
    errorTypes: {},
    evolution: defaultPolicy,
  };
}

interface Rule {
  readonly test: (value: Json) => boolean;
  readonly words: string;
}

const isBoolean: Rule = { test: (value) => typeof value === "boolean", words: "true or false" };
const enumOpenness = oneOf("closed", "open");
const manner = oneOf("exact", "strict", "tolerant");

const allowed: Readonly<Record<keyof Options, Rule>> = {
  openObjects: isBoolean,
  requestEnums: enumOpenness,
  responseEnums: enumOpenness,
  requestValidation: manner,
  responseValidation: manner,
  formats: oneOf("annotation", "assertion"),
  issueDescriptions: isBoolean,
  requestId: { test: (value) => typeof value === "string", words: "the name of a property" },
  errorType: { test: isListOfNames, words: "a list of names of properties, each once" },
  errorTypes: { test: isObject, words: "a mapping of types of errors by their names" },
  evolution: { test: isObject, words: "a mapping of choices" },
};

function isListOfNames(value: Json): boolean {
  const isList = isArray(value) && value.every((name) => typeof name === "string" && name !== "");
  return isList && new Set(value).size === value.length;
}

function oneOf(...names: readonly string[]): Rule {
  const quoted = names.map((name) => `\`${name}\``);
  const words = `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
  return { test: (value) => typeof value === "string" && names.includes(value), words };
}

/** Reads `x-sdkmill`; an unknown option or a value that it can not have is an error. */
export function readOptions(assembled: Assembled): Checked<Options> {
  const defaults = defaultsOf(assembled);
  const given = own(assembled.document, "x-sdkmill");
  if (given === undefined) return { value: defaults, diagnostics: [] };
  if (!isObject(given))
    return {
      value: defaults,
      diagnostics: [fault(assembled, [], "`x-sdkmill` is not a mapping.", "Write options as a mapping.")],
    };

  const diagnostics: Diagnostic[] = [];
  const chosen = Object.entries(given).filter(([name, value]) => {
    const rule = Object.hasOwn(allowed, name) ? allowed[name as keyof Options] : undefined;
    if (rule === undefined) {
      const help = `The options are ${Object.keys(allowed).join(", ")}.`;
      diagnostics.push(fault(assembled, [name], `There is no option ${JSON.stringify(name)}.`, help));
    } else if (!rule.test(value)) {
      diagnostics.push(
        fault(assembled, [name], `\`${name}\` can not be ${JSON.stringify(value)}.`, `It is ${rule.words}.`),
      );
    }
    return rule?.test(value) === true;
  });
  const value: Options = { ...defaults, ...Object.fromEntries(chosen) };
  const known = readErrorTypes(ownObject(given, "errorTypes"));
  for (const { steps, message, help } of known.faults)
    diagnostics.push(fault(assembled, ["errorTypes", ...steps], message, help));
  const policy = readPolicy(ownObject(given, "evolution"));
  for (const { knob, message, help } of policy.faults)
    diagnostics.push(fault(assembled, ["evolution", knob], message, help));
  if (Object.keys(known.types).length > 0 && !Object.hasOwn(given, "errorType")) {
    const help = "Name the properties of an error that have its type in `errorType`.";
    diagnostics.push(fault(assembled, ["errorTypes"], "Nothing says where an error has its type.", help));
  }
  const evolution = { ...defaultPolicy, ...policy.chosen };
  return { value: { ...value, errorTypes: known.types, evolution }, diagnostics };
}

function fault(assembled: Assembled, steps: readonly string[], message: string, help: string): Diagnostic {
  return error("option-invalid", message, help, placeOf(assembled, appendPointer("/x-sdkmill", ...steps)));
}
