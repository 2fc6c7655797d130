import type { createStytch } from "@sdkmill/stytch-client";
import { expectTypeOf, test } from "vitest";

/** The names of methods that do not say what they give. */
type Untyped<Tree> = {
  [Name in keyof Tree]: Name extends `$${string}`
    ? never
    : Tree[Name] extends (...values: never[]) => Promise<infer Result>
      ? unknown extends Result
        ? Name
        : never
      : Untyped<Tree[Name]>;
}[keyof Tree];

test("every answer has a type", () => {
  expectTypeOf<
    Untyped<{ a: { b: () => Promise<unknown>; c: () => Promise<string> } }>
  >().toEqualTypeOf<"b">();
  expectTypeOf<Untyped<ReturnType<typeof createStytch>>>().toEqualTypeOf<never>();
});
