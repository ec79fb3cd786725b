internal import Records
internal import Survivorship

/// What merging asks of the records of a table, in a tenth of their memory: the values without the
/// source's spelling.
struct PackedRecords: Sendable {
  private var bytes: [UInt8] = []
  /// Where each row's record ends; one that ends where it begins is none.
  private var ends: [UInt32] = []

  /// Adds the next row, with a record or without one.
  mutating func append(_ record: Record?) {
    if let record { put(record) }
    ends.append(UInt32(bytes.count))
  }

  private func range(of row: Int) -> Range<Int> {
    (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])
  }

  func hasRecord(_ row: Int) -> Bool { !range(of: row).isEmpty }

  var count: Int { ends.count }

  /// A row's record under a number, which is its place as well; nil when it has none.
  func record(_ row: Int, id: RecordID) -> Record? {
    let range = range(of: row)
    guard !range.isEmpty else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      var reader = PackedReader(bytes: UnsafeBufferPointer(rebasing: bytes[range]))
      return reader.record(id: id)
    }
  }
}

/// The order of what is packed is that of these cases: they are numbers in the bytes.
private enum Packed {
  static let kinds = Record.Kind.allCases
  static let labels = ValueLabel.allCases
  static let attributes = Attribute.allCases
  static let phones: [PhoneNumber.Kind] = [.landline, .mobile, .fax, .service, .unknown]
  static let channels = Consent.Channel.allCases
  static let states = Consent.State.allCases

  static func number<Case: Equatable>(of value: Case, in cases: [Case]) -> UInt8 {
    UInt8(cases.firstIndex(of: value) ?? 0)
  }
}

extension PackedRecords {
  private mutating func put(_ record: Record) {
    let most = PackedWriter.mostBytes(of: record)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: most) { buffer in
      var writer = PackedWriter(bytes: buffer)
      writer.put(record)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<writer.count]))
    }
  }
}

/// Writes a record into memory that is large enough.
private struct PackedWriter {
  let bytes: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(bytes: UnsafeMutableBufferPointer<UInt8>) { self.bytes = bytes }

  /// At least as many bytes as a record takes: its texts, and ten for each number.
  static func mostBytes(of record: Record) -> Int {
    var most = 20
    for index in record.values.indices {
      most += 120 + record.values[index].name.utf8.count
      switch record.values[index].value {
      case .text(let text): most += text.utf8.count
      case .name(let name):
        most += name.given.utf8.count + name.middle.utf8.count + name.particle.utf8.count
        most += name.family.utf8.count + name.suffix.utf8.count
      case .organization(let name):
        most += name.text.utf8.count + name.core.utf8.count + name.legalForm.utf8.count
      case .address(let address):
        most += address.street.utf8.count + address.houseNumber.utf8.count
        most += address.addition.utf8.count + address.poBox.utf8.count
        most += address.postalCode.utf8.count + address.place.utf8.count
        most += address.region.utf8.count + address.country.utf8.count
      case .phone(let phone): most += phone.number.utf8.count + phone.extension.utf8.count
      case .date: break
      case .consent(let consent):
        most += consent.address.utf8.count + consent.date.utf8.count
        most += consent.source.utf8.count + consent.evidence.utf8.count
      }
    }
    return most
  }

  mutating func put(_ record: Record) {
    put(byte: Packed.number(of: record.kind, in: Packed.kinds))
    put(record.values.count)
    for index in record.values.indices {
      put(byte: UInt8(record.values[index].attribute.ordinal))
      let label = record.values[index].label
      put(byte: label.map { Packed.number(of: $0, in: Packed.labels) + 1 } ?? 0)
      put(byte: record.values[index].mark.rawValue)
      put(record.values[index].name)
      put(record.values[index].value)
    }
  }

