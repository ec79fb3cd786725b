internal import Records

/// Reads iCalendar (2.0) and vCalendar (1.0): appointments (VEVENT) and follow-ups (VTODO) as rows
/// of history.
///
/// Memory stays bounded by the largest component. Repetitions are kept as their rule, not expanded.
///
/// Source: RFC 5545.
package struct CalendarReader: RecordReader {
  private var input: ByteInput

  package init(_ input: ByteInput) { self.input = input }

  package mutating func read(_ body: (ReaderEvent) throws -> Void) throws {
    var rows = CalendarRows(file: input.name)
    try VCardReader.forEachLine(of: &input) {
      try rows.take($0, body)
    } finish: {
      try rows.finish(line: $0, body)
    }
  }
}

/// Puts rows together from property lines.
private struct CalendarRows {
  /// What is kept of a component, in the order of the columns; the rest is the program's.
  private static let columns = [
    "kind", "date", "end", "due", "summary", "status", "email", "name", "organizer", "attendees",
    "location", "categories", "completed", "percent_complete", "priority", "repeats", "uid",
    "related_to", "description",
  ]
  private static let names: [String: String] = [
    "SUMMARY": "summary", "LOCATION": "location", "UID": "uid", "RRULE": "repeats",
    "RELATED-TO": "related_to", "PERCENT-COMPLETE": "percent_complete", "PRIORITY": "priority",
    "DESCRIPTION": "description", "CATEGORIES": "categories",
  ]
  private static let dates: [String: String] = [
    "DTSTART": "date", "DTEND": "end", "DUE": "due", "COMPLETED": "completed",
  ]
  /// What a component may hold.
  private static let limit = 1 << 20

  private let file: String
  private var ordinal = 0
  /// Of the open appointment or follow-up.
  private var kind = ""
  private var line = 1
  private var texts: [String: String] = [:]
  private var size = 0
  private var attendees: [(email: String, name: String)] = []
  private var organizer: (email: String, name: String)?
  /// How many components are open in it: an alarm's own text is none of it.
  private var inner = 0
  private var properties = VCardProperties()

  init(file: String) { self.file = file }

  mutating func take(
    _ line: VCardUnfolder.Line, _ body: (ReaderEvent) throws -> Void
  ) throws {
    if let name = Self.marker("begin:", line.bytes) {
      if kind.isEmpty {
        guard name == "vevent" || name == "vtodo" else { return }
        begin(name, line.number)
      } else {
        inner += 1
      }
    } else if Self.marker("end:", line.bytes) != nil {
      guard !kind.isEmpty else { return }
      if inner > 0 { inner -= 1 } else { try end(isWhole: true, body) }
    } else if !kind.isEmpty, inner == 0 {
      guard !line.isTooLong, let property = properties.property(of: line.bytes) else {
        return try tell("calendar-line", line.number, body)
      }
      try add(property, line.number, head: line.bytes, body)
    }
  }

  mutating func finish(line: Int, _ body: (ReaderEvent) throws -> Void) throws {
    if !kind.isEmpty { try end(isWhole: false, body) }
    if ordinal == 0 { try tell("calendar-empty", line, body) }
  }

  private mutating func begin(_ name: String, _ number: Int) {
    kind = name == "vevent" ? "appointment" : "follow-up"
    line = number
    texts = [:]
    size = 0
    attendees = []
    organizer = nil
    inner = 0
    ordinal += 1
  }

  private mutating func add(
    _ property: VCardProperty, _ number: Int, head: [UInt8],
    _ body: (ReaderEvent) throws -> Void
  ) throws {
    size += property.value.count
    guard size <= Self.limit, !property.isBinary else { return }
    let text = VCardText.unescaped(VCardText.decoded(property)[...])
    guard !text.isEmpty else { return }
    if let column = Self.dates[property.name] {
      guard let date = CalendarDate.text(text) else {
        return try tell("calendar-date", number, field: property.name, body)
      }
      texts[column] = texts[column] ?? date
    } else if property.name == "STATUS" {
      // vCalendar 1.0 has a blank where iCalendar has "-".
      texts["status"] = text.uppercased().split(separator: " ").joined(separator: "-")
    } else if property.name == "ORGANIZER" || property.name == "ATTENDEE" {
      guard let person = Self.person(text, head: head) else { return }
      if property.name == "ORGANIZER" { organizer = person } else { attendees.append(person) }
    } else if let column = Self.names[property.name] {
      let known = texts[column]
      texts[column] = known.map { column == "categories" ? $0 + ", " + text : $0 } ?? text
    }
  }

