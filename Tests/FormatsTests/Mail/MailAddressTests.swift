import Testing

@testable import Formats

@Suite struct MailAddressTests {
  @Test(arguments: [
    ("ida@ohm.example", ["ida@ohm.example|"]),
    ("Ida Ohm <Ida@Ohm.Example>", ["ida@ohm.example|Ida Ohm"]),
    (
      "\"Ohm, Ida\" <ida@ohm.example>, uwe@lenz.example",
      ["ida@ohm.example|Ohm, Ida", "uwe@lenz.example|"]
    ),
    ("Meyer, Hans <hans@meyer.example>", ["hans@meyer.example|Meyer, Hans"]),
    ("ida@ohm.example (Ida \"die\" (Ä)Ohm)", ["ida@ohm.example|Ida \"die\" (Ä)Ohm"]),
    (
      "Chor: ida@ohm.example, Uwe <uwe@lenz.example>;",
      ["ida@ohm.example|", "uwe@lenz.example|Uwe"]
    ),
    ("undisclosed-recipients:;", []), ("", []), ("Ida Ohm", []), ("<>", []), ("ida@", []),
    ("a@b.example; c@d.example", ["a@b.example|", "c@d.example|"]),
    ("'ida@ohm.example' <ida@ohm.example>", ["ida@ohm.example|"]),
    ("=?utf-8?Q?M=C3=BCller=2C_Uwe?= <u@m.example>", ["u@m.example|Müller, Uwe"]),
    ("\"Ida \\\"die\\\" Ohm\" <ida@ohm.example>", ["ida@ohm.example|Ida \"die\" Ohm"]),
    ("Ida\n\tOhm\n <ida@ohm.example>", ["ida@ohm.example|Ida Ohm"]),
    ("<mailto:ida@ohm.example>", ["ida@ohm.example|"]), ("/O=EX/CN=IDA", []),
    ("a@b@c.example", []), ("Ida <ida@ohm.example", ["ida@ohm.example|Ida"]),
  ])
  func addressesOfAHeader(header: String, found: [String]) {
    #expect(MailAddress.list(header).map { "\($0.address)|\($0.name)" } == found)
  }
}

@Suite struct MailTextTests {
  @Test(arguments: [
    ("=?UTF-8?B?TcO8bGxlcg==?=", "Müller"), ("=?utf-8?q?M=C3=BCller?=", "Müller"),
    ("=?iso-8859-1?Q?M=FCller?=", "Müller"), ("=?windows-1252*de?Q?=80_uro?=", "€ uro"),
    ("a =?utf-8?Q?b?= =?utf-8?Q?c?= d", "a bc d"),
    ("=?utf-8?Q?M=C3?= =?utf-8?Q?=BCller?=", "Müller"),
    ("=?utf-8?B?TcO8bGxlcg?=", "Müller"), ("=?x", "=?x"), ("=?utf-8?Z?a?=", "=?utf-8?Z?a?="),
    ("a=b", "a=b"), ("=?iso-8859-2?Q?=B3?=", "ł"), ("=?shift_jis?B?k/qWew==?=", "日本"),
    ("=?nonesuch?Q?=FC?=", "ü"),
  ])
  func encodedWords(text: String, decoded: String) { #expect(MailText.decoded(text) == decoded) }
}

@Suite struct MailDateTests {
  @Test(arguments: [
    ("Thu, 2 Jan 2020 15:04:05 +0100", "2020-01-02T14:04:05Z"),
    ("Thu, 02 Jan 2020 15:04:05 +0100 (CET)", "2020-01-02T14:04:05Z"),
    ("2 Jan 20 15:04 GMT", "2020-01-02T15:04:00Z"),
    ("Thu Jan  2 15:04:05 2020", "2020-01-02T15:04:05Z"),
    ("Thu, 2-Jan-2020 23:30:00 -0100", "2020-01-03T00:30:00Z"),
    ("1 Mar 2020 00:00:00 +0000", "2020-03-01T00:00:00Z"), ("Fri, 29 Feb 2019 10:00:00 +0000", nil),
    ("31 Dec 99 23:59:60 UT", "1999-12-31T23:59:59Z"), ("gestern", nil), ("", nil),
    ("Mon, 99 Foo 2020 10:00", nil), ("1 Jan 102 10:00:00", "2002-01-01T10:00:00Z"),
  ])
  func datesOfHeaders(text: String, date: String?) { #expect(MailDate.utc(text) == date) }
}
