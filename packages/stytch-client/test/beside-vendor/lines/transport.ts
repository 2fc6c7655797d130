import { ApiError, createStytch } from "@sdkmill/stytch-client";
import { expect, onTestFinished, vi } from "vitest";
import { answer, fine } from "../../../../runtime/test/fault-answers.ts";
import { startFaults } from "../../../../runtime/test/faults/set-up.ts";
import { basicCredentials, credentials, ownClient, startBoth, vendorClients } from "../both-clients.ts";
import { failureOf } from "../failure-of.ts";
import type { Line } from "../line.ts";
import { fineUser, login, user, userId } from "../samples.ts";

const organization = { organization_id: "organization-test-1" } as const;

export const transport: readonly Line[] = [
  {
    what: "a path parameter `..` is refused before anything is sent",
    ours: "`TypeError`",
    theirs: "calls another operation: for a member, that of the organization",
    check: async () => {
      const { ours, theirs } = await startBoth([fine]);
      const member = { ...organization, member_id: ".." };

      const error = await failureOf(ours.client.b2b.organizations.members.deleteExternalId(member));
      expect(error).toBeInstanceOf(TypeError);
      expect(ours.server.connections).toBe(0);
      await theirs.b2b.organizations.members.deleteExternalId(member);
      await theirs.b2b.organizations.deleteExternalId(organization);
      const [sent, meant] = theirs.server.whole();
      expect(sent).toMatchObject({
        method: "DELETE",
        target: "/v1/b2b/organizations/organization-test-1/external_id",
      });
      expect(sent?.target).toBe(meant?.target);
    },
  },
  {
    what: "an empty path parameter is refused before anything is sent",
    ours: "`TypeError`",
    theirs: "sends `GET /v1/users/`",
    check: async () => {
      const { ours, theirs } = await startBoth([fine]);

      expect(await failureOf(ours.client.users.get({ user_id: "" }))).toBeInstanceOf(TypeError);
      expect(ours.server.connections).toBe(0);
      await theirs.client.users.get({ user_id: "" });
      expect(theirs.server.whole()).toMatchObject([{ method: "GET", target: "/v1/users/" }]);
    },
  },
  {
    what: "a redirect (307) does not carry the password to another server",
    ours: "`ApiError` with status 307",
    theirs: "it does",
    check: async () => {
      const elsewhere = await startFaults([fine]);
      const { ours, theirs } = await startBoth([answer(307, { location: `${elsewhere.origin}/here` })]);

      const error = await failureOf(ours.client.passwords.authenticate(login));
      expect(error).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({ status: 307 });
      expect(elsewhere.connections).toBe(0);
      await theirs.client.passwords.authenticate(login);
      expect(elsewhere.whole()).toMatchObject([{ target: "/here", body: JSON.stringify(login) }]);
    },
  },
  {
    what: "the credentials are sent by https only, but to this machine",
    ours: "`TypeError`, at once",
    theirs: "`custom_base_url` is checked, `env` is not",
    check: async () => {
      const baseUrl = "http://api.example";
      const fetched = vi.spyOn(globalThis, "fetch").mockImplementation(async () => Response.json(user));

      expect(() => createStytch({ ...credentials, baseUrl })).toThrow(TypeError);
      expect(() => ownClient(baseUrl)).toThrow(TypeError);
      expect(() => vendorClients({ custom_base_url: baseUrl })).toThrow("must use HTTPS");
      await vendorClients({ env: baseUrl }).client.users.get(userId);
      expect(fetched.mock.lastCall).toMatchObject([
        "http://api.example/v1/users/user-test-1",
        { headers: { Authorization: `Basic ${basicCredentials}` } },
      ]);
      expect(fetched).toHaveBeenCalledTimes(1);
    },
  },
  {
    what: "a base URL keeps its path (a gateway)",
    ours: "yes",
    theirs: "it is dropped",
    check: async () => {
      const { ours, theirs } = await startBoth([fineUser]);
      await ownClient(`${ours.server.origin}/gateway/`).users.get(userId);
      await vendorClients({ env: `${theirs.server.origin}/gateway/` }).client.users.get(userId);

      expect(ours.server.whole().map(({ target }) => target)).toStrictEqual([
        "/gateway/v1/users/user-test-1",
      ]);
      expect(theirs.server.whole().map(({ target }) => target)).toStrictEqual(["/v1/users/user-test-1"]);
    },
  },
  {
    what: "in a browser, where everybody could read the secret, no client is made",
    ours: "`TypeError`; `dangerouslyAllowBrowser`",
    theirs: "it is made",
    check: () => {
      onTestFinished(() => void vi.unstubAllGlobals());
      vi.stubGlobal("document", {});

      expect(() => createStytch(credentials)).toThrow(/`dangerouslyAllowBrowser`/);
      expect(() => createStytch({ ...credentials, dangerouslyAllowBrowser: true })).not.toThrow();
      expect(() => vendorClients({})).not.toThrow();
    },
  },
];
