import { credentialNames } from "../../contract/servers.ts";
import type { Contract, Credentials } from "../../contract/contract.ts";
import { uniqueSchemas } from "../../contract/operation-contents.ts";
import { operationIdentity } from "../../contract/operation-names.ts";
import { pascalCase, uncapitalize } from "../../contract/words.ts";
import type { Json } from "../../source/json.ts";
import { docComment, literal, propertyKey } from "../code.ts";
import { packageName, type GeneratedFile, type PackageNaming } from "../emitter.ts";
import { typeScope } from "../typing-schema.ts";
import { clientPrefix, typesImport, typesName } from "./client-names.ts";
import { useType } from "./operation-types.ts";

/** The module with what every call needs: servers, credentials, and the types of options and errors. */
export async function coreModule(contract: Contract, naming: PackageNaming): Promise<GeneratedFile> {
  const body = [description(contract), optionsType(contract), await errorType(contract), core(contract)];
  return {
    path: "core.ts",
    imports: [
      { from: "@sdkmill/runtime", names: ["ApiClient", "ApiError"], typeOnly: false },
      { from: "@sdkmill/runtime", names: ["ApiDescription", "ClientOptions"], typeOnly: true },
      { from: `${packageName(contract, "types", naming)}/openapi`, names: ["paths"], typeOnly: true },
      ...typesImport(body, contract, naming),
    ],
    body,
    sources: [],
    formatted: true,
  };
}

/** The body of everything that is not success, in all operations. */
async function errorType(contract: Contract): Promise<string> {
  const name = `${clientPrefix(contract)}ErrorBody`;
  const comment = docComment(`What ${contract.title} answers when a call fails.`);
  const [only, ...others] = uniqueSchemas(contract.operations.flatMap(({ errors }) => errors));
  if (only === undefined) return `${comment}export type ${name} = unknown;`;
  const schema: Json = others.length === 0 ? only : { anyOf: [only, ...others] };
  const used = await useType(name, schema, "response", typeScope(contract, `${typesName}.`));
  return comment + (used.declaration ?? `export type ${name} = ${used.name};`);
}

function description({ name, title, servers, operations, credentials, options }: Contract): string {
  const routes = new Map(
    operations.flatMap((operation) =>
      operation.server === undefined ? [] : [[operationIdentity(operation), operation.server] as const],
    ),
  );
  const entries = [
    `name: ${literal(title)}`,
    `servers: [${servers.map(({ url, when }) => `{ url: ${literal(url)}${when === undefined ? "" : `, when: { credential: ${literal(when.credential)}, pattern: ${literal(when.pattern)} }`} }`).join(", ")}]`,
    `routes: { ${[...routes].map(([path, server]) => `${propertyKey(path)}: ${literal(server)}`).join(", ")} }`,
    `credentials: ${credentials === undefined ? "undefined" : literal(credentials as unknown as Json)}`,
    `requestId: ${options.requestId === undefined ? "undefined" : literal(options.requestId)}`,
  ];
  return `const ${descriptionName(name)}: ApiDescription = { ${entries.join(",\n")} };`;
}

/** What the core calls what it knows of its API: `stytchApi`. */
function descriptionName(api: string): string {
  return `${uncapitalize(pascalCase(api))}Api`;
}

function optionsType(contract: Contract): string {
  const prefix = clientPrefix(contract);
  const { credentials } = contract;
  const fields = credentialNames(credentials).map(
    (option, index) => `/** ${fieldComment(credentials, index)} */\nreadonly ${propertyKey(option)}: string;`,
  );
  return `/** What \`create${prefix}\` takes. */\nexport interface ${prefix}Options extends ClientOptions {\n${fields.join("\n")}\n}`;
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
export type ${prefix}Core = ApiClient<paths>;

/** An answer without success. */
export type ${prefix}Error = ApiError<${prefix}ErrorBody>;

/**
 * Creates the core alone: enough for the single functions of \`operations\`.
 *
 * @throws {TypeError} if a credential or the base URL is missing or can not be used
 */
export function create${prefix}Core(options: ${prefix}Options): ${prefix}Core {
  return new ApiClient<paths>(${descriptionName(contract.name)}, { ...options });
}

/** Whether something that was thrown is an answer without success. */
export function isApiError(error: unknown): error is ${prefix}Error {
  return error instanceof ApiError;
}`;
}
