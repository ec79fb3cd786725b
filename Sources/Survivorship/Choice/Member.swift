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
    for index in record.values.indices where record.values[index].attribute == .changedAt {
      let text = record.values[index].value.text
      if record.values[index].mark != .invalid, isFullYear(text), text > latest { latest = text }
    }
    changedAt = latest
  }
}

/// The cluster's records in an order of their own: by source, then key, shorter ones first, so that
/// numbers count up.
///
/// Ids and places are left out on purpose: they hang on the order of imports and on how a source
/// is cut into files, the choice must not.
func members(of records: [Record], priorities: [String: Int]) -> [Member] {
  let members = records.map { Member($0, priority: priorities[$0.source] ?? 0) }
  guard members.count > 1 else { return members }
  return members.sorted { isBefore($0.record, $1.record) }
}

private func isBefore(_ left: Record, _ right: Record) -> Bool {
  if left.source != right.source { return left.source < right.source }
  let (one, other) = (left.key.utf8.count, right.key.utf8.count)
  if one != other { return one < other }
  return left.key != right.key ? left.key < right.key : left.id < right.id
}

/// Whether a date begins with a year, so that dates compare as texts.
func isFullYear(_ text: String) -> Bool {
  let start = text.utf8.prefix(4)
  return start.count == 4 && start.allSatisfy { (0x30...0x39).contains($0) }
}

/// One value of one record, as it stands for choice: where it is found.
struct Candidate: Hashable {
  /// An index into the members.
  let member: Int
  /// The value's position in its record.
  let position: Int
}

/// The values of one attribute in all records, each read from where it stands.
struct Candidates {
  let members: [Member]
  let list: [Candidate]

  var indices: Range<Int> { list.indices }

  func field(_ index: Int) -> FieldValue {
    members[list[index].member].record.values[list[index].position]
  }

  func record(_ index: Int) -> RecordID { members[list[index].member].record.id }

  // One by one: a whole member or value would be copied part by part.

  func priority(_ index: Int) -> Int { members[list[index].member].priority }

  func changedAt(_ index: Int) -> String { members[list[index].member].changedAt }

  func source(_ index: Int) -> String { members[list[index].member].record.source }

  func label(_ index: Int) -> ValueLabel? {
    members[list[index].member].record.values[list[index].position].label
  }

  /// Whether both are the same to the letter, label and mark included.
  func isEqual(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (list[left], list[right])
    return isEqual(
      members[one.member].record.values[one.position],
      members[other.member].record.values[other.position])
  }

  private func isEqual(_ left: FieldValue, _ right: FieldValue) -> Bool {
    left.mark == right.mark && left.label == right.label && left.value == right.value
      && left.name == right.name
  }
}

extension FieldValue {
  /// Whether it may only be chosen when no other is valid.
  var isInvalid: Bool {
    if mark == .invalid { return true }
    if case .phone(let phone) = value { return !phone.isValid }
    return false
  }
}
