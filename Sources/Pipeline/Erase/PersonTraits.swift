internal import Foundation
internal import Records

/// By what somebody is known again: names, birth dates, e-mail addresses and numbers.
///
/// - Note: their forms are hashed and stored; another form knows nobody again who was erased before.
struct PersonTraits: Hashable, Sendable {
  /// First given and family name, in the order of the alphabet: sources mix them up. Of an
  /// organization its name.
  private(set) var names: Set<String> = []
  private(set) var births: Set<String> = []
  private(set) var emails: Set<String> = []
  /// E.164.
  private(set) var phones: Set<String> = []

  init() {}

  init(_ values: [FieldValue], _ kind: Record.Kind) { add(values, kind) }

  mutating func add(_ values: [FieldValue], _ kind: Record.Kind) {
    for value in values where value.mark != .invalid {
      switch (value.attribute, value.value) {
      // Whom a firm's row names is not the firm: that row is never kept out for it.
      case (.name, .name(let name)) where kind != .organization:
        let births = values.filter { $0.attribute == .birthName }.map(\.value.text)
        for family in [name.family] + births { add(name.given, family) }
      case (.organization, _) where kind == .organization:
        let key = organizationKey(value)
        if !key.isEmpty { names.insert("=" + key) }
      case (.birthDate, .date(let date)) where date.year > 0 && date.month > 0 && date.day > 0:
        births.insert(date.text)
      case (.email, .text(let text)): emails.insert(Self.email(text))
      case (.phone, .phone(let phone)) where phone.isValid: phones.insert(phone.number)
      default: break
      }
    }
  }

  private mutating func add(_ given: String, _ family: String) {
    let words = [given.split { " -".contains($0) }.first.map(String.init) ?? "", family]
      .map(nameKey).filter { !$0.isEmpty }
    guard !nameKey(family).isEmpty else { return }
    names.insert(words.sorted().joined(separator: " "))
  }

  /// The form in which addresses are equal.
  static func email(_ text: String) -> String {
    text.lowercased().trimmingCharacters(in: .whitespaces)
  }

  // MARK: Hashes

  /// Who agrees in one of these is this person.
  func personHashes(_ key: HashKey) -> [String] {
    var hashes: [String] = []
    for name in names.sorted() {
      hashes += births.sorted().map { key.hash("birth", name, $0) }
      hashes += emails.sorted().map { key.hash("email", name, $0) }
      hashes += phones.sorted().map { key.hash("phone", name, $0) }
    }
    return hashes
  }

  /// Who agrees in one of these alone may be another: somebody of the household, of the firm.
  func traitHashes(_ key: HashKey) -> [String] {
    emails.sorted().map { key.hash("email", $0) } + phones.sorted().map { key.hash("phone", $0) }
  }

  /// The same without addresses and numbers that are not hers or his alone.
  mutating func forget(_ shared: Set<String>) {
    emails.subtract(shared)
    phones.subtract(shared)
  }

  /// A row of history with one of these addresses is about this person.
  func ownEmailHashes(_ key: HashKey) -> [String] {
    emails.sorted().map { key.hash("own email", $0) }
  }

  /// A record's place in its source.
  ///
  /// The key of a nested record may be but its number there, which is another's once it is gone:
  /// with the name alone it says who it is.
  func keyHashes(_ source: String, _ recordKey: String, isNested: Bool, _ key: HashKey) -> [String]
  {
    isNested
      ? names.sorted().map { key.hash("key", source, recordKey, $0) }
      : [key.hash("key", source, recordKey)]
  }

  // MARK: Mentions

  /// One of these stands in every record that mentions the person, or has an address or number of
  /// hers or his; in small ASCII letters.
  static func telltales(_ records: [(values: [FieldValue], kind: Record.Kind)]) -> [String] {
    var all: Set<String> = []
    for (values, kind) in records {
      for value in values {
        switch value.value {
        case .name(let name) where kind != .organization && !name.given.isEmpty:
          all.insert(name.family)
        case .text(let text) where value.attribute == .email: all.insert(text)
        case .phone(let phone) where phone.isValid: all.insert(phone.number)
        default: break
        }
      }
    }
    return Set(all.map(smallASCII)).filter { $0.utf8.count > 1 }.sorted()
  }

  /// Whether a text holds an address of the person's, or both names.
  func areMentioned(in text: String) -> Bool {
    let small = text.lowercased()
    if emails.contains(where: small.contains) { return true }
    let whole = text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }
    let words = Set((whole + whole.flatMap { $0.split(separator: "-") }).map { nameKey("\($0)") })
    return names.contains { name in
      let parts = name.split(separator: " ")
      return parts.count > 1 && parts.allSatisfy { words.contains(String($0)) }
    }
  }

  private static func smallASCII(_ text: String) -> String {
    String(decoding: text.utf8.map { (65...90).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
