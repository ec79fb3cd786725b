internal import Linkage
internal import Records
internal import Store

/// Whom the rows of history were found to be about, and the names by which.
struct HistoryMemory: Sendable {
  /// How rows were read and linked; empty where none were.
  var settings = ""
  /// The run that linked them.
  var run: RunID = 0
  /// What contacts are called that have changed since.
  var changedNames: [NameKey] = []
  /// In the order of `FollowUp.allCases`.
  var tables = [TableMemory](repeating: TableMemory(), count: FollowUp.allCases.count)

  mutating func carry(_ archive: inout LinkArchive) throws {
    try archive.carry(json: &settings)
    try archive.carry(&run)
    try archive.carry(&changedNames)
    for index in tables.indices { try tables[index].carry(&archive) }
  }
}

/// The same of one table, by the rows' numbers.
struct TableMemory: Sendable {
  private(set) var rows: [Int64] = []
  /// The number of each row's definition.
  private(set) var definitions: [UInt8] = []
  private var answers: [UInt8] = []
  /// Where each row's names end in `keys`.
  private var ends: [UInt32] = []
  private var keys: [NameKey] = []

  mutating func append(_ row: Int64, definition: Int, _ answer: Found, _ names: [NameKey]) {
    rows.append(row)
    definitions.append(UInt8(truncatingIfNeeded: definition))
    answers.append(answer.code)
    keys += names
    ends.append(UInt32(keys.count))
  }

  /// How a row found its contact, or why it has none.
  enum Found: Hashable, Sendable {
    case way(ActivityLinker.Way)
    case gap(ActivityLinker.Gap)

    init(_ answer: ActivityLinker.Answer) {
      switch answer {
      case .found(_, let way): self = .way(way)
      case .none(let gap): self = .gap(gap)
      }
    }

    /// Gaps have the uppermost bit.
    fileprivate init(code: UInt8) {
      let (ways, gaps) = (ActivityLinker.Way.allCases, ActivityLinker.Gap.allCases)
      let place = Int(code & 127)
      self = code < 128 ? .way(ways[place % ways.count]) : .gap(gaps[place % gaps.count])
    }

    fileprivate var code: UInt8 {
      switch self {
      case .way(let way): UInt8(ActivityLinker.Way.allCases.firstIndex(of: way) ?? 0)
      case .gap(let gap): 128 | UInt8(ActivityLinker.Gap.allCases.firstIndex(of: gap) ?? 0)
      }
    }
  }

  func found(_ index: Int) -> Found { Found(code: answers[index]) }

  func names(_ index: Int) -> ArraySlice<NameKey> {
    keys[Int(index == 0 ? 0 : ends[index - 1])..<Int(ends[index])]
  }

  /// Adds a row of another table.
  mutating func append(_ index: Int, of other: TableMemory) {
    append(
      other.rows[index], definition: Int(other.definitions[index]), other.found(index),
      Array(other.names(index)))
  }

  mutating func carry(_ archive: inout LinkArchive) throws {
    try archive.carry(&rows)
    try archive.carry(&definitions)
    try archive.carry(&answers)
    try archive.carry(&ends)
    try archive.carry(&keys)
    guard definitions.count == rows.count, answers.count == rows.count, ends.count == rows.count,
      (ends.last ?? 0) == keys.count
    else { throw LinkArchive.Damaged() }
  }
}
