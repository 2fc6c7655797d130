import { isApiError, ValidationError } from "@sdkmill/stytch-client";
import { createValidation } from "@sdkmill/stytch-client/validation";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { referencedKey } from "../../../../codegen/src/contract/component-schemas.ts";
import type { Operation } from "../../../../codegen/src/contract/contract.ts";
import { operationIdentity } from "../../../../codegen/src/contract/operation-names.ts";
import {
  ownArray,
  ownObject,
  ownString,
  type Json,
  type JsonObject,
} from "../../../../codegen/src/source/json.ts";
import { contractOracle } from "../../../../codegen/test/agreement/ajv-oracle.ts";
import { contractIn } from "../../../../codegen/test/agreement/contract-in.ts";
import { type SampleArguments, sampleArguments } from "../sample-arguments.ts";
import { answerFaults } from "./answer-faults.ts";
import { type Callers, callersAt, type Outcome, outcomeOfCall } from "./callers.ts";
import { type PrismServer, startPrism } from "./prism-server.ts";
import { strictDocument } from "./strict-document.ts";

const contract = contractIn(join(import.meta.dirname, "../../../../schemas/stytch"));
const { operations } = contract;
const byAjv = contractOracle(contract);
const faultsOf = answerFaults(contract, byAjv);

let server: PrismServer;
let callers: Callers;

beforeAll(async () => {
  server = await startPrism(strictDocument(contract), "sdkmill");
  callers = callersAt(server.origin);
});

afterAll(() => server?.end());

function outcomeOf(
  form: "methods" | "functions",
  operation: Operation,
  sample: SampleArguments,
  prefer?: string,
): Promise<Outcome> {
  return outcomeOfCall(callers, form, operation, sample, prefer);
}

const accepted = [{ status: 200, violations: null }];

// More than a thousand requests.
const timeout = 180_000;

test(
  "every operation: each request is accepted, each answer is what the contract says",
  { timeout },
  async () => {
    const faults: unknown[] = [];
    const counts = { operations: 0, requests: 0, accepted: 0, valid: 0, properties: 0 };
    for (const operation of operations) {
      counts.operations += 1;
      for (const [index, sample] of sampleArguments(contract, operation).entries()) {
        // What Prism answers is an example with every property, or for one of the samples at random, by the seed.
        const prefer = `dynamic=${index === 1}`;
        const method = await outcomeOf("methods", operation, sample, prefer);
        const single = await outcomeOf("functions", operation, sample, prefer);
        counts.properties += Object.keys(sample.parameters).length;
        for (const { result, answers } of [method, single]) {
          counts.requests += 1;
          const isAccepted = JSON.stringify(answers) === JSON.stringify(accepted);
          const invalid = isAccepted ? faultsOf(operation, result) : [];
          if (isAccepted) counts.accepted += 1;
          if (isAccepted && invalid.length === 0) counts.valid += 1;
          else faults.push({ operation: operationIdentity(operation), answers, invalid, sample });
        }
        // The same of both, and of every run.
        if (JSON.stringify(method.result) !== JSON.stringify(single.result)) {
          faults.push({ operation: operationIdentity(operation), method, single });
        }
      }
    }
    process.stdout.write(`Prism: ${JSON.stringify(counts)}\n`);

    expect(faults).toStrictEqual([]);
    expect(counts).toMatchObject({ accepted: counts.requests, valid: counts.requests });
    expect(counts.requests).toBeGreaterThan(4 * operations.length);
    expect(operations.length).toBeGreaterThan(100);
  },
);

test("every operation: an answer without success is an error with its status and body", async () => {
  const found = [];
  for (const operation of operations) {
    const [sample] = sampleArguments(contract, operation);
    if (sample === undefined) throw new Error("There is no sample.");
    const { result } = await outcomeOf("methods", operation, sample, "code=404");
    found.push({
      operation: operationIdentity(operation),
      known: isApiError(result) && {
        status: result.status,
        requestId: result.requestId,
        faults: byAjv("api_error_v1_Error", JSON.parse(JSON.stringify(result.body))),
      },
    });
  }

  expect(found).toStrictEqual(
    operations.map((operation) => ({
      operation: operationIdentity(operation),
      known: { status: 404, requestId: "string", faults: [] },
    })),
  );
});

test("every operation: nothing is wrong with what is sent and answered if the client validates both", async () => {
  const validation = createValidation({ requests: "throw", responses: "throw" });
  const validating = callersAt(server.origin, { validation });
  const answered = [];
  for (const operation of operations) {
    const sample = sampleArguments(contract, operation).at(-1);
    if (sample === undefined) throw new Error("There is no sample.");
    const { result, answers } = await outcomeOfCall(validating, "methods", operation, sample, "dynamic=true");
    answered.push({
      answers,
      faults: result instanceof Error ? [result.message] : faultsOf(operation, result),
    });
  }

  expect(answered).toStrictEqual(operations.map(() => ({ answers: accepted, faults: [] })));
  // So that it is known to validate.
  const send = validating.methods.get("otps.sms.send");
  await expect(send?.({ phone_number: 7 })).rejects.toThrow(ValidationError);
  expect(validating.takeAnswers()).toStrictEqual([]);
});

