import { describe, expect, it } from "vitest";
import { diagnosticCodes } from "../../src/diagnostics.ts";
import { faultsOfDocuments } from "../contract-faults-of-documents.ts";
import { faultsOfOperations } from "../contract-faults-of-operations.ts";
import { readSource } from "../contract-of.ts";

const faults = [...faultsOfDocuments, ...faultsOfOperations];

/** Said of files before their texts are known, or by a later stage. */
const elsewhere = [
  "source-empty",
  "source-missing",
  "source-unreadable",
  "source-too-large",
  "source-symlink",
  // Of what is pulled, and of packages.
  "upstream-refused",
  "upstream-unreachable",
  "upstream-too-large",
  "upstream-not-openapi",
  "upstream-config",
  "upstream-lock-invalid",
  "manifest-invalid",
];

describe("a source with one fault", () => {
  it.each(faults)("gets one diagnostic, with its place: $code", ({ source, lock, want }) => {
    expect(readSource(source, lock).faults).toEqual([want]);
  });

  it.each(faults)("is told what is wrong and what to do, in sentences: $code", ({ source, lock }) => {
    const [diagnostic] = readSource(source, lock).diagnostics;
    expect(diagnostic?.message).toMatch(/^\S[^\n]*[.?]$/);
    expect(diagnostic?.help).toMatch(/^\S[^\n]*[.?]$/);
  });
});

describe("the catalogue of codes", () => {
  it("has a source for each code", () => {
    const covered = new Set([...faults.map(({ code }) => String(code)), ...elsewhere]);
    expect(Object.keys(diagnosticCodes).filter((code) => !covered.has(code))).toEqual([]);
  });
});
