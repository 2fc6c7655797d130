import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { dottedName, operationIdentity } from "../../src/contract/operation-names.ts";
import { readContract } from "../../src/contract/read-contract.ts";
import { promised } from "../../src/contract/read-retry.ts";
import { compareText } from "../../src/source/json.ts";
import { load } from "../../src/source/load.ts";
import { parse } from "../../src/source/parse.ts";
import { retryReview } from "./retry-review.ts";

const loaded = load(fileURLToPath(new URL("../../../schemas/stytch", import.meta.url)));
const { documents } = parse(loaded.value.documents).value;
const { value: contract } = readContract(
  { name: "stytch", label: "schemas/stytch" },
  documents,
  loaded.value.lock,
);

/** `POST /v1/users single-use`, in order. */
function sortedLines(pairs: readonly (readonly [operation: string, retry: string])[]): readonly string[] {
  return pairs.map(([operation, retry]) => `${operation} ${retry}`).toSorted(compareText);
}

describe("the retry classes of Stytch", () => {
  const files = "codegen/test/contract/{safe,idempotent,single-use}-operations.ts";
  const reviewed = Object.entries(retryReview).flatMap(([retry, groups]) =>
    groups.flatMap(({ operations }) => operations.map((operation) => [operation, retry] as const)),
  );

  const classes = new Map(contract.operations.map((each) => [operationIdentity(each), each.retry]));

  it("are those of the review, operation by operation", () => {
    const read = reviewed.map(([operation]) => [operation, classes.get(operation) ?? "is gone"] as const);
    expect(sortedLines(read), `Take out of ${files} what is gone.`).toEqual(sortedLines(reviewed));
  });

  // Prevents: an operation that nobody looked at, and that is sent again though it sends a message or consumes a
  // token. What HTTP promises of a method is safe without a look: a POST is not sent again.
  it("are those of the method where an operation is new, and not in the review", () => {
    const known = new Set(reviewed.map(([operation]) => operation));
    const others = contract.operations.filter((each) => !known.has(operationIdentity(each)));
    const told = others.map((each) => `  ${operationIdentity(each)} (${each.retry})\n`);
    if (told.length > 0) process.stderr.write(`New, and not in ${files}:\n${told.join("")}`);

    const odd = others.filter(({ retry, httpMethod }) => retry !== promised[httpMethod]);
    expect(odd.map(operationIdentity), `Look at each, and add it to ${files}.`).toEqual([]);
  });

  it("were looked at once for each operation", () => {
    expect(new Set(reviewed.map(([operation]) => operation)).size).toBe(reviewed.length);
  });
});

describe("the lists of Stytch that come in parts", () => {
  const metadata = ["results_metadata", "next_cursor"];

  it("are its searches, the groups of SCIM and the rules", () => {
    const paged = contract.operations.flatMap(({ name, pagination }) =>
      pagination === undefined ? [] : [[dottedName(name), pagination]],
    );
    expect(paged).toEqual([
      ["b2b.organizations.members.search", { cursor: "cursor", next: metadata, items: ["members"] }],
      ["b2b.organizations.search", { cursor: "cursor", next: metadata, items: ["organizations"] }],
      ["b2b.scim.connection.getGroups", { cursor: "cursor", next: ["next_cursor"], items: ["scim_groups"] }],
      ["connectedApps.clients.search", { cursor: "cursor", next: metadata, items: ["connected_apps"] }],
      ["fraud.rules.list", { cursor: "cursor", next: ["next_cursor"], items: ["rules"] }],
      ["m2m.clients.search", { cursor: "cursor", next: metadata, items: ["m2m_clients"] }],
      ["users.search", { cursor: "cursor", next: metadata, items: ["results"] }],
    ]);
  });

  // Prevents: an operation that gains a cursor, and goes on answering with the first part alone.
  it("are all that speak of a next cursor", () => {
    const schemas = new Map(contract.schemas.map(({ key, schema }) => [key, JSON.stringify(schema)]));
    const speaks = (results: unknown): boolean => {
      const texts = [JSON.stringify(results)];
      for (const text of texts)
        for (const [, key = ""] of text.matchAll(
          /#\/components\/schemas\/(\w+ResultsMetadata|\w+Response)"/g,
        ))
          texts.push(schemas.get(key) ?? "");
      return texts.some((text) => text.includes('"next_cursor"'));
    };
    const unpaged = contract.operations.filter(({ pagination }) => pagination === undefined);
    expect(
      unpaged.filter(({ results }) => speaks(results)).map(operationIdentity),
      "Say what leads through the parts, in schemas/stytch/overlay.yaml: `x-sdkmill-pagination`.",
    ).toEqual([]);
  });
});

