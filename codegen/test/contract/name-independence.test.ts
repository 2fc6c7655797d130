import { describe, expect, it } from "vitest";
import { contractOf, readSource, schemaNames } from "../contract-of.ts";
import { apiWithOperation, json, reference } from "../contract-parts.ts";
import { dottedName } from "../../src/contract/operation-names.ts";
import type { SourceTexts } from "../source-of.ts";

const source: SourceTexts = {
  "openapi.json": apiWithOperation(
    { operationId: "api_order_v1_List", responses: { 200: json(reference("api_order_v1_Order")) } },
    { components: { schemas: { Shared: { type: "string" } } } },
  ),
  "order.json": {
    title: "api_order_v1_Order",
    properties: { line: reference("api_order_v1_Line"), note: reference("Note") },
  },
  "line.json": { title: "api_order_v1_Line", $defs: { price: { type: "number" } } },
  "note.json": {
    title: "Note",
    properties: { text: { type: "string" }, again: { $ref: "#/properties/text" } },
  },
  "otp.json": { title: "api_b2b_otp_v1_b2b_otp_sms_SendRequest" },
  "overlay.json": {
    overlay: "1.0.0",
    info: {},
    actions: [{ target: "$.components.schemas.Note", update: { "x-sdkmill-name": "Remark" } }],
  },
};

/** Close to the names that are there, but colliding with none. */
const newcomers: SourceTexts = {
  "a-order.json": { title: "Order" },
  "b-line.json": { title: "api_other_v1_Line" },
  "c-send.json": { title: "api_otp_v1_otp_sms_SendRequest" },
  "d-note.json": { title: "api_note_v1_Note" },
  "e-price.json": { title: "Price" },
  "f-shared.json": { title: "api_order_v2_Shared" },
};

/** Public names of schemas, whatever else is wrong with the source. */
function namesIn(texts: SourceTexts): Readonly<Record<string, string>> {
  return schemaNames(readSource(texts).contract);
}

const names = schemaNames(contractOf(source));

describe("a public name", () => {
  it("is what its own title makes of it", () => {
    expect(names).toEqual({
      Note: "Remark",
      "Note.text": "RemarkText",
      Shared: "Shared",
      api_b2b_otp_v1_b2b_otp_sms_SendRequest: "B2bOtpSmsSendRequest",
      api_order_v1_Line: "OrderLine",
      "api_order_v1_Line.price": "OrderLinePrice",
      api_order_v1_Order: "Order",
    });
  });

  it.each(Object.keys(newcomers).filter((path) => path !== "a-order.json"))("stays when %s comes", (path) => {
    const added = { ...source, [path]: newcomers[path] ?? null };
    const { contract, faults } = readSource(added);
    expect(faults).toEqual([]);
    expect(schemaNames(contract)).toEqual({ ...names, ...namesIn({ [path]: newcomers[path] ?? null }) });
  });

  it("stays even when a document comes that collides with it", () => {
    const { contract, diagnostics } = readSource({
      ...source,
      "a-order.json": newcomers["a-order.json"] ?? null,
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(["name-collision"]);
    expect(schemaNames(contract)).toEqual({ ...names, Order: "Order" });
  });

  it.each(Object.keys(source).filter((path) => path !== "overlay.json"))("stays when %s goes", (path) => {
    const { [path]: _, ...rest } = source;
    const left = namesIn(rest);
    expect(names).toMatchObject(left);
    expect(Object.keys(left).length).toBeGreaterThan(3);
  });

  it("stays when the documents come in another order", () => {
    const reversed = Object.fromEntries(Object.entries(source).toReversed());
    expect(schemaNames(contractOf(reversed))).toEqual(names);
  });

  it("of an operation stays when other operations come", () => {
    const responses = { 200: { description: "Done." } };
    const more = apiWithOperation(
      { operationId: "api_order_v1_List", responses },
      {
        paths: {
          "/order": { get: { operationId: "List", responses } },
          "/orders": {
            post: { operationId: "Create", responses },
            get: { operationId: "api_order_v1_List", responses },
          },
          "/orders/{id}/lines": { get: { responses, parameters: [{ name: "id", in: "path" }] } },
        },
      },
    );
    const named = contractOf({ "a.json": more }).operations.map(({ operationId, name }) => [
      operationId,
      dottedName(name),
    ]);
    expect(named).toContainEqual(["api_order_v1_List", "orders.list"]);
    expect(contractOf(source).operations.map(({ name }) => dottedName(name))).toEqual(["orders.list"]);
  });
});
