import { ApiError } from "@sdkmill/stytch-client";
import { createValidation } from "@sdkmill/stytch-client/validation";
import { expect } from "vitest";
import { answer, json } from "../../../../runtime/test/fault-answers.ts";
import { startBoth } from "../both-clients.ts";
import { endlessAnswer } from "../endless-answer.ts";
import { failureOf } from "../failure-of.ts";
import type { Line } from "../line.ts";
import { badGateway, fineUser, login, user, userId } from "../samples.ts";

export const answers: readonly Line[] = [
  {
    what: "an HTML page with status 502 keeps its status and its text",
    ours: "`status` and `text` of `ApiError`",
    theirs: "neither: `Unable to parse JSON`",
    check: async () => {
      const { ours, theirs } = await startBoth([answer(502, { "content-type": "text/html" }, badGateway)]);

      const error = await failureOf(ours.client.passwords.authenticate(login));
      expect(error).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({ status: 502, text: badGateway });
      const other = await failureOf(theirs.client.passwords.authenticate(login));
      expect(other.message).toMatch("Unable to parse JSON");
      expect(JSON.stringify([other, other.message])).not.toMatch(/502|Bad Gateway/);
    },
  },
  {
    what: "an empty answer and broken JSON keep their status",
    ours: "`status` of `ApiError`",
    theirs: "no: `Unable to parse JSON`",
    check: async () => {
      const type = { "content-type": "application/json" };
      for (const [status, body] of [
        [500, ""],
        [200, ""],
        [503, '{"error_type":'],
        [200, '{"user_id":'],
      ] as const) {
        const { ours, theirs } = await startBoth([answer(status, type, body)]);

        const error = await failureOf(ours.client.passwords.authenticate(login));
        expect(error).toBeInstanceOf(ApiError);
        expect(error).toMatchObject({ status });
        const other = await failureOf(theirs.client.passwords.authenticate(login));
        expect(other.message).toMatch("Unable to parse JSON");
        expect(JSON.stringify([other, other.message])).not.toContain(`${status}`);
      }
    },
  },
  {
    what: "`null` is no success",
    ours: "`ApiError`",
    theirs: "gives `null`, which its types exclude",
    check: async () => {
      const { ours, theirs } = await startBoth([json(200, null)]);

      const error = await failureOf(ours.client.users.get(userId));
      expect(error).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({ status: 200 });
      const given: NonNullable<unknown> = await theirs.client.users.get(userId);
      expect(given).toBe(null);
    },
  },
  {
    what: "an answer without end is cut off",
    ours: "at 10 MiB; `maxResponseBytes`",
    theirs: "read on at 64 MiB",
    check: async () => {
      const ends: ("client" | "server")[] = [];
      const { ours, theirs } = await startBoth([endlessAnswer(ends)]);

      const error = await failureOf(ours.client.users.get(userId));
      expect(error).toBeInstanceOf(ApiError);
      expect(error.message).toContain("more than `maxResponseBytes`");
      await ours.server.isQuiet();
      expect(ends).toStrictEqual(["client"]);
      await failureOf(theirs.client.users.get(userId));
      expect(ends).toStrictEqual(["client", "server"]);

      // The limit to the byte.
      const { ours: exact } = await startBoth([
        json(200, "x".repeat(10 * 1_048_576 - 2)),
        json(200, "x".repeat(10 * 1_048_576 - 1)),
      ]);
      expect(await exact.client.users.get(userId)).toHaveLength(10 * 1_048_576 - 2);
      expect(await failureOf(exact.client.users.get(userId))).toMatchObject({ status: 200 });
    },
  },
  {
    what: "what is sent and what comes is held against the contract, if that is asked for",
    ours: "`ValidationError` with all issues",
    theirs: "never",
    check: async () => {
      const validation = createValidation({ requests: "throw", responses: "throw" });
      const { ours, theirs } = await startBoth([fineUser], { validation });

      const error = await failureOf(ours.client.users.get(userId));
      expect(error).toMatchObject({ name: "ValidationError", subject: "response" });
      expect((error["issues"] as readonly unknown[]).length).toBeGreaterThan(3);
      // What comes is not what its types promise.
      expect(await theirs.client.users.get(userId)).toStrictEqual(user);

      const wrong = { email: 5, password: 5 } as unknown as typeof login;
      expect(await failureOf(ours.client.passwords.authenticate(wrong))).toMatchObject({
        subject: "request",
        issues: [{ pointer: "/email" }, { pointer: "/password" }],
      });
      expect(ours.server.whole("/v1/passwords/authenticate")).toHaveLength(0);
      await theirs.client.passwords.authenticate(wrong);
      expect(theirs.server.whole("/v1/passwords/authenticate")).toHaveLength(1);
    },
  },
];
