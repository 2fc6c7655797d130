import { literal, propertyKey } from "../../emit/code.ts";
import type { TypeShape } from "./type-shape.ts";

/** What programs call the types package, of which they import everything at once. */
export const typesNamespace = "types";

/** A type as a consumer writes it, with declarations of the types package by their names. */
export function printShape(shape: TypeShape): string {
  switch (shape.kind) {
    case "keyword":
      return shape.name;
    case "literal":
      return literal(shape.value);
    case "open-string":
      return "string";
    case "reference":
      return `${typesNamespace}.${shape.name}`;
    case "opaque":
      return `(${shape.code})`;
    case "array":
      return `(${printShape(shape.item)})[]`;
    case "tuple":
      return printTuple(shape.items, shape.rest, printShape);
    case "object":
      return `{ ${[
        ...shape.properties.map(
          (property) =>
            `${propertyKey(property.name)}${property.isOptional ? "?" : ""}: ${printShape(property.shape)}`,
        ),
        ...(shape.index === undefined ? [] : [`[key: string]: ${printShape(shape.index)}`]),
      ].join("; ")} }`;
    case "union":
      return shape.members.length === 0 ? "never" : `(${shape.members.map(printShape).join(" | ")})`;
    case "intersection":
      return `(${shape.members.map(printShape).join(" & ")})`;
    default:
      return shape satisfies never;
  }
}

function printTuple(
  items: readonly TypeShape[],
  rest: TypeShape | undefined,
  print: (shape: TypeShape) => string,
): string {
  return `[${[...items.map(print), ...(rest === undefined ? [] : [`...(${print(rest)})[]`])].join(", ")}]`;
}

/** The same from outside: of objects and arrays no more than that they are. */
export function printOutside(shape: TypeShape): string {
  switch (shape.kind) {
    case "array":
      return "readonly unknown[]";
    case "object":
      return "object";
    case "tuple":
      return `readonly ${printTuple(shape.items, shape.rest, () => "unknown")}`;
    default:
      return printShape(shape);
  }
}