  private mutating func put(_ value: Value) {
    switch value {
    case .text(let text):
      put(byte: 0)
      put(text)
    case .name(let name):
      put(byte: 1)
      put(name.given)
      put(name.middle)
      put(name.particle)
      put(name.family)
      put(name.suffix)
    case .organization(let name):
      put(byte: 2)
      put(name.text)
      put(name.core)
      put(name.legalForm)
    case .address(let address): put(address)
    case .phone(let phone):
      put(byte: 4)
      put(phone.number)
      put(phone.extension)
      put(byte: Packed.number(of: phone.kind, in: Packed.phones))
      put(byte: phone.isValid ? 1 : 0)
    case .date(let date):
      put(byte: 5)
      put(date.year)
      put(date.month)
      put(date.day)
    case .consent(let consent): put(consent)
    }
  }

  private mutating func put(_ address: Address) {
    put(byte: 3)
    put(address.street)
    put(address.houseNumber)
    put(address.addition)
    put(address.poBox)
    put(address.postalCode)
    put(address.place)
    put(address.region)
    put(address.country)
  }

  private mutating func put(_ consent: Consent) {
    put(byte: 6)
    put(consent.address)
    put(consent.date)
    put(consent.source)
    put(consent.evidence)
    put(byte: Packed.number(of: consent.channel, in: Packed.channels))
    put(byte: Packed.number(of: consent.state, in: Packed.states))
  }

  private mutating func put(_ text: String) {
    guard !text.isEmpty else { return put(byte: 0) }
    var text = text
    text.withUTF8 { utf8 in
      put(utf8.count)
      _ = UnsafeMutableBufferPointer(rebasing: bytes[count...]).update(fromContentsOf: utf8)
      count += utf8.count
    }
  }

  /// Seven bits a byte, the lowest first.
  private mutating func put(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      put(byte: UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    put(byte: UInt8(truncatingIfNeeded: rest))
  }

  private mutating func put(byte: UInt8) {
    bytes[count] = byte
    count += 1
  }
}

/// Reads what `PackedRecords` has written.
private struct PackedReader {
  let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func record(id: RecordID) -> Record {
    let kind = Packed.kinds[byte()]
    let count = number()
    var values: [FieldValue] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(field()) }
    return Record(
      id: id, source: "table", key: "",
      location: Location(file: "", line: Int(id), ordinal: Int(id)), kind: kind, values: values)
  }

  private mutating func field() -> FieldValue {
    let attribute = Packed.attributes[byte()]
    let label = byte()
    let mark = ValueMark(rawValue: UInt8(byte())) ?? .good
    let name = text()
    return FieldValue(
      attribute, value(), label: label == 0 ? nil : Packed.labels[label - 1], name: name, raw: "",
      mark: mark)
  }

  private mutating func value() -> Value {
    switch byte() {
    case 0: .text(text())
    case 1:
      .name(
        PersonName(
          given: text(), middle: text(), particle: text(), family: text(), suffix: text()))
    case 2: .organization(OrganizationName(text: text(), core: text(), legalForm: text()))
    case 3:
      .address(
        Address(
          street: text(), houseNumber: text(), addition: text(), poBox: text(),
          postalCode: text(), place: text(), region: text(), country: text()))
    case 4:
      .phone(
        PhoneNumber(
          number: text(), extension: text(), kind: Packed.phones[byte()], isValid: byte() == 1))
    case 5: .date(PartialDate(year: number(), month: number(), day: number()))
    default: .consent(consent())
    }
  }

  private mutating func consent() -> Consent {
    let address = text()
    let date = text()
    let source = text()
    let evidence = text()
    return Consent(
      channel: Packed.channels[byte()], address: address, state: Packed.states[byte()],
      date: date, source: source, evidence: evidence)
  }

  private mutating func byte() -> Int {
    defer { place += 1 }
    return Int(bytes[place])
  }

  private mutating func number() -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = UInt64(byte())
      value |= (byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: value)) }
      shift += 7
    }
  }

  private mutating func text() -> String {
    let count = number()
    guard count > 0 else { return "" }
    defer { place += count }
    return String(
      decoding: UnsafeBufferPointer(rebasing: bytes[place..<place + count]), as: UTF8.self)
  }
}
