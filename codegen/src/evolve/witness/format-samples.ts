/** Values for a format: some that are of it, and some that are not, the short ones first. */
export interface FormatSample {
  readonly right: readonly (string | number)[];
  readonly wrong: readonly (string | number)[];
}

const big = 2 ** 53;

/** Text in no format but those that take everything. */
const noText = ["", " ", "%", "é"];

const integers = (least: number, most: number): FormatSample => ({
  right: [0, most, least],
  wrong: [most + 1, least - 1, 0.5],
});

const texts = (right: readonly string[], ...wrong: readonly string[]): FormatSample => ({
  right,
  wrong: [...wrong, ...noText],
});

/**
 * Written by hand. Where a format is a part of another one, or nearly so, what tells the two apart is among
 * the values.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-7.3
 * @see https://spec.openapis.org/registry/format/
 */
export const formatSamples: ReadonlyMap<string, FormatSample> = new Map([
  ["date-time", texts(["2024-01-01T00:00:00Z", "2024-01-01T00:00:00.5+01:00"], "2024-01-01T00:00:00")],
  ["date-time-local", texts(["2024-01-01T00:00:00"], "2024-01-01T00:00:00Z", "2024-01-01")],
  ["date", texts(["2024-01-01"], "2024-02-30", "2024")],
  ["time", texts(["00:00:00Z"], "00:00:00", "25:00:00Z")],
  ["time-local", texts(["00:00:00"], "00:00:00Z", "25:00:00")],
  ["duration", texts(["P1D", "PT1S"], "P", "1D")],
  ["email", texts(["a@b.co"], "a", "é@b.co")],
  ["idn-email", texts(["a@b.co", "é@b.co"], "a")],
  ["hostname", texts(["a", "a.co"], "-a", "a_b", "é.co")],
  ["idn-hostname", texts(["a", "a.co", "é.co"], "-a", "a_b")],
  ["ipv4", texts(["1.2.3.4"], "1.2.3", "1.2.3.256", "::1")],
  ["ipv6", texts(["::1"], "1.2.3.4", ":")],
  ["ipv4-cidr", texts(["1.2.3.0/24"], "1.2.3.4", "1.2.3.0/33")],
  ["ipv6-cidr", texts(["::1/128"], "::1", "::1/129")],
  ["uri", texts(["a:b", "https://a.co/"], "/a", "a b", "https://é.co/")],
  ["uri-reference", texts(["a", "/a", "a:b"], "a b", "/é")],
  ["iri", texts(["a:b", "https://é.co/"], "/a", "a b")],
  ["iri-reference", texts(["a", "/é", "a:b"], "a b")],
  ["uri-template", texts(["a", "/{a}"], "{", "{a")],
  ["uuid", texts(["00000000-0000-0000-0000-000000000000"], "0", "g0000000-0000-0000-0000-000000000000")],
  ["json-pointer", texts(["", "/a"], "a", "/~")],
  ["relative-json-pointer", texts(["0", "1/a"], "a", "/a")],
  ["regex", texts(["a", "^a$"], "(", "[")],
  ["byte", texts(["YQ==", "-_8="], "a", "YQ")],
  ["base64url", texts(["YQ", "-_8"], "a", "+/8")],
  ["char", texts(["a"], "ab")],
  ["http-date", texts(["Mon, 01 Jan 2024 00:00:00 GMT"], "2024-01-01T00:00:00Z")],
  ["media-range", texts(["*/*", "a/b"], "a", "a/")],
  ["language", texts(["en", "en-US"], "e", "en_US")],
  ["sf-boolean", texts(["?1"], "1", "?2")],
  ["sf-string", texts(['"a"'], "a", '"')],
  ["sf-token", texts(["a"], "1", "a b")],
  ["sf-binary", texts([":YQ==:"], "YQ==", ":")],
  ["int8", integers(-128, 127)],
  ["int16", integers(-(2 ** 15), 2 ** 15 - 1)],
  ["int32", integers(-(2 ** 31), 2 ** 31 - 1)],
  ["uint8", integers(0, 255)],
  ["uint16", integers(0, 2 ** 16 - 1)],
  ["uint32", integers(0, 2 ** 32 - 1)],
  // Next to their ends, numbers are farther apart than 1.
  ["int64", { right: [0, 2 ** 31, -1], wrong: [2 ** 63, 0.5, -(2 ** 64)] }],
  ["uint64", { right: [0, 2 ** 31], wrong: [-1, 2 ** 64, 0.5] }],
  ["unixtime", { right: [0, 2 ** 31], wrong: [2 ** 63, 0.5] }],
  ["double-int", { right: [0, big - 1], wrong: [big, 0.5] }],
  ["float", { right: [0, 0.5], wrong: [1e300] }],
  ["double", { right: [0, 0.5, 1e300], wrong: [] }],
  ["decimal", { right: [0, 0.5, "0.5"], wrong: ["a", ""] }],
  ["decimal128", { right: [0, 0.5, "0.5"], wrong: ["a", ""] }],
  ["sf-integer", { right: [0, 999_999_999_999_999], wrong: [1e15, 0.5] }],
  ["sf-decimal", { right: [0, 0.5], wrong: [1e12, 0.0001] }],
]);
