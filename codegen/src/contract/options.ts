import { error, type Checked, type Diagnostic } from "../diagnostics.ts";
import { appendPointer } from "../source/json-pointer.ts";
import { isObject, own, type Json } from "../source/json.ts";
import type { Assembled } from "./assemble.ts";
import { placeOf } from "./place.ts";

/** What can be chosen per API, under `x-sdkmill` at the root of the document, usually by the overlay. */
export interface Options {
  /** Whether an object that does not mention `additionalProperties` gets an index signature. */
  readonly openObjects: boolean;
  /** Whether string enums that clients send accept any string besides the known ones. */
  readonly requestEnums: "closed" | "open";
  /** The same for string enums that clients get; an enum in both positions counts as one that they get. */
  readonly responseEnums: "closed" | "open";
  /** The property of every answer, successful or not, that carries the id of the request. */
  readonly requestId: string | undefined;
}

const defaults: Options = {
  openObjects: false,
  requestEnums: "closed",
  responseEnums: "open",
  requestId: undefined,
};

const allowed: Readonly<
  Record<keyof Options, { readonly test: (value: Json) => boolean; readonly words: string }>
> = {
  openObjects: { test: (value) => typeof value === "boolean", words: "true or false" },
  requestEnums: { test: (value) => value === "closed" || value === "open", words: "`closed` or `open`" },
  responseEnums: { test: (value) => value === "closed" || value === "open", words: "`closed` or `open`" },
  requestId: { test: (value) => typeof value === "string", words: "the name of a property" },
};

/** Reads `x-sdkmill`; an unknown option or a value that it can not have is an error. */
export function readOptions(assembled: Assembled): Checked<Options> {
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
  return { value: { ...defaults, ...Object.fromEntries(chosen) }, diagnostics };
}

function fault(assembled: Assembled, steps: readonly string[], message: string, help: string): Diagnostic {
  return error("option-invalid", message, help, placeOf(assembled, appendPointer("/x-sdkmill", ...steps)));
}
