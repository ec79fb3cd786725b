/// One value as a reader found it: decoded to Unicode, otherwise untouched.
public struct RawValue: Hashable, Sendable {
  /// An index into the record's `columns`.
  public var column: Int
  public var text: String

  public init(column: Int, text: String) {
    self.column = column
    self.text = text
  }
}

/// What a reader found: values in source order, with a location.
///
/// Empty values may be left out. A column may occur more than once (two `TEL` lines).
public struct RawRecord: Sendable {
  public var location: Location
  /// Names of the columns, vCard properties or XML paths; shared by the records of a file, may grow from one to the next.
  public var columns: [String]
  public var values: [RawValue]
  /// The ordinal of the record this one is nested in: a contact person's organization.
  public var parent: Int?
  /// Whether it was nested in another record by the source's form, and so is a contact person there.
  public var isContactPerson: Bool
  /// Which of the source's nested elements it is, from 1; 0 when it is none.
  public var nesting: Int

  public init(
    location: Location, columns: [String], values: [RawValue], parent: Int? = nil,
    isContactPerson: Bool = false, nesting: Int = 0
  ) {
    self.location = location
    self.columns = columns
    self.values = values
    self.parent = parent
    self.isContactPerson = isContactPerson
    self.nesting = nesting
  }
}

/// A raw value with the field that a mapping gives it.
public struct MappedValue: Hashable, Sendable {
  public var target: FieldTarget
  public var text: String

  public init(_ target: FieldTarget, _ text: String) {
    self.target = target
    self.text = text
  }
}

/// A value of a column that is mapped to no field; it is kept under its own name.
public struct Extra: Hashable, Sendable {
  public var name: String
  public var text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// A raw record after mapping: fields as the source spells them, nothing normalized yet.
public struct MappedRecord: Sendable {
  /// The source's name in the pipeline file.
  public var source: String
  public var location: Location
  /// The mapped key, else the row's content hash and occurrence number.
  public var key: String
  /// The source key of the organization a contact person is nested in.
  public var parentKey: String?
  public var isContactPerson: Bool
  /// Whether its source holds contacts alone: then any value makes one, as a vCard's birthday does.
  public var isContact = false
  public var values: [MappedValue]
  public var extras: [Extra]
  /// A hash of the raw values in source order: equal rows have equal hashes.
  public var contentHash: UInt64

  public init(
    source: String, location: Location, key: String, parentKey: String? = nil,
    isContactPerson: Bool = false, values: [MappedValue] = [], extras: [Extra] = [],
    contentHash: UInt64 = 0
  ) {
    self.source = source
    self.location = location
    self.key = key
    self.parentKey = parentKey
    self.isContactPerson = isContactPerson
    self.values = values
    self.extras = extras
    self.contentHash = contentHash
  }
}
