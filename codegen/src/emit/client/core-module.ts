import { credentialNames } from "../../contract/servers.ts";
import type { Contract, Credentials } from "../../contract/contract.ts";
import { pascalCase } from "../../contract/words.ts";
import type { Json } from "../../source/json.ts";
import { literal, propertyKey } from "../code.ts";
import { packageName, type GeneratedFile, type PackageNaming } from "../emitter.ts";
import { typeScope } from "../typing-schema.ts";
import { useType } from "./operation-types.ts";

/** The module with what every call needs: servers, credentials, and the types of options and errors. */
export async function coreModule(contract: Contract, naming: PackageNaming): Promise<GeneratedFile> {
  const prefix = pascalCase(contract.name);
  const errors = await errorType(contract, `${prefix}ErrorBody`);
  return {
    path: "core.ts",
    imports: [
      { from: "@sdkmill/runtime", names: ["ApiClient", "ApiError"], typeOnly: false },
      { from: "@sdkmill/runtime", names: ["ApiDescription", "ClientOptions"], typeOnly: true },
      { from: `${packageName(contract, "types", naming)}/openapi`, names: ["paths"], typeOnly: true },
      ...(errors.imports.length === 0
        ? []
        : [{ from: packageName(contract, "types", naming), names: errors.imports, typeOnly: true }]),
    ],
    body: [description(contract), optionsType(contract), errors.declaration, core(contract)],
    sources: [],
    formatted: true,
  };
}

/** The body of everything that is not success, in all operations. */
async function errorType(
  contract: Contract,
  name: string,
): Promise<{ readonly declaration: string; readonly imports: readonly string[] }> {
  const schemas = new Map(
    contract.operations.flatMap(({ errors }) => errors).map((schema) => [JSON.stringify(schema), schema]),
  );
  const comment = `/** What ${literal(contract.title).slice(1, -1).replaceAll("*/", "")} answers when a call fails. */\n`;
  if (schemas.size === 0) return { declaration: `${comment}export type ${name} = unknown;`, imports: [] };
  const [only] = schemas.values();
  const {
    name: used,
    declaration,
    imports,
  } = await useType(
    name,
    schemas.size === 1 ? (only as Json) : { anyOf: [...schemas.values()] },
    "response",
    typeScope(contract),
  );
  return { declaration: comment + (declaration ?? `export type ${name} = ${used};`), imports };
}

function description({ name, title, servers, operations, credentials, options }: Contract): string {
  const routes = new Map(
    operations.flatMap(({ path, server }) => (server === undefined ? [] : [[path, server] as const])),
  );
  const entries = [
    `name: ${literal(title)}`,
    `servers: [${servers.map(({ url, when }) => `{ url: ${literal(url)}${when === undefined ? "" : `, when: { credential: ${literal(when.credential)}, pattern: ${literal(when.pattern)} }`} }`).join(", ")}]`,
    `routes: { ${[...routes].map(([path, server]) => `${propertyKey(path)}: ${literal(server)}`).join(", ")} }`,
    `credentials: ${credentials === undefined ? "undefined" : literal(credentials as unknown as Json)}`,
    `requestId: ${options.requestId === undefined ? "undefined" : literal(options.requestId)}`,
  ];
  return `const ${camel(name)}Api: ApiDescription = { ${entries.join(",\n")} };`;
}

function camel(name: string): string {
  const pascal = pascalCase(name);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
}

function optionsType(contract: Contract): string {
  const prefix = pascalCase(contract.name);
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

function core({ name }: Contract): string {
  const prefix = pascalCase(name);
  return `/** What the single functions take as their first argument. */
export type ${prefix}Core = ApiClient<paths>;

/** An answer without success. */
export type ${prefix}Error = ApiError<${prefix}ErrorBody>;

/**
 * Creates the core alone: enough for the single functions of \`operations\`.
 *
 * @throws {TypeError} if a credential is missing
 */
export function create${prefix}Core(options: ${prefix}Options): ${prefix}Core {
  return new ApiClient<paths>(${camel(name)}Api, { ...options });
}

/** Whether something that was thrown is an answer without success. */
export function isApiError(error: unknown): error is ${prefix}Error {
  return error instanceof ApiError;
}`;
}
