package import Records

/// Turns raw records of one source into mapped records: columns become fields, the rest extras,
/// each record gets its key.
///
/// One mapping serves all files of a source, in their order: it counts the occurrences of keys and
/// of equal rows in a file, and knows the key of the record that nested ones stand in. A key that
/// another file of the source has already gets its number from the store.
package struct Mapping: Sendable {
  /// Problems with keys, until they are fetched; none holds a value.
  package var problems: [Problem] = []

  private let source: String
  private let constants: [MappedValue]
  private let keyIsCustomerNumber: Bool
  private let holdsContacts: Bool
  private var outer: MappedColumns
  private var nested: [MappedColumns]
  private var keys = SourceKeys()

  /// - Parameters:
  ///   - source: The source's name.
  ///   - columns: The targets of columns, by name.
  ///   - nested: The same for each kind of records nested in others, as `RawRecord.nesting` counts
  ///     them.
  ///   - constants: Values for records that lack them; roles, categories and notes are added to
  ///     every record.
  ///   - holdsContacts: Whether every record is a contact, whatever it holds.
  ///   - keyIsCustomerNumber: Whether the mapped key is the customer number where none is mapped.
  package init(
    source: String, columns: [String: MappingTarget], nested: [[String: MappingTarget]] = [],
    constants: [MappedValue] = [], holdsContacts: Bool = false, keyIsCustomerNumber: Bool = false
  ) {
    self.source = source
    self.constants = constants
    self.keyIsCustomerNumber = keyIsCustomerNumber
    self.holdsContacts = holdsContacts
    outer = MappedColumns(columns)
    self.nested = (nested.isEmpty ? [[:]] : nested).map { MappedColumns($0) }
  }

  /// The columns met so far that are mapped to nothing, in the order met, without occurrence
  /// numbers.
  package var unmappedColumns: [String] {
    var known: Set<String> = []
    return ([outer] + nested).flatMap(\.resolver.unmapped).filter { known.insert($0).inserted }
  }

  /// The indices of those columns that are mapped to nothing.
  package func unmapped(among columns: [String]) -> [Int] {
    var resolver = outer.resolver
    return columns.indices.filter { resolver.resolve(columns[$0]).target == nil }
  }

  /// The columns of the outer mapping that no record so far had, sorted.
  package var unusedColumns: [String] { outer.unused }

  /// The same of each nested mapping.
  package var unusedNestedColumns: [[String]] { nested.map(\.unused) }

  /// The record with fields instead of columns.
  package mutating func apply(_ raw: RawRecord) -> MappedRecord {
    var mapped = fields(of: raw)
    let key = key(of: mapped, raw)
    mapped.record.key = key.text
    mapped.record.parentKey = key.parent ?? mapped.record.parentKey
    return mapped.record
  }

  /// The same, but for the key: that is given in the order of the rows, once it is known which of
  /// them make a record.
  package mutating func fields(of raw: RawRecord) -> UnkeyedRecord {
    let isNested = raw.parent != nil || raw.isContactPerson
    let place = min(max(raw.nesting, 1), nested.count) - 1
    var parts = isNested ? nested[place].apply(raw) : outer.apply(raw)
    Constants.add(constants, to: &parts.values)
    let mappedKey = parts.keys.isEmpty ? nil : parts.keys.joined(separator: "-")
    if keyIsCustomerNumber && !isNested, let mappedKey,
      !parts.values.contains(where: { $0.target.field == .customerNumber })
    {
      parts.values.append(MappedValue(FieldTarget(.customerNumber), mappedKey))
    }
    var record = MappedRecord(
      source: source, location: raw.location, key: "", parentKey: parts.parentKey,
      isContactPerson: raw.isContactPerson, values: parts.values, extras: parts.extras,
      contentHash: parts.hash)
    record.isContact = holdsContacts
    return UnkeyedRecord(record: record, mappedKey: mappedKey, keyColumn: parts.keyColumn)
  }

  /// The key of the next record, and that of the one it is nested in, if it is.
  package mutating func key(
    of mapped: UnkeyedRecord, _ raw: RawRecord
  ) -> (text: String, parent: String?) {
    let key = keys.key(of: raw, mapped: mapped.mappedKey, hash: mapped.record.contentHash)
    if key.isRepeated {
      problems.append(Self.repeatedKey(raw.location, column: mapped.keyColumn))
    }
    return (key.text, key.parent)
  }

  /// Begins another file: keys and equal rows are counted file by file, so that a record's key
  /// doesn't depend on which files are read at a time.
  package mutating func beginFile() { keys = SourceKeys() }

  /// The last record was set aside: its key is free for the corrected row.
  package mutating func takeBackKey() {
    keys.takeBack()
    problems = []
  }

  /// The record with fields instead of columns, under a key that the caller knows; nothing is
  /// counted.
  package mutating func apply(_ raw: RawRecord, keyed key: String) -> MappedRecord {
    var parts = outer.apply(raw)
    Constants.add(constants, to: &parts.values)
    return MappedRecord(
      source: source, location: raw.location, key: key, isContactPerson: raw.isContactPerson,
      values: parts.values, extras: parts.extras, contentHash: parts.hash)
  }

  /// The problems since the last call.
  package mutating func takeProblems() -> [Problem] {
    defer { problems = [] }
    return problems
  }

  /// What is told of a record whose mapped key another file of its source has already.
  ///
  /// - Parameter key: The record's own; equal rows without a key are no mistake.
  package static func problem(ofTaken key: String, at location: Location) -> Problem? {
    SourceKeys.isGiven(key) ? nil : repeatedKey(location, column: "")
  }

  private static func repeatedKey(_ location: Location, column: String) -> Problem {
    Problem(
      code: "repeated-key", location: location, field: column, action: .repaired,
      message: Phrase(
        de: "der Schlüssel kam schon vor: um seine laufende Nummer ergänzt",
        en: "the key occurred before: completed by its number"))
  }
}

/// A mapped record that has no key yet.
package struct UnkeyedRecord: Sendable {
  package var record: MappedRecord
  let mappedKey: String?
  let keyColumn: String
}

/// What became of a raw record's values.
struct MappedParts {
  var values: [MappedValue] = []
  var extras: [Extra] = []
  /// The values mapped to `key`, in their order.
  var keys: [String] = []
  var keyColumn = ""
  var parentKey: String?
  var hash: UInt64 = 0
}
