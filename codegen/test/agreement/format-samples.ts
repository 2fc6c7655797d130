import * as fc from "fast-check";
import type { Json } from "../../src/source/json.ts";

/** What a format accepts, written down once more, without a look at the checks that are emitted. */
export interface FormatSample {
  readonly type: "string" | "number";
  readonly isValid: (value: string | number) => boolean;
  /** Values of the type that are not of the format. */
  readonly wrong: readonly Json[];
  readonly arbitrary: fc.Arbitrary<Json>;
}

const numbers = (
  wrong: readonly Json[],
  arbitrary: fc.Arbitrary<Json>,
  isValid: (value: number) => boolean,
): FormatSample => ({
  type: "number",
  isValid: (value) => typeof value === "number" && isValid(value),
  wrong,
  arbitrary,
});

const texts = (
  wrong: readonly string[],
  arbitrary: fc.Arbitrary<Json>,
  isValid: (value: string) => boolean,
): FormatSample => ({
  type: "string",
  isValid: (value) => typeof value === "string" && isValid(value),
  wrong,
  arbitrary,
});

const int32 = { min: -(2 ** 31), max: 2 ** 31 - 1 };
const seconds = fc
  .integer({ min: Date.UTC(0, 0, 1) / 1000, max: Date.UTC(9999, 11, 31) / 1000 })
  .map((time) => new Date(time * 1000).toISOString());
const noHost = ["", "-a", "a..b", "a_b"];

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
const isInstant = (text: string): boolean =>
  !Number.isNaN(Date.parse(text)) && isDate(text.slice(0, 10)) && text[10] === "T";
const isHost = (text: string): boolean =>
  text.split(".").every((label) => /^(?!-)[\da-z-]{1,63}(?<!-)$/i.test(label));
const isIpv4 = (text: string): boolean =>
  text.split(".").length === 4 && text.split(".").every((part) => String(Number(part) & 255) === part);

/**
 * Formats that are sampled and broken; every other one is left alone.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-7.3
 * @see https://spec.openapis.org/registry/format/
 */
export const formatSamples: ReadonlyMap<string, FormatSample> = new Map([
  ["int32", numbers([int32.max + 1, int32.min - 1], fc.integer(int32), (value) => (value | 0) === value)],
  [
    "int64",
    numbers(
      [0.5, 2 ** 63],
      fc.maxSafeInteger(),
      (value) => Number.isInteger(value) && Math.abs(value) < 2 ** 63,
    ),
  ],
  ["date-time", texts(["", "2024-02-30T00:00:00Z", "2024-01-01"], seconds, isInstant)],
  [
    "date",
    texts(
      ["", "2024-02-30", "24-01-01"],
      seconds.map((text) => text.slice(0, 10)),
      isDate,
    ),
  ],
  [
    "email",
    texts(["", "a", "@b.example"], fc.constantFrom("a@b.example", "a.b+c@d.example"), (text) =>
      /^[\w.+]+@[\w.]+$/.test(text),
    ),
  ],
  ["hostname", texts(noHost, fc.domain(), isHost)],
  ["ipv4", texts(["", "1.2.3", "1.2.3.256"], fc.ipV4(), isIpv4)],
  ["ipv6", texts(["", ":", "1.2.3.4"], fc.ipV6(), (text) => URL.canParse(`http://[${text}]/`))],
  [
    "uri",
    texts(["", "a b", "//host/path"], fc.webUrl(), (text) => URL.canParse(text) && !text.includes(" ")),
  ],
  [
    "uuid",
    texts(["", "0", "g0000000-0000-0000-0000-000000000000"], fc.uuid(), (text) =>
      /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text),
    ),
  ],
]);
