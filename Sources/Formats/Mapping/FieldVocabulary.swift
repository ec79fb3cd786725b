package import Records

/// Recognizes columns by their names, in German and English.
///
/// Case, umlauts, punctuation and blanks don't matter; words like "privat" or "billing" become
/// the label, a number the group: "Telefon geschäftlich 2" is `work.phone.2`.
package enum FieldVocabulary {
  /// The field that a column of this name holds, seen by itself; nil when the name isn't known.
  package static func target(of header: String) -> FieldTarget? {
    let key = folded(header)
    if let field = fields[key] { return FieldTarget(field) }
    let (bare, number) = withoutNumber(key)
    let group = number ?? 1
    for word in [bare, withoutValue(bare)] {
      if let field = fields[word] { return numbered(field, nil, group, key) }
      for (name, label) in labels {
        let rest = word.hasPrefix(name) ? word.dropFirst(name.count) : nil
        let start = word.hasSuffix(name) ? word.dropLast(name.count) : nil
        if let field = [rest, start].lazy.compactMap({ $0.flatMap { fields[String($0)] } }).first {
          return numbered(field, label, group, key)
        }
      }
    }
    return nil
  }

  /// The targets of a file's columns, each seen beside the others; a column that is not known has
  /// none.
  ///
  /// "Name" beside "Vorname" is the family name; "Adresse" beside "Ort" is the street.
  package static func targets(of columns: [String]) -> [String: FieldTarget] {
    var context = VocabularyContext(columns)
    context.judgeNames()
    context.judgeAddresses()
    context.judgeDates()
    context.judgePositions()
    context.keepFirstOfEach()
    return context.targets
  }

  /// The columns that name a person once more than their targets need: "Anzeigename" beside a given
  /// and a family name. Compared as further columns, they would count one name twice.
  package static func restatedNames(in columns: [String]) -> Set<String> {
    let targets = targets(of: columns)
    return Set(
      columns.filter { column in
        guard targets[column] == nil, let alone = target(of: column) else { return false }
        return [.fullName, .given, .middle, .family].contains(alone.field)
      })
  }

  /// A name in small ASCII letters and digits: "Straße (privat)" is "strasseprivat".
  package static func folded(_ header: String) -> String {
    var result: [UInt8] = []
    for scalar in header.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": result.append(UInt8(truncatingIfNeeded: scalar.value))
      case "ä": result += [UInt8(ascii: "a"), UInt8(ascii: "e")]
      case "ö": result += [UInt8(ascii: "o"), UInt8(ascii: "e")]
      case "ü": result += [UInt8(ascii: "u"), UInt8(ascii: "e")]
      case "ß": result += [UInt8(ascii: "s"), UInt8(ascii: "s")]
      // A decomposed umlaut: the letter stands there already.
      case "\u{308}": result.append(UInt8(ascii: "e"))
      case "é", "è": result.append(UInt8(ascii: "e"))
      default: break
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// "email2adresse" is "emailadresse" and 2.
  private static func withoutNumber(_ key: String) -> (String, Int?) {
    let digits = key.utf8.filter { (0x30...0x39).contains($0) }
    guard (1...2).contains(digits.count),
      let number = Int(String(decoding: digits, as: UTF8.self)), number > 0
    else { return (key, nil) }
    return (key.filter { !$0.isNumber }, number)
  }

  /// Google's "E-mail 1 - Value".
  private static func withoutValue(_ key: String) -> String {
    key.hasSuffix("value") ? String(key.dropLast(5)) : key
  }

  private static func numbered(
    _ field: Field, _ label: ValueLabel?, _ group: Int, _ key: String
  ) -> FieldTarget {
    // "Straße privat 2" is the second line of one address, "Address 2 - Street" another address.
    let isSecondLine = field == .street && group > 1 && key.last?.isNumber == true
    return isSecondLine
      ? FieldTarget(.addressAddition, label: label)
      : FieldTarget(field, label: label, group: group)
  }

  private static let fields: [String: Field] = {
    var fields: [String: Field] = [:]
    for field in Field.allCases { fields[folded(field.rawValue)] = field }
    for (field, words) in vocabulary {
      for word in words.split(whereSeparator: \.isWhitespace) { fields[String(word)] = field }
    }
    return fields
  }()

  /// The longest first, so that "rechnungsadresse" is not taken for "rechnungs".
  private static let labels: [(name: String, label: ValueLabel)] =
    labelWords.flatMap { label, words in
      words.split(whereSeparator: \.isWhitespace).map { (String($0), label) }
    }
    .sorted { ($0.name.count, $0.name) > ($1.name.count, $1.name) }
}
