import { ConnectionError } from "@sdkmill/stytch-client";
import { RequestError, StytchError } from "stytch";
import { expect, vi } from "vitest";
import { resetAfterBody } from "../../../../runtime/test/fault-answers.ts";
import { refusingOrigin } from "../../../../runtime/test/fault-server.ts";
import { holdTimers } from "../../../../runtime/test/faults/hold-timers.ts";
import { startFaults } from "../../../../runtime/test/faults/set-up.ts";
import { ownClient, startBoth, vendorClients } from "../both-clients.ts";
import { failureOf } from "../failure-of.ts";
import type { Line } from "../line.ts";
import { apiFailure, fineUser, login, unavailable, user, userId } from "../samples.ts";

export const retries: readonly Line[] = [
  {
    what: "a read is sent again after 503, a search too",
    ours: "yes",
    theirs: "`StytchError` after the first answer",
    check: async () => {
      const script = {
        "/v1/users/user-test-1": [unavailable, fineUser],
        "/v1/users/search": [unavailable, fineUser],
      };
      const { ours, theirs } = await startBoth(script);

      expect(await ours.client.users.get(userId)).toStrictEqual(user);
      expect(await ours.client.users.search({})).toStrictEqual(user);
      expect(ours.server.whole()).toHaveLength(4);
      expect(await failureOf(theirs.client.users.get(userId))).toBeInstanceOf(StytchError);
      expect(await failureOf(theirs.client.users.search({}))).toBeInstanceOf(StytchError);
      expect(theirs.server.whole()).toHaveLength(2);
    },
  },
  {
    what: "a read is sent again after a lost connection",
    ours: "yes",
    theirs: "`RequestError` at once",
    check: async () => {
      const { ours, theirs } = await startBoth([resetAfterBody, fineUser]);

      expect(await ours.client.users.get(userId)).toStrictEqual(user);
      expect(ours.server.whole()).toHaveLength(2);
      expect(await failureOf(theirs.client.users.get(userId))).toBeInstanceOf(RequestError);
      expect(theirs.server.whole()).toHaveLength(1);
    },
  },
  {
    what: "`Retry-After` is waited for, in seconds or as a date, by all calls",
    ours: "yes",
    theirs: "fails at once, and does not tell the header",
    check: async () => {
      const { ours, theirs } = await startBoth([
        apiFailure(429, "too_many_requests", { "retry-after": "7" }),
        apiFailure(503, "service_unavailable", {
          date: "Sat, 21 Nov 2026 10:00:00 GMT",
          "retry-after": "Sat, 21 Nov 2026 10:00:09 GMT",
        }),
        fineUser,
      ]);
      const { slept } = holdTimers();

      // Not a read: it is sent once, unless the API itself says to come back.
      expect(await ours.client.passwords.authenticate(login)).toStrictEqual(user);
      expect(slept).toStrictEqual([7_000, 9_000]);
      const error = await failureOf(theirs.client.passwords.authenticate(login));
      expect(error["error_type"]).toBe("too_many_requests");
      expect(JSON.stringify([error, error.message])).not.toMatch(/retry.after|"7"/i);
      expect(theirs.server.whole()).toHaveLength(1);
    },
  },
  {
    what: "a refused connection is tried again, even by what is sent only once",
    ours: "yes",
    theirs: "`RequestError` at once",
    check: async () => {
      const origin = await refusingOrigin();
      const fetched = vi.spyOn(globalThis, "fetch");
      const { client } = vendorClients({ env: origin });
      expect(await failureOf(client.passwords.authenticate(login))).toBeInstanceOf(RequestError);
      expect(fetched).toHaveBeenCalledTimes(1);
      fetched.mockClear();
      const start = async ({ attempt }: { readonly attempt: number }): Promise<void> => {
        if (attempt === 2) await startFaults([fineUser], Number(new URL(origin).port));
      };
      vi.spyOn(Math, "random").mockReturnValue(0);

      const own = ownClient(origin, { hooks: { onRequest: start } });
      expect(await own.passwords.authenticate(login)).toStrictEqual(user);
      expect(fetched).toHaveBeenCalledTimes(2);
    },
  },
  {
    what: "an error says whether the API may have done what was asked",
    ours: '`outcome`: `"not-sent"` or `"unknown"`',
    theirs: "both times a `RequestError` with the same message",
    check: async () => {
      const { ours, theirs } = await startBoth([resetAfterBody]);
      const origin = await refusingOrigin();
      const refused = vendorClients({ env: origin });

      const lost = await failureOf(ours.client.passwords.authenticate(login));
      expect(lost).toBeInstanceOf(ConnectionError);
      expect(lost).toMatchObject({ outcome: "unknown" });
      expect(await failureOf(ownClient(origin).passwords.authenticate(login))).toMatchObject({
        outcome: "not-sent",
      });
      // Sent again, a one-time token would be told to be used up.
      expect(ours.server.whole()).toHaveLength(1);
      const [one, other] = [
        await failureOf(theirs.client.passwords.authenticate(login)),
        await failureOf(refused.client.passwords.authenticate(login)),
      ];
      expect([one, other].every((error) => error instanceof RequestError)).toBe(true);
      expect({ ...one }).toStrictEqual({ ...other });
      expect([one.message, one.cause]).toStrictEqual([other.message, other.cause]);
    },
  },
  {
    what: "retries have a budget: requests for 30 reads in an outage",
    ours: "40, of 90 without it",
    theirs: "30, since it has no retries",
    check: async () => {
      const reads = Array.from({ length: 30 });
      const { ours, theirs } = await startBoth([unavailable]);
      for (const _ of reads) await failureOf(ours.client.users.get(userId));
      for (const _ of reads) await failureOf(theirs.client.users.get(userId));
      expect(ours.server.whole()).toHaveLength(40);
      expect(theirs.server.whole()).toHaveLength(30);

      const unlimited = await startBoth([unavailable], { retryBudget: Infinity });
      for (const _ of reads) await failureOf(unlimited.ours.client.users.get(userId));
      expect(unlimited.ours.server.whole()).toHaveLength(90);
    },
  },
];
