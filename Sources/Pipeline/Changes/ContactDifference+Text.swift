package import Records
internal import Reports

extension ContactDifference {
  /// Rows of what, before, "→", after.
  ///
  /// - Parameter name: what a record is called.
  package func rows(_ language: Language, name: (RecordID) -> String) -> [[String]] {
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    func allowed(_ isAllowed: Bool?) -> String {
      isAllowed.map { $0 ? say("ja", "yes") : say("nein", "no") } ?? "–"
    }
    var rows: [[String]] = []
    if let kind { rows.append([say("Art", "Kind"), "", "→", kind.phrase(language)]) }
    for change in values {
      rows.append([
        change.title(language), change.from.map { line($0, language) } ?? "–", "→",
        change.to.map { line($0, language) } ?? "–",
      ])
    }
    for change in permissions {
      rows.append([
        say("Ansprache", "Permission") + " \(change.channel.phrase(language))"
          + (change.address.isEmpty ? "" : " \(shownOnALine(change.address))"),
        allowed(change.from), "→", allowed(change.to),
      ])
    }
    rows += joined.map { [say("Datensatz", "Record"), "–", "→", name($0)] }
    rows += left.map { [say("Datensatz", "Record"), name($0), "→", "–"] }
    return rows
  }

  private func line(_ value: FieldValue, _ language: Language) -> String {
    shownOnALine(value.text(in: language))
  }

  func json(name: (RecordID) -> String) -> JSON {
    let values = values.map { change in
      JSON.object([
        ("from", change.from.map { .object($0.parts) } ?? .null),
        ("to", change.to.map { .object($0.parts) } ?? .null),
      ])
    }
    let permissions = permissions.map { change in
      JSON.object([
        ("channel", .string(change.channel.rawValue)), ("address", .string(change.address)),
        ("from", change.from.map { .boolean($0) } ?? .null),
        ("to", change.to.map { .boolean($0) } ?? .null),
      ])
    }
    return .object([
      ("kind", kind.map { .string($0.rawValue) } ?? .null), ("values", .array(values)),
      ("permissions", .array(permissions)),
      ("records_joined", .array(joined.map { .string(name($0)) })),
      ("records_left", .array(left.map { .string(name($0)) })),
    ])
  }
}

extension ContactDifference.Change {
  fileprivate func title(_ language: Language) -> String {
    guard let value = to ?? from else { return "" }
    let base = value.attribute == .extra ? value.name : value.attribute.phrase(language)
    return base + (value.label.map { " (\($0.phrase(language)))" } ?? "")
  }
}
