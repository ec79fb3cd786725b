/// The file formats that records are read from.
package enum Format: String, CaseIterable, Hashable, Sendable {
  case csv, vcard, xml

  /// Whether its records are rows under columns that the file names.
  package var isTable: Bool { self == .csv }

  /// Whether every record is a contact, whatever it holds.
  package var holdsContacts: Bool { self == .vcard }

  /// The targets of the columns where the format itself says what they hold; else empty.
  package var columns: [String: MappingTarget] { self == .vcard ? VCardMapping.columns : [:] }

  /// What people call it: "vCard".
  package var label: String { self == .vcard ? "vCard" : rawValue.uppercased() }

  /// The format that the first bytes of a file show; csv when nothing speaks for another.
  ///
  /// - Parameter sample: The first bytes in any encoding.
  package static func sniffed(_ sample: some Collection<UInt8>) -> Format {
    // NULs of UTF-16 and byte order marks don't matter for the few ASCII letters that tell.
    let plain = sample.prefix(4096).filter { $0 != 0 && $0 < 0x80 }
    let start = plain.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    if start.first == UInt8(ascii: "<") { return .xml }
    let lowered = start.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    for line in lowered.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let text = line.drop { $0 == 0x20 || $0 == 0x09 }
      if text.starts(with: Array("begin:vcard".utf8)) { return .vcard }
      // vCard properties before a missing or grouped BEGIN are no table's first line.
      if !text.starts(with: Array("version:".utf8)) && !text.isEmpty { break }
    }
    return .csv
  }
}
