internal import Records

/// What is asked of a mail archive.
package struct MailOptions: Hashable, Sendable {
  /// The own addresses and domains: "ida@ohm.example", "ohm.example". They are no contacts.
  package var own: [String]
  /// Whether each mail is wanted, else each address.
  package var givesMails: Bool

  package init(own: [String] = [], givesMails: Bool = false) {
    self.own = own
    self.givesMails = givesMails
  }

  func isOwn(_ address: String) -> Bool {
    own.contains { own in
      let small = own.lowercased()
      if small.contains("@"), !small.hasPrefix("@") { return small == address }
      let domain = small.hasPrefix("@") ? String(small.dropFirst()) : small
      return !domain.isEmpty && (address.hasSuffix("@" + domain) || address.hasSuffix("." + domain))
    }
  }
}

/// Reads mails (.eml) and mail archives (.mbox): every address that writes or is written to, or
/// every mail, without its body.
///
/// Memory stays bounded by the addresses.
package struct MailReader: RecordReader {
  private var input: ByteInput
  private let options: MailOptions

  package init(_ input: ByteInput, options: MailOptions = MailOptions()) {
    self.input = input
    self.options = options
  }

  package mutating func read(_ body: (ReaderEvent) throws -> Void) throws {
    let start = try input.peek(4096)
    var markLeft = start.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = start.dropFirst(markLeft).drop(while: \.isBlank)
    var splitter = VCardLineSplitter()
    var mails = MailSplitter(isMailbox: first.starts(with: Array("From ".utf8)))
    var records = MailRecords(file: input.name, options: options)
    var chunk: [UInt8] = []
    while try input.read(into: &chunk) {
      let skipped = min(markLeft, chunk.count)
      markLeft -= skipped
      try chunk.withUnsafeBufferPointer { bytes in
        try splitter.split(UnsafeBufferPointer(rebasing: bytes[skipped...])) { line, number, _ in
          if let mail = mails.take(line, number) { try records.add(mail, body) }
        }
      }
    }
    try splitter.finish { line, number, _ in
      if let mail = mails.take(line, number) { try records.add(mail, body) }
    }
    if let mail = mails.finish() { try records.add(mail, body) }
    try records.finish(line: max(1, splitter.number - 1), body)
  }
}

/// What mail archives hold, for mappings.
package enum MailMapping {
  /// For `Mapping(columns:)`; the rest becomes extra fields.
  package static let columns: [String: MappingTarget] = [
    "address": .field(FieldTarget(.key)), "email": .field(FieldTarget(.email)),
    "name": .field(FieldTarget(.fullName)), "list": .field(FieldTarget(.organization)),
    "category": .field(FieldTarget(.category)), "first_seen": .field(FieldTarget(.createdAt)),
    "last_seen": .field(FieldTarget(.changedAt)),
  ]
}

/// What the mail reader tells of a file.
enum MailProblem: String {
  case noMail = "mail-none"
  case badDate = "mail-bad-date"
  case noSender = "mail-no-sender"
  case tooMany = "mail-too-many-addresses"

  func problem(at location: Location, field: String = "") -> Problem {
    let message =
      switch self {
      case .noMail: Phrase(de: "die Datei enthält keine Mail", en: "the file holds no mail")
      case .badDate:
        Phrase(
          de: "das Datum ist nicht lesbar: es gilt der Tag des Eingangs, wo einer dasteht",
          en: "the date can't be read: the day it came counts, where there is one")
      case .noSender:
        Phrase(de: "die Mail nennt keine Adresse", en: "the mail names no address")
      case .tooMany:
        Phrase(
          de: "mehr als \(MailRecords.limit) Adressen: weitere werden übergangen",
          en: "more than \(MailRecords.limit) addresses: further ones are passed over")
      }
    return Problem(
      code: rawValue, location: location, field: field,
      action: self == .badDate ? .kept : .skipped, message: message)
  }
}
