import { describe, expect, it } from "vitest";
import { contractOf, readSource, schemaNames, schemaOf } from "../contract-of.ts";
import { api, apiWithSchemas, overlay, reference } from "../contract-parts.ts";
import { faultPlaces } from "../source-faults.ts";
import type { JsonObject } from "../../src/source/json.ts";

describe("a named schema", () => {
  it("has all that an emitter has to know", () => {
    const source = {
      "schemas/authenticate.json": {
        title: "api_b2b_otp_v1_b2b_otp_sms_AuthenticateRequest",
        properties: { locale: reference("Locale"), again: reference("Locale") },
      },
      "schemas/locale.json": { title: "Locale" },
    };
    expect(contractOf(source).schemas[1]).toEqual({
      key: "api_b2b_otp_v1_b2b_otp_sms_AuthenticateRequest",
      name: "B2bOtpSmsAuthenticateRequest",
      aliases: [],
      slug: "b2b-otp-sms-authenticate-request",
      module: "b2b-otp",
      schema: source["schemas/authenticate.json"],
      position: "none",
      references: ["Locale"],
      dynamicAnchors: {},
      path: "schemas/authenticate.json",
    });
  });

  it("of a document is called by its title, of the root by its key", () => {
    const source = {
      "order.json": { $id: "#/components/schemas/Order", title: "Order" },
      "openapi.json": apiWithSchemas({ Cart: { title: "What a customer has chosen" } }),
    };
    expect(schemaNames(contractOf(source))).toEqual({ Cart: "Cart", Order: "Order" });
  });

  it("is called as the overlay says", () => {
    const source = {
      "a.json": { title: "api_shop_v1_Order" },
      "overlay.json": overlay({
        target: "$.components.schemas.api_shop_v1_Order",
        update: { "x-sdkmill-name": "Order", "x-sdkmill-aliases": ["ShopOrder", "Purchase"] },
      }),
    };
    expect(contractOf(source).schemas).toMatchObject([
      { name: "Order", aliases: ["ShopOrder", "Purchase"], slug: "order", module: "shop" },
    ]);
  });

  it.each([
    { title: "api_shop_v1_Order", want: "shop" },
    { title: "api_b2b_otp_v2_Order", want: "b2b-otp-v2" },
    { title: "Order", want: "schemas" },
    // Names of files that mean something else.
    { title: "api_index_v1_Order", want: "index-schemas" },
    { title: "api_openapi_v1_Order", want: "openapi-schemas" },
  ])("titled $title stands in the module $want", ({ title, want }) => {
    expect(schemaOf(contractOf({ "a.json": { title } }), title).module).toBe(want);
  });

  it("is gone if the overlay removes it", () => {
    const source = {
      "a.json": { title: "A" },
      "b.json": { title: "B" },
      "overlay.json": overlay({ target: "$.components.schemas.A", remove: true }),
    };
    expect(schemaNames(contractOf(source))).toEqual({ B: "B" });
  });

  // Prevents: references to a schema that no emitter ever sees.
  it("is there if the overlay adds it", () => {
    const source = {
      "a.json": { title: "A", items: reference("B") },
      "overlay.json": overlay({ target: "$.components.schemas", update: { B: { type: "string" } } }),
    };
    expect(schemaNames(contractOf(source))).toEqual({ A: "A", B: "B" });
  });
});

describe("faults of names", () => {
  it.each([
    { name: "a title without letters", schema: { title: "!?" }, want: "error name-underivable a.json" },
    { name: "a title in another script", schema: { title: "注文" }, want: "error name-underivable a.json" },
    { name: "an empty title", schema: { title: "" }, want: "error name-underivable a.json" },
    ...["An order", "2nd", "order-line", "class", "string", "Promise", "Error"].map((name) => ({
      name: `\`${name}\` in the overlay`,
      schema: { title: "Order", "x-sdkmill-name": name },
      want: "error name-invalid a.json /x-sdkmill-name",
    })),
    {
      name: "an alias that is no identifier",
      schema: { title: "Order", "x-sdkmill-aliases": ["An order"] },
      want: "error name-invalid a.json",
    },
    {
      name: "a name that is no text",
      schema: { title: "Order", "x-sdkmill-name": 1 },
      want: expect.stringMatching(/^error (name|option)-invalid a\.json/),
    },
    {
      name: "aliases that are no list",
      schema: { title: "Order", "x-sdkmill-aliases": "Purchase" },
      want: expect.stringMatching(/^error (name|option)-invalid a\.json/),
    },
  ] as { readonly name: string; readonly schema: JsonObject; readonly want: string }[])(
    "are $name",
    ({ schema, want }) => {
      expect(faultPlaces(readSource({ "a.json": schema }).diagnostics)).toEqual([want]);
    },
  );

  it.each([
    { name: "titles that differ in case", a: { title: "orderLine" }, b: { title: "OrderLINE" } },
    { name: "titles of different signs", a: { title: "order_line" }, b: { title: "order-line" } },
    {
      name: "a title and a name in the overlay",
      a: { title: "Order" },
      b: { title: "B", "x-sdkmill-name": "ORDER" },
    },
    {
      name: "a title and an alias",
      a: { title: "Order" },
      b: { title: "B", "x-sdkmill-aliases": ["order"] },
    },
    {
      name: "two aliases",
      a: { title: "A", "x-sdkmill-aliases": ["C"] },
      b: { title: "B", "x-sdkmill-aliases": ["c"] },
    },
    // Prevents: two names sharing one file.
    {
      name: "names whose files have one name",
      a: { title: "OrderLine" },
      b: { title: "B", "x-sdkmill-name": "Order_Line" },
    },
    {
      name: "a name and one that gives way to the barrel",
      a: { title: "index" },
      b: { title: "IndexSchema" },
    },
  ] as { readonly name: string; readonly a: JsonObject; readonly b: JsonObject }[])(
    "are $name",
    ({ a, b }) => {
      const { diagnostics } = readSource({ "a.json": a, "b.json": b });
      expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
        "error name-collision",
      ]);
    },
  );

  // Prevents: a fault for each part of a schema whose own name is at fault.
  it("are said of a schema alone, not of its parts as well", () => {
    const schema = { title: "Order", "x-sdkmill-name": "An order", $defs: { line: {} } };
    expect(faultPlaces(readSource({ "a.json": schema }).diagnostics)).toEqual([
      "error name-invalid a.json /x-sdkmill-name",
    ]);
  });

  it("are not an alias that says the name once more", () => {
    const source = { "a.json": { title: "Order", "x-sdkmill-aliases": ["ORDER", "Order"] } };
    expect(readSource(source).faults).toEqual([]);
  });

  it("are at the schema, wherever it stands", () => {
    const source = { "a.json": api({ components: { schemas: { Order: {}, order: {} } } }) };
    expect(faultPlaces(readSource(source).diagnostics)).toEqual([
      "error name-collision a.json /components/schemas/order",
    ]);
  });
});
