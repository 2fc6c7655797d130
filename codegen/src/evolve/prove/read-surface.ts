import ts from "typescript";
import { readMembers, readType, type NamedType } from "./read-type.ts";
import type { Declarations, TypeShape } from "./type-shape.ts";

/** The files of one generated package under `src/generated/`, by path. */
export type PackageFiles = ReadonlyMap<string, string>;

/** What the packages of one contract give to a consumer's program, as far as no contract says it. */
export interface Surface {
  /** Of the types package, by public name. */
  readonly types: Declarations;
  /** Of the client, by the names of functions; empty without a client. */
  readonly operations: ReadonlyMap<string, OperationSurface>;
  /** What the names of the client begin with; undefined without a client. */
  readonly prefix: string | undefined;
  /** What the client asks for. */
  readonly credentials: readonly CredentialOption[];
  /** What an error may carry. */
  readonly errorBody: TypeShape | undefined;
  /** Known types of errors. */
  readonly errorTypes: readonly string[];
}

/** An option of the client that carries a credential. */
export interface CredentialOption {
  readonly name: string;
  /** Whether it may be a function as well. */
  readonly mayRotate: boolean;
}

export interface OperationSurface {
  /** The parameters of a call; undefined if there are none. */
  readonly parameters: TypeShape | undefined;
  /** Whether they can be left out. */
  readonly isOptional: boolean;
  /** The name of their type where the client declares it. */
  readonly declaredParameters: string | undefined;
  readonly result: TypeShape;
  /** Whether its answers can be gone through. */
  readonly isPaged: boolean;
}

/** Reads the packages that were generated from a contract. */
export function readSurface(types: PackageFiles, client: PackageFiles): Surface {
  const named: NamedType = (name) => ({ kind: "reference", name });
  const declarations = new Map<string, TypeShape>();
  for (const [path, text] of types) {
    if (!path.endsWith(".ts") || path === "index.ts" || path === "openapi.ts") continue;
    for (const [name, shape] of readDeclarations(path, text, named)) declarations.set(name, shape);
  }
  const operations = new Map<string, OperationSurface>();
  for (const [path, text] of client) {
    if (!path.startsWith("operations/") || path === "operations/index.ts") continue;
    for (const [name, operation] of readOperations(path, text)) operations.set(name, operation);
  }
  return { types: declarations, operations, ...readCore(client) };
}

function parseModule(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

function readDeclarations(path: string, text: string, named: NamedType): Declarations {
  const declarations = new Map<string, TypeShape>();
  for (const statement of parseModule(path, text).statements) {
    if (ts.isInterfaceDeclaration(statement))
      declarations.set(statement.name.text, readMembers(statement.members, named));
    else if (ts.isTypeAliasDeclaration(statement))
      declarations.set(statement.name.text, readType(statement.type, named));
  }
  return declarations;
}

/** A module of the client: what it declares itself is written out where it is mentioned. */
function namedIn(path: string, text: string): NamedType {
  const own = readDeclarations(path, text, (name) => ({ kind: "reference", name }));
  return (name, isQualified) => (isQualified ? undefined : own.get(name)) ?? { kind: "reference", name };
}

function readOperations(path: string, text: string): ReadonlyMap<string, OperationSurface> {
  const named = namedIn(path, text);
  const operations = new Map<string, OperationSurface>();
  for (const statement of parseModule(path, text).statements) {
    if (!ts.isFunctionDeclaration(statement) || statement.name === undefined) continue;
    const [, parameters] = statement.parameters;
    const given = parameters?.type;
    const isDeclared =
      given !== undefined && ts.isTypeReferenceNode(given) && ts.isIdentifier(given.typeName);
    const none = given !== undefined && /^Record<string, never>$/.test(given.getText());
    const [result] =
      statement.type !== undefined && ts.isTypeReferenceNode(statement.type)
        ? (statement.type.typeArguments ?? [])
        : [];
    operations.set(statement.name.text, {
      parameters: given === undefined || none ? undefined : readType(given, named),
      isOptional: parameters?.questionToken !== undefined,
      declaredParameters: isDeclared && !none ? given.getText() : undefined,
      result: result === undefined ? { kind: "keyword", name: "unknown" } : readType(result, named),
      isPaged: statement.type?.getText().startsWith("PagedPromise<") === true,
    });
  }
  return operations;
}

/** The module with what every call needs, where the types of errors are. */
function readCore(client: PackageFiles): Omit<Surface, "types" | "operations"> {
  const text = client.get("core.ts");
  if (text === undefined) return { prefix: undefined, credentials: [], errorBody: undefined, errorTypes: [] };
  const prefix = /export function create(\w+)Core\(/.exec(text)?.[1];
  // A type parameter, for which the least that it promises is put: some text.
  const outer = namedIn("core.ts", text);
  const named: NamedType = (name, isQualified) =>
    name === "Type" && !isQualified ? { kind: "open-string" } : outer(name, isQualified);
  const declarations = readDeclarations("core.ts", text, named);
  const known = declarations.get(`${prefix}ErrorTypes`);
  const options = declarations.get(`${prefix}Options`);
  return {
    prefix,
    credentials:
      options?.kind === "object"
        ? options.properties.map(({ name, shape }) => ({
            name,
            mayRotate: JSON.stringify(shape).includes("=>"),
          }))
        : [],
    errorBody: declarations.get(`${prefix}ErrorBody`),
    errorTypes: known?.kind === "object" ? known.properties.map(({ name }) => name) : [],
  };
}
