import { sValidator } from "@hono/standard-validator";
import * as barrel from "@sdkmill/stytch-validators";
import {
  validateB2bOtpSmsSendRequest,
  validateB2bOtpSmsSendResponse,
  validateCustomRole,
  type validateSsoAuthenticateResponse,
  type Validator,
} from "@sdkmill/stytch-validators";
import type { B2bOtpSmsSendRequest, CustomRole, SsoAuthenticateResponse } from "@sdkmill/stytch-types";
import type { StandardSchemaV1 } from "@standard-schema/spec";
import { initTRPC, TRPCError, type inferRouterInputs, type inferRouterOutputs } from "@trpc/server";
import { Hono } from "hono";
import { hc, type InferRequestType } from "hono/client";
import { describe, expect, expectTypeOf, test } from "vitest";
import { repositoryRoot, typeErrors } from "../../../codegen/test/generated-type-check.ts";

// The validators as they are, in what other people wrote: no adapter, no cast, no type argument. The
// assertions on types hold because `pnpm typecheck` compiles this file; those that a wrong type must
// break have `@ts-expect-error`, which is an error itself where nothing is wrong.

const request: B2bOtpSmsSendRequest = { organization_id: "o", member_id: "m", locale: "fr" };
const broken = { organization_id: 1 };
const issues = validateB2bOtpSmsSendRequest.issues(broken);

/** A line that compiles if a validator is a Standard Schema of a type, and of no other. */
function typeCheckOf(validator: string, type: string): string {
  const exact = `Exact<StandardSchemaV1.InferOutput<typeof v.${validator}>, t.${type}>`;
  return `export const ${validator}: Schema<t.${type}> & ${exact} = v.${validator};`;
}

function typeChecks(lines: readonly string[]): string {
  return [
    `import type { StandardSchemaV1 } from "@standard-schema/spec";`,
    `import type * as t from "@sdkmill/stytch-types";`,
    `import * as v from "@sdkmill/stytch-validators";`,
    `type Schema<T> = StandardSchemaV1<unknown, T> & StandardSchemaV1<T, T>;`,
    `type Same<A> = <T>() => T extends A ? 1 : 2;`,
    `type Exact<A, B> = Same<A> extends Same<B> ? unknown : never;`,
    ...lines,
  ].join("\n");
}

describe("the types are those of the specification", () => {
  test("for what is validated, and for what comes out", () => {
    type Schema = typeof validateB2bOtpSmsSendRequest;

    expectTypeOf<Schema>().toExtend<StandardSchemaV1>();
    expectTypeOf<Schema>().toExtend<StandardSchemaV1<unknown, B2bOtpSmsSendRequest>>();
    expectTypeOf<Schema>().toExtend<StandardSchemaV1<B2bOtpSmsSendRequest, B2bOtpSmsSendRequest>>();
    expectTypeOf<Schema>().not.toExtend<StandardSchemaV1<unknown, SsoAuthenticateResponse>>();
    expectTypeOf<StandardSchemaV1.InferInput<Schema>>().toEqualTypeOf<B2bOtpSmsSendRequest>();
    expectTypeOf<StandardSchemaV1.InferOutput<Schema>>().toEqualTypeOf<B2bOtpSmsSendRequest>();
    expectTypeOf<
      StandardSchemaV1.InferOutput<typeof validateSsoAuthenticateResponse>
    >().toEqualTypeOf<SsoAuthenticateResponse>();
  });

  test("where a value is assigned", () => {
    const role: StandardSchemaV1<unknown, CustomRole> = validateCustomRole;
    // @ts-expect-error A role is no answer.
    const answer: StandardSchemaV1<unknown, SsoAuthenticateResponse> = validateCustomRole;

    expect(answer).toBe(role);
  });

  test("in a list of validators of several types", () => {
    const validators: readonly Validator<unknown>[] = [validateCustomRole, validateB2bOtpSmsSendRequest];
    const schemas: readonly StandardSchemaV1[] = validators;
    const accepted = schemas.map((schema) => "value" in schema["~standard"].validate(request));

    expect(accepted).toStrictEqual([false, true]);
  });

  test("for all of the barrel", () => {
    const names = Object.keys(barrel).filter((name) => name.startsWith("validate"));
    const folder = `${repositoryRoot}/packages/stytch-validators/test`;
    const right = names.map((name) => typeCheckOf(name, name.slice("validate".length)));
    const wrong = typeCheckOf("validateCustomRole", "Member");

    expect(right.length).toBeGreaterThan(500);
    expect(typeErrors(new Map([[`${folder}/right.ts`, typeChecks(right)]]))).toStrictEqual([]);
    expect(typeErrors(new Map([[`${folder}/wrong.ts`, typeChecks([wrong])]]))).toHaveLength(1);
  });
});

/** What a library does that knows the specification and nothing else. */
async function parse<Schema extends StandardSchemaV1>(
  schema: Schema,
  value: unknown,
): Promise<StandardSchemaV1.Result<StandardSchemaV1.InferOutput<Schema>>> {
  return schema["~standard"].validate(value);
}

