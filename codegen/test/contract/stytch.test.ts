import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
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

  it("has 539 schemas and 184 operations, each with names of its own", () => {
    expect(contract.schemas.length).toBe(539);
    expect(contract.operations.length).toBe(184);
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
    expect(names.filter((name) => name.startsWith("b2b.otps."))).toEqual([
      "b2b.otps.email.authenticate",
      "b2b.otps.email.discovery.authenticate",
      "b2b.otps.email.discovery.send",
      "b2b.otps.email.loginOrSignup",
      "b2b.otps.sms.authenticate",
      "b2b.otps.sms.send",
    ]);
  });

  it("asks for a project and a secret, and tells live servers from test servers by the project", () => {
    expect(contract.credentials).toEqual({ kind: "basic", username: "projectId", password: "secret" });
    expect(contract.servers.map(({ url, when }) => [url, when])).toEqual([
      ["https://test.stytch.com", undefined],
      ["https://api.stytch.com", { credential: "projectId", pattern: "^project-live-" }],
    ]);
  });

  it("has six operations on a server of their own", () => {
    const elsewhere = contract.operations.filter(({ server }) => server !== undefined);
    expect(elsewhere.map(({ name }) => dottedName(name))).toEqual([
      "fraud.email.risk",
      "fraud.fingerprint.lookup",
      "fraud.rules.list",
      "fraud.rules.set",
      "fraud.verdictReasons.list",
      "fraud.verdictReasons.override",
    ]);
  });

  it("is the same whatever the order of the files", () => {
    const again = readContract(identity, parsed.value.documents.toReversed(), loaded.value.lock);
    expect(JSON.stringify(again)).toBe(JSON.stringify(read));
  });

  it("is what the lock says", () => {
    expect(printLock(lockOf(contract))).toBe(loaded.value.lock);
  });
});

describe("the seed documents", () => {
  it.each([
    {
      file: "stytch-api-b2b-otp-v1-b2b-otp-sms-authenticaterequest-schema.json",
      want: "099ab40c0b2d5fefe69c9d356a2d5cd5bbb7c1154c248bba3ad00576e1fa5e85",
    },
    {
      file: "stytch-api-b2b-magic-v1-authenticaterequest-schema.json",
      want: "2ebf55b3c2cc0c31e98c118108b6facb2f7aa3da4b5187a34c352ee81dcec515",
    },
    {
      file: "stytch-api-sso-v1-authenticateresponse-schema.json",
      want: "ad11ea5c592e0abb9199a4921310f85151e29979d6c01fba78862b59620783e7",
    },
    {
      file: "stytch-api-b2b-otp-v1-b2b-otp-sms-sendrequest-schema.json",
      want: "355733b8ef5397965cea457b9fc3f1229b84b61bbf4c70d615b9b2ce8c45e6f5",
    },
    {
      file: "stytch-api-b2b-otp-v1-b2b-otp-email-discovery-authenticateresponse-schema.json",
      want: "fab063f2b10f613f605298aa4e9df1af31a581878d46f290cdfbd1c76b2a9956",
    },
  ])("are the owner's, byte for byte: $file", ({ file, want }) => {
    const bytes = readFileSync(join(folder, "schemas", file));
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(want);
  });
});
