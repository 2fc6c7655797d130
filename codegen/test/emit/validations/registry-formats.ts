import type { FormatCase } from "./format-case.ts";

/** The formats of the OpenAPI format registry that are not of JSON Schema itself. */
export const registryFormats: readonly FormatCase[] = [
  { format: "int8", accepts: [0, -0, -128, 127, 1.0], refuses: [128, -129, 0.5, 256, 4294967296, "1"] },
  { format: "int16", accepts: [0, -32768, 32767], refuses: [32768, -32769, 0.5, 65536, "1"] },
  {
    format: "int32",
    accepts: [0, -0, -2147483648, 2147483647, 1.0],
    refuses: [2147483648, -2147483649, 1.5, 4294967296, 1e300, "1"],
  },
  {
    format: "int64",
    accepts: [
      ...[0, 9007199254740991, -9223372036854775808, 1e3],
      // The greatest one, as JSON.parse rounds it.
      2 ** 63,
      ...["0", "-0", "9223372036854775807", "-9223372036854775808"],
    ],
    refuses: [
      ...[9223372036854777856, -9223372036854777856, 0.5, 1e300],
      ...["9223372036854775808", "-9223372036854775809", "1.0", "1e3", "", "-", "+1", "01", " 1"],
      ...["1n", "0x1"],
      ...["١", "9".repeat(100)],
    ],
  },
  { format: "uint8", accepts: [0, -0, 255], refuses: [256, -1, 0.5, 4294967296, "1"] },
  { format: "uint16", accepts: [0, 65535], refuses: [65536, -1, 0.5, "1"] },
  { format: "uint32", accepts: [0, 4294967295], refuses: [4294967296, -1, 0.5, "1"] },
  {
    format: "uint64",
    accepts: [0, 9007199254740991, 2 ** 64, "0", "18446744073709551615"],
    refuses: [
      18446744073709555712,
      -1,
      0.5,
      "18446744073709551616",
      "-1",
      "-0",
      "01",
      "1.0",
      "",
      "9".repeat(100),
    ],
  },
  {
    format: "double-int",
    accepts: [0, 9007199254740991, -9007199254740991],
    refuses: [9007199254740992, -9007199254740992, 0.5, "1"],
  },
  {
    format: "unixtime",
    accepts: [0, 1700000000, -1, "1700000000", "-1"],
    refuses: [0.5, "1.5", "now", "2024-01-01"],
  },
  { format: "float", accepts: [0, 1.5, 0.1, 3.4e38, -3.4e38], refuses: [3.5e38, -1e39, "1"] },
  { format: "double", accepts: [0, 1.5, 1.7976931348623157e308], refuses: ["1"] },
  {
    format: "decimal",
    accepts: [0, 0.1, -1e300, "0", "-12.34", "+1", "007", ".5", "5.", "9".repeat(100)],
    refuses: ["", ".", "-", "1e3", "1.2.3", "1,5", "0x1", "INF", "NaN", " 1", "١"],
  },
  {
    format: "decimal128",
    accepts: [
      ...[0, 0.1, 1.7976931348623157e308, "0", "-12.34", "1e3", "1.5E-3", "+.5", "5.", "NaN", "INF", "-INF"],
      // 34 digits that count, the greatest and the least number, and zero with any exponent.
      ...[`000${"9".repeat(34)}000`, `0.000${"1".repeat(34)}000`, `${"9".repeat(34)}e6111`],
      ...["1e-6176", "1e6144"],
      ...["0e999999", "0.000e-999999"],
    ],
    refuses: [
      ...["", ".", "e5", "1e", "1e1.5", "+INF", "Infinity", "nan", "1,5", " 1", "0x1", "9".repeat(35)],
      ...[`${"1".repeat(20)}.${"1".repeat(15)}`, `${"9".repeat(34)}e6112`, "1e6145", "1e-6177", "1.5e-6176"],
      ...[`1e${"9".repeat(400)}`, `1e-${"9".repeat(400)}`],
    ],
  },
  {
    format: "sf-integer",
    accepts: [0, 42, -999999999999999, 999999999999999],
    refuses: [1000000000000000, -1000000000000000, 0.5, "42"],
  },
  {
    format: "sf-decimal",
    accepts: [0, 4.5, -0.125, 999999999999.999, -999999999999.999],
    refuses: [1000000000000, 0.0005, 1.2345, 1e-7, "4.5"],
  },
  { format: "sf-boolean", accepts: ["?0", "?1"], refuses: ["", "?", "?2", "0", "true", "?1 "] },
  {
    format: "sf-string",
    accepts: ['""', '"hello world"', '"a \\"quoted\\" \\\\ text"', '"\\\\"'],
    refuses: ["", '"', "hello", '"a', 'a"', '"a"b"', '"\\"', '"\\a"', '"\\\\\\"', '"é"', '"\t"', "'a'"],
  },
  {
    format: "sf-token",
    accepts: ["a", "*", "foo123/456", "a:b", "text/*", "A!#$%&'*+-.^_`|~"],
    refuses: ["", "1a", "-a", "a b", "a,b", 'a"', "a;b", "é", "a(b"],
  },
  {
    format: "sf-binary",
    accepts: ["::", ":aGVsbG8=:", ":aGVsbG8:", ":YWJj:", ":+/+/:"],
    refuses: [
      ...["", ":", "aGVsbG8=", ":aGVsbG8=", ":a:", ":aGVsbG8==:", ":aGVs bG8=:", ":_-Ah:", ":=:"],
      ...[":YQ=:"],
    ],
  },
  {
    format: "date-time-local",
    accepts: ["1979-05-27T07:32:00", "1979-05-27t00:32:00.999999", "2024-02-29T23:59:60"],
    refuses: [
      ...["1979-05-27T07:32:00Z", "1979-05-27T07:32:00+01:00", "1979-05-27 07:32:00", "2023-02-29T00:00:00"],
      ...["1979-05-27T24:00:00", "1979-05-27", "07:32:00", "1979-05-27T07:32", ""],
    ],
  },
  {
    format: "time-local",
    accepts: ["07:32:00", "00:32:00.999999", "23:59:60", "00:00:00"],
    refuses: [
      ...["07:32:00Z", "07:32:00+01:00", "24:00:00", "12:60:00", "12:00:61", "7:32:00", "07:32"],
      ...["07:32:00.", "", "0x:32:00", "07:3x:00", "07:32:0x", "07:32:00.x"],
    ],
  },
  {
    format: "http-date",
    accepts: [
      ...["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"],
      ...["Thu, 29 Feb 2024 00:00:00 GMT", "Sat, 31 Dec 2016 23:59:60 GMT", "Tue Nov 15 12:45:26 1994"],
      ...["Saturday, 29-Feb-00 00:00:00 GMT", "Sat, 01 Jan 0000 00:00:00 GMT"],
    ],
    refuses: [
      ...["", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 UTC", "sun, 06 nov 1994 08:49:37 gmt"],
      ...["Mon, 06 Nov 1994 08:49:37 GMT", "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06-Nov-1994 08:49:37 GMT"],
      ...["Sun, 06 Nov 94 08:49:37 GMT", "Sun, 06-Nov-94 08:49:37 GMT", "Sunday, 06 Nov 1994 08:49:37 GMT"],
      ...["Sun, 06 Nvo 1994 08:49:37 GMT", "Sun, 06 ovD 1994 08:49:37 GMT", "Wed, 29 Feb 2023 00:00:00 GMT"],
      ...["Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994 08:49:60 GMT", "Sun, 06 Nov 1994 8:049:37 GMT"],
      ...["Mon Nov  6 08:49:37 1994", "Sun Nov 6 08:49:37 1994", "Sun Nov  0 08:49:37 1994"],
      ...["Wednesday, 30-Feb-00 00:00:00 GMT", "1994-11-06T08:49:37Z", "Sun, 06 Nov x994 08:49:37 GMT"],
      ...["On Sun, 06 Nov 1994 08:49:37 GMT", "On Sun Nov  6 08:49:37 1994"],
    ],
  },
  {
    format: "media-range",
    accepts: [
      ...["*/*", "text/*", "text/html", "application/vnd.api+json", "text/html;level=1"],
      ...["text/html;charset=utf-8;q=0.7"],
      ...["text/html ; charset=utf-8", 'text/html;charset="utf-8"', 'a/b;c="\\"\\\\ ;é"', "a/b;"],
      ...["a/b; ;\t; c=d;  "],
    ],
    refuses: [
      ...["", "text", "text/", "/html", "*", "text/html, text/plain", "text/html;level"],
      ...["text/html;=1", "a/b;c="],
      ...["text /html", " text/html", "text/html ", "a/b;c=d ", "a/b;c= d", 'a/b;c="'],
      ...['a/b;c="\\"', 'a/b;c="d"e'],
      ...["a/b;c=é", 'a/b;c="\u0100"', "a/b;c=\\d", `a/b${";".repeat(8192)}`],
    ],
  },
  {
    format: "language",
    accepts: [
      ...["de", "DE", "cel", "zh-Hant", "zh-cmn-Hans-CN", "sr-Latn-RS", "sl-rozaj-biske"],
      ...["de-CH-1901", "es-419"],
      ...["hy-Latn-IT-arevela", "de-CH-x-phonebk", "x-whatever", "en-US-u-islamcal"],
      ...["en-a-myext-b-another", "qaaa"],
      ...["zh-min-nan", "i-klingon", "en-GB-oed", "sgn-BE-FR", "abcdefgh"],
    ],
    refuses: [
      ...["", "a", "a-DE", "de-", "-de", "de--DE", "de_DE", "de-419-DE", "abcdefghi", "de-a"],
      ...["de-x", "x", "12"],
      ...["i-unknown", "de-u-a", "de-Latn-abcdefghi", "de-Latn-Cyrl", "d\u017fe"],
      ...[`en${"-abcde".repeat(200)}`],
    ],
  },
  {
    format: "ipv4-cidr",
    accepts: ["10.0.0.0/8", "192.168.1.0/24", "0.0.0.0/0", "255.255.255.255/32", "10.1.2.3/9"],
    refuses: [
      ...["10.0.0.0", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/08", "10.0.0.0/2x", "10.0.0/8", "10.0.0.0/8/8"],
      ...["::/8", "/8", ""],
    ],
  },
  {
    format: "ipv6-cidr",
    accepts: ["2001:db8::/32", "::1/128", "::/0", "1:2:3:4:5:6:7:8/99", "::ffff:1.2.3.4/109"],
    refuses: [
      ...["::1", "::1/", "::/129", "::/012", "::/9x", "::/10x", "::/00", "10.0.0.0/8", "::/1/1"],
      ...["::g/8", "::1%a/8"],
      ...["/8", ""],
    ],
  },
  {
    format: "char",
    accepts: ["a", " ", "\n", "é", "🦄"],
    refuses: ["", "ab", "e\u0301", "🦄🦄", "\ud800"],
  },
  {
    format: "byte",
    accepts: ["", "YQ==", "YWI=", "YWJj", "+/+/"],
    refuses: ["YQ", "YQ=", "Y===", "====", "YW-_", "YQ==\n", "Y=Q=", "é==="],
  },
  {
    format: "base64url",
    accepts: ["", "YQ", "YQ==", "YWI", "YWI=", "YWJj", "-_-_"],
    refuses: ["Y", "YQ=", "YWI==", "Y===", "YWJjY", "+/+/", "Y=Q", "Y Q", "=", "==", "===="],
  },
  { format: "binary", accepts: ["", "anything \u0000"], refuses: [1] },
  { format: "password", accepts: ["", "secret"], refuses: [1] },
  { format: "commonmark", accepts: ["", "# *a*"], refuses: [1] },
  { format: "html", accepts: ["", "<p>"], refuses: [1] },
];
