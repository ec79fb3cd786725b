package import Records

/// A value that a person chose, with the record that held it then.
package struct ChosenValue: Hashable, Sendable {
  package var record: RecordID
  package var value: FieldValue

  package init(record: RecordID, value: FieldValue) {
    self.record = record
    self.value = value
  }
}

/// The values that people chose, by record; of several for one field of a contact the last holds.
package struct ChosenValues: Sendable {
  private var byRecord: [RecordID: [(order: Int, value: FieldValue)]] = [:]

  /// - Parameter values: in the order in which they were chosen.
  package init(_ values: [ChosenValue] = []) {
    for (order, chosen) in values.enumerated() {
      byRecord[chosen.record, default: []].append((order, chosen.value))
    }
  }

  var isEmpty: Bool { byRecord.isEmpty }

  /// The candidate that was chosen last; nil when none was, or none says it any more.
  ///
  /// Where the record's value has changed since, another record's that says the same stands for it.
  func candidate(of attribute: Attribute, in candidates: Candidates) -> Int? {
    var last: (order: Int, record: RecordID, value: FieldValue)?
    for record in Set(candidates.indices.map(candidates.record)) {
      for chosen in byRecord[record] ?? [] where chosen.value.attribute == attribute {
        guard chosen.order > last?.order ?? -1,
          candidates.indices.contains(where: { isSlot(of: chosen.value, candidates.field($0)) })
        else { continue }
        last = (chosen.order, record, chosen.value)
      }
    }
    guard let last else { return nil }
    let fitting = candidates.indices.filter { candidates.field($0).value == last.value.value }
    return fitting.first {
      candidates.record($0) == last.record && candidates.label($0) == last.value.label
    } ?? fitting.first { candidates.record($0) == last.record } ?? fitting.first
  }

  /// Columns of different names don't compete.
  private func isSlot(of chosen: FieldValue, _ field: FieldValue) -> Bool {
    field.attribute != .extra || field.name == chosen.name
  }
}
