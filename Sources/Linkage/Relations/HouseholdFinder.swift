internal import Records

/// Finds the records of people who live together, and are not one contact.
///
/// A household is one home: a private address, and one family name or a landline in common. Where
/// firms are, people work.
struct HouseholdFinder {
  let comparer: PairComparer
  let clusters: [Int]

  private var columns: Columns { comparer.columns }

  /// A record at one of its addresses.
  private struct Resident {
    /// The house: street, number and postal code, or place where that is missing.
    var house: UInt64
    var record: Int
  }

  func relations() -> [Relation] {
    let residents = residents()
    let firms = firmHouses()
    let lines = firmLines()
    var relations: [Relation] = []
    var start = 0
    while start < residents.count {
      var end = start + 1
      while end < residents.count && residents[end].house == residents[start].house { end += 1 }
      let isFirms = firms.contains(residents[start].house)
      if end - start > 1 {
        tie(residents[start..<end].map(\.record), isFirms: isFirms, lines, &relations)
      }
      start = end
    }
    return relations
  }

  /// The people at each house, in an order that doesn't depend on indices.
  private func residents() -> [Resident] {
    var residents: [Resident] = []
    for (record, row) in columns.rows.enumerated()
    where row.kind != .organization && row.family != 0 && !isNested(record) {
      for house in houses(of: row) { residents.append(Resident(house: house, record: record)) }
    }
    return residents.sorted {
      ($0.house, columns.rows[$0.record].identity, $0.record)
        < ($1.house, columns.rows[$1.record].identity, $1.record)
    }
  }

  /// Whether it is a contact person nested in an organization.
  private func isNested(_ record: Int) -> Bool { columns.keyHashes[record].parent != 0 }

  private func houses(of row: Row) -> [UInt64] {
    row.range(of: .addresses).compactMap { index in
      let address = columns.addresses[columns.lists[index]]
      let area = address.postalCode != 0 ? UInt64(address.postalCode) : UInt64(address.place) << 32
      guard address.street != 0, address.house != 0, area != 0 else { return nil }
      return combined(UInt64(address.street) << 32 | UInt64(address.house), area)
    }
  }

  /// Houses at which an organization is, or at which two contacts bear an organization's name.
  private func firmHouses() -> Set<UInt64> {
    var firms = Set<UInt64>()
    var first: [UInt64: Int] = [:]
    for (record, row) in columns.rows.enumerated()
    where row.kind == .organization || isNested(record) || hasOrganization(row) {
      for house in houses(of: row) {
        let known = first[house]
        if known == nil { first[house] = clusters[record] }
        let isSecond = known.map { $0 != clusters[record] } ?? false
        if row.kind == .organization || isNested(record) || isSecond { firms.insert(house) }
      }
    }
    return firms
  }

  private func hasOrganization(_ row: Row) -> Bool { !row.range(of: .organizations).isEmpty }

  /// The numbers at which organizations and their people are reached.
  private func firmLines() -> Set<UInt32> {
    var lines = Set<UInt32>()
    for (record, row) in columns.rows.enumerated()
    where row.kind == .organization || isNested(record) || hasOrganization(row) {
      for index in row.range(of: .phones) { lines.insert(columns.lists[index]) }
    }
    return lines
  }

  private func tie(
    _ records: [Int], isFirms: Bool, _ firmLines: Set<UInt32>, _ relations: inout [Relation]
  ) {
    var seen = Set<Int>()
    let heads = records.filter { seen.insert(clusters[$0]).inserted }
    for neighbors in neighbors(heads) {
      tie(neighbors: neighbors, isFirms: isFirms, firmLines, &relations)
    }
  }

  /// More people at one address than live in a house: only those of one name are compared.
  private static let mostNeighbors = 100

  private func neighbors(_ heads: [Int]) -> [[Int]] {
    guard heads.count > Self.mostNeighbors else { return [heads] }
    return Dictionary(grouping: heads) { columns.names[columns.rows[$0].family].code }
      .sorted { $0.key < $1.key }.map(\.value)
  }

  private func tie(
    neighbors heads: [Int], isFirms: Bool, _ firmLines: Set<UInt32>,
    _ relations: inout [Relation]
  ) {
    for (place, right) in heads.enumerated().dropFirst() {
      var ties = 0
      for left in heads[..<place] where ties < RelationFinder.mostMutual {
        guard areOneHousehold(left, right, isFirms: isFirms, firmLines) else { continue }
        relations.append(Relation(.household, left: min(left, right), right: max(left, right)))
        ties += 1
      }
    }
  }

  private func areOneHousehold(
    _ left: Int, _ right: Int, isFirms: Bool, _ firmLines: Set<UInt32>
  ) -> Bool {
    let l = columns.rows[left]
    let r = columns.rows[right]
    if hasOrganization(l) && hasOrganization(r) { return false }
    let isOneName = isOneFamilyName(l, r)
    if isOneName && !isFirms { return true }
    // In a house of flats and firms, and with two names, only a private line tells.
    guard !hasOrganization(l), !hasOrganization(r), sharesLine(l, r, but: firmLines) else {
      return false
    }
    return isOneName || !isFirms && l.given != 0 && r.given != 0
  }

  /// Whether two family names are one, in a double name too, or but for one letter that is not heard.
  private func isOneFamilyName(_ left: Row, _ right: Row) -> Bool {
    switch FamilyLevel(rawValue: comparer.family(left, right).level) {
    case .equal, .part: return true
    case .close:
      let a = columns.names[left.family]
      let b = columns.names[right.family]
      return a.code == b.code && a.word.bytes[0] == b.word.bytes[0]
        && editDistance(a.word, b.word) == 1
    default: return false
    }
  }

  /// Whether both have a landline that is no firm's and not many people's.
  private func sharesLine(_ left: Row, _ right: Row, but firmLines: Set<UInt32>) -> Bool {
    left.range(of: .phones).contains { index in
      let phone = columns.lists[index]
      return !columns.phones[phone].isMobile && !firmLines.contains(phone)
        && !comparer.frequencies.isSharedPhone(phone)
        && right.range(of: .phones).contains { columns.lists[$0] == phone }
    }
  }
}
