/** An API of one operation and two schemas, by path. */
export const shop: Readonly<Record<string, string>> = {
  "schemas/shop/openapi.yaml": `openapi: 3.1.0
info: { title: Shop, version: "1" }
servers: [{ url: https://shop.example }]
paths:
  /items/{id}:
    get:
      operationId: getItem
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        "200":
          description: The item.
          content: { application/json: { schema: { $ref: "#/components/schemas/Item" } } }
components:
  schemas:
    Item:
      title: Item
      type: object
      required: [id]
      properties:
        id: { type: string }
        price: { type: integer }
`,
};

/** What the vendor of that API publishes later: an operation and a property more. */
export const upstreamShop = `openapi: 3.1.0
info: { title: Shop, version: "2" }
servers: [{ url: https://shop.example }]
paths:
  /items/{id}:
    get:
      operationId: getItem
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        "200":
          description: The item.
          content: { application/json: { schema: { $ref: "#/components/schemas/Item" } } }
    delete:
      operationId: deleteItem
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        "200":
          description: The item that was.
          content: { application/json: { schema: { $ref: "#/components/schemas/Item" } } }
components:
  schemas:
    Item:
      title: Item
      type: object
      required: [id]
      properties:
        id: { type: string }
        price: { type: integer }
        color: { type: string }
`;
