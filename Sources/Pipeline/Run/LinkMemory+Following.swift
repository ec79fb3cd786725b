internal import Linkage
internal import Records
internal import Store
internal import Survivorship

/// What the last linking says of the contacts at hand.
struct FormerLinking: Sendable {
  /// The run after which it was so.
  var run: RunID
  /// The number that each record's cluster had; `none` of a record that has changed or is new.
  var clusters: [UInt32]
  /// How many records each of those clusters had.
  var sizes: [UInt32]
  var traits: TraitTable
  /// What had been said at each place of objections.
  var objections: [ObjectionPlace: UInt64]
  /// The records of which people had chosen a value.
  var chosen: [RecordID]
  var history: HistoryMemory

  static let none = UInt32.max
}

/// The memory of a linking, brought to what the store holds now.
struct FollowedMemory {
  var loaded: LoadedRecords
  var state: LinkState
  var linking: FormerLinking
}

extension LinkMemory {
  /// Where more than this share of the records has changed, beginning anew is quicker.
  private static let mostTouched = 0.25

  /// Gives what is remembered of the records that are as they were, and what is read of the others.
  ///
  /// Its columns are taken, not copied: the memory is of no use afterwards.
  ///
  /// - Parameters:
  ///   - load: reads records by their ids, ascending.
  ///   - search: reads records from an id on.
  /// - Returns: nil when it is better, or needed, to read all records.
  mutating func follow(
    _ heads: RecordHeads, load: ([RecordID]) throws -> LoadedRecords,
    search: (RecordID, (StoredRecord) throws -> Bool) throws -> Void
  ) throws -> FollowedMemory? {
    var course = Course(of: self, to: heads)
    guard Double(course.touched.count) <= Self.mostTouched * Double(heads.records.count) else {
      return nil
    }
    var loaded = LoadedRecords()
    let count = columns.count
    swap(&loaded.columns, &columns)
    loaded.extras = settings.extras
    var extras = ExtraNames()
    var order = [Int](repeating: 0, count: heads.records.count)
    var appended: [Int] = []
    func append(_ touched: [Int]) throws {
      let part = try load(touched.map { heads.records[$0] })
      for (place, new) in touched.enumerated() { order[new] = loaded.columns.count + place }
      loaded.columns.append(contentsOf: part.columns)
      extras.add(part.extras)
      appended += touched
    }
    try append(course.touched)
    // What contact persons inherit may be another.
    let owners = course.owners(in: loaded.columns, from: count)
    try append(course.touchNested(in: owners, loaded.columns))
    for (new, old) in course.former.enumerated() { if let old { order[new] = old } }
    // Who shares a number with those that leave says anew what kind it is.
    let again = loaded.columns.forgetKinds(of: course.lost).compactMap { place in
      place < count ? course.numbers[place] : appended[place - count]
    }
    try append(again.sorted())
    loaded.columns.arrange(by: order)
    try loaded.extras.follow(
      lost: Set(course.lost.map { records[$0] }), new: extras, search: search)
    return FollowedMemory(
      loaded: loaded, state: state.renumbered(course.numbers, count: heads.records.count),
      linking: formerLinking(course))
  }

  private func formerLinking(_ course: Course) -> FormerLinking {
    var sizes = [UInt32](repeating: 0, count: (clusters.max().map { Int($0) + 1 }) ?? 0)
    for cluster in clusters { sizes[Int(cluster)] += 1 }
    return FormerLinking(
      run: stamp.run, clusters: course.former.map { $0.map { clusters[$0] } ?? FormerLinking.none },
      sizes: sizes,
      traits: traits.renumbered(course.numbers, count: course.former.count),
      objections: Dictionary(zip(places, digests), uniquingKeysWith: { first, _ in first }),
      chosen: chosen, history: history)
  }
}

/// Which record is where.
private struct Course {
  /// The former position of each record; nil: it is to be read.
  var former: [Int?]
  /// The new position of each former record; nil: it is gone, or to be read.
  var numbers: [Int?]
  /// The positions of the records that have come or changed.
  var touched: [Int] = []
  /// The former positions of those that have gone or changed.
  var lost: [Int] = []

  init(of memory: LinkMemory, to heads: RecordHeads) {
    former = [Int?](repeating: nil, count: heads.records.count)
    numbers = [Int?](repeating: nil, count: memory.records.count)
    var old = 0
    for new in heads.records.indices {
      while old < memory.records.count, memory.records[old] < heads.records[new] { old += 1 }
      let isKnown =
        old < memory.records.count && memory.records[old] == heads.records[new]
        && memory.hashes[old] == heads.hashes[new]
      if isKnown {
        (former[new], numbers[old]) = (old, new)
      } else {
        touched.append(new)
      }
    }
    lost = numbers.indices.filter { numbers[$0] == nil }
  }

  /// The names of all records that have come, changed or gone.
  func owners(in columns: Columns, from first: Int) -> Set<UInt64> {
    Set(lost.map { columns.ownKey(of: $0) })
      .union((first..<columns.count).map { columns.ownKey(of: $0) })
  }

  /// Has the records read that are nested in one of the owners.
  ///
  /// - Returns: their positions.
  mutating func touchNested(in owners: Set<UInt64>, _ columns: Columns) -> [Int] {
    var nested: [Int] = []
    for (new, old) in former.enumerated() {
      guard let old, columns.parentKey(of: old) != 0, owners.contains(columns.parentKey(of: old))
      else { continue }
      (former[new], numbers[old]) = (nil, nil)
      lost.append(old)
      nested.append(new)
    }
    return nested
  }
}
