import ts from "typescript";
import { unionOf, unknownShape, type Keyword, type PropertyShape, type TypeShape } from "./type-shape.ts";

/**
 * Says what a name stands for: a declaration of the types package, or something that is written out.
 *
 * @param isQualified whether it stands behind the name of a namespace: `types.Pet`
 */
export type NamedType = (name: string, isQualified: boolean) => TypeShape;

const keywords = new Map<ts.SyntaxKind, Keyword>([
  [ts.SyntaxKind.StringKeyword, "string"],
  [ts.SyntaxKind.NumberKeyword, "number"],
  [ts.SyntaxKind.BooleanKeyword, "boolean"],
  [ts.SyntaxKind.UndefinedKeyword, "undefined"],
  [ts.SyntaxKind.VoidKeyword, "void"],
  [ts.SyntaxKind.UnknownKeyword, "unknown"],
  [ts.SyntaxKind.NeverKeyword, "never"],
]);

/** Reads a type of a generated module. What generated modules do not write is taken as it is. */
export function readType(node: ts.TypeNode, named: NamedType): TypeShape {
  const keyword = keywords.get(node.kind);
  if (keyword !== undefined) return { kind: "keyword", name: keyword };
  if (ts.isParenthesizedTypeNode(node)) return readType(node.type, named);
  if (ts.isLiteralTypeNode(node)) return readLiteral(node);
  if (ts.isArrayTypeNode(node)) return { kind: "array", item: readType(node.elementType, named) };
  if (ts.isTupleTypeNode(node)) return readTuple(node, named);
  if (ts.isTypeLiteralNode(node)) return readMembers(node.members, named);
  if (ts.isUnionTypeNode(node)) return unionOf(node.types.map((member) => readType(member, named)));
  if (ts.isIntersectionTypeNode(node)) return readIntersection(node, named);
  if (ts.isTypeReferenceNode(node)) return readReference(node.typeName, named);
  return { kind: "opaque", code: node.getText() };
}

function readReference(name: ts.EntityName, named: NamedType): TypeShape {
  return ts.isIdentifier(name) ? named(name.text, false) : named(name.right.text, true);
}

function readLiteral(node: ts.LiteralTypeNode): TypeShape {
  const { literal } = node;
  if (literal.kind === ts.SyntaxKind.NullKeyword) return { kind: "keyword", name: "null" };
  if (literal.kind === ts.SyntaxKind.TrueKeyword) return { kind: "literal", value: true };
  if (literal.kind === ts.SyntaxKind.FalseKeyword) return { kind: "literal", value: false };
  if (ts.isStringLiteral(literal)) return { kind: "literal", value: literal.text };
  const number = Number(literal.getText());
  return Number.isFinite(number)
    ? { kind: "literal", value: number }
    : { kind: "opaque", code: node.getText() };
}

function readTuple(node: ts.TupleTypeNode, named: NamedType): TypeShape {
  const items: TypeShape[] = [];
  let rest: TypeShape | undefined;
  for (const element of node.elements) {
    if (ts.isOptionalTypeNode(element) || ts.isNamedTupleMember(element))
      return { kind: "opaque", code: node.getText() };
    if (!ts.isRestTypeNode(element)) items.push(readType(element, named));
    else if (ts.isArrayTypeNode(element.type)) rest = readType(element.type.elementType, named);
    else return { kind: "opaque", code: node.getText() };
  }
  return { kind: "tuple", items, rest };
}

function readIntersection(node: ts.IntersectionTypeNode, named: NamedType): TypeShape {
  const members = node.types.map((member) => readType(member, named));
  const others = members.filter((member) => !isEmptyObject(member));
  const [only] = others;
  if (others.length === 1 && only?.kind === "keyword" && only.name === "string")
    return { kind: "open-string" };
  return { kind: "intersection", members };
}

function isEmptyObject(shape: TypeShape): boolean {
  return shape.kind === "object" && shape.properties.length === 0 && shape.index === undefined;
}

/** The members of an interface or of an object type. */
export function readMembers(members: readonly ts.TypeElement[], named: NamedType): TypeShape {
  const properties: PropertyShape[] = [];
  let index: TypeShape | undefined;
  for (const member of members) {
    if (ts.isIndexSignatureDeclaration(member)) index = readType(member.type, named);
    if (!ts.isPropertySignature(member)) continue;
    properties.push({
      name: propertyName(member.name),
      isOptional: member.questionToken !== undefined,
      shape: member.type === undefined ? unknownShape : readType(member.type, named),
    });
  }
  return { kind: "object", properties, index };
}

/** `["__proto__"]` is written as a computed name. */
function propertyName(name: ts.PropertyName): string {
  if (!ts.isComputedPropertyName(name)) return name.text;
  return ts.isStringLiteral(name.expression) ? name.expression.text : name.getText();
}
