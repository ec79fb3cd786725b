internal import Records

/// A record of the cluster with what the rules ask of it.
struct Member {
  let record: Record
  /// The priority of its source; 0 when none is set.
  let priority: Int
  /// The latest mapped change date, ISO 8601; empty when there is none.
  let changedAt: String

  init(_ record: Record, priority: Int) {
    self.record = record
    self.priority = priority
    var latest = ""
    for field in record.values where field.attribute == .changedAt && field.mark != .invalid {
      let text = field.value.text
      if isFullYear(text), text > latest { latest = text }
    }
    changedAt = latest
  }
}

/// The cluster's records in an order of their own: by source, file, position, key.
///
/// Ids are left out on purpose: they hang on the order of imports, the choice must not.
func members(of records: [Record], priorities: [String: Int]) -> [Member] {
  let members = records.map { Member($0, priority: priorities[$0.source] ?? 0) }
  guard members.count > 1 else { return members }
  return members.sorted { isBefore($0.record, $1.record) }
}

private func isBefore(_ left: Record, _ right: Record) -> Bool {
  if left.source != right.source { return left.source < right.source }
  if left.location.file != right.location.file { return left.location.file < right.location.file }
  if left.location.ordinal != right.location.ordinal {
    return left.location.ordinal < right.location.ordinal
  }
  return left.key != right.key ? left.key < right.key : left.id < right.id
}

/// Whether a date begins with a year, so that dates compare as texts.
func isFullYear(_ text: String) -> Bool {
  let start = text.utf8.prefix(4)
  return start.count == 4 && start.allSatisfy { (0x30...0x39).contains($0) }
}

/// One value of one record, as it stands for choice.
struct Candidate {
  let field: FieldValue
  /// An index into the members.
  let member: Int
  /// The value's position in its record.
  let position: Int

  /// Whether it may only be chosen when no other is valid.
  var isInvalid: Bool {
    if field.mark == .invalid { return true }
    if case .phone(let phone) = field.value { return !phone.isValid }
    return false
  }
}
