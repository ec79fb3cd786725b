package import Records

/// The two values that a comparison looked at, as people read them.
package struct ComparedValues: Hashable, Sendable {
  package var left: String
  package var right: String

  /// What the row says itself; else the records' values of its subject.
  ///
  /// Where a record has several values, those two are taken that have most words in common.
  package init(
    _ row: WaterfallRow, of pair: ShownPair, in records: [Record], language: Language
  ) {
    left = row.left
    right = row.right
    let isOpen = row.left.isEmpty && row.right.isEmpty
    guard isOpen, let subject = row.subject, records.indices.contains(pair.left),
      records.indices.contains(pair.right)
    else { return }
    let lefts = Self.texts(subject, records[pair.left], language)
    let rights = Self.texts(subject, records[pair.right], language)
    let best = Self.closest(lefts, rights)
    left = best.left
    right = best.right
  }

  private static func texts(
    _ subject: WaterfallRow.Subject, _ record: Record, _ language: Language
  ) -> [String] {
    switch subject {
    case .attribute(let attribute):
      record.values(of: attribute).map { $0.text(in: language) }
    case .givenName:
      names(of: record).map { [$0.given, $0.middle].filter { !$0.isEmpty } }
        .map { $0.joined(separator: " ") }
    case .familyName:
      names(of: record).map { [$0.particle, $0.family].filter { !$0.isEmpty } }
        .map { $0.joined(separator: " ") + birthName(of: record) }
    }
  }

  private static func names(of record: Record) -> [PersonName] {
    record.values.compactMap { value in
      if case .name(let name) = value.value { name } else { nil }
    }
  }

  /// " (Lang)": a former surname may be why two records agree.
  private static func birthName(of record: Record) -> String {
    record.first(.birthName).map { " (\($0.value.text))" } ?? ""
  }

  private static func closest(
    _ lefts: [String], _ rights: [String]
  ) -> (left: String, right: String) {
    var best = (left: lefts.first ?? "", right: rights.first ?? "")
    var most = -1
    for left in lefts {
      for right in rights {
        let common = left == right ? Int.max : words(left).intersection(words(right)).count
        if common > most {
          most = common
          best = (left, right)
        }
      }
    }
    return best
  }

  private static func words(_ text: String) -> Set<Substring> {
    Set(text.split { $0 == " " || $0 == "," })
  }
}
