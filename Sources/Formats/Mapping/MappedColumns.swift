internal import Records

/// Applies the targets of columns to raw records.
struct MappedColumns {
  private(set) var resolver: ColumnResolver
  private let names: [String]
  private let largestGroup: Int
  private let hasLabels: Bool
  /// Those of the last record, which the next one mostly shares.
  private var columns: [String] = []
  private var resolved: [ResolvedColumn] = []

  init(_ columns: [String: MappingTarget]) {
    resolver = ColumnResolver(columns)
    names = columns.keys.sorted()
    largestGroup = resolver.largestGroup
    hasLabels = columns.values.contains(.label)
  }

  var unused: [String] { names.filter { !resolver.used.contains($0) } }

  mutating func apply(_ raw: RawRecord) -> MappedParts {
    resolve(raw.columns)
    var parts = MappedParts()
    var hash = ContentHash()
    var labels: [(parent: Int, text: String)] = []
    var groupLabels: [(target: FieldTarget, text: String)] = []
    /// The column of each mapped value, where labels need it.
    var origins: [Int] = []
    var groups = InstanceGroups(after: largestGroup)
    parts.values.reserveCapacity(raw.values.count)
    for index in raw.values.indices where resolved.indices.contains(raw.values[index].column) {
      let place = raw.values[index].column
      let text = raw.values[index].text
      hash.combine(resolved[place].hash)
      hash.combine(text)
      if let first = text.utf8.first, first <= 0x20, isBlank(text) { continue }
      switch resolved[place].target {
      case nil: parts.extras.append(Extra(name: resolved[place].name, text: text))
      case .ignore: break
      case .label: labels.append((resolved[place].parent, text))
      case .labelOf(let target): groupLabels.append((target, text))
      case .field(let target) where target.field == .key:
        parts.keys.append(trimmed(text))
        parts.keyColumn = resolved[place].name
      case .field(let target) where target.field == .parentKey:
        parts.parentKey = trimmed(text)
      case .field(var target):
        target.group = groups.group(target.group, in: resolved[place].instance)
        for part in Self.parts(of: text, for: target.field) {
          parts.values.append(MappedValue(target, part))
          if hasLabels { origins.append(place) }
        }
      }
    }
    for label in labels { apply(label.text, at: label.parent, to: &parts.values, origins) }
    for label in groupLabels { Self.apply(label.text, of: label.target, to: &parts.values) }
    parts.hash = hash.value
    return parts
  }

  /// Google puts several numbers into one cell, with " ::: " between them.
  private static func parts(of text: String, for field: Field) -> [String] {
    switch field {
    case .phone, .mobile, .fax, .email, .website, .category:
      guard text.utf8.contains(UInt8(ascii: ":")), text.contains(" ::: ") else { return [text] }
      return text.split(separator: " ::: ").map(String.init)
    default: return [text]
    }
  }

  /// Gives the values of one group the label that another column names.
  private static func apply(
    _ text: String, of target: FieldTarget, to values: inout [MappedValue]
  ) {
    guard let word = LabelWord(text) else { return }
    let family = FieldFamily(target.field)
    for index in values.indices where values[index].target.group == target.group {
      let field = values[index].target.field
      guard field == target.field || family != nil && FieldFamily(field) == family else { continue }
      if values[index].target.label == nil { values[index].target.label = word.label }
      if field == .phone { values[index].target.field = word.phoneField ?? .phone }
    }
  }

  private mutating func resolve(_ columns: [String]) {
    guard !isSame(columns) else { return }
    resolved = columns.map { resolver.resolve($0) }
    self.columns = columns
  }

  /// Whether the columns are the last record's: mostly the very same array.
  private func isSame(_ other: [String]) -> Bool {
    guard columns.count == other.count else { return false }
    let isIdentical = columns.withUnsafeBufferPointer { mine in
      other.withUnsafeBufferPointer { mine.baseAddress == $0.baseAddress }
    }
    return isIdentical || columns == other
  }

  /// Gives the values in an element the label that stands in it; at the top only addresses take
  /// one.
  private func apply(
    _ text: String, at parent: Int, to values: inout [MappedValue], _ origins: [Int]
  ) {
    guard let word = LabelWord(text) else { return }
    for index in values.indices {
      let isInside =
        parent == 0
        ? FieldFamily(values[index].target.field) == .address
          && resolved[origins[index]].prefixes.count == 1
        : resolved[origins[index]].prefixes.contains(parent)
      guard isInside else { continue }
      if values[index].target.label == nil { values[index].target.label = word.label }
      if let field = word.phoneField, values[index].target.field == .phone {
        values[index].target.field = field
      }
    }
  }
}

/// Gives each repeated part of a record a group that nothing else has.
private struct InstanceGroups {
  private var taken: [(instance: Int, group: Int)] = []
  private let largest: Int

  init(after largest: Int) { self.largest = largest }

  mutating func group(_ group: Int, in instance: Int) -> Int {
    guard instance != 0 else { return group }
    for (index, known) in taken.enumerated() where known == (instance, group) {
      return largest + 1 + index
    }
    taken.append((instance, group))
    return largest + taken.count
  }
}

/// Whether a text holds only blanks, in ASCII.
func isBlank(_ text: String) -> Bool {
  // Nearly always the first byte decides.
  for byte in text.utf8 where byte != 0x20 && !(0x09...0x0D).contains(byte) { return false }
  return true
}

/// A text without blanks at its ends.
func trimmed(_ text: String) -> String {
  let isOuter: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
  guard let first = text.utf8.first, let last = text.utf8.last, isOuter(first) || isOuter(last)
  else { return text }
  var bytes = Substring(text).utf8
  while let first = bytes.first, isOuter(first) { bytes.removeFirst() }
  while let last = bytes.last, isOuter(last) { bytes.removeLast() }
  return String(Substring(bytes))
}
