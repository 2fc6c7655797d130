import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run, tool } from "./packed-packages.ts";
import { emptyProject, examplesOf, outputOf, readmes, writeExamples } from "./readme-examples.ts";
import { runCalls, runExample, wantedCalls } from "./readme-runs.ts";

let project = "";

beforeAll(() => {
  project = emptyProject();
  writeExamples(project);
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

describe("the examples of the READMEs", () => {
  it("are there", () => {
    expect([...examplesOf("README.md").keys()]).toStrictEqual(["types", "validators", "client", "functions"]);
    for (const readme of readmes) expect(examplesOf(readme).size).toBeGreaterThan(0);
  });

  it("compile", async () => {
    expect(await run(tool("tsc"), ["-p", project])).toStrictEqual({ code: 0, output: "" });
  });

  it("print what the README says of the validators", async () => {
    expect(
      await runExample(project, "README.md", "validators"),
      "If it is meant to be so, write what it prints into README.md.",
    ).toStrictEqual({
      code: 0,
      output: outputOf("README.md", "validators"),
    });
  });
});

describe("the examples of calls, against a server", () => {
  it("call what they say, and print what comes", async () => {
    const { client, functions } = await runCalls(project);

    expect({ code: client.code, lines: client.output.split("\n").slice(0, 3) }).toStrictEqual({
      code: 0,
      lines: wantedCalls.client.lines,
    });
    expect(client.output).toContain("401 request-2 {");
    expect(client.output).toContain("error_type: 'otp_code_not_found'");
    expect(client.calls).toStrictEqual(wantedCalls.client.calls);
    expect(functions).toStrictEqual(wantedCalls.functions);
  });
});
