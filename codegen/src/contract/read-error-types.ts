import { isObject, type Json, type JsonObject } from "../source/json.ts";

/** A type of error: what it means, and whether a request that got it may be sent again (it may by default). */
export interface ErrorType {
  readonly description?: string;
  readonly retry?: boolean;
}

/** What is wrong with one part of the catalogue: the steps to it, what, and what to do. */
export interface ErrorTypeFault {
  readonly steps: readonly string[];
  readonly message: string;
  readonly help: string;
}

export interface ErrorTypes {
  readonly types: Readonly<Record<string, ErrorType>>;
  readonly faults: readonly ErrorTypeFault[];
}

const fields: ReadonlyMap<string, { readonly type: "string" | "boolean"; readonly help: string }> = new Map([
  ["description", { type: "string", help: "It is a text." }],
  ["retry", { type: "boolean", help: "It is true or false." }],
]);

/** Reads the known types of errors, a mapping by their names. What has a fault is left out of its type. */
export function readErrorTypes(given: JsonObject): ErrorTypes {
  const faults: ErrorTypeFault[] = [];
  const entries = Object.entries(given).flatMap(
    ([name, entry]): readonly (readonly [string, ErrorType])[] => {
      const label = JSON.stringify(name);
      if (name === "" || !isObject(entry)) {
        const message =
          name === "" ? "A type of error has no name." : `The type of error ${label} is not a mapping.`;
        faults.push({ steps: [name], message, help: "Write `<type>: { description: … }`." });
        return [];
      }
      const sound = Object.entries(entry).filter(([field, value]) => {
        const reason = faultOf(field, value);
        if (reason !== undefined)
          faults.push({ ...reason, steps: [name, field], message: `${reason.message} of ${label}.` });
        return reason === undefined;
      });
      return [[name, Object.fromEntries(sound)]];
    },
  );
  // Built from entries, so that `__proto__` is a name like any other.
  return { types: Object.fromEntries(entries), faults };
}

function faultOf(field: string, value: Json): Omit<ErrorTypeFault, "steps"> | undefined {
  const rule = fields.get(field);
  const label = JSON.stringify(field);
  if (rule === undefined) {
    const help = `A type of error has ${[...fields.keys()].map((name) => `\`${name}\``).join(" and ")}.`;
    return { message: `There is no field ${label}`, help };
  }
  if (typeof value === rule.type) return undefined;
  return { message: `${JSON.stringify(value)} can not be the ${field}`, help: rule.help };
}
