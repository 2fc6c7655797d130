import type { Json } from "../../../src/source/json.ts";

/** Values of a format: of the examples in its specification, and one step beyond each of its limits. */
export interface FormatCase {
  readonly format: string;
  readonly accepts: readonly Json[];
  readonly refuses: readonly Json[];
}

const label = "a".repeat(63);

export const formats: readonly FormatCase[] = [
  {
    format: "date-time",
    accepts: [
      "1985-04-12T23:20:50.52Z",
      "1996-12-19T16:39:57-08:00",
      "1990-12-31T23:59:60Z",
      "2024-02-29t00:00:00z",
    ],
    refuses: [
      "1985-04-12",
      "1985-04-12 23:20:50Z",
      "2023-02-29T00:00:00Z",
      "1985-04-12T23:20:50",
      "1990-12-31T23:58:60Z",
      "",
    ],
  },
  {
    format: "date",
    accepts: ["2024-02-29", "2000-02-29", "0000-01-01", "1999-12-31"],
    refuses: [
      "2023-02-29",
      "1900-02-29",
      "2024-13-01",
      "2024-00-01",
      "2024-04-31",
      "2024-01-00",
      "24-01-01",
      "2024-1-1",
      "2024-01-01\n",
    ],
  },
  {
    format: "time",
    accepts: ["23:59:59Z", "00:00:00.123+23:59", "23:59:60Z", "15:59:60-08:00", "12:00:00z"],
    refuses: [
      "24:00:00Z",
      "12:60:00Z",
      "12:00:61Z",
      "12:00:60Z",
      "12:00:00",
      "12:00:00+24:00",
      "12:00Z",
      "12:00:00.Z",
    ],
  },
  {
    format: "duration",
    accepts: ["P3Y6M4DT12H30M5S", "P4W", "PT36H", "P1D", "PT0S", "P1M", "P1Y2M"],
    refuses: ["P", "PT", "P1DT", "P1W1D", "1D", "P-1D", "P1S", "P1Y2D", "PT1H2S", "P1.5D", "p1d"],
  },
  {
    format: "email",
    accepts: [
      "joe.bloggs@example.com",
      '"joe bloggs"@example.com',
      "te~st@localhost",
      "a@[127.0.0.1]",
      "a@[IPv6:::1]",
      "o'neil+x@a-b.example",
    ],
    refuses: [
      "2962",
      "@example.com",
      "a@",
      ".a@example.com",
      "a.@example.com",
      "a..b@example.com",
      "a b@example.com",
      "a@-b.com",
      "a@[1.2.3]",
      `${"a".repeat(65)}@example.com`,
    ],
  },
  {
    format: "hostname",
    accepts: ["www.example.com", "localhost", "xn--4gbwdl.xn--wgbh1c", "1.2", label, `${label}.${label}`],
    refuses: ["", "-a", "a-", "a..b", ".a", "a_b", `${label}a`, `${label}.`.repeat(4) + label, "é.example"],
  },
  {
    format: "ipv4",
    accepts: ["192.168.0.1", "0.0.0.0", "255.255.255.255"],
    refuses: ["256.1.1.1", "1.2.3", "1.2.3.4.5", "01.2.3.4", "1.2.3.4 ", "0x7f.0.0.1", "1.2.3.", ""],
  },
  {
    format: "ipv6",
    accepts: [
      "::",
      "::1",
      "1::",
      "2001:db8::8:800:200c:417a",
      "1:2:3:4:5:6:7:8",
      "::ffff:129.144.52.38",
      "1:2:3:4:5:6:1.2.3.4",
      "FEDC::",
    ],
    refuses: [
      "",
      ":",
      ":::",
      "1::2::3",
      "1:2:3:4:5:6:7",
      "1:2:3:4:5:6:7:8:9",
      "12345::",
      "1:2:3:4:5:6:7::8:9",
      "::g",
      ":1:2:3:4:5:6:7",
      "::1.2.3",
      "::1%eth0",
    ],
  },
  {
    format: "uri",
    accepts: [
      "http://foo.bar/?baz=qux#quux",
      "urn:oasis:names:x",
      "mailto:a@b.c",
      "http://[2001:db8::7]/c=GB?one",
      "tel:+1-816-555-1212",
      "a:",
      "http://u:p@h:80/%20",
    ],
    refuses: [
      "//foo.bar/x",
      "/abc",
      "abc",
      "http:// shouldfail.com",
      "http://a/<x>",
      "http://a/%2",
      "http://[::g]/",
      "1a:b",
      ":a",
      "http://a/é",
      "http://a:b/",
      "\\\\WINDOWS\\x",
    ],
  },
  {
    format: "uri-reference",
    accepts: ["", "/abc", "//foo.bar/?x", "abc", "#frag", "../a?b", "http://a"],
    refuses: ["\\\\x", "a b", "#a\\b", "1:2", "%zz"],
  },
  {
    format: "uri-template",
    accepts: [
      "http://example.com/dictionary/{term:1}/{term}",
      "/a{?b,c*}",
      "{+path}/here",
      "",
      "plain",
      "{a.b}",
    ],
    refuses: ["{", "a}b", "{a", "{}", "{a,}", "{:1}", "{a:0}", "<x>", "a b"],
  },
  {
    format: "uuid",
    accepts: [
      "2eb8aa08-aa98-11ea-b4aa-73b441d16380",
      "00000000-0000-0000-0000-000000000000",
      "2EB8AA08-AA98-11EA-B4AA-73B441D16380",
    ],
    refuses: [
      "2eb8aa08-aa98-11ea-b4aa-73b441d1638",
      "2eb8aa08aa9811eab4aa73b441d16380",
      "2eb8aa08-aa98-11ea-b4aa-73b441d1638g",
      " 2eb8aa08-aa98-11ea-b4aa-73b441d16380",
    ],
  },
  {
    format: "json-pointer",
    accepts: ["", "/", "/foo/bar~0/baz~1/%a", "//", "/é"],
    refuses: ["foo", "/~", "/~2", "#/a", "/a~"],
  },
  {
    format: "relative-json-pointer",
    accepts: ["0", "1", "0/foo/bar", "2/0/baz~1", "0#", "120#"],
    refuses: ["", "/foo", "-1", "+1/a", "01", "0##", "1#/a", "0/~"],
  },
  {
    format: "regex",
    accepts: ["", "([abc])+\\s+$", "\\p{L}"],
    refuses: ["^(abc]", "[", "\\p{Nope}", "a{2,1}"],
  },
  {
    format: "byte",
    accepts: ["", "YQ==", "YWI=", "YWJj", "+/+/"],
    refuses: ["YQ", "YQ=", "Y===", "====", "YW-_", "YQ==\n"],
  },
  { format: "binary", accepts: ["", "anything \u0000"], refuses: [1] },
  { format: "password", accepts: ["", "secret"], refuses: [1] },
  {
    format: "int32",
    accepts: [0, -2147483648, 2147483647, 1.0],
    refuses: [2147483648, -2147483649, 1.5, "1"],
  },
  {
    format: "int64",
    accepts: [0, 9007199254740991, -9223372036854775808],
    refuses: [9223372036854775808, -9223372036854777856, 0.5],
  },
  { format: "float", accepts: [0, 1.5, 3.4e38, -3.4e38], refuses: [3.5e38, -1e39] },
  { format: "double", accepts: [0, 1.5, 1.7976931348623157e308], refuses: ["1"] },
];
