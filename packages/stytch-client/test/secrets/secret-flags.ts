import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Schema } from "../../../stytch-types/test/stytch-contract.ts";

// Read without the generator, which is what the test is about: a flag that it overlooks is not overlooked here.

/** What the contract says is never to be told. */
export interface SecretFlags {
  /** @param title of the schema that has the property */
  readonly isSecretProperty: (title: string, name: string, property: Schema) => boolean;
  readonly isSecretParameter: (name: string) => boolean;
}

interface Overlay {
  readonly actions: readonly { readonly target: string; readonly update?: object }[];
}

interface Marked extends Schema {
  readonly writeOnly?: boolean;
  readonly "x-sdkmill-secret"?: boolean;
}

const overlayFile = new URL("../../../../schemas/stytch/overlay.yaml", import.meta.url);
const fromCodegen = createRequire(new URL("../../../../codegen/package.json", import.meta.url));

/** Reads the flags of the overlay. A target of a form that is not known here is an error. */
export function readSecretFlags(): SecretFlags {
  const { load } = fromCodegen("js-yaml") as { readonly load: (text: string) => unknown };
  const { actions } = load(readFileSync(overlayFile, "utf8")) as Overlay;
  const parameters = new Set<string>();
  const everywhere = new Set<string>();
  const inSchema = new Set<string>();
  for (const { target, update } of actions) {
    if (!JSON.stringify(update ?? {}).includes('"x-sdkmill-secret":true')) continue;
    const [, titles, names = "", name] =
      /^\$\.components\.schemas(?:\.\*|\[(.+)\])\.properties(?:\[(.+)\]|\.(\w+))$/.exec(target) ?? [];
    const properties = name === undefined ? quoted(names) : [name];
    if (target.startsWith("$.paths.*.*.parameters[?@.name == ")) {
      for (const parameter of quoted(target)) parameters.add(parameter);
    } else if (properties.length === 0) {
      throw new Error(`The target ${target} is of a form that this test does not know.`);
    } else if (titles === undefined) {
      for (const property of properties) everywhere.add(property);
    } else {
      for (const title of quoted(titles))
        for (const property of properties) inSchema.add(`${title} ${property}`);
    }
  }
  return {
    isSecretProperty: (title, name, property: Marked) =>
      everywhere.has(name) ||
      inSchema.has(`${title} ${name}`) ||
      property["x-sdkmill-secret"] === true ||
      property.writeOnly === true ||
      property.format === "password",
    isSecretParameter: (name) => parameters.has(name),
  };
}

function quoted(text: string): readonly string[] {
  return [...text.matchAll(/"([^"]+)"/g)].map(([, inner = ""]) => inner);
}
