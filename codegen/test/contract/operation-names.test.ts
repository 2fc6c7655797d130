import { describe, expect, it } from "vitest";
import {
  dottedName,
  functionName,
  operationName,
  parseOperationName,
} from "../../src/contract/operation-names.ts";

describe("operationName", () => {
  it.each([
    {
      path: "/v1/b2b/otps/sms/send",
      id: "api_b2b_otp_v1_b2b_otp_sms_Send",
      want: "b2b.otps.sms.send",
      alone: "b2bOtpsSmsSend",
    },
    {
      path: "/v1/sso/authenticate",
      id: "api_sso_v1_Authenticate",
      want: "sso.authenticate",
      alone: "ssoAuthenticate",
    },
    // What stands between braces is no namespace.
    {
      path: "/v1/users/{user_id}",
      id: "api_user_v1_Get",
      want: "users.get",
      alone: "usersGet",
    },
    // The end of the path repeats the end of the method.
    {
      path: "/v1/users/emails/{email_id}",
      id: "api_user_v1_DeleteEmail",
      want: "users.deleteEmail",
      alone: "usersDeleteEmail",
    },
    {
      path: "/v1/users/{user_id}/connected_apps/{app_id}/revoke",
      id: "api_user_v1_users_connected_apps_Revoke",
      want: "users.connectedApps.revoke",
      alone: "usersConnectedAppsRevoke",
    },
    {
      path: "/v1/m2m/clients/{client_id}/secrets/rotate/start",
      id: "api_m2m_v1_m2m_clients_secrets_RotateStart",
      want: "m2m.clients.secrets.rotateStart",
      alone: "m2mClientsSecretsRotateStart",
    },
    // The whole of a path is never dropped.
    { path: "/pets", id: "pets", want: "pets.pets", alone: "petsPets" },
    { path: "/pets", id: "listPets", want: "pets.listPets", alone: "petsListPets" },
    { path: "/pets/{petId}", id: "showPetById", want: "pets.showPetById", alone: "petsShowPetById" },
    {
      path: "/users/followers",
      id: "users/list-followers",
      want: "users.listFollowers",
      alone: "usersListFollowers",
    },
    { path: "/v2/things", id: "acme.things:list", want: "things.list", alone: "thingsList" },
    // Without an operationId, or with one of no letters, the HTTP method has to do.
    { path: "/pets", id: undefined, want: "pets.get", alone: "petsGet" },
    { path: "/", id: undefined, want: "get", alone: "get" },
    { path: "/pets", id: "日本", want: "pets.get", alone: "petsGet" },
    { path: "/Crème/brûlée", id: undefined, want: "creme.brulee.get", alone: "cremeBruleeGet" },
    { path: "/日本/pets", id: undefined, want: "pets.get", alone: "petsGet" },
    // Leading digits; reserved words are fine as methods, but not as functions.
    { path: "/2fa/3ds", id: "4eyes", want: "_2fa._3ds._4eyes", alone: "_2fa3ds4eyes" },
    { path: "/", id: "delete", want: "delete", alone: "deleteOperation" },
    { path: "/class", id: "import", want: "class.import", alone: "classImport" },
    { path: "/__proto__", id: "constructor", want: "proto.constructor", alone: "protoConstructor" },
  ])("names GET $path $id $want", ({ path, id, want, alone }) => {
    const name = operationName(path, "get", id);
    expect([dottedName(name), functionName(name)]).toEqual([want, alone]);
  });

  it.each(["get", "put", "post", "delete", "head"])("knows %s", (method) => {
    expect(dottedName(operationName("/pets/{id}", method, undefined))).toBe(`pets.${method}`);
  });

  const pieces = ["a", "B", "1", "_", "-", "/", ".", "é", "日", "v1", "{x}", "Get", "Sends", "ß", "$"];

  it("gives every path and operationId a name that can be read back", () => {
    const texts = pieces.flatMap((first) =>
      pieces.flatMap((second) => pieces.map((third) => first + second + third)),
    );
    const names = texts.flatMap((text) => [
      operationName(`/${text}`, "get", undefined),
      operationName("/a", "get", text),
      operationName(`/${text}`, "get", text),
    ]);
    expect(names.filter((name) => parseOperationName(dottedName(name)) === undefined)).toEqual([]);
  });
});

describe("parseOperationName", () => {
  it.each([
    { dotted: "fraud.rules.set", want: { namespace: ["fraud", "rules"], method: "set" } },
    { dotted: "ping", want: { namespace: [], method: "ping" } },
    { dotted: "_2fa.send", want: { namespace: ["_2fa"], method: "send" } },
    { dotted: "", want: undefined },
    { dotted: "a..b", want: undefined },
    { dotted: ".a", want: undefined },
    { dotted: "a.b.", want: undefined },
    { dotted: "Fraud.set", want: undefined },
    { dotted: "fraud.set rules", want: undefined },
    { dotted: "fraud.set-rules", want: undefined },
    { dotted: "fraud.2fa", want: undefined },
    // `$` begins the client's own members.
    { dotted: "$fetch", want: undefined },
    { dotted: "a.b\n", want: undefined },
  ])("reads $dotted", ({ dotted, want }) => {
    expect(parseOperationName(dotted)).toEqual(want);
  });
});