test("every value of every enum that a property of a request has is accepted", async () => {
  const refused: string[] = [];
  let sent = 0;
  for (const operation of operations) {
    const [sample] = sampleArguments(contract, operation);
    for (const [name, schema] of Object.entries(propertiesOf(operation))) {
      for (const value of enumOf(schema)) {
        const { answers } = await outcomeOf("methods", operation, {
          headers: {},
          parameters: { ...sample?.parameters, [name]: value },
        });
        sent += 1;
        if (answers[0]?.status !== 200) refused.push(`${operationIdentity(operation)} ${name}: ${value}`);
      }
    }
  }
  process.stdout.write(`Prism: ${sent} values of enums accepted\n`);

  expect(refused).toStrictEqual([]);
  expect(sent).toBeGreaterThan(50);
});

describe("Prism refuses", () => {
  // So that it is known to hold requests against the schema of each operation.
  test("a body with a property of another type, of every operation that has one", async () => {
    const accepting: string[] = [];
    const refused: string[] = [];
    for (const operation of operations) {
      const sample = sampleArguments(contract, operation).at(-1);
      const properties = Object.keys(propertiesOf(operation));
      for (const name of properties) {
        const wrong = typeof sample?.parameters[name] === "string" ? 7 : "text";
        const { result, answers } = await outcomeOf("methods", operation, {
          headers: {},
          parameters: { ...sample?.parameters, [name]: wrong },
        });
        const [answer] = answers;
        const isRefused =
          isApiError(result) && result.status === 422 && answer?.violations?.includes(`"body","${name}"`);
        (isRefused === true ? refused : accepting).push(`${operationIdentity(operation)} ${name}`);
      }
    }
    const withBody = operations.filter((operation) => Object.keys(propertiesOf(operation)).length > 0);
    process.stdout.write(`Prism: ${refused.length} broken bodies of ${withBody.length} operations refused\n`);

    expect(accepting).toStrictEqual([]);
    expect(withBody.length).toBeGreaterThan(100);
  });

  test("a body with a property that the operation does not have, of every operation that has one", async () => {
    const accepting: string[] = [];
    for (const operation of operations.filter(({ body }) => body !== undefined)) {
      const [sample] = sampleArguments(contract, operation);
      const parameters = { ...sample?.parameters, another: 1 };
      const { answers } = await outcomeOf("methods", operation, { headers: {}, parameters });
      if (answers[0]?.violations?.includes("another") !== true) accepting.push(operationIdentity(operation));
    }

    expect(accepting).toStrictEqual([]);
  });

  test("a query without what it requires", async () => {
    const refused = new Set<string>();
    for (const operation of operations) {
      const [sample] = sampleArguments(contract, operation);
      const needed = operation.parameters.filter(({ required, in: place }) => required && place === "query");
      for (const { name } of needed) {
        const { [name]: _missing, ...others } = sample?.parameters ?? {};
        const { answers } = await outcomeOf("methods", operation, { headers: {}, parameters: others });
        expect(answers).toMatchObject([{ status: 422, violations: expect.stringContaining(name) }]);
        refused.add(name);
      }
    }

    expect([...refused]).toEqual(expect.arrayContaining(["member_id", "organization_id", "user_id"]));
  });

  test("a request without credentials, of every operation", async () => {
    const statuses = new Set<number>();
    for (const { httpMethod, path } of operations) {
      const { status } = await fetch(server.origin + path.replaceAll(/[{}]/g, ""), {
        method: httpMethod.toUpperCase(),
        ...(httpMethod === "get" ? {} : { body: "{}", headers: { "content-type": "application/json" } }),
      });
      statuses.add(status);
    }

    expect([...statuses]).toStrictEqual([401]);
  });

  test("a path and a method that are not in the document", async () => {
    const elsewhere = callersAt(`${server.origin}/v2`);
    const call = elsewhere.methods.get("users.get");
    const error = await call?.({ user_id: "user-test-1" }).catch((thrown: unknown) => thrown);

    expect(isApiError(error) && error.status).toBe(404);
    expect((await fetch(`${server.origin}/v1/users/user-test-1`, { method: "PATCH" })).status).toBe(405);
  });
});

function propertiesOf({ body }: Operation): JsonObject {
  return ownObject(referenced(body?.schema), "properties");
}

function enumOf(schema: Json): readonly Json[] {
  return ownArray(referenced(schema), "enum");
}

function referenced(schema: Json | undefined): Json | undefined {
  const key = referencedKey(ownString(schema, "$ref"));
  return contract.schemas.find((candidate) => candidate.key === key)?.schema;
}
