/// What a page is asked: path, query and form, decoded.
struct PageRequest: Sendable {
  var isPost = false
  var path: String
  var query: [String: String] = [:]
  /// Fields that come more than once keep all their values.
  var form: [String: [String]] = [:]
  /// What a form must bring to change anything.
  var formSecret = ""

  /// The path's parts: "/question/12-34" → ["question", "12-34"].
  var parts: [Substring] { path.split(separator: "/") }

  func field(_ name: String) -> String { form[name]?.last ?? "" }

  /// A line that a person typed: no longer than a line is, without control characters.
  func line(_ name: String, limit: Int = 500) -> String {
    let plain = field(name).unicodeScalars.filter { $0.properties.generalCategory != .control }
    let text = String(String.UnicodeScalarView(plain.prefix(limit)))
    return String(text.drop { $0 == " " })
  }
}

/// Decodes `a=1&b=x+y%20z`, as forms and queries are written.
///
/// - Parameter limit: no more fields are read.
func decodedFields(_ text: some Collection<UInt8>, limit: Int = 500) -> [(
  name: String, value: String
)] {
  text.split(separator: UInt8(ascii: "&"), maxSplits: limit).prefix(limit).map { field in
    let parts = field.split(
      separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
    return (decoded(parts[0]), parts.count > 1 ? decoded(parts[1]) : "")
  }
}

private func decoded(_ bytes: some Sequence<UInt8>) -> String {
  var result: [UInt8] = []
  var digits: [UInt8]?
  for byte in bytes {
    if let open = digits {
      digits = open + [byte]
      guard open.count == 1 else { continue }
      if let value = UInt8(String(decoding: open + [byte], as: UTF8.self), radix: 16) {
        result.append(value)
      } else {
        result += [UInt8(ascii: "%")] + open + [byte]
      }
      digits = nil
    } else if byte == UInt8(ascii: "%") {
      digits = []
    } else {
      result.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
    }
  }
  if let digits { result += [UInt8(ascii: "%")] + digits }
  return String(decoding: result, as: UTF8.self)
}

/// A text as it may stand in a query.
func encoded(_ text: String) -> String {
  var result = ""
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."):
      result.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      result += "%" + (digits.count == 1 ? "0" : "") + digits
    }
  }
  return result
}