  private mutating func end(isWhole: Bool, _ body: (ReaderEvent) throws -> Void) throws {
    defer { kind = "" }
    if !isWhole { try tell("calendar-cut-off", line, body) }
    texts["kind"] = kind
    // A follow-up's day is when it is due.
    if kind == "follow-up", let due = texts["due"] { texts["date"] = due }
    texts["date"] = texts["date"] ?? texts["completed"]
    let other = attendees.first { $0.email != organizer?.email } ?? organizer
    texts["email"] = other?.email
    texts["name"] = other?.name
    texts["organizer"] = organizer?.email
    texts["attendees"] = attendees.map(\.email).joined(separator: ", ")
    let values = Self.columns.enumerated().compactMap { index, column -> RawValue? in
      guard let text = texts[column], !text.isEmpty else { return nil }
      return RawValue(column: index, text: text)
    }
    let location = Location(file: file, line: line, ordinal: ordinal)
    try body(
      .record(RawRecord(location: location, columns: Self.columns, values: values)))
  }

  /// `mailto:ida@ohm.example`, with the name that CN gives.
  private static func person(_ text: String, head: [UInt8]) -> (email: String, name: String)? {
    let plain = VCardText.withoutScheme("mailto:", text).map(String.init) ?? text
    guard let address = MailAddress.list(plain).first else { return nil }
    guard let colon = VCardProperty.colon(in: head) else { return (address.address, address.name) }
    let parameters = MailText.raw(head[..<colon]).split(separator: ";").dropFirst()
    let name = parameters.first { $0.lowercased().hasPrefix("cn=") }?.dropFirst(3)
    let bare = (name ?? "").filter { $0 != "\"" }
    return (address.address, bare.contains("@") ? "" : bare.isEmpty ? address.name : bare)
  }

  /// The component that a line begins or ends, in small letters.
  private static func marker(_ word: String, _ line: [UInt8]) -> String? {
    guard line.count < 60 else { return nil }
    let text = trimmed(String(decoding: line, as: UTF8.self)).lowercased()
    return text.hasPrefix(word) ? trimmed(String(text.dropFirst(word.count))) : nil
  }

  private func tell(
    _ code: String, _ line: Int, field: String = "", _ body: (ReaderEvent) throws -> Void
  ) throws {
    let location = Location(file: file, line: line, ordinal: ordinal)
    let message =
      switch code {
      case "calendar-line":
        Phrase(
          de: "eine Zeile ohne Doppelpunkt oder zu lang", en: "a line without a colon, or too long")
      case "calendar-date": Phrase(de: "kein lesbares Datum", en: "no readable date")
      case "calendar-cut-off":
        Phrase(de: "dem Eintrag fehlt sein Ende", en: "the entry has no end")
      default:
        Phrase(
          de: "die Datei enthält weder Termine noch Aufgaben",
          en: "the file holds neither appointments nor tasks")
      }
    try body(
      .problem(
        Problem(
          code: code, location: location, field: field,
          action: code == "calendar-cut-off" ? .kept : .skipped, message: message)))
  }
}

/// Dates of calendars.
enum CalendarDate {
  /// "20201001" and "20201001T143000Z" as ISO 8601; nil when it is none.
  ///
  /// A time zone's name says where the clock hangs; the time is kept as that clock shows it.
  static func text(_ spelled: String) -> String? {
    let plain = spelled.filter { $0 != "-" && $0 != ":" }
    let parts = plain.split(separator: "T", maxSplits: 1).map(String.init)
    guard let day = parts.first, day.count == 8, day.allSatisfy({ $0.isASCII && $0.isNumber }),
      let month = Int(day.dropFirst(4).prefix(2)), (1...12).contains(month),
      let number = Int(day.suffix(2)), (1...31).contains(number)
    else { return nil }
    let date = "\(day.prefix(4))-\(day.dropFirst(4).prefix(2))-\(day.suffix(2))"
    guard parts.count == 2 else { return date }
    let clock = parts[1].prefix { $0.isASCII && $0.isNumber }
    guard clock.count == 6 || clock.count == 4 else { return date }
    let seconds = clock.count == 6 ? clock.suffix(2) : "00"
    let zone = parts[1].uppercased().hasSuffix("Z") ? "Z" : ""
    return date + "T\(clock.prefix(2)):\(clock.dropFirst(2).prefix(2)):\(seconds)" + zone
  }
}
