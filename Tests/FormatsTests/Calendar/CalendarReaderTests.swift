import Records
import Support
import Testing

@testable import Formats

@Suite struct CalendarReaderTests {
  private static let text = """
    BEGIN:VCALENDAR
    VERSION:2.0
    BEGIN:VTIMEZONE
    TZID:W. Europe Standard Time
    BEGIN:STANDARD
    DTSTART:16010101T030000
    END:STANDARD
    END:VTIMEZONE
    BEGIN:VEVENT
    UID:1
    SUMMARY:Besuch bei Ohm\\, Kiel
    DTSTART;TZID="W. Europe Standard Time":20200102T150000
    DTEND:20200102T160000Z
    RRULE:FREQ=WEEKLY;COUNT=3
    ORGANIZER;CN="Lenz, Uwe":mailto:uwe@lenz.example
    ATTENDEE;CN=Uwe Lenz:MAILTO:uwe@lenz.example
    ATTENDEE;ROLE=REQ-PARTICIPANT;
    \tCN=Ida Ohm:mailto:Ida@ohm.example
    DESCRIPTION:Zeile eins\\nZeile
     \u{20}zwei
    BEGIN:VALARM
    DESCRIPTION:Wecker
    END:VALARM
    END:VEVENT
    BEGIN:VTODO
    SUMMARY:Anrufen
    DTSTART:20200101
    DUE;VALUE=DATE:20200203
    STATUS:NEEDS ACTION
    PRIORITY:
    COMPLETED:nie
    PERCENT-COMPLETE:50
    END:VTODO
    END:VCALENDAR
    """

  private func events(_ text: String) throws -> [String] {
    var events: [String] = []
    var reader = CalendarReader(.bytes(Array(text.utf8)))
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

  @Test func appointmentsAndFollowUps() throws {
    #expect(
      try events(Self.text) == [
        "9: kind=appointment|date=2020-01-02T15:00:00|end=2020-01-02T16:00:00Z|"
          + "summary=Besuch bei Ohm, Kiel|email=ida@ohm.example|name=Ida Ohm|"
          + "organizer=uwe@lenz.example|attendees=uwe@lenz.example, ida@ohm.example|"
          + "repeats=FREQ=WEEKLY;COUNT=3|uid=1|description=Zeile eins\nZeile zwei",
        "31 calendar-date COMPLETED",
        "25: kind=follow-up|date=2020-02-03|due=2020-02-03|summary=Anrufen|status=NEEDS-ACTION|"
          + "percent_complete=50",
      ])
  }

  @Test func vCalendarsQuotedPrintableIsRead() throws {
    let text = """
      BEGIN:VCALENDAR
      VERSION:1.0
      BEGIN:VEVENT
      SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gr=C3=BC=
      =C3=9Fe
      DTSTART:20200102T150000Z
      END:VEVENT
      END:VCALENDAR
      """
    #expect(
      try events(text) == ["3: kind=appointment|date=2020-01-02T15:00:00Z|summary=Grüße"])
  }

  @Test func entryThatBreaksOffIsKept() throws {
    #expect(
      try events("BEGIN:VTODO\nSUMMARY:Anrufen\n") == [
        "1 calendar-cut-off ", "1: kind=follow-up|summary=Anrufen",
      ])
    #expect(try events("BEGIN:VCALENDAR\nEND:VCALENDAR\n") == ["2 calendar-empty "])
  }

  @Test(arguments: [
    ("20200102", "2020-01-02"), ("20200102T150405", "2020-01-02T15:04:05"),
    ("2020-01-02T15:04:05Z", "2020-01-02T15:04:05Z"), ("20201302", nil), ("morgen", nil),
  ])
  func dates(spelled: String, date: String?) { #expect(CalendarDate.text(spelled) == date) }

  @Test func readerKeepsTheLaws() {
    #expect(checkReader(Array(Self.text.utf8)) { CalendarReader($0) } == [])
  }
}
