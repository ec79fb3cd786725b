package import Records

/// A cluster's records side by side: a column for each record, a row for each attribute.
package struct ClusterTable {
  /// One value of one record.
  package struct CellValue {
    package var pieces: [Difference.Piece]
    package var value: FieldValue
    /// The source's spelling where it says more than the value does.
    package var original: String
  }
  /// One attribute.
  package struct Row {
    package var attribute: Attribute
    /// The column's name where the attribute is `extra`.
    package var name: String
    /// By record; empty where it has none.
    package var cells: [[CellValue]]
    package var chosen: [ContactValue]
    package var differs: Bool
  }

  /// The records that have a column.
  package let records: [Record]
  package let hiddenRecords: Int
  /// The contact they were merged into; nil while they wait for review.
  package let contact: Contact?
  /// By record, where it waits for review: the contact it belongs to so far.
  package let contactIDs: [ContactID?]
  package let rows: [Row]

  /// More columns than a page can show are left out, and counted.
  package static let shownRecords = 6

  package init(
    _ cluster: ShownCluster, language: Language, shownRecords: Int = ClusterTable.shownRecords
  ) {
    let records = Array(cluster.records.prefix(shownRecords))
    let contact = cluster.contacts.count == 1 ? cluster.contacts.first : nil
    self.records = records
    hiddenRecords = cluster.records.count - records.count
    self.contact = contact
    contactIDs = records.map { record in
      contact == nil ? cluster.contacts.first { $0.records.contains(record.id) }?.id : nil
    }
    rows = Self.keys(of: records, contact).map { key in
      Self.row(key, records: records, contact: contact, language: language)
    }
  }

  /// "A", "B", …: by what name the page speaks of a record.
  package static func letter(_ index: Int) -> String {
    guard (0..<26).contains(index), let scalar = Unicode.Scalar(65 + UInt32(index)) else {
      return "#\(index + 1)"
    }
    return String(scalar)
  }

  private struct Key: Hashable {
    var attribute: Attribute
    var name: String
  }

  /// What any record or the contact has, in the attributes' order; extras by first occurrence.
  private static func keys(of records: [Record], _ contact: Contact?) -> [Key] {
    var seen = Set<Key>()
    var keys: [Attribute: [Key]] = [:]
    let all = records.flatMap(\.values) + (contact?.values.map(\.value) ?? [])
    for value in all {
      let key = Key(attribute: value.attribute, name: value.name)
      if seen.insert(key).inserted { keys[value.attribute, default: []].append(key) }
    }
    return Attribute.allCases.flatMap { keys[$0] ?? [] }
  }

  private static func row(
    _ key: Key, records: [Record], contact: Contact?, language: Language
  ) -> Row {
    let values = records.map { record in
      record.values.filter { $0.attribute == key.attribute && $0.name == key.name }
    }
    let texts = values.map { $0.map { $0.text(in: language) } }
    let difference = Difference(cells: texts.filter { !$0.isEmpty })
    let cells = values.map { values in
      values.map { value in
        CellValue(
          pieces: difference.pieces(of: value.text(in: language)), value: value,
          original: value.mark == .good || value.raw == value.value.text ? "" : value.raw)
      }
    }
    let chosen = contact?.values(of: key.attribute).filter { $0.value.name == key.name } ?? []
    return Row(
      attribute: key.attribute, name: key.name, cells: cells, chosen: chosen,
      differs: texts.contains { difference.differs($0) })
  }
}
