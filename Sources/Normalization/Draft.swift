internal import Records

/// A value of the mapped record, cleaned, with the field it belongs to.
struct Cell {
  var target: FieldTarget
  var raw: String
  var clean: CleanText

  var text: String { clean.text }
}

/// A record while it is put together: its cells by what they are about, its values and problems
/// so far.
struct Draft {
  private(set) var mapped: MappedRecord
  /// Whether values keep the source's spelling, and problems are told that leave the record whole.
  let tellsSource: Bool
  var names: [Cell] = []
  var organizations: [Cell] = []
  var addresses: [Cell] = []
  var phones: [Cell] = []
  var emails: [Cell] = []
  var others: [Cell] = []
  var consents: [Cell] = []

  var values: [FieldValue] = []
  var problems: [Problem] = []

  private var kinds = Memo<Record.Kind?>(limit: 1_000)
  /// The kind a column names.
  var statedKind: Record.Kind?
  var recID = ""
  var parentKey: String?
  /// Whether the name is that of a couple or a family.
  var isHousehold = false
  /// The country of the first address that has one.
  var country = ""

  init(_ mapped: MappedRecord, tellsSource: Bool = true) {
    self.mapped = mapped
    self.tellsSource = tellsSource
  }

  /// Begins the next record; what the cells of the last one took up is used again.
  mutating func begin(_ mapped: MappedRecord) {
    self.mapped = mapped
    parentKey = mapped.parentKey
    // Emptying what is empty would cost as much.
    if !names.isEmpty { names.removeAll(keepingCapacity: true) }
    if !organizations.isEmpty { organizations.removeAll(keepingCapacity: true) }
    if !addresses.isEmpty { addresses.removeAll(keepingCapacity: true) }
    if !phones.isEmpty { phones.removeAll(keepingCapacity: true) }
    if !emails.isEmpty { emails.removeAll(keepingCapacity: true) }
    if !others.isEmpty { others.removeAll(keepingCapacity: true) }
    if !consents.isEmpty { consents.removeAll(keepingCapacity: true) }
    values = []
    values.reserveCapacity(Self.usualCount)
    if !problems.isEmpty { problems = [] }
    statedKind = nil
    recID = ""
    isHousehold = false
    country = ""
  }

  mutating func add(
    _ attribute: Attribute, _ value: consuming Value, label: ValueLabel? = nil,
    raw: consuming String, mark: ValueMark = .good
  ) {
    values.append(FieldValue(attribute, value, label: label, raw: raw, mark: mark))
  }

  /// Takes the kind that a column names, unless another did.
  mutating func setKind(_ text: String) {
    statedKind = statedKind ?? kinds.value(for: text, KindNormalizer.kind)
  }

  /// Adds a status that a name tells, among those of the status columns.
  mutating func addStatus(_ status: String, raw: String) {
    others.append(Cell(target: FieldTarget(.status), raw: raw, clean: CleanText(text: status)))
  }

  mutating func report(_ finding: Finding, _ target: FieldTarget? = nil) {
    guard tellsSource || finding.action == .setAside else { return }
    problems.append(
      Problem(
        code: finding.rawValue, location: mapped.location, field: target?.text ?? "",
        action: finding.action, message: finding.message))
  }

  /// More values than most records have.
  private static let usualCount = 12

  /// Hands over the values.
  mutating func takeValues() -> [FieldValue] {
    var taken: [FieldValue] = []
    swap(&taken, &values)
    return taken
  }

  func has(_ attribute: Attribute) -> Bool { firstIndex(of: attribute) != nil }

  func firstIndex(of attribute: Attribute) -> Int? {
    for index in values.indices where values[index].attribute == attribute { return index }
    return nil
  }

  /// Whether a value of an attribute is there under a label.
  func has(_ attribute: Attribute, _ value: Value, label: ValueLabel?) -> Bool {
    for index in values.indices where values[index].attribute == attribute {
      if values[index].label == label, values[index].value == value { return true }
    }
    return false
  }

  /// The raw texts of some fields in source order; empty when the source's spelling isn't kept.
  func raw(of cells: [Cell], where isWanted: (Field) -> Bool = { _ in true }) -> String {
    tellsSource ? cells.raw(where: isWanted) : ""
  }
}

extension [Cell] {
  func first(_ field: Field) -> Cell? {
    for index in indices where self[index].target.field == field { return self[index] }
    return nil
  }

  func has(_ field: Field) -> Bool {
    for index in indices where self[index].target.field == field { return true }
    return false
  }

  /// The text of the first cell of a field; empty when there is none.
  func text(_ field: Field) -> String {
    for index in indices where self[index].target.field == field { return self[index].clean.text }
    return ""
  }

  /// The raw texts of some fields, in source order.
  func raw(where isWanted: (Field) -> Bool) -> String {
    var raw = ""
    var isFirst = true
    for cell in self where isWanted(cell.target.field) {
      if !isFirst { raw += " | " }
      raw += cell.raw
      isFirst = false
    }
    return raw
  }

  var isAnyRepaired: Bool {
    for index in indices where self[index].clean.isRepaired { return true }
    return false
  }

  /// Calls `body` with the cells of each label and group, in the order in which each first occurs.
  func forEachGroup(_ body: ([Cell]) -> Void) {
    guard !isEmpty else { return }
    let isOne = indices.dropFirst().allSatisfy { belong($0, 0) }
    if isOne { return body(self) }
    var isDone = [Bool](repeating: false, count: count)
    for first in indices where !isDone[first] {
      let members = indices.filter { belong($0, first) }
      for member in members { isDone[member] = true }
      body(members.map { self[$0] })
    }
  }

  /// Whether two cells belong together.
  private func belong(_ one: Int, _ other: Int) -> Bool {
    self[one].target.group == self[other].target.group
      && self[one].target.label == self[other].target.label
  }
}
