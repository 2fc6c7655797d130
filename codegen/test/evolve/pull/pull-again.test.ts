import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/source/json.ts";
import { api, json, reference } from "../../contract-parts.ts";
import type { SourceTexts } from "../../source-of.ts";
import { contract, first, operation, order, pulled } from "./pull-samples.ts";
import { dataIn, fatesOf, pulledInto, pullInto } from "./pulled-source.ts";

describe("a second pull", () => {
  test("of the same changes nothing", () => {
    const { files, diagnostics, findings } = pullInto(pulled, first);
    expect({ files: [...files.keys()], diagnostics, findings }).toStrictEqual({
      files: [],
      diagnostics: [],
      findings: [],
    });
  });

  test("of other texts, samples and orders changes nothing", () => {
    const upstream = contract(
      { "/orders": { post: { "x-code": 1, ...operation("orders_Create", "Order") } } },
      { Order: { required: ["id"], properties: { id: { example: "a", type: "string" } }, type: "object" } },
    );
    expect([...pullInto(pulled, upstream).files.keys()]).toStrictEqual([]);
  });

  test("writes the documents that changed, and no other", () => {
    const paths = {
      "/orders": { post: operation("orders_Create", "Order") },
      "/lines": { post: operation("lines_Create", "Line") },
    };
    const upstream = contract(paths, { Order: { ...order, additionalProperties: false }, Line: order });
    const { files, house, ...rest } = pulledInto(pulled, upstream);
    expect([...files.keys()].toSorted()).toStrictEqual([
      "openapi.yaml",
      "schemas/shop-line-schema.json",
      "schemas/shop-order-schema.json",
      "upstream.lock.json",
    ]);
    expect(fatesOf({ files, ...rest })).toStrictEqual(["added Line", "changed Order", "added POST /lines"]);
    expect([...pullInto(house, upstream).files.keys()]).toStrictEqual([]);
  });

  test("removes what came from upstream and is gone", () => {
    const upstream = contract({ "/lines": { post: operation("lines_Create", "Line") } }, { Line: order });
    const found = pulledInto(pulled, upstream);
    expect(fatesOf(found)).toStrictEqual([
      "added Line",
      "removed Order",
      "added POST /lines",
      "removed POST /orders",
    ]);
    expect(found.files.get("schemas/shop-order-schema.json")).toBeUndefined();
    expect(Object.keys(found.house)).not.toContain("schemas/shop-order-schema.json");
  });
});

describe("what was added by hand", () => {
  const byHand: SourceTexts = {
    ...pulled,
    "openapi.yaml": JSON.stringify(
      api({
        paths: {
          "/orders": { post: operation("orders_Create", "Order"), put: operation("orders_List", "Filter") },
          "/notes": { servers: [{ url: "https://notes.example" }], post: operation("notes_Add", "Order") },
        },
      }),
    ),
    "schemas/filter.json": { title: "Filter", type: "object" },
  };

  test("stays, and is told", () => {
    const found = pulledInto(byHand, first);
    expect(fatesOf(found)).toStrictEqual(["kept Filter", "kept POST /notes", "kept PUT /orders"]);
    expect([...found.files.keys()]).toStrictEqual([]);
  });

  test("keeps what it needs, even of what is gone upstream", () => {
    const upstream = contract({ "/lines": { post: operation("lines_Create", "Line") } }, { Line: order });
    const found = pulledInto(byHand, upstream);
    expect(fatesOf(found)).toStrictEqual([
      "kept Filter",
      "added Line",
      "added POST /lines",
      "kept POST /notes",
      "removed POST /orders",
      "kept PUT /orders",
    ]);
    expect(dataIn(found.house, "openapi.yaml")).toMatchObject({
      paths: {
        "/lines": {},
        "/orders": { put: { operationId: "orders_List" } },
        "/notes": { servers: [{ url: "https://notes.example" }] },
      },
    });
    // It is still known to be upstream's: it goes once nothing needs it.
    const root = api({ paths: { "/lines": { post: operation("lines_Create", "Line") } } });
    const later = { ...found.house, "openapi.yaml": JSON.stringify(root) };
    expect(fatesOf(pulledInto(later, upstream))).toContain("removed Order");
  });

  test("is everything that is not upstream at the first pull", () => {
    const { "upstream.lock.json": _, ...unlocked } = pulled;
    const upstream = contract({ "/lines": { post: operation("lines_Create", "Line") } }, { Line: order });
    expect(fatesOf(pulledInto(unlocked, upstream))).toStrictEqual([
      "added Line",
      "kept Order",
      "added POST /lines",
      "kept POST /orders",
    ]);
  });
});

describe("schemas that no operation leads to", () => {
  const alone = contract(
    { "/orders": { post: operation("orders_Create", "Order") } },
    { Order: order, Alone: order },
  );

  test("are not taken over, and told", () => {
    expect(fatesOf(pulledInto(pulled, alone))).toStrictEqual(["ignored Alone"]);
  });

  test("are kept up if the house has them", () => {
    const house: SourceTexts = { ...pulled, "schemas/alone.json": { title: "Alone" } };
    const found = pulledInto(house, alone);
    expect(fatesOf(found)).toStrictEqual(["changed Alone"]);
    expect(dataIn(found.house, "schemas/alone.json")).toStrictEqual({ title: "Alone", ...order });
  });

  test("are all taken over if there are no operations", () => {
    expect(fatesOf(pulledInto({}, contract({}, { Alone: order })))).toContain("added Alone");
  });
});

describe("texts", () => {
  const described = (text: string, more: JsonObject = {}): JsonObject =>
    contract(
      { "/orders": { post: operation("orders_Create", "Order") } },
      { Order: { type: "object", properties: { id: { type: "string", description: text, ...more } } } },
    );
  const house = pulledInto({}, described("Theirs.")).house;
  const path = "schemas/shop-order-schema.json";
  const ours: SourceTexts = { ...house, [path]: house[path]?.replace("Theirs.", "Ours.") ?? "" };

  test.each<readonly [what: string, house: SourceTexts, upstream: JsonObject, want: string]>([
    ["of the vendor's follow the vendor", house, described("New."), "New."],
    ["of ours stay", ours, described("New."), "Ours."],
    ["of ours go where the fact changes", ours, described("New.", { format: "uuid" }), "New."],
    ["of ours stay where the vendor has none", ours, described("", { format: "uuid" }), ""],
  ])("%s", (_, before, upstream, want) => {
    const after = pulledInto(before, upstream).house;
    expect(dataIn(after, path)).toMatchObject({ properties: { id: { description: want } } });
    expect([...pullInto(after, upstream).files.keys()]).toStrictEqual([]);
  });

  test("of the vendor's are not in the lock", () => {
    expect(house["upstream.lock.json"]).not.toContain("Theirs");
  });
});

test("other components come and go as operations need them", () => {
  const responses = { 200: { $ref: "#/components/responses/Done" } };
  const done = {
    Done: { description: "Done.", ...json(reference("Order")) },
    Never: { description: "Never." },
  };
  const upstream = api({
    paths: { "/a": { get: { operationId: "a", responses } } },
    components: { schemas: { Order: order }, responses: done },
  });
  const { house, ...found } = pulledInto({}, upstream);
  expect(fatesOf({ ...found })).toEqual(
    expect.arrayContaining(["added #/components/responses/Done", "ignored #/components/responses/Never"]),
  );
  expect(fatesOf(pulledInto(house, first))).toContain("removed #/components/responses/Done");
});
