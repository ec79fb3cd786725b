internal import Records

/// Finds the organization a person works at: by the source's nesting, else by name and place.
struct EmployerFinder {
  let columns: Columns

  /// At most one tie for each person.
  func relations() -> [Relation] {
    let byKey = organizationsByKey()
    let byName = organizationsByName()
    return columns.rows.indices.compactMap { record in
      let row = columns.rows[record]
      guard row.kind == .person else { return nil }
      let employer = byKey[columns.keyHashes[record].parent] ?? employer(of: row, among: byName)
      return employer.map { Relation(.worksAt, left: record, right: $0) }
    }
  }

  private func organizationsByKey() -> [UInt64: Int] {
    var found: [UInt64: Int] = [:]
    for (record, row) in columns.rows.enumerated() where row.kind == .organization {
      found[columns.keyHashes[record].own] = record
    }
    found[0] = nil
    return found
  }

  /// The organizations of each compact name, in an order that doesn't depend on indices.
  private func organizationsByName() -> [UInt32: [Int]] {
    var found: [UInt32: [Int]] = [:]
    for (record, row) in columns.rows.enumerated() where row.kind == .organization {
      for index in row.range(of: .organizations) {
        found[columns.organizations[columns.lists[index]].compact, default: []].append(record)
      }
    }
    return found.mapValues { records in
      records.sorted { (columns.rows[$0].identity, $0) < (columns.rows[$1].identity, $1) }
    }
  }

  private func employer(of row: Row, among byName: [UInt32: [Int]]) -> Int? {
    for index in row.range(of: .organizations) {
      let name = columns.organizations[columns.lists[index]].compact
      let found = byName[name, default: []].first { isAtOnePlace(row, columns.rows[$0]) }
      if let found { return found }
    }
    return nil
  }

  /// Whether a person and an organization share a postal code, a place or an own mail domain.
  private func isAtOnePlace(_ person: Row, _ organization: Row) -> Bool {
    for l in person.range(of: .addresses) {
      let mine = columns.addresses[columns.lists[l]]
      for r in organization.range(of: .addresses) {
        let other = columns.addresses[columns.lists[r]]
        if mine.postalCode != 0 && mine.postalCode == other.postalCode { return true }
        if mine.place != 0 && mine.place == other.place { return true }
      }
    }
    let domains = Set(ownDomains(of: person))
    return ownDomains(of: organization).contains { domains.contains($0) }
  }

  private func ownDomains(of row: Row) -> [UInt32] {
    row.range(of: .emails).map { columns.emails[columns.lists[$0]].domain }
      .filter { !columns.emails.domainEntries[Int($0)].isShared }
  }
}
