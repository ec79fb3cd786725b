internal import Records

/// The columns of one file and what each may hold, while they are weighed against each other.
struct VocabularyContext {
  private let columns: [String]
  private let keys: [String]
  private(set) var targets: [String: FieldTarget] = [:]

  init(_ columns: [String]) {
    self.columns = columns
    keys = columns.map(FieldVocabulary.folded)
    for column in columns { targets[column] = FieldVocabulary.target(of: column) }
  }

  private func has(_ field: Field) -> Bool { targets.values.contains { $0.field == field } }

  private mutating func drop(where isDropped: (FieldTarget) -> Bool) {
    for column in columns {
      if let target = targets[column], isDropped(target) { targets[column] = nil }
    }
  }

  /// Beside a given name, "Name" is the family name; beside both, a whole name may hold the middle
  /// names that they lack.
  mutating func judgeNames() {
    guard has(.given) else { return }
    if !has(.family), let index = keys.firstIndex(of: "name") {
      targets[columns[index]] = FieldTarget(.family)
    }
    if has(.family), has(.middle) { drop { $0.field == .fullName } }
  }

  /// Where no organization stands beside it, an occupation tells people apart rather than saying
  /// what they do at one: it stays a column of its own.
  mutating func judgePositions() {
    if !has(.organization) { drop { $0.field == .position } }
  }

  /// A whole address beside a place is only a street; a place without any part beside it is none,
  /// where others have parts.
  ///
  /// Outlook's "Ort" is an office's location, and its cities are "Ort geschäftlich" and "Ort
  /// privat".
  mutating func judgeAddresses() {
    let parts: [Field] = [.street, .postalCode, .fullAddress, .houseNumber]
    let labels = Set(targets.values.filter { parts.contains($0.field) }.map(\.label))
    if !labels.isEmpty && !labels.contains(nil) {
      drop { $0.label == nil && [.place, .region, .country].contains($0.field) }
    }
    for column in columns {
      guard let target = targets[column], target.field == .fullAddress else { continue }
      let beside = targets.values.filter { $0.label == target.label && $0.group == target.group }
      guard beside.contains(where: { $0.field == .place || $0.field == .postalCode }) else {
        continue
      }
      let hasStreet = beside.contains { $0.field == .street }
      targets[column]?.field = hasStreet ? .addressAddition : .street
    }
  }

  /// Beside a birth year, Thunderbird's "Geburtstag" is the day's number.
  mutating func judgeDates() {
    guard has(.birthYear) else { return }
    guard has(.birthMonth) else { return drop { $0.field == .birthDate } }
    for column in columns where targets[column]?.field == .birthDate {
      targets[column]?.field = .birthDay
    }
  }

  /// A field that a record has once is taken from the first column that has it.
  mutating func keepFirstOfEach() {
    let several: Set<Field> = [
      .phone, .mobile, .fax, .email, .website, .note, .category, .role, .addressAddition,
    ]
    var taken: Set<FieldTarget> = []
    for column in columns {
      guard let target = targets[column], !several.contains(target.field) else { continue }
      if !taken.insert(target).inserted { targets[column] = nil }
    }
  }
}
