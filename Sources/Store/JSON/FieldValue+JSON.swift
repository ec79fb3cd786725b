internal import Records

/// The form of a value in the store, readable with `json_extract`:
///
///     {"a":"email","l":"work","text":"a@b.de","raw":"A@B.de","mark":2}
///     {"a":"name","name":{"given":"Hans","family":"Meyer"},"raw":"Meyer, Hans"}
///
/// Empty parts are left out, and `raw` where it equals the text.
extension FieldValue {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("a")
    json.string(attribute.rawValue)
    if let label {
      json.key("l")
      json.string(label.rawValue)
    }
    json.member("n", name)
    write(value, to: &json)
    if !isRawTheText {
      json.key("raw")
      json.string(raw)
    }
    if mark != .good {
      json.key("mark")
      json.integer(Int64(mark.rawValue))
    }
    json.endObject()
  }

  private var isRawTheText: Bool {
    if case .text(let text) = value { return sameBytes(text, raw) }
    return false
  }

  private func write(_ value: Value, to json: inout JSONWriter) {
    switch value {
    case .text(let text):
      json.key("text")
      json.string(text)
    case .name(let name): name.write(to: &json)
    case .organization(let organization): organization.write(to: &json)
    case .address(let address): address.write(to: &json)
    case .phone(let phone): phone.write(to: &json)
    case .date(let date): date.write(to: &json)
    case .consent(let consent): consent.write(to: &json)
    }
  }

  init(from json: inout JSONReader) throws(MalformedJSON) {
    var attribute: Attribute?
    var label: ValueLabel?
    var name = ""
    var value: Value?
    var raw: String?
    var mark = ValueMark.good
    try json.object { (json, key) throws(MalformedJSON) in
      switch key {
      case "a": attribute = try Self.attributes.code(json.packedString())
      case "l": label = try Self.labels.code(json.packedString())
      case "n": name = try json.string()
      case "raw": raw = try json.string()
      case "mark": mark = try Self.mark(json.integer())
      default: value = try Value(from: &json, key: key)
      }
    }
    guard let attribute, let value else { throw MalformedJSON() }
    if raw == nil, case .text(let text) = value { raw = text }
    guard let raw else { throw MalformedJSON() }
    self.init(attribute, value, label: label, name: name, raw: raw, mark: mark)
  }

  private static func mark(_ number: Int64) throws(MalformedJSON) -> ValueMark {
    guard let byte = UInt8(exactly: number), let mark = ValueMark(rawValue: byte) else {
      throw MalformedJSON()
    }
    return mark
  }

  static let attributes = CodeTable<Attribute>()
  static let labels = CodeTable<ValueLabel>()
}

/// Equal byte for byte: `==` on String holds "é" and "e" with an accent for equal, what is stored
/// must not.
func sameBytes(_ left: String, _ right: String) -> Bool {
  left.utf8.count == right.utf8.count && left.utf8.elementsEqual(right.utf8)
}

extension [FieldValue] {
  func write(to json: inout JSONWriter) {
    json.beginArray()
    for value in self { value.write(to: &json) }
    json.endArray()
  }

  init(from json: inout JSONReader) throws(MalformedJSON) {
    self.init()
    var values = Self()
    try json.array { (json) throws(MalformedJSON) in values.append(try FieldValue(from: &json)) }
    self = values
  }
}
