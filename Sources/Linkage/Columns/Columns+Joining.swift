/// How columns that were filled side by side become one.
extension Columns {
  /// Adds the records of other columns behind those that are here.
  ///
  /// What follows from the columns is the same as if the records had been appended one by one: no
  /// result depends on the numbers that values have.
  package mutating func append(contentsOf other: Columns) {
    guard !rows.isEmpty else {
      self = other
      return
    }
    let names = names.add(other.names)
    let maps = ListMaps(other, in: &self)
    let sources = sources.intern(all: other.sources)
    let offset = UInt32(lists.count)
    lists.reserveCapacity(lists.count + other.lists.count)
    for var row in other.rows {
      for kind in ListKind.allCases {
        for index in row.range(of: kind) { lists.append(maps[kind, other.lists[index]]) }
      }
      row.renumber(names)
      row.source = UInt16(truncatingIfNeeded: sources[Int(row.source)])
      row.listStart += offset
      rows.append(row)
    }
    keyHashes += other.keyHashes
  }

  /// Puts the records in another order: the first is the one of the number `order[0]`.
  ///
  /// Records that the order leaves out are gone; the values that they alone had stay interned.
  package mutating func arrange(by order: [Int]) {
    guard order.count != count || !order.indices.allSatisfy({ order[$0] == $0 }) else { return }
    var ordered: [UInt32] = []
    ordered.reserveCapacity(lists.count)
    rows = order.map { record in
      var row = rows[record]
      let start = UInt32(ordered.count)
      let end = row.listStart + UInt32(row.listEnds[ListKind.allCases.count - 1])
      ordered += lists[Int(row.listStart)..<Int(end)]
      row.listStart = start
      return row
    }
    lists = ordered
    keyHashes = order.map { keyHashes[$0] }
  }
}

extension Columns {
  /// Names a record by its source and key.
  package func ownKey(of record: Int) -> UInt64 { keyHashes[record].own }

  /// Names the organization that a record is nested in, as `ownKey` does; 0 for none.
  package func parentKey(of record: Int) -> UInt64 { keyHashes[record].parent }

  /// Makes room for records to leave: whether a number is a mobile's can hang on one of them alone.
  ///
  /// - Returns: the records that are to be appended anew for it, ascending; those that leave too.
  package mutating func forgetKinds(of leaving: [Int]) -> [Int] {
    var disputed: Set<UInt32> = []
    for record in leaving {
      for index in rows[record].range(of: .phones) where phones[lists[index]].isDisputed {
        disputed.insert(lists[index])
      }
    }
    guard !disputed.isEmpty else { return [] }
    for id in disputed { phones.forgetKind(of: id) }
    return rows.indices.filter { record in
      rows[record].range(of: .phones).contains { disputed.contains(lists[$0]) }
    }
  }
}

/// The new numbers of the values in lists, by kind.
private struct ListMaps {
  private var maps: [[UInt32]]

  init(_ other: Columns, in columns: inout Columns) {
    let emails = columns.emails.add(other.emails)
    let identifiers = columns.addIdentifiers(of: other)
    maps = [
      columns.organizations.add(other.organizations), columns.addresses.add(other.addresses),
      columns.phones.add(other.phones), emails.addresses, emails.domains, identifiers,
      identifiers, identifiers, columns.extras.add(other.extras),
    ]
  }

  subscript(kind: ListKind, id: UInt32) -> UInt32 { maps[kind.rawValue][Int(id)] }
}

extension Columns {
  fileprivate mutating func addIdentifiers(of other: Columns) -> [UInt32] {
    let numbers = identifiers.intern(all: other.identifiers)
    for (id, number) in numbers.enumerated().dropFirst()
    where Int(number) == identifierWords.count {
      identifierWords.append(other.identifierWords[id])
      identifierNumberings.append(other.identifierNumberings[id])
    }
    return numbers
  }
}

extension Row {
  fileprivate mutating func renumber(_ names: [UInt32]) {
    given = names[Int(given)]
    givenParts = (names[Int(givenParts.0)], names[Int(givenParts.1)])
    mailedGiven = names[Int(mailedGiven)]
    family = names[Int(family)]
    familyParts = (names[Int(familyParts.0)], names[Int(familyParts.1)])
    birthName = names[Int(birthName)]
  }
}
