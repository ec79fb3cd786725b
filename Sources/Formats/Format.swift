/// The file formats that records are read from.
package enum Format: String, CaseIterable, Hashable, Sendable {
  case csv, vcard, xml
  /// Cards in XML, and entries of directories.
  case xcard, ldif
  /// Mails (.eml) and archives of them (.mbox).
  case mail
  /// Appointments and follow-ups (.ics): history, no contacts.
  case icalendar
  /// Workbooks: of Excel, of OpenDocument in an archive and as one file, and Excel's XML of 2003.
  case xlsx, ods, fods
  case excelXML = "excel-xml"

  /// Whether its records are rows under columns that the file names.
  package var isTable: Bool { self == .csv || isWorkbook }

  /// Whether it holds sheets.
  package var isWorkbook: Bool { [.xlsx, .ods, .fods, .excelXML].contains(self) }

  /// Whether every record is a contact, whatever it holds.
  package var holdsContacts: Bool { [.vcard, .xcard, .ldif].contains(self) }

  /// Whether its records can be history: what happened, not whom there is.
  package var holdsHistory: Bool { isTable || self == .mail || self == .icalendar }

  /// The targets of the columns where the format itself says what they hold; else empty.
  package var columns: [String: MappingTarget] {
    switch self {
    case .vcard, .xcard: VCardMapping.columns
    case .ldif: LDIFMapping.columns
    case .mail: MailMapping.columns
    default: [:]
    }
  }

  /// Whether it needs no mapping.
  package var namesItsFields: Bool { !columns.isEmpty }

  /// What people call it: "vCard".
  package var label: String {
    switch self {
    case .vcard: "vCard"
    case .excelXML: "Excel XML"
    case .xcard: "xCard"
    case .mail: "Mail"
    case .icalendar: "iCalendar"
    default: rawValue.uppercased()
    }
  }

  /// The format that the first bytes of a file show; csv when nothing speaks for another.
  ///
  /// - Parameter sample: The first bytes in any encoding.
  package static func sniffed(_ sample: some Collection<UInt8>) -> Format {
    if let container = container(sample) { return container }
    // NULs of UTF-16 and byte order marks don't matter for the few ASCII letters that tell.
    let plain = sample.prefix(sampleSize).filter { $0 != 0 && $0 < 0x80 }
    let start = plain.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    if start.first == UInt8(ascii: "<") { return sniffedXML(start) }
    let lowered = start.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let lines = lowered.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).map { line in
      String(decoding: line.drop { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
    }
    return sniffedByLines(lines) ?? (MailSniffer.isMail(Array(start)) ? .mail : .csv)
  }

  /// What the first line that tells anything begins; nil when that is none of these formats.
  private static func sniffedByLines(_ lines: [String]) -> Format? {
    for line in lines {
      if line.hasPrefix("begin:vcard") { return .vcard }
      if line.hasPrefix("begin:vcalendar") { return .icalendar }
      if line.hasPrefix("dn:") { return .ldif }
      // Comments, and properties before a missing or grouped BEGIN, are no table's first line.
      if !line.hasPrefix("version:") && !line.hasPrefix("#") && !line.isEmpty { return nil }
    }
    return nil
  }

  /// The root element of a flat OpenDocument file names some forty namespaces.
  private static let sampleSize = 8192

  /// What stands in a zip archive or in an Office file before 2007, which is refused as Excel's.
  private static func container(_ sample: some Collection<UInt8>) -> Format? {
    if sample.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .xlsx }
    guard sample.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
    // OpenDocument's first part says what the archive is.
    let type = "application/vnd.oasis.opendocument.spreadsheet"
    return Array(sample.prefix(256)).contains(Array(type.utf8)) ? .ods : .xlsx
  }

  /// Which XML, by the namespaces near its start.
  private static func sniffedXML(_ start: some Collection<UInt8>) -> Format {
    let text = Array(start)
    if text.contains(Array("schemas-microsoft-com:office:spreadsheet".utf8)) { return .excelXML }
    if text.contains(Array("urn:ietf:params:xml:ns:vcard-4.0".utf8)) { return .xcard }
    return text.contains(Array("opendocument:xmlns:office".utf8)) ? .fods : .xml
  }
}
