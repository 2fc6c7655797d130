import type { GeneratedFile } from "../emitter.ts";
import type { Contract, Credentials, Server } from "../../contract/contract.ts";
import { pascalCase, uncapitalize } from "../../contract/words.ts";
import { compareText, type Json } from "../../source/json.ts";
import { literal } from "../code.ts";

/** What the core calls what it knows of its API: `stytchApi`. */
export function descriptionName({ name }: Contract): string {
  return `${uncapitalize(pascalCase(name))}Api`;
}

/** The module with what all calls need to know of the API. */
export function descriptionModule(contract: Contract): GeneratedFile {
  const { credentials } = contract;
  const scheme =
    credentials === undefined
      ? []
      : [{ from: "@sdkmill/runtime", names: [credentials.kind], typeOnly: false }];
  return {
    path: "description.ts",
    imports: [...scheme, { from: "@sdkmill/runtime", names: ["ApiDescription"], typeOnly: true }],
    body: [description(contract)],
    sources: [],
    formatted: true,
  };
}

/** The constant with what the runtime needs to know of an API besides its operations; what is empty is left out. */
function description(contract: Contract): string {
  const { title, servers, credentials, options } = contract;
  const notRetried = Object.entries(options.errorTypes)
    .filter(([, { retry }]) => retry === false)
    .map(([type]) => type);
  const entries = [
    `name: ${literal(title)}`,
    ...(servers.length === 0 ? [] : [`server: ${serverFunction(servers)}`]),
    ...(credentials === undefined ? [] : [`credentials: ${credentialsCall(credentials)}`]),
    ...(options.requestId === undefined ? [] : [`requestId: ${literal(options.requestId)}`]),
    ...list("errorType", options.errorType),
    ...list("notRetried", notRetried.toSorted(compareText)),
  ];
  return `/** What the client knows of its API besides the operations. */
export const ${descriptionName(contract)}: ApiDescription = {\n${entries.join(",\n")},\n};`;
}

/**
 * The function from the options of a client to its server: the first one whose condition holds, otherwise the
 * first one without a condition.
 */
function serverFunction(servers: readonly Server[]): string {
  const fallback = servers.find(({ when }) => when === undefined)?.url ?? "";
  const conditions = servers.flatMap(({ url, when }) => {
    if (when === undefined) return [];
    const { credential, pattern } = when;
    const isMatch = `new RegExp(${literal(pattern)}, "u").test(String(options[${literal(credential)}]))`;
    return [`${isMatch} ? ${literal(url)} : `];
  });
  const parameter = conditions.length === 0 ? "()" : "(options)";
  return `${parameter} => ${conditions.join("")}${literal(fallback)}`;
}

/** How credentials are sent: a call of the function of the runtime that is for them alone. */
function credentialsCall(credentials: Credentials): string {
  switch (credentials.kind) {
    case "basic":
      return `basic(${literal(credentials.username)}, ${literal(credentials.password)})`;
    case "bearer":
      return `bearer(${literal(credentials.token)})`;
    case "apiKey":
      return `apiKey(${literal(credentials.key)}, ${literal(credentials.in)}, ${literal(credentials.parameter)})`;
  }
}

function list(name: string, values: readonly Json[]): readonly string[] {
  return values.length === 0 ? [] : [`${name}: ${literal(values)}`];
}
