import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = new URL("../../../schemas/stytch/schemas/", import.meta.url);

const files = [
  "stytch-api-b2b-magic-v1-authenticaterequest-schema.json",
  "stytch-api-b2b-otp-v1-b2b-otp-email-discovery-authenticateresponse-schema.json",
  "stytch-api-b2b-otp-v1-b2b-otp-sms-authenticaterequest-schema.json",
  "stytch-api-b2b-otp-v1-b2b-otp-sms-sendrequest-schema.json",
  "stytch-api-sso-v1-authenticateresponse-schema.json",
];

// Prevents: a tool that writes these anew, and changes more of them than upstream has. `pnpm regenerate` writes the
// hashes of what it has pulled: vitest run --update
test("the seed documents are the owner's, byte for byte, with what upstream has changed since", async () => {
  const hashes = files.map((file) => {
    const bytes = readFileSync(new URL(file, folder));
    return [file, createHash("sha256").update(bytes).digest("hex")];
  });
  const text = `${JSON.stringify(Object.fromEntries(hashes), undefined, 2)}\n`;
  await expect(text).toMatchFileSnapshot("seeds.json");
});
