import { createStytch } from "@sdkmill/stytch-client";
import { expect, onTestFinished, vi } from "vitest";
import { json } from "../../../../runtime/test/fault-answers.ts";
import type { Fault } from "../../../../runtime/test/fault-server.ts";
import { methodsOf } from "../../client-methods.ts";
import { vendorMethodsOf } from "../../wire/vendor-methods.ts";
import { credentials, startBoth, vendorClients } from "../both-clients.ts";
import type { Line } from "../line.ts";

/** Two pages of an answer. */
function pages(items: string, id: string): readonly Fault[] {
  return [
    json(200, { [items]: [{ [id]: "1" }, { [id]: "2" }], results_metadata: { next_cursor: "second" } }),
    json(200, { [items]: [{ [id]: "3" }], results_metadata: { next_cursor: "" } }),
  ];
}

async function allOf<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  return Array.fromAsync(items);
}

/** Operations of ours that can be gone through. */
async function pagedOperations(): Promise<readonly string[]> {
  onTestFinished(() => void vi.unstubAllGlobals());
  const fetch = async (): Promise<Response> => Response.json({});
  const client = createStytch({ ...credentials, fetch, maxRetries: 0 });
  const names: string[] = [];
  for (const { name, call } of methodsOf(client)) {
    const promise = call({});
    if (Symbol.asyncIterator in promise) names.push(name);
    // Without parameters most are refused.
    await promise.catch(() => undefined);
  }
  return names;
}

export const searches: readonly Line[] = [
  {
    what: "`for await` goes over all organizations and all members",
    ours: "yes; 7 operations are paged",
    theirs: "users only",
    check: async () => {
      const organizations = "/v1/b2b/organizations/search";
      const members = "/v1/b2b/organizations/members/search";
      const { ours } = await startBoth({
        [organizations]: pages("organizations", "organization_id"),
        [members]: pages("members", "member_id"),
      });
      const { b2b } = ours.client;
      const ids = { organization_ids: ["organization-test-1"] };

      expect((await allOf(b2b.organizations.search())).map((one) => one.organization_id)).toStrictEqual([
        "1",
        "2",
        "3",
      ]);
      expect((await allOf(b2b.organizations.members.search(ids))).map((one) => one.member_id)).toStrictEqual([
        "1",
        "2",
        "3",
      ]);
      expect(ours.server.whole(members).map(({ body = "" }) => JSON.parse(body))).toStrictEqual([
        ids,
        { ...ids, cursor: "second" },
      ]);
      expect(await pagedOperations()).toHaveLength(7);

      const { client, b2b: other } = vendorClients({});
      const methods = [...vendorMethodsOf(client, "Client"), ...vendorMethodsOf(other, "B2BClient")];
      expect(methods.map(({ name }) => name).filter((name) => /all$|iter|page/i.test(name))).toStrictEqual([
        "Client.users.searchAll",
      ]);
    },
  },
  {
    what: "`for await` goes over users one by one, or over pages",
    ours: "both",
    theirs: "over arrays: the pages",
    check: async () => {
      const { ours, theirs } = await startBoth(pages("results", "user_id"));
      const idOf = ({ user_id }: { readonly user_id: string }): string => user_id;

      expect((await allOf(ours.client.users.search({}))).map(idOf)).toStrictEqual(["1", "2", "3"]);
      const again = await startBoth(pages("results", "user_id"));
      const answers = await allOf(again.ours.client.users.search({}).pages());
      expect(answers.map(({ results }) => results.map(idOf))).toStrictEqual([["1", "2"], ["3"]]);
      const arrays = await allOf(theirs.client.users.searchAll({}));
      expect(arrays.map((results) => results.map(idOf))).toStrictEqual([["1", "2"], ["3"]]);
    },
  },
];