describe("a library that knows the specification alone", () => {
  test("gets the value, with its type", async () => {
    const result = await parse(validateB2bOtpSmsSendRequest, request);

    if (result.issues !== undefined) throw new Error("The value is valid.");
    expectTypeOf(result.value).toEqualTypeOf<B2bOtpSmsSendRequest>();
    expect(result).toStrictEqual({ value: request });
    expect(result.value).toBe(request);
  });

  test("gets the issues, each with a message and the path as keys", async () => {
    const result = await parse(validateB2bOtpSmsSendRequest, broken);

    expect(result).toStrictEqual({ issues });
    expect(issues.map(({ path }) => path).toSorted()).toStrictEqual([["member_id"], ["organization_id"]]);
    expect(issues.filter(({ message }) => message === "")).toStrictEqual([]);
  });

  test("may call `validate` without its object", () => {
    const { validate, version, vendor } = validateCustomRole["~standard"];

    expect({ version, vendor }).toStrictEqual({ version: 1, vendor: "sdkmill" });
    expect(validate(null)).toStrictEqual(validateCustomRole(null));
  });
});

describe("tRPC", () => {
  const trpc = initTRPC.create();
  const router = trpc.router({
    send: trpc.procedure.input(validateB2bOtpSmsSendRequest).mutation(({ input }) => {
      expectTypeOf(input).toEqualTypeOf<B2bOtpSmsSendRequest>();
      return { received: input };
    }),
    answer: trpc.procedure
      .input(validateCustomRole)
      .output(validateB2bOtpSmsSendResponse)
      // @ts-expect-error A role is no answer.
      .query(({ input }) => input),
  });
  const caller = trpc.createCallerFactory(router)({});

  test("infers the type of the input", () => {
    expectTypeOf<inferRouterInputs<typeof router>["send"]>().toEqualTypeOf<B2bOtpSmsSendRequest>();
    expectTypeOf<inferRouterInputs<typeof router>["answer"]>().toEqualTypeOf<CustomRole>();
    expectTypeOf<inferRouterOutputs<typeof router>["send"]>().toEqualTypeOf<{
      received: B2bOtpSmsSendRequest;
    }>();
  });

  // Prevents: a procedure that gets `undefined` in place of its input. tRPC takes a function with an
  // `assert` for a schema of ArkType, and what `assert` returns for the input.
  test("hands a good input to the procedure", async () => {
    expect(await caller.send(request)).toStrictEqual({ received: request });
  });

  test("answers a bad input with BAD_REQUEST and the issues", async () => {
    // @ts-expect-error It is an input that does not compile.
    const refused: unknown = await caller.send(broken).catch((error: unknown) => error);

    if (!(refused instanceof TRPCError)) throw new Error("The input is not valid.");
    const { cause } = refused as { readonly cause?: { readonly issues?: readonly StandardSchemaV1.Issue[] } };
    expect(refused.code).toBe("BAD_REQUEST");
    expect(cause?.issues).toStrictEqual(issues);
  });

  test("refuses an output that is not valid", async () => {
    const role: CustomRole = { role_id: "r", description: "d", permissions: [] };

    await expect(caller.answer(role)).rejects.toMatchObject({
      code: "INTERNAL_SERVER_ERROR",
      message: "Output validation failed",
    });
  });
});

describe("Hono", () => {
  const app = new Hono().post("/send", sValidator("json", validateB2bOtpSmsSendRequest), (context) => {
    const body = context.req.valid("json");
    expectTypeOf(body).toEqualTypeOf<B2bOtpSmsSendRequest>();
    return context.json({ received: body });
  });
  const send = (body: unknown): Response | Promise<Response> =>
    app.request("/send", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  test("infers the type of the body, for its client too", () => {
    const client = hc<typeof app>("http://127.0.0.1");
    type Sent = InferRequestType<typeof client.send.$post>;

    expectTypeOf<Sent>().toEqualTypeOf<{ json: B2bOtpSmsSendRequest }>();
  });

  test("answers a good body with 200", async () => {
    const response = await send(request);

    expect(response.status).toBe(200);
    expect(await response.json()).toStrictEqual({ received: request });
  });

  test("answers a bad body with 400 and the issues", async () => {
    const response = await send(broken);

    expect(response.status).toBe(400);
    expect(await response.json()).toStrictEqual({ success: false, data: broken, error: issues });
  });

  test("leaves the answer to a hook", async () => {
    const strict = new Hono().post(
      "/role",
      sValidator("json", validateCustomRole, (result, context) => {
        if (!result.success) return context.json(result.error, 422);
        expectTypeOf(result.data).toEqualTypeOf<CustomRole>();
        return undefined;
      }),
      (context) => context.body(null, 204),
    );
    const response = await strict.request("/role", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "[]",
    });

    expect(response.status).toBe(422);
    expect(await response.json()).toStrictEqual(validateCustomRole.issues([]));
  });
});
