/// A text as YAML: plain where nothing in it means anything, else in double quotes.
func yamlScalar(_ text: String) -> String {
  let letters = text.unicodeScalars
  let isPlain =
    !text.isEmpty && letters.first?.properties.isAlphabetic == true
    && letters.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0)
        || " _-./()".unicodeScalars.contains($0)
    } && letters.last != " " && !reserved.contains(text.lowercased())
  if isPlain { return text }
  var quoted = "\""
  for scalar in letters {
    switch scalar {
    case "\"": quoted += "\\\""
    case "\\": quoted += "\\\\"
    case "\n": quoted += "\\n"
    case "\t": quoted += "\\t"
    default:
      // Control characters and what turns the direction of writing are written by number.
      let isUnseen =
        scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value)
        || scalar.properties.generalCategory == .format || scalar.value == 0x2028
        || scalar.value == 0x2029
      if isUnseen {
        let digits = String(scalar.value, radix: 16)
        let width = scalar.value > 0xFFFF ? 8 : 4
        quoted +=
          (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.count)
          + digits
      } else {
        quoted.unicodeScalars.append(scalar)
      }
    }
  }
  return quoted + "\""
}

/// Words that are no texts in YAML 1.1.
private let reserved: Set<String> = ["y", "n", "yes", "no", "true", "false", "on", "off", "null"]

/// A text that stays within a comment's line.
func yamlComment(_ text: String) -> String { shownOnALine(text) }
