import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { readSchemas } from "../../stytch-types/test/stytch-contract.ts";
import { validatorOf } from "./by-title.ts";
import { fullValue, smallestValue } from "./sample-values.ts";

/** As much of Ajv as the comparison needs; it is a dependency of the generator alone. */
interface Ajv {
  addSchema(schema: object): void;
  addFormat(name: string, format: { type: "number"; validate: (value: number) => boolean }): void;
  getSchema(
    reference: string,
  ): (((value: unknown) => boolean) & { errors: readonly AjvError[] | null }) | undefined;
}

interface AjvError {
  readonly instancePath: string;
  readonly params: { readonly missingProperty?: string };
}

const schemas = readSchemas();
const ajv = linkedAjv();

/** Ajv on the documents as they are, joined to the one document that their references mean. */
function linkedAjv(): Ajv {
  const fromCodegen = createRequire(new URL("../../../codegen/package.json", import.meta.url));
  const { Ajv2020 } = fromCodegen("ajv/dist/2020.js") as { Ajv2020: new (options: object) => Ajv };
  const linked = new Ajv2020({ allErrors: true, strict: false });
  linked.addFormat("int32", {
    type: "number",
    validate: (value) => Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31,
  });
  const bare = [...schemas].map(([title, schema]) => {
    // The `$id` of the documents is no legal one: a bare fragment.
    const { $id: _id, $schema: _dialect, ...rest } = schema as Readonly<Record<string, unknown>>;
    return [title, rest] as const;
  });
  linked.addSchema({ $id: "https://contract.example/", components: { schemas: Object.fromEntries(bare) } });
  return linked;
}

/** The places that Ajv and our validator find wrong, each without repetition. */
function refusals(title: string, value: unknown): { readonly ajv: string; readonly ours: string } {
  const validate = ajv.getSchema(`https://contract.example/#/components/schemas/${title}`);
  if (validate === undefined) throw new Error(`Ajv does not know ${title}.`);
  validate(value);
  const pointers = (validate.errors ?? []).map(({ instancePath, params: { missingProperty } }) =>
    missingProperty === undefined ? instancePath : `${instancePath}/${missingProperty}`,
  );
  const issues = validatorOf(title).issues(value);
  return { ajv: unique(pointers), ours: unique(issues.map(({ pointer }) => pointer)) };
}

function unique(texts: readonly string[]): string {
  return [...new Set(texts)].toSorted().join(" ");
}

/** Compares a value of each schema, or several, and says where the two do not find what they should. */
function disagreements(
  cases: readonly (readonly [title: string, value: unknown, pointer: string])[],
): readonly object[] {
  return cases
    .map(([title, value, pointer]) => ({ title, pointer, ...refusals(title, value) }))
    .filter((found) => found.ajv !== found.pointer || found.ours !== found.pointer);
}

const all = [...schemas];

describe("validators and Ajv on the documents agree", () => {
  test.each([
    ["the smallest value", smallestValue],
    ["a value with everything", fullValue],
  ])("on %s of every schema", (_, sample) => {
    const cases = all.map(([title, schema]) => [title, sample(schema, schemas), ""] as const);

    expect(disagreements(cases)).toStrictEqual([]);
    expect(cases.filter(([title, value]) => !validatorOf(title).is(value))).toStrictEqual([]);
    expect(cases).toHaveLength(539);
  });

  test("on every required property that is missing", () => {
    const cases = all.flatMap(([title, schema]) =>
      (schema.required ?? []).map((name) => {
        const { [name]: _, ...rest } = smallestValue(schema, schemas) as Readonly<Record<string, unknown>>;
        return [title, rest, `/${name}`] as const;
      }),
    );

    expect(disagreements(cases)).toStrictEqual([]);
    expect(cases.length).toBeGreaterThan(1_000);
  });

  test("on every property that is null", () => {
    const cases = all.flatMap(([title, schema]) =>
      Object.keys(schema.properties ?? {}).map(
        (name) => [title, { ...(fullValue(schema, schemas) as object), [name]: null }, `/${name}`] as const,
      ),
    );

    expect(disagreements(cases)).toStrictEqual([]);
    expect(cases.length).toBeGreaterThan(2_000);
  });

  test.each([
    ["half a number", 0.5],
    ["a number above int32", 2_147_483_648],
    ["a number below int32", -2_147_483_649],
    ["a number as text", "1"],
  ])("on %s", (_, value) => {
    const cases = all.flatMap(([title, schema]) =>
      Object.entries(schema.properties ?? {})
        .filter(([, { type }]) => type === "integer")
        .map(
          ([name]) =>
            [title, { ...(fullValue(schema, schemas) as object), [name]: value }, `/${name}`] as const,
        ),
    );

    expect(disagreements(cases)).toStrictEqual([]);
    expect(cases.length).toBeGreaterThan(200);
  });

  test("on numbers below a minimum", () => {
    const cases = all.flatMap(([title, schema]) =>
      Object.entries(schema.properties ?? {})
        .filter(([, { minimum }]) => minimum !== undefined)
        .map(
          ([name]) => [title, { ...(fullValue(schema, schemas) as object), [name]: -1 }, `/${name}`] as const,
        ),
    );

    expect(disagreements(cases)).toStrictEqual([]);
    expect(cases.length).toBeGreaterThan(10);
  });

  test("on items of another type", () => {
    const cases = all.flatMap(([title, schema]) =>
      Object.entries(schema.properties ?? {})
        .filter(([, { type }]) => type === "array")
        .map(([name]) => {
          const { [name]: items, ...rest } = fullValue(schema, schemas) as Readonly<
            Record<string, unknown[]>
          >;
          return [title, { ...rest, [name]: [...(items ?? []), null] }, `/${name}/1`] as const;
        }),
    );

    expect(disagreements(cases)).toStrictEqual([]);
    expect(cases.length).toBeGreaterThan(100);
  });

  test.each([null, [], 7, "text", true].map((value) => [value]))("on %j in place of an object", (value) => {
    const cases = all
      .filter(([, { type }]) => type === "object")
      .map(([title]) => [title, value, ""] as const);

    expect(cases.filter(([title]) => validatorOf(title).is(value))).toStrictEqual([]);
    expect(disagreements(cases)).toStrictEqual([]);
  });
});
