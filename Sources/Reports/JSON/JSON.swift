/// A JSON value whose keys keep their order, so that equal reports give equal bytes.
package enum JSON: Sendable {
  case object([(key: String, value: JSON)])
  case array([JSON])
  case string(String)
  case integer(Int)
  /// Written with at most three decimals; null when it is not finite.
  case number(Double)
  /// A number as it is written here: digits that read back as the same number.
  case digits(String)
  case boolean(Bool)
  case null

  package static func integer(_ number: Int?) -> JSON { number.map { .integer($0) } ?? .null }

  package static func number(_ number: Double?) -> JSON { number.map { .number($0) } ?? .null }

  /// The shortest number that reads back as the same; null when it is not finite.
  package static func exact(_ number: Double) -> JSON {
    number.isFinite ? .digits(number.description) : .null
  }

  package static func exact(_ number: Float) -> JSON {
    number.isFinite ? .digits(number.description) : .null
  }

  /// The value as RFC 8259 text, indented by two spaces, handed over in pieces.
  ///
  /// - Throws: What `write` throws.
  package func write(_ write: (String) throws -> Void) rethrows {
    try self.write(depth: 0, write)
    try write("\n")
  }

  /// The whole value as one text.
  package var text: String {
    var text = ""
    write { text += $0 }
    return text
  }

  /// The whole value on a line: what breaks lines in a string is escaped.
  package var line: String {
    text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
  }

  private func write(depth: Int, _ write: (String) throws -> Void) rethrows {
    switch self {
    case .object(let members):
      try list(members, "{", "}", depth, write) { member in
        try write(quoted(member.key) + ": ")
        try member.value.write(depth: depth + 1, write)
      }
    case .array(let elements):
      try list(elements, "[", "]", depth, write) { try $0.write(depth: depth + 1, write) }
    case .string(let text): try write(quoted(text))
    case .integer(let number): try write(String(number))
    case .number(let number): try write(decimal(number))
    case .digits(let digits): try write(digits)
    case .boolean(let isTrue): try write(isTrue ? "true" : "false")
    case .null: try write("null")
    }
  }

  private func list<Element>(
    _ elements: [Element], _ opening: String, _ closing: String, _ depth: Int,
    _ write: (String) throws -> Void, _ element: (Element) throws -> Void
  ) rethrows {
    guard !elements.isEmpty else { return try write(opening + closing) }
    let margin = String(repeating: "  ", count: depth)
    try write(opening)
    for (place, one) in elements.enumerated() {
      try write((place == 0 ? "\n" : ",\n") + margin + "  ")
      try element(one)
    }
    try write("\n" + margin + closing)
  }
}

private func decimal(_ number: Double) -> String {
  guard number.isFinite, number.magnitude < 1e12 else { return "null" }
  let rounded = (number * 1000).rounded() / 1000
  return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
}

private func quoted(_ text: String) -> String {
  var out = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": out += "\\\""
    case "\\": out += "\\\\"
    case "\n": out += "\\n"
    case "\r": out += "\\r"
    case "\t": out += "\\t"
    default:
      if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || isSeparator(scalar) {
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
  }
  return out + "\""
}

/// Line and paragraph separator, which end a line in older JavaScript.
private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value == 0x2028 || scalar.value == 0x2029
}
