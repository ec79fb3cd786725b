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
    bytes.append(Packed.number(of: record.kind, in: Packed.kinds))
    put(record.values.count)
    for index in record.values.indices { put(record.values[index]) }
  }

  private mutating func put(_ field: FieldValue) {
    bytes.append(UInt8(field.attribute.ordinal))
    bytes.append(field.label.map { Packed.number(of: $0, in: Packed.labels) + 1 } ?? 0)
    bytes.append(field.mark.rawValue)
    put(field.name)
    switch field.value {
    case .text(let text): put(0, [text])
    case .name(let name):
      put(1, [name.given, name.middle, name.particle, name.family, name.suffix])
    case .organization(let name): put(2, [name.text, name.core, name.legalForm])
    case .address(let address):
      put(
        3,
        [
          address.street, address.houseNumber, address.addition, address.poBox,
          address.postalCode, address.place, address.region, address.country,
        ])
    case .phone(let phone):
      put(4, [phone.number, phone.extension])
      bytes.append(Packed.number(of: phone.kind, in: Packed.phones))
      bytes.append(phone.isValid ? 1 : 0)
    case .date(let date):
      bytes.append(5)
      for part in [date.year, date.month, date.day] { put(part) }
    case .consent(let consent):
      put(6, [consent.address, consent.date, consent.source, consent.evidence])
      bytes.append(Packed.number(of: consent.channel, in: Packed.channels))
      bytes.append(Packed.number(of: consent.state, in: Packed.states))
    }
  }

  private mutating func put(_ form: UInt8, _ texts: [String]) {
    bytes.append(form)
    for text in texts { put(text) }
  }

  private mutating func put(_ text: String) {
    put(text.utf8.count)
    bytes += text.utf8
  }

  /// Seven bits a byte, the lowest first.
  private mutating func put(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
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
