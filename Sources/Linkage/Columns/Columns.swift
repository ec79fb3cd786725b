package import Records

/// The match features of all records: what comparing needs, derived once.
///
/// Values are interned, so that each distinct one is folded, coded and measured once, and pairs
/// compare numbers first.
package struct Columns: Sendable {
  var rows: [Row] = []
  /// The lists of all records, one after the other.
  var lists: [UInt32] = []
  var names = NameTable()
  var organizations = OrganizationTable()
  var addresses = AddressTable()
  var phones = PhoneTable()
  var emails = EmailTable()
  var identifiers = InternTable()
  var identifierWords: [Word] = [.empty]
  /// A hash of each identifier's numbering: numbers are compared within one.
  var identifierNumberings: [UInt64] = [0]
  var extras = ExtraTable()
  var sources = InternTable()
  /// Hashes of the source keys, for contact persons and their organizations.
  var keyHashes: [SourceKeys] = []
  /// Bytes of the value that is being derived; kept so that they need not be allocated again.
  var scratch: [UInt8] = []
  var key: [UInt8] = []
  /// The memory of the lists that are being found.
  private var spareNumbers: [(kind: ListKind, id: UInt32)] = []

  /// The source key of a record and of the organization it is nested in; 0 for none.
  struct SourceKeys: Sendable {
    var own: UInt64
    var parent: UInt64
  }

  /// The number of records.
  package var count: Int { rows.count }

  package init() {}

  /// Derives a record's features and gives its index, which counts from 0.
  ///
  /// - Parameters:
  ///   - parent: the organization a contact person is nested in; its name and address count as
  ///     evidence of the person's place.
  ///   - numbering: the name of the customer numbers' numbering; numbers are equal only within one.
  @discardableResult
  package mutating func append(
    _ record: Record, inheriting parent: Record? = nil, numbering: String? = nil
  ) -> Int {
    var row = Row()
    row.kind = RowKind(record.kind)
    appendKeys(of: record, to: &row)
    var found = FoundLists(reusing: &spareNumbers)
    for index in record.values.indices where record.values[index].mark != .invalid {
      append(record.values[index], to: &row, &found, numbering: numbering)
    }
    for value in parent?.values ?? [] where value.mark != .invalid {
      inherit(value, &found)
    }
    readGivenName(from: found, of: &row)
    row.namedMails = namedMails(of: row, found)
    store(found, in: &row)
    swap(&found.numbers, &spareNumbers)
    mark(&row)
    names.countGiven(row.given)
    names.countFamily(row.family)
    rows.append(row)
    return rows.count - 1
  }

  private mutating func appendKeys(of record: Record, to row: inout Row) {
    let source = sources.intern(record.source)
    row.source = UInt16(truncatingIfNeeded: source)
    let own = hash(of: record.key, in: record.source)
    let parent = record.parentKey.map { hash(of: $0, in: record.source) } ?? 0
    keyHashes.append(SourceKeys(own: own, parent: parent))
    row.identity = combined(own, record.contentHash)
  }

  private mutating func hash(of key: String, in source: String) -> UInt64 {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(utf8Of: source)
    scratch.append(0)
    scratch.append(utf8Of: key)
    return scratch.withUnsafeBufferPointer { hashOf($0) }
  }

  /// Moves the found lists behind those of the records before.
  private mutating func store(_ found: FoundLists, in row: inout Row) {
    row.listStart = UInt32(lists.count)
    for kind in ListKind.allCases {
      let most = lists.count + FoundLists.mostValues
      for number in found.numbers where number.kind == kind && lists.count < most {
        lists.append(number.id)
      }
      row.listEnds[kind.rawValue] = UInt8(lists.count - Int(row.listStart))
    }
  }
}

/// The numbers of the values found in one record, by list.
struct FoundLists {
  /// More values of one kind are not compared.
  static let mostValues = 12

  /// In the order of the record's values.
  var numbers: [(kind: ListKind, id: UInt32)] = []

  /// Begins with memory that has served before.
  init(reusing memory: inout [(kind: ListKind, id: UInt32)]) {
    swap(&numbers, &memory)
    numbers.removeAll(keepingCapacity: true)
  }

  /// Adds a number unless it is 0 or known.
  mutating func add(_ id: UInt32, to kind: ListKind) {
    guard id != 0, !numbers.contains(where: { $0.id == id && $0.kind == kind }) else { return }
    numbers.append((kind, id))
  }
}

extension RowKind {
  init(_ kind: Record.Kind) {
    switch kind {
    case .person, .contactPerson: self = .person
    case .organization: self = .organization
    case .household: self = .household
    }
  }
}
