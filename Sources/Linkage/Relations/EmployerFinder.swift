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
    var record: Int
    var legalForm: UInt16
  }

  /// The organizations of each compact name, in an order that doesn't depend on indices.
  private func organizationsByName() -> [UInt32: [Named]] {
    var found: [UInt32: [Named]] = [:]
    for (record, row) in columns.rows.enumerated() where row.kind == .organization {
      for index in row.range(of: .organizations) {
        let entry = columns.organizations[columns.lists[index]]
        found[entry.compact, default: []].append(Named(record: record, legalForm: entry.legalForm))
      }
    }
    return found.mapValues { names in
      names.sorted {
        (columns.rows[$0.record].identity, $0.record)
          < (columns.rows[$1.record].identity, $1.record)
      }
    }
  }

  private func employer(of row: Row, among byName: [UInt32: [Named]]) -> Int? {
    for index in row.range(of: .organizations) {
      let name = columns.organizations[columns.lists[index]]
      let found = employer(of: row, named: name, among: byName[name.compact, default: []])
      if let found { return found }
    }
    return nil
  }

  /// The organization that fits best in legal form and place; nil when several fit as well.
  private func employer(
    of row: Row, named name: OrganizationEntry, among organizations: [Named]
  ) -> Int? {
    var best: (rank: Int, records: [Int]) = (0, [])
    for organization in organizations {
      let rank = rank(of: organization, named: name, for: row)
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

  private func rank(of organization: Named, named name: OrganizationEntry, for row: Row) -> Int {
    let nearness = nearness(row, columns.rows[organization.record])
    guard nearness != .apart else { return 0 }
    let isInHouse = nearness == .house
    if organization.legalForm == name.legalForm { return isInHouse ? Rank.formAndHouse : Rank.form }
    if isInHouse { return Rank.house }
    // Two forms written out are two firms.
    return organization.legalForm == 0 || name.legalForm == 0 ? Rank.name : 0
  }

  private enum Nearness { case house, place, apart }

  /// Whether a person and an organization share a house, or a postal code, place or own mail domain.
  private func nearness(_ person: Row, _ organization: Row) -> Nearness {
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
    let domains = Set(ownDomains(of: person))
    return ownDomains(of: organization).contains { domains.contains($0) } ? .place : .apart
  }

  private func ownDomains(of row: Row) -> [UInt32] {
    row.range(of: .emails).map { columns.emails[columns.lists[$0]].domain }
      .filter { !columns.emails.domainEntries[Int($0)].isShared }
  }
}