describe("the secrets of Stytch", () => {
  it("are these names at least, of properties and of headers", () => {
    const names = [
      "X-Stytch-Member-Session",
      "X-Stytch-Member-SessionJWT",
      "access_token",
      "append_salt",
      "authorization_code",
      "bearer_token",
      "bot_access_token",
      "client_secret",
      "code",
      "code_verifier",
      "discovery_magic_links_token",
      "discovery_oauth_token",
      "existing_password",
      "hash",
      "id_token",
      "impersonation_token",
      "intermediate_session_token",
      "magic_links_token",
      "new_password",
      "next_bearer_token",
      "next_client_secret",
      "oauth_attach_token",
      "oauth_token",
      "password",
      "password_reset_token",
      "pkce_code_verifier",
      "prepend_salt",
      "private_key",
      "public_key_credential",
      "qr_code",
      "recovery_code",
      "recovery_codes",
      "redirect_uri",
      "refresh_token",
      "salt",
      "saml_encryption_private_key",
      "secret",
      "session_jwt",
      "session_token",
      "signature",
      "signing_private_key",
      "sso_token",
      "token",
      "totp_code",
    ];
    expect(names.filter((name) => !contract.secrets.includes(name))).toEqual([]);
  });

  // Prevents: a new property that is called like a secret, and is told in messages because nobody flagged it.
  it("are all that are called like one, but for these", () => {
    const names = new Set(
      contract.schemas.flatMap(({ schema }) =>
        typeof schema === "object" && schema !== null && "properties" in schema
          ? Object.keys(schema.properties ?? {})
          : [],
      ),
    );
    const suspicious =
      /(^|_)(token|jwt|secret|password|passcode|code|codes|key|credential|hash|salt|signature|verifier)$/;
    const told = [...names].filter((name) => suspicious.test(name) && !contract.secrets.includes(name));
    const noSecrets = new Set([
      "breached_password",
      "country_code",
      "postal_code",
      "public_key",
      "status_code",
      "valid_password",
    ]);
    expect(
      told.filter((name) => !noSecrets.has(name)).toSorted(compareText),
      "Flag them in schemas/stytch/overlay.yaml, `x-sdkmill-secret: true`; or add here what may be told.",
    ).toEqual([]);
  });
});

describe("the types of errors of Stytch", () => {
  const { errorType, errorTypes } = contract.options;

  it("stand in its own errors and in those of OAuth", () => {
    expect(errorType).toEqual(["error_type", "error"]);
  });

  it("are names in snake case, each described by a sentence", () => {
    const odd = Object.entries(errorTypes).filter(
      ([name, { description = "" }]) =>
        !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name) || !/^[A-Z].*\.$/.test(description),
    );
    expect(odd).toEqual([]);
    expect(Object.keys(errorTypes).length).toBe(287);
  });

  it("are retried, but for those that waiting does not cure", () => {
    const notRetried = Object.entries(errorTypes).filter(([, { retry }]) => retry === false);
    expect(notRetried.map(([name]) => name)).toEqual([
      "captcha_failed",
      "too_few_tokens_authenticated",
      "user_lock_limit_reached",
    ]);
  });
});
