import { createStytch } from "@sdkmill/stytch-client";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as vendor from "stytch";
import { expect, test } from "vitest";
import { methodsOf } from "../client-methods.ts";
import { vendorMethodsOf } from "../wire/vendor-methods.ts";
import { allLines } from "./all-lines.ts";
import { credentials, vendorClients } from "./both-clients.ts";

const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
const [, section = ""] = readme.split("\n## Beside the vendor's SDK\n");
const [head, , ...rows] = section
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );

test("the table has the lines that are tests, and no other", () => {
  expect(rows).toStrictEqual(allLines.map(({ what, ours, theirs }) => [what, ours, theirs]));
  expect(new Set(rows.map(([what]) => what)).size).toBe(rows.length);
});

test("the table names the version that is tested", () => {
  const file = join(createRequire(import.meta.url).resolve("stytch"), "../../package.json");
  const { version } = JSON.parse(readFileSync(file, "utf8")) as { readonly version: string };

  expect(head).toStrictEqual(["what", "this client", `\`stytch\` ${version}`]);
});

test("what the README says that the vendor's SDK alone has is there, and not in ours", () => {
  const theirs = Object.entries(vendorClients({})).flatMap(([name, one]) => vendorMethodsOf(one, name));
  const names = new Set([...theirs.map(({ name }) => name.replace(/^\w+\./, "")), ...Object.keys(vendor)]);
  const ours = new Set(methodsOf(createStytch(credentials)).map(({ name }) => name));
  const [paragraph = ""] = section.match(/^Only the vendor's SDK [^]*?\n\n/m) ?? [];
  const told = [...paragraph.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);

  expect(told.filter((name) => !names.has(name))).toStrictEqual([]);
  expect(told.filter((name) => ours.has(name))).toStrictEqual([]);
  expect(told).toHaveLength(6);
});
