import {
  type ApiPromise,
  createStytch,
  type Hooks,
  type StytchOptions,
  ValidationError,
} from "@sdkmill/stytch-client";
import { createValidation } from "@sdkmill/stytch-client/validation";
import type { UserGetResponse } from "@sdkmill/stytch-types";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, expectTypeOf, type Mock, test, vi } from "vitest";
import { dottedName } from "../../../codegen/src/contract/operation-names.ts";
import { referencedKey } from "../../../codegen/src/contract/component-schemas.ts";
import { own, ownObject, ownString } from "../../../codegen/src/source/json.ts";
import { contractIn } from "../../../codegen/test/agreement/contract-in.ts";
import { methodsOf } from "./client-methods.ts";

type Stytch = ReturnType<typeof createStytch>;

let sent: string[] = [];
let warn: Mock<typeof console.warn>;

beforeEach(() => {
  sent = [];
  warn = vi.spyOn(console, "warn").mockReturnValue();
});

afterEach(() => warn.mockRestore());

/** A client whose calls get this answer. */
function stytchWith(
  validation: StytchOptions["validation"],
  answer: unknown = {},
  hooks: Hooks = {},
): Stytch {
  return createStytch({
    ...{ projectId: "project-test-1", secret: "hidden-key", validation, hooks },
    fetch: (url, { method }) => {
      sent.push(`${method} ${url}`);
      return Promise.resolve(Response.json(answer));
    },
  });
}

const url = "POST https://test.stytch.com/v1/users";
// What nobody would send, and no type allows.
const wrong = { email: 7, nonsense: true } as object as { readonly email: string };
const wrongIssues = [
  { pointer: "/nonsense", keyword: "additionalProperties" },
  { pointer: "/email", keyword: "type" },
];

describe("a request that is not valid", () => {
  test("is not sent, if it is to throw", async () => {
    const error: unknown = await stytchWith(createValidation({ requests: "throw" }))
      .users.create(wrong)
      .catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(ValidationError);
    expect(error).toMatchObject({ operation: "POST /v1/users", subject: "request", issues: wrongIssues });
    expect(sent).toStrictEqual([]);
    expect(warn).not.toHaveBeenCalled();
  });

  test("is sent, and the hook is told, if it is to warn", async () => {
    const onInvalid = vi.fn<NonNullable<Hooks["onInvalid"]>>();
    const validation = createValidation({ requests: "warn" });
    await stytchWith(validation, {}, { onInvalid }).users.create(wrong);

    expect(onInvalid.mock.calls).toMatchObject([
      [{ call: 1, operation: "POST /v1/users", subject: "request", issues: wrongIssues }],
    ]);
    expect(sent).toStrictEqual([url]);
    expect(warn).not.toHaveBeenCalled();
  });

  test("is sent, and the console is told where, if no hook is there", async () => {
    await stytchWith(createValidation({ requests: "warn" })).users.create(wrong);

    expect(warn.mock.calls).toStrictEqual([
      ["The request of POST /v1/users is not valid: /nonsense (additionalProperties), /email (type)"],
    ]);
    expect(sent).toStrictEqual([url]);
  });

  test.each([undefined, {}, { requests: "off" }, { responses: "off" }] as const)(
    "is sent in silence otherwise: %j",
    async (options) => {
      await stytchWith(createValidation(options)).users.create(wrong);

      expect(sent).toStrictEqual([url]);
      expect(warn).not.toHaveBeenCalled();
    },
  );
});

describe("an answer that is not valid", () => {
  const answer = { request_id: "request-1", status_code: "200", user: {}, user_id: "user-test-1" };
  const promise = (options: Parameters<typeof createValidation>[0]): ApiPromise<UserGetResponse> =>
    stytchWith(createValidation(options), answer).users.get({ user_id: "user-test-1" });

  test("is thrown, after it was sent once", async () => {
    const error: unknown = await promise({ responses: "throw" }).catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(ValidationError);
    expect(error).toMatchObject({ operation: "GET /v1/users/{user_id}", subject: "response" });
    const { issues } = error as ValidationError;
    expectTypeOf(issues).toExtend<readonly { readonly pointer: string }[]>();
    expect(issues).toContainEqual(expect.objectContaining({ pointer: "/status_code", keyword: "type" }));
    expect(sent).toHaveLength(1);
  });

  test("is given back as it is, if it is to warn, or nothing was said", async () => {
    expect(await promise({ responses: "warn" })).toStrictEqual(answer);
    expect(warn).toHaveBeenCalledOnce();
    expect(await promise({ requests: "throw", responses: "off" })).toStrictEqual(answer);
    expect(warn).toHaveBeenCalledOnce();
  });

  test("may have properties that are not known yet", async () => {
    const strength = {
      ...{
        request_id: "request-1",
        status_code: 200,
        valid_password: true,
        score: 4,
        breached_password: false,
      },
      ...{ breach_detection_on_create: true, strength_policy: "policy of tomorrow", new_property: 1 },
      feedback: { warning: "", suggestions: [] },
    };
    const validation = createValidation({ requests: "throw", responses: "throw" });

    expect(await stytchWith(validation, strength).passwords.strengthCheck({ password: "p" })).toStrictEqual(
      strength,
    );
  });
});

