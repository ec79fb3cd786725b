internal import Records

/// Finds the organization a person works at: by the source's nesting, else by name and place.
struct EmployerFinder {
  let columns: Columns
  /// The number of each record's cluster.
  let clusters: [Int]

  /// At most one tie for each person.
  func relations(on executor: any Executor) -> [Relation] {
    let byKey = organizationsByKey()
    let byName = organizationsByName()
    let size = 20_000
    return collect((columns.count + size - 1) / size, on: executor) { part in
      (part * size..<min(columns.count, (part + 1) * size)).compactMap { record in
        let row = columns.rows[record]
        guard row.kind == .person else { return nil }
        let employer = byKey[columns.keyHashes[record].parent] ?? employer(of: row, among: byName)
        return employer.map { Relation(.worksAt, left: record, right: $0) }
      }
    }.flatMap { $0 }
  }

  private func organizationsByKey() -> [UInt64: Int] {
    var found: [UInt64: Int] = [:]
    for (record, row) in columns.rows.enumerated() where row.kind == .organization {
      found[columns.keyHashes[record].own] = record
    }
    found[0] = nil
    return found
  }

  /// An organization under one of its names.
  private struct Named {
    var name: UInt32
    var identity: UInt64
    var record: Int
    var legalForm: UInt16
  }

  /// Organizations by their compact names.
  private struct Directory {
    var all: [Named]
    var places: [UInt32: Range<Int>] = [:]

    /// - Parameter all: sorted by their names.
    init(_ all: [Named]) {
      self.all = all
      var start = 0
      while start < all.count {
        var end = start + 1
        while end < all.count, all[end].name == all[start].name { end += 1 }
        places[all[start].name] = start..<end
        start = end
      }
    }

    func named(_ name: UInt32) -> ArraySlice<Named> { all[places[name] ?? 0..<0] }
  }

  /// The organizations of each compact name, in an order that doesn't depend on indices.
  private func organizationsByName() -> Directory {
    var found: [Named] = []
    for (record, row) in columns.rows.enumerated() where row.kind == .organization {
      for index in row.range(of: .organizations) {
        let entry = columns.organizations[columns.lists[index]]
        found.append(
          Named(
            name: entry.compact, identity: row.identity, record: record,
            legalForm: entry.legalForm))
      }
    }
    found.sort { ($0.name, $0.identity, $0.record) < ($1.name, $1.identity, $1.record) }
    return Directory(found)
  }

  private func employer(of row: Row, among directory: Directory) -> Int? {
    let names = row.range(of: .organizations)
    guard !names.isEmpty else { return nil }
    let domains = ownDomains(of: row)
    for index in names {
      let name = columns.organizations[columns.lists[index]]
      let known = directory.named(name.compact)
      let found = employer(of: row, domains, named: name, among: known)
      if let found { return found }
    }
    return nil
  }

  /// The organization that fits best in legal form and place; nil when several fit as well.
  private func employer(
    of row: Row, _ domains: [UInt32], named name: OrganizationEntry,
    among organizations: ArraySlice<Named>
  ) -> Int? {
    var best: (rank: Int, records: [Int]) = (0, [])
    for organization in organizations {
      let rank = rank(of: organization, named: name, for: row, domains)
      guard rank > 0, rank >= best.rank else { continue }
      if rank > best.rank { best = (rank, []) }
      best.records.append(organization.record)
    }
    guard let first = best.records.first else { return nil }
    // Of one name and form in one house there is one firm, though its records may still wait.
    let isOne =
      best.rank == Rank.formAndHouse || Set(best.records.map { clusters[$0] }).count == 1
    return isOne ? first : nil
  }

  /// How well an organization fits; 0 for not at all.
  private enum Rank {
    static let formAndHouse = 4, form = 3, house = 2, name = 1
  }

  private func rank(
    of organization: Named, named name: OrganizationEntry, for row: Row, _ domains: [UInt32]
  ) -> Int {
    let nearness = nearness(row, domains, columns.rows[organization.record])
    guard nearness != .apart else { return 0 }
    let isInHouse = nearness == .house
    if organization.legalForm == name.legalForm { return isInHouse ? Rank.formAndHouse : Rank.form }
    if isInHouse { return Rank.house }
    // Two forms written out are two firms.
    return organization.legalForm == 0 || name.legalForm == 0 ? Rank.name : 0
  }

  private enum Nearness { case house, place, apart }

  /// Whether a person and an organization share a house, or a postal code, place or own mail domain.
  ///
  /// - Parameter domains: the person's own.
  private func nearness(
    _ person: Row, _ domains: [UInt32], _ organization: Row
  ) -> Nearness {
    var isNear = false
    for l in person.range(of: .addresses) {
      let mine = columns.addresses[columns.lists[l]]
      for r in organization.range(of: .addresses) {
        let other = columns.addresses[columns.lists[r]]
        let isSamePlace =
          mine.postalCode != 0 && mine.postalCode == other.postalCode
          || mine.place != 0 && mine.place == other.place
        guard isSamePlace else { continue }
        if mine.street != 0, mine.street == other.street, mine.house == other.house {
          return .house
        }
        isNear = true
      }
    }
    if isNear { return .place }
    guard !domains.isEmpty else { return .apart }
    return organization.range(of: .emails).contains {
      domains.contains(columns.emails[columns.lists[$0]].domain)
    } ? .place : .apart
  }

  private func ownDomains(of row: Row) -> [UInt32] {
    row.range(of: .emails).map { columns.emails[columns.lists[$0]].domain }
      .filter { !columns.emails.domainEntries[Int($0)].isShared }
  }
}
