import { describe, expect, it } from "vitest";
import { isIdentifier, isTaken } from "../../src/contract/identifiers.ts";

describe("a name of a declaration", () => {
  it.each(["Order", "order", "_404", "$order", "Order_Line", "Ab1", "Class", "of", "type", "Error"])(
    "may be %s",
    (name) => {
      expect(isIdentifier(name)).toBe(true);
    },
  );

  it.each([
    "",
    "4Order",
    "Order-Line",
    "An order",
    "Größe",
    "a.b",
    "class",
    "await",
    "let",
    "string",
    "never",
    "Order\n",
  ])("can not be %j", (name) => {
    expect(isIdentifier(name)).toBe(false);
  });

  it.each(["class", "unknown", "Error", "Promise", "Record", "URL", "globalThis"])(
    "would hide %s",
    (name) => {
      expect(isTaken(name)).toBe(true);
    },
  );

  it.each(["Order", "error", "Class", "constructor", "toString"])("hides nothing as %s", (name) => {
    expect(isTaken(name)).toBe(false);
  });
});