const contract = contractIn(join(import.meta.dirname, "../../../schemas/stytch"));
const schemas = new Map(contract.schemas.map(({ key, schema, position }) => [key, { schema, position }]));

/** Operations with secret properties in their bodies, and no validator of answers for them. */
const secretive = contract.operations.flatMap(({ name, body, parameters }) => {
  const key = referencedKey(ownString(body?.schema ?? true, "$ref")) ?? "";
  const { schema = true, position } = schemas.get(key) ?? {};
  const secrets = Object.entries(ownObject(schema, "properties"))
    .filter(([, property]) => own(property, "x-sdkmill-secret") === true)
    .map(([property]) => property);
  const inPath = parameters.filter((parameter) => parameter.in === "path").map((parameter) => parameter.name);
  return secrets.length === 0 || position !== "request" ? [] : [{ name: dottedName(name), secrets, inPath }];
});

describe("a secret is never told", () => {
  test("there are operations that take some", () => {
    expect(secretive.length).toBeGreaterThan(50);
  });

  // Prevents: a password in the log of a program that called with an array in place of it.
  test.each([[["tell-nobody"]], { "tell-nobody": "tell-nobody" }, 314_159_265, true])(
    "by a request with %j in its place",
    async (value) => {
      const validation = createValidation({ requests: "throw" });
      const callers = new Map(methodsOf(stytchWith(validation)).map(({ name, call }) => [name, call]));
      const told: unknown[] = [];
      const untold: unknown[] = [];
      for (const { name, secrets, inPath } of secretive) {
        const parameters = [
          ...inPath.map((parameter) => [parameter, "id"]),
          ...secrets.map((property) => [property, value]),
        ];
        const error: unknown = await callers
          .get(name)?.(Object.fromEntries(parameters))
          .catch((thrown: unknown) => thrown);
        const { issues = [] } = error as Partial<ValidationError>;
        const missed = secrets.filter(
          (secret) => !issues.some(({ pointer }) => pointer.startsWith(`/${secret}`)),
        );
        untold.push(...missed.map((secret) => `${name} ${secret}`));
        const text = inspect(error, { depth: Infinity, showHidden: true }) + JSON.stringify(error);
        if (/tell-nobody|314_?159_?265/.test(text)) told.push(name, text);
      }

      expect({ told, untold, sent }).toStrictEqual({ told: [], untold: [], sent: [] });
    },
  );

  test("by an answer, nor by a secret deep inside of a request", async () => {
    const answer = { session_jwt: 314_159_265, session_token: ["tell-nobody"] };
    const validation = createValidation({ requests: "throw", responses: "throw" });
    const { sessions, passwords } = stytchWith(validation, answer);
    const argon = { salt: ["tell-nobody"] } as object;
    const errors = await Promise.all([
      sessions.authenticate({ session_token: "t" }).catch((thrown: unknown) => thrown),
      passwords
        .migrate({
          email: "a@example.com",
          hash: "h",
          hash_type: "argon_2id",
          argon_2_config: argon as never,
        })
        .catch((thrown: unknown) => thrown),
    ]);

    expect(errors).toMatchObject([
      {
        subject: "response",
        issues: expect.arrayContaining([expect.objectContaining({ pointer: "/session_token" })]),
      },
      {
        subject: "request",
        issues: expect.arrayContaining([expect.objectContaining({ pointer: "/argon_2_config/salt" })]),
      },
    ]);
    expect(inspect(errors, { depth: Infinity })).not.toMatch(/tell-nobody|314159265/);
  });
});
