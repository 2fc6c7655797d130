import { createStytch } from "@sdkmill/stytch-client";
import { inspect } from "node:util";
import { expect } from "vitest";
import { answer, echo, fine, resetAfterBody } from "../../../../runtime/test/fault-answers.ts";
import type { Fault } from "../../../../runtime/test/fault-server.ts";
import { basicCredentials, credentials, ownClient, startBoth, vendorClients } from "../both-clients.ts";
import { failureOf } from "../failure-of.ts";
import type { Line } from "../line.ts";
import { badGateway, fineUser, login, userId } from "../samples.ts";

/** What a log can make of a value. */
function shown(value: object): string {
  const text = value instanceof Error ? `${value.message} ${value.stack}` : "";
  return `${text} ${inspect(value, { depth: Infinity, showHidden: true })} ${JSON.stringify(value)}`;
}

/** What is shown of the errors of a log in that fails. */
async function shownOf(fault: Fault): Promise<readonly [ours: string, theirs: string]> {
  const { ours, theirs } = await startBoth([fault]);
  return [
    shown(await failureOf(ours.client.passwords.authenticate(login))),
    shown(await failureOf(theirs.client.passwords.authenticate(login))),
  ];
}

export const secrets: readonly Line[] = [
  {
    what: "the password of a failed log in is in no error: 502 with HTML, a lost connection",
    ours: "it is not",
    theirs: "it is, in `inspect` and JSON",
    check: async () => {
      for (const fault of [answer(502, { "content-type": "text/html" }, badGateway), resetAfterBody]) {
        const [ours, theirs] = await shownOf(fault);

        expect(ours).toContain("POST /v1/passwords/authenticate");
        expect(ours).not.toContain(login.password);
        expect(theirs.split(login.password).length).toBeGreaterThan(2);
      }
    },
  },
  {
    what: "secrets that an error of the API repeats are not told",
    ours: "`[redacted]`",
    theirs: "the message of the error is the whole answer",
    check: async () => {
      const [ours, theirs] = await shownOf(echo(400, "json"));

      expect(ours).toContain("[redacted]");
      for (const secret of [login.password, basicCredentials]) {
        expect(ours).not.toContain(secret);
        expect(theirs).toContain(secret);
      }
    },
  },
  {
    what: "the client itself shows no credentials",
    ours: "neither in `inspect` nor in JSON",
    theirs: "`Basic …` in both",
    check: () => {
      const [own, other] = [createStytch(credentials), vendorClients({}).client];
      const hidden = [credentials.secret, basicCredentials];

      for (const text of [inspect(own, { depth: Infinity, showHidden: true }), JSON.stringify(own)])
        expect(hidden.filter((secret) => text.includes(secret))).toStrictEqual([]);
      for (const text of [inspect(other, { depth: Infinity }), JSON.stringify(other)])
        expect(text).toContain(`Basic ${basicCredentials}`);
    },
  },
  {
    what: "a secret can change while the client lives",
    ours: "`secret` may be a function",
    theirs: "no: it is a text of the client",
    check: async () => {
      const rotated = ["first", "second"];
      const next = (): string => rotated.shift() ?? "";
      const { ours, theirs } = await startBoth([fineUser], { secret: next });
      await ours.client.users.get(userId);
      await ours.client.users.get(userId);
      // @ts-expect-error -- it is to be a text
      const { client } = vendorClients({ env: theirs.server.origin, secret: () => "first" });
      await client.users.get(userId);

      const sent = ours.server.whole().map(({ headers }) => headers.authorization);
      const basic = (secret: string): string => `Basic ${btoa(`${credentials.projectId}:${secret}`)}`;
      expect(sent).toStrictEqual([basic("first"), basic("second")]);
      expect(theirs.server.whole()[0]?.headers.authorization).not.toBe(basic("first"));
    },
  },
  {
    what: "a secret that was pasted with its line end is refused",
    ours: "`TypeError`, at once",
    theirs: "another secret is sent",
    check: async () => {
      const { theirs } = await startBoth([fine]);
      const secret = `${credentials.secret}\n`;

      expect(() => ownClient("https://api.example", { secret })).toThrow(
        new TypeError("The option `secret` is missing or can not be used."),
      );
      await vendorClients({ env: theirs.server.origin, secret }).client.users.get(userId);
      const sent = theirs.server.whole()[0]?.headers.authorization ?? "";
      expect(atob(sent.replace("Basic ", ""))).toBe(`${credentials.projectId}:${secret}`);
    },
  },
];
