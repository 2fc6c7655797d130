import { credentialNames } from "../../contract/servers.ts";
import type { Contract, Credentials } from "../../contract/contract.ts";
import { propertyKey } from "../code.ts";
import type { GeneratedFile, PackageNaming } from "../emitter.ts";
import { clientPrefix, typesImport, withoutOptions } from "./client-names.ts";
import { descriptionName } from "./description.ts";
import { errorTypes } from "./error-types.ts";

/** The module with what every call needs: servers, credentials, and the types of options and errors. */
export async function coreModule(contract: Contract, naming: PackageNaming): Promise<GeneratedFile> {
  const body = [optionsType(contract), ...(await errorTypes(contract)), core(contract), guard(contract)];
  return {
    path: "core.ts",
    imports: [
      {
        from: "@sdkmill/runtime",
        names: ["ApiClient", "isApiError as isAnyApiError"],
        typeOnly: false,
      },
      {
        from: "@sdkmill/runtime",
        names: ["ApiError", "ClientOptions"],
        typeOnly: true,
      },
      { from: "./description.js", names: [descriptionName(contract)], typeOnly: false },
      ...typesImport(body, contract, naming),
    ],
    body,
    sources: [],
    formatted: true,
  };
}

function optionsType(contract: Contract): string {
  const prefix = clientPrefix(contract);
  const fields = credentialNames(contract.credentials).map((option, index) => {
    const isFixed = isText(option, index, contract);
    const comment = fieldComment(contract.credentials, index);
    const rotated = isFixed ? "" : " A function is asked for it before each attempt.";
    const type = isFixed ? "string" : "string | (() => string | Promise<string>)";
    return `/** ${comment}${rotated} */\nreadonly ${propertyKey(option)}: ${type};`;
  });
  return `/** What \`create${prefix}\` takes. */\nexport interface ${prefix}Options extends ClientOptions {\n${fields.join("\n")}\n}`;
}

/** Whether a credential is known when the client is made: the server may follow from it; a user name is no secret. */
function isText(option: string, index: number, { servers, credentials }: Contract): boolean {
  return (
    (credentials?.kind === "basic" && index === 0) || servers.some(({ when }) => when?.credential === option)
  );
}

function fieldComment(credentials: Credentials | undefined, index: number): string {
  switch (credentials?.kind) {
    case "basic":
      return index === 0
        ? "The user name of HTTP basic authentication."
        : "The password of HTTP basic authentication.";
    case "bearer":
      return "Sent as a bearer token.";
    default:
      return "The API key.";
  }
}

function core(contract: Contract): string {
  const prefix = clientPrefix(contract);
  return `/** What the single functions take as their first argument. */
export type ${prefix}Core = ApiClient;

/**
 * Creates the core alone: enough for the single functions of \`operations\`. Middleware comes with \`create${prefix}\`.
 *
 * @throws {TypeError} if an option is missing or can not be used
 */
export function create${prefix}Core(options: Omit<${prefix}Options, "middleware"> & { readonly middleware?: undefined }${withoutOptions(contract)}): ${prefix}Core {
  return new ApiClient(${descriptionName(contract)}, { ...options });
}`;
}

function guard(contract: Contract): string {
  const prefix = clientPrefix(contract);
  return `/**
 * Whether something that was thrown is an answer without success.
 *
 * @param type of this type only
 */
export function isApiError<Type extends ${prefix}ErrorType = ${prefix}ErrorType>(error: unknown, type?: Type): error is ${prefix}Error<Type> {
  return isAnyApiError(error, type);
}`;
}
