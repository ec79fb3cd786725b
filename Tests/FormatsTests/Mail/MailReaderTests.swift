import Records
import Support
import Testing

@testable import Formats

@Suite struct MailReaderTests {
  private static let mailbox = """
    From ida@ohm.example Thu Jan  2 15:04:05 2020
    Return-Path: <ida@ohm.example>
    From: Ida Ohm <ida@ohm.example>
    To: "Lenz, Uwe" <uwe@lenz.example>, kontor@own.example
    Date: Thu, 2 Jan 2020 15:04:05 +0100
    Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=
    Message-ID: <1@ohm.example>

    From now on a line of 2020 may begin so.
    >From this one is quoted.
    To: nobody@body.example

    From - Fri Jan  3 10:00:00 2020
    From: kontor@own.example
    To: Ida <IDA@ohm.example>
    Cc: Liste <chor@liste.example>, no-reply@shop.example
    List-Id: <chor.liste.example>
    List-Post: <mailto:chor@liste.example>
    Date: irgendwann
    Received: from x by y; Fri, 3 Jan 2020 09:00:00 +0000
    Message-ID: <1@ohm.example>
    Subject: zwei

    Text
    """

  private func events(_ text: String, _ options: MailOptions = MailOptions()) throws -> [String] {
    var events: [String] = []
    var reader = MailReader(.bytes(Array(text.utf8)), options: options)
    try reader.read { event in
      switch event {
      case .record(let raw):
        let values = raw.values.map { "\(raw.columns[$0.column])=\($0.text)" }
        events.append("\(raw.location.line): " + values.joined(separator: "|"))
      case .rejected(_, let problem): events.append("rejected \(problem.code)")
      case .problem(let problem):
        events.append("\(problem.location.line) \(problem.code) \(problem.field)")
      }
    }
    return events
  }

  @Test func everyAddressIsOneRecord() throws {
    #expect(
      try events(Self.mailbox, MailOptions(own: ["own.example"])) == [
        "13 mail-bad-date Date",
        "1: address=ida@ohm.example|email=ida@ohm.example|name=Ida Ohm|other_name=Ida|mails=2|"
          + "first_seen=2020-01-02T14:04:05Z|last_seen=2020-01-03T09:00:00Z",
        "1: address=uwe@lenz.example|email=uwe@lenz.example|name=Lenz, Uwe|mails=1|"
          + "first_seen=2020-01-02T14:04:05Z|last_seen=2020-01-02T14:04:05Z",
        "13: address=chor@liste.example|email=chor@liste.example|list=Liste|mails=1|"
          + "first_seen=2020-01-03T09:00:00Z|last_seen=2020-01-03T09:00:00Z|category=mailing-list",
        "13: address=no-reply@shop.example|email=no-reply@shop.example|mails=1|"
          + "first_seen=2020-01-03T09:00:00Z|last_seen=2020-01-03T09:00:00Z|category=no-reply",
      ])
  }

  @Test func everyMailIsARowOfHistory() throws {
    let options = MailOptions(own: ["kontor@own.example"], givesMails: true)
    #expect(
      try events(Self.mailbox, options) == [
        "1: date=2020-01-02T14:04:05Z|subject=Grüße|direction=in|email=ida@ohm.example|"
          + "name=Ida Ohm|from=ida@ohm.example|to=uwe@lenz.example, kontor@own.example|"
          + "message_id=<1@ohm.example>",
        "13 mail-bad-date Date",
        "13: date=2020-01-03T09:00:00Z|subject=zwei|direction=out|email=ida@ohm.example|name=Ida|"
          + "from=kontor@own.example|to=ida@ohm.example|cc=chor@liste.example, no-reply@shop.example|"
          + "message_id=<1@ohm.example>",
      ])
  }

  @Test func singleMailNeedsNoSeparator() throws {
    let text = "From: M\u{FC}ller <m@x.example>\nTo: a@b.example\n\nFrom: body@x.example\n"
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    var names: [String] = []
    var reader = MailReader(.bytes(latin))
    try reader.read { if case .record(let raw) = $0 { names += raw.values.map(\.text) } }
    #expect(names.contains("Müller"))
    #expect(!names.contains("body@x.example"))
  }

  @Test func fileWithoutMailsIsTold() throws {
    #expect(try events("\n\n") == ["2 mail-none "])
    #expect(try events("From: \nTo: \n\n") == ["1 mail-no-sender "])
  }

  @Test(arguments: [
    ("ida@ohm.example", true), ("uwe@ohm.example", false), ("x@firma.example", true),
    ("x@mail.firma.example", true), ("x@nichtfirma.example", false),
  ])
  func ownAddressesAndDomains(address: String, isOwn: Bool) {
    #expect(MailOptions(own: ["Ida@ohm.example", "@firma.example"]).isOwn(address) == isOwn)
  }

  @Test(arguments: [
    ("From ida@x.example Thu Jan  2 15:04:05 2020", true, true),
    ("From - Thu Jan 02 15:04:05 2020", false, true),
    ("From MAILER-DAEMON Thu Jan  2 15:04:05 2020 +0100", false, true),
    ("From 10:30 on in 2020 we meet", false, false), ("From here on", true, false),
    ("From: ida@x.example", true, false), (">From a Thu Jan  2 15:04:05 2020", true, false),
  ])
  func separators(line: String, isAfterBlank: Bool, isSeparator: Bool) {
    let found = Array(line.utf8).withUnsafeBufferPointer {
      MailSplitter.isSeparator($0, isAfterBlank: isAfterBlank)
    }
    #expect(found == isSeparator)
  }

  @Test(arguments: [
    ("noreply@x.example", true), ("no-reply@x.example", true), ("do_not_reply@x.example", true),
    ("mailer-daemon@x.example", true), ("reply@x.example", false), ("ida@x.example", false),
    ("newsletter@x.example", true),
  ])
  func addressesThatNobodyReads(address: String, isNoReply: Bool) {
    #expect(MailRecords.isNoReply(address) == isNoReply)
  }

  @Test func readerKeepsTheLaws() {
    for givesMails in [true, false] {
      let options = MailOptions(givesMails: givesMails)
      #expect(checkReader(Array(Self.mailbox.utf8)) { MailReader($0, options: options) } == [])
    }
  }
}
