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
  var names: [Cell] = []
  var organizations: [Cell] = []
  var addresses: [Cell] = []
  var phones: [Cell] = []
  var emails: [Cell] = []
  var others: [Cell] = []
  var consents: [Cell] = []

  var values: [FieldValue] = []
  var problems: [Problem] = []

  /// The kind a column names.
  var statedKind: Record.Kind?
  var recID = ""
  var parentKey: String?
  /// Whether the name is that of a couple or a family.
  var isHousehold = false
  /// The country of the first address that has one.
  var country = ""

  init(_ mapped: MappedRecord) {
    self.mapped = mapped
  }

  /// Begins the next record; what the cells of the last one took up is used again.
  mutating func begin(_ mapped: MappedRecord) {
    self.mapped = mapped
    parentKey = mapped.parentKey
    names.removeAll(keepingCapacity: true)
    organizations.removeAll(keepingCapacity: true)
    addresses.removeAll(keepingCapacity: true)
    phones.removeAll(keepingCapacity: true)
    emails.removeAll(keepingCapacity: true)
    others.removeAll(keepingCapacity: true)
    consents.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    problems = []
    statedKind = nil
    recID = ""
    isHousehold = false
    country = ""
  }

  mutating func add(
    _ attribute: Attribute, _ value: Value, label: ValueLabel? = nil, raw: String,
    mark: ValueMark = .good
  ) {
    values.append(FieldValue(attribute, value, label: label, raw: raw, mark: mark))
  }

  /// Adds a status that a name tells, among those of the status columns.
  mutating func addStatus(_ status: String, raw: String) {
    others.append(Cell(target: FieldTarget(.status), raw: raw, clean: CleanText(text: status)))
  }

  mutating func report(_ finding: Finding, _ target: FieldTarget? = nil) {
    problems.append(
      Problem(
        code: finding.rawValue, location: mapped.location, field: target?.text ?? "",
        action: finding.action, message: finding.message))
  }

  /// The values in an array of their own that is no larger than it must be: a million may be kept.
  var ownValues: [FieldValue] {
    var own: [FieldValue] = []
    own.reserveCapacity(values.count)
    own.append(contentsOf: values)
    return own
  }

  func has(_ attribute: Attribute) -> Bool { values.contains { $0.attribute == attribute } }
}

extension [Cell] {
  func first(_ field: Field) -> Cell? { first { $0.target.field == field } }

  /// The text of the first cell of a field; empty when there is none.
  func text(_ field: Field) -> String {
    for cell in self where cell.target.field == field { return cell.clean.text }
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

  var isAnyRepaired: Bool { contains { $0.clean.isRepaired } }

  /// The cells by label and group, in the order in which each group first occurs.
  var groups: [[Cell]] {
    guard count > 1, let first, !allSatisfy({ $0.belongs(with: first) }) else {
      return isEmpty ? [] : [self]
    }
    var groups: [[Cell]] = []
    for cell in self {
      if let index = groups.firstIndex(where: { $0.first?.belongs(with: cell) == true }) {
        groups[index].append(cell)
      } else {
        groups.append([cell])
      }
    }
    return groups
  }
}

extension Cell {
  func belongs(with other: Cell) -> Bool {
    target.group == other.target.group && target.label == other.target.label
  }
}
