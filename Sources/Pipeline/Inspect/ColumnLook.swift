internal import Formats
internal import Records

/// The profiles of all columns of a file, gathered while a reader goes through it.
struct ColumnLook {
  private(set) var profiles: [ColumnProfile] = []
  private(set) var rows = 0
  private(set) var rejected = 0
  private(set) var problems: [String: Int] = [:]
  /// Whether columns are paths with occurrence numbers, as those of XML and vCard.
  private let isPath: Bool
  private var places: [String: Int] = [:]
  /// The places of the last record's columns.
  private var columns: [String] = []
  private var placesOfColumns: [Int] = []
  /// Rows with a short text in every column that may name or number a customer; filled while few.
  private var sampleRows: [[(column: Int, text: String)]] = []
  private static let sampleRowLimit = 20_000

  init(isPath: Bool) { self.isPath = isPath }

  /// Of a table, whose columns are known before its rows.
  mutating func begin(_ names: [String]) {
    placesOfColumns = names.map { place(of: $0) }
    columns = names
  }

  mutating func add(_ event: ReaderEvent) {
    switch event {
    case .record(let raw):
      rows += 1
      resolve(raw.columns)
      var row: [(column: Int, text: String)] = []
      for value in raw.values where placesOfColumns.indices.contains(value.column) {
        let place = placesOfColumns[value.column]
        profiles[place].add(value.text)
        if value.text.utf8.count <= 80 { row.append((place, value.text)) }
      }
      if sampleRows.count < Self.sampleRowLimit { sampleRows.append(row) }
    case .rejected(_, let problem):
      rejected += 1
      problems[problem.code, default: 0] += 1
    case .problem(let problem): problems[problem.code, default: 0] += 1
    }
  }

  private mutating func resolve(_ names: [String]) {
    if names.count == columns.count && names == columns { return }
    for name in names.dropFirst(columns.count) { placesOfColumns.append(place(of: name)) }
    if !names.starts(with: columns) { placesOfColumns = names.map { place(of: $0) } }
    columns = names
  }

  private mutating func place(of name: String) -> Int {
    let own = isPath ? strippedColumn(name) : name
    if let place = places[own] {
      if own != name { profiles[place].isRepeated = true }
      return place
    }
    places[own] = profiles.count
    profiles.append(ColumnProfile(name: own))
    return profiles.count - 1
  }

  /// What is told of the columns.
  ///
  /// - Parameter nested: for each column the element of nested records it is in; empty: none.
  func columns(_ verdicts: [ColumnVerdict], nested: [String?] = [], names: [String] = [])
    -> [FileInspection.Column]
  {
    profiles.indices.map { index in
      let profile = profiles[index]
      let name = names.isEmpty ? profile.name : names[index]
      var oddities = ColumnOddity.allCases.compactMap { oddity in
        profile.oddities[oddity].map { (oddity.rawValue, $0) }
      }
      if profile.hasMixedDates { oddities.append(("mixed_dates", profile.filled)) }
      let isOuter = nested.isEmpty || nested[index] == nil
      if isOuter, verdicts[index].field == .key, !profile.isUnique, profile.filled > 1 {
        oddities.append(("repeated_keys", profile.filled - profile.hashes.count))
      }
      return FileInspection.Column(
        name: name, verdict: verdicts[index], filled: profile.filled,
        distinct: profile.hashes.count, isDistinctAtLeast: profile.isDistinctAtLeast,
        patterns: profile.topPatterns, oddities: oddities,
        nested: nested.isEmpty ? nil : nested[index])
    }
  }

  /// The numbers of customers in the file with the names beside them.
  func customerNumbers(_ columns: [FileInspection.Column]) -> CustomerNumbers {
    var numbers = CustomerNumbers()
    let outer = columns.indices.filter { columns[$0].nested == nil }
    let number =
      outer.first { columns[$0].verdict.field == .customerNumber }
      ?? outer.first { columns[$0].verdict.field == .key }
    guard let number else { return numbers }
    let naming: Set<Field> = [.family, .fullName, .organization]
    let names = Set(outer.filter { columns[$0].verdict.field.map(naming.contains) ?? false })
    for row in sampleRows {
      guard let key = row.first(where: { $0.column == number }) else { continue }
      numbers.add(
        key.text.filter { !$0.isWhitespace },
        names: row.filter { names.contains($0.column) }.map(\.text))
    }
    return numbers
  }
}
