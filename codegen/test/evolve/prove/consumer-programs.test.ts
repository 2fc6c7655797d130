import { beforeAll, describe, expect, test } from "vitest";
import type { Program } from "../../../src/evolve/prove/program.ts";
import type { Json } from "../../../src/source/json.ts";
import { openapiRoot } from "../../generated-contract.ts";
import { provenPairs } from "./proven-pairs.ts";

const text = { type: "string" };
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const content = (name: string): Json => ({ "application/json": { schema: ref(name) } });

const document = openapiRoot({
  paths: {
    "/v1/pets/{id}": {
      put: {
        operationId: "pets_Replace",
        parameters: [
          { name: "id", in: "path", required: true, schema: text },
          { name: "X-Trace", in: "header", schema: text },
        ],
        requestBody: { required: true, content: content("PetUpdate") },
        responses: {
          "200": { description: "", content: content("Pet") },
          "404": { description: "", content: content("Failure") },
        },
      },
    },
  },
  components: {
    schemas: {
      PetUpdate: {
        type: "object",
        properties: { kind: { enum: ["cat", "dog"] }, tags: { type: "array", items: text } },
        required: ["kind"],
      },
      Pet: {
        type: "object",
        properties: {
          name: text,
          kind: { enum: ["cat", "dog"] },
          owner: ref("Owner"),
          parents: { type: "array", items: ref("Pet") },
        },
        required: ["name", "kind", "parents"],
      },
      Owner: { type: "object", properties: { email: text }, required: ["email"] },
      Failure: { type: "object", properties: { code: text }, required: ["code"] },
    },
  },
});

/** The lines of a program from one that begins so to its end, without their indentation. */
function part(program: Program | undefined, start: string): readonly string[] {
  const lines = program?.lines.map((line) => line.text) ?? [];
  const from = lines.findIndex((line) => line.startsWith(start));
  const length = lines.slice(from).findIndex((line) => line === "}");
  return lines.slice(from + 1, from + length).map((line) => line.trim());
}

describe("the programs of a contract", () => {
  let programs: ReadonlyMap<string, Program> = new Map();

  beforeAll(async () => {
    const source = { "api.json": document };
    const [pair] = await provenPairs([{ old: source, new: source }]);
    programs = new Map(pair?.programs.map((program) => [program.file, program]));
  });

  test("are one for each operation and schema, and one for the client", () => {
    expect([...programs].map(([file, { subject }]) => `${file} ${subject}`)).toStrictEqual([
      "operation-petsReplace.ts pets.replace",
      "schema-failure.ts Failure",
      "schema-owner.ts Owner",
      "schema-pet.ts Pet",
      "schema-pet-update.ts PetUpdate",
      "client.ts API",
    ]);
  });

  test("call an operation with all that it takes, each value in turn, and with no more than it needs", () => {
    const lines = part(programs.get("operation-petsReplace.ts"), "export function call");
    const calls = lines.join(" ").split(/(?<=;) /);
    expect(calls.map((call) => call.replaceAll(/,? (?=[)\]}])|(?<=[([{]) /g, ""))).toStrictEqual([
      'void client.pets.replace({id: "text", kind: "cat", tags: ["text"]}, {headers: {"X-Trace": "text"}});',
      'void client.pets.replace({id: "text", kind: "dog", tags: ["text", "text"]});',
      'void client.pets.replace({id: "text", kind: "cat", tags: []});',
      'void client.pets.replace({id: "text", kind: "cat", tags: some<(string)[]>()});',
      'void client.pets.replace({id: "text", kind: "cat"});',
      'void client.pets.replace({id: "text", kind: "cat"});',
      'void functions.petsReplace(core, {id: "text", kind: "cat"});',
    ]);
  });

  test("read an answer to its end, but nothing within itself once more", () => {
    expect(part(programs.get("operation-petsReplace.ts"), "export function read")).toStrictEqual([
      ...readPet("answer"),
      "if (v4 !== undefined) {",
      "const v5: string = v4.email;",
      ...readParents("answer"),
    ]);
  });

  test("read a schema, and leave those that it refers to to their programs", () => {
    expect(part(programs.get("schema-pet.ts"), "export function read")).toStrictEqual([
      ...readPet("value"),
      "if (v4 !== undefined) {",
      "const v5: types.Owner = v4;",
      ...readParents("value"),
    ]);
  });

  test("name everything that openapi.ts has of an operation, and call it by its path", () => {
    const lines = programs.get("operation-petsReplace.ts")?.lines ?? [];
    const used = lines.map((line) => line.text).filter((line) => /openapi\.\w|\$fetch/.test(line));
    const operation = 'openapi.paths["/v1/pets/{id}"]["put"]';
    expect(used).toStrictEqual([
      'export type Operation = openapi.operations["pets_Replace"];',
      `export type Part1 = ${operation}["responses"];`,
      `export type Part2 = NonNullable<${operation}["parameters"]["path"]>["id"];`,
      `export type Part3 = NonNullable<${operation}["parameters"]["header"]>["X-Trace"];`,
      `export type Part4 = NonNullable<${operation}["requestBody"]>["content"]["application/json"];`,
      `export type Part5 = ${operation}["responses"][200]["content"]["application/json"];`,
      `export type Part6 = ${operation}["responses"][404]["content"]["application/json"];`,
      'void client.$fetch.PUT("/v1/pets/{id}", { params: { path: some<never>() }, body: some<never>() });',
    ]);
  });

  // The stance of semver-ts.org: nobody but a server makes answers, and nobody but a client makes requests.
  test("build no answer, and read no request", () => {
    const [pet, update] = [programs.get("schema-pet.ts"), programs.get("schema-pet-update.ts")];
    expect(pet?.lines.filter(({ text: line }) => /^export (const|function build)/.test(line))).toStrictEqual(
      [],
    );
    expect(update?.lines.filter(({ text: line }) => line.startsWith("export function read"))).toStrictEqual(
      [],
    );
  });
});

function readPet(name: string): readonly string[] {
  return [
    `const v1: string = ${name}.name;`,
    `const v2 = ${name}.kind;`,
    'const v3: ("cat" | "dog" | string) = v2;',
    'void (v2 === "cat");',
    'void (v2 === "dog");',
    `const v4 = ${name}.owner;`,
  ];
}

function readParents(name: string): readonly string[] {
  return [
    "}",
    `const v6 = ${name}.parents;`,
    "const v7: readonly unknown[] = v6;",
    "for (const v8 of v6) {",
    "const v9: types.Pet = v8;",
    "}",
  ];
}
