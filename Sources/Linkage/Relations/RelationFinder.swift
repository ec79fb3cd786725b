internal import Records

/// Finds the ties between records that are not sameness.
struct RelationFinder {
  let comparer: PairComparer
  /// The number of each record's cluster: records of one cluster have no ties among themselves.
  let clusters: [Int]

  /// Beyond this many contacts, each is tied to the first alone, not to every other.
  static let mostMutual = 6

  private var columns: Columns { comparer.columns }

  /// All relations, ordered by kind and records.
  ///
  /// - Parameter decided: those that people named.
  func relations(
    with decided: [Relation] = [], on executor: any Executor = SerialExecutor()
  ) -> [Relation] {
    let ties = collect(3, on: executor) { part -> [Relation] in
      switch part {
      case 0: HouseholdFinder(comparer: comparer, clusters: clusters).relations()
      case 1: shared(.emails, as: .sharedMailbox)
      default: shared(.phones, as: .sharedLine)
      }
    }
    let found =
      ties.flatMap { $0 }
      + EmployerFinder(columns: columns, clusters: clusters).relations(on: executor)
      + decided.filter { clusters[$0.left] != clusters[$0.right] }
    return Set(found).sorted {
      ($0.kind.rawValue, $0.left, $0.right) < ($1.kind.rawValue, $1.left, $1.right)
    }
  }

  /// Persons who share a mailbox or a number, and yet are not one contact.
  private func shared(_ list: ListKind, as kind: Relation.Kind) -> [Relation] {
    var keyed: [(key: UInt64, record: Int)] = []
    for (record, row) in columns.rows.enumerated() where row.kind != .organization {
      for index in row.range(of: list) { keyed.append((UInt64(columns.lists[index]), record)) }
    }
    return ties(keyed, as: kind)
  }

  /// Ties the records of one key that lie in different clusters, one record a cluster.
  private func ties(_ keyed: [(key: UInt64, record: Int)], as kind: Relation.Kind) -> [Relation] {
    let sorted = keyed.sorted {
      ($0.key, columns.rows[$0.record].identity, $0.record)
        < ($1.key, columns.rows[$1.record].identity, $1.record)
    }
    var relations: [Relation] = []
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count && sorted[end].key == sorted[start].key { end += 1 }
      if end - start > 1 { tie(sorted[start..<end].map(\.record), as: kind, &relations) }
      start = end
    }
    return relations
  }

  private func tie(_ records: [Int], as kind: Relation.Kind, _ relations: inout [Relation]) {
    var seen = Set<Int>()
    let heads = records.filter { seen.insert(clusters[$0]).inserted }
    for (place, left) in heads.enumerated() {
      guard heads.count <= Self.mostMutual || place == 0 else { break }
      for right in heads[(place + 1)...] {
        relations.append(Relation(kind, left: min(left, right), right: max(left, right)))
      }
    }
  }
}
