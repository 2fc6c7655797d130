import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { printLock } from "../../src/contract/name-lock.ts";
import { dottedName } from "../../src/contract/operation-names.ts";
import { lockOf, readContract } from "../../src/contract/read-contract.ts";
import { load } from "../../src/source/load.ts";
import { locate } from "../../src/source/locate.ts";
import { parse } from "../../src/source/parse.ts";
import { faultLines } from "../source-faults.ts";

const folder = fileURLToPath(new URL("../../../schemas/stytch", import.meta.url));

const loaded = load(folder);
const parsed = parse(loaded.value.documents);
const identity = { name: "stytch", label: "schemas/stytch" };
const read = readContract(identity, parsed.value.documents, loaded.value.lock);
const contract = read.value;

describe("the contract of Stytch", () => {
  it("reads without any diagnostic", () => {
    const diagnostics = [...loaded.diagnostics, ...parsed.diagnostics, ...read.diagnostics];
    expect(faultLines(locate(diagnostics, parsed.value.texts))).toEqual([]);
  });

  it("has a schema for each document, and the operations of the root, each with names of its own", () => {
    const root = readFileSync(join(folder, "openapi.yaml"), "utf8");
    expect(contract.schemas.length).toBe(readdirSync(join(folder, "schemas")).length);
    expect(contract.operations.length).toBe(root.match(/^ +operationId: /gm)?.length);
    expect(contract.operations.length).toBeGreaterThan(100);
    for (const names of [
      contract.schemas.flatMap(({ name, aliases }) => [name, ...aliases]),
      contract.schemas.map(({ slug }) => slug),
      contract.operations.map(({ functionName }) => functionName),
    ])
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });

  it.each([
    ["api_b2b_otp_v1_b2b_otp_sms_AuthenticateRequest", "B2bOtpSmsAuthenticateRequest", "request"],
    ["api_b2b_magic_v1_AuthenticateRequest", "B2bMagicAuthenticateRequest", "request"],
    ["api_sso_v1_AuthenticateResponse", "SsoAuthenticateResponse", "response"],
    ["api_b2b_otp_v1_b2b_otp_sms_SendRequest", "B2bOtpSmsSendRequest", "request"],
    [
      "api_b2b_otp_v1_b2b_otp_email_discovery_AuthenticateResponse",
      "B2bOtpEmailDiscoveryAuthenticateResponse",
      "response",
    ],
    ["api_organization_v1_Organization", "Organization", "response"],
    ["api_organization_v1_Member", "Member", "response"],
  ])("calls %s %s", (key, name, position) => {
    expect(contract.schemas.find((schema) => schema.key === key)).toMatchObject({ name, position });
  });

  it("calls the operations of one-time passcodes as people would", () => {
    const names = contract.operations.map(({ name }) => dottedName(name));
    expect(names).toEqual(
      expect.arrayContaining([
        "b2b.otps.email.authenticate",
        "b2b.otps.email.discovery.authenticate",
        "b2b.otps.email.discovery.send",
        "b2b.otps.email.loginOrSignup",
        "b2b.otps.sms.authenticate",
        "b2b.otps.sms.send",
      ]),
    );
  });

  it("asks for a project and a secret, and tells live servers from test servers by the project", () => {
    expect(contract.credentials).toEqual({ kind: "basic", username: "projectId", password: "secret" });
    expect(contract.servers.map(({ url, when }) => [url, when])).toEqual([
      ["https://test.stytch.com", undefined],
      ["https://api.stytch.com", { credential: "projectId", pattern: "^project-live-" }],
    ]);
  });

  it("has operations on a server of their own, these among them", () => {
    const elsewhere = contract.operations.filter(({ server }) => server !== undefined);
    expect(elsewhere.map(({ name }) => dottedName(name))).toEqual(
      expect.arrayContaining([
        "fraud.email.risk",
        "fraud.fingerprint.lookup",
        "fraud.rules.list",
        "fraud.rules.set",
        "fraud.verdictReasons.list",
        "fraud.verdictReasons.override",
      ]),
    );
  });

  it("is the same whatever the order of the files", () => {
    const again = readContract(identity, parsed.value.documents.toReversed(), loaded.value.lock);
    expect(JSON.stringify(again)).toBe(JSON.stringify(read));
  });

  it("is what the lock says", () => {
    expect(printLock(lockOf(contract))).toBe(loaded.value.lock);
  });
});
