/// Tells placeholders from values: "n/a", "k.A.", "unbekannt", "-", "0000", "xxx", "#NV".
///
/// Conservative where people really carry such names: "Null", "Ohne" and "Test" are surnames.
enum JunkDetector {
  enum Context { case given, family, organization, number, text }

  static func isJunk(_ text: String, in context: Context) -> Bool {
    guard !text.isEmpty, text.utf8.count <= 40 else { return false }
    guard mayBeJunk(text) else { return false }
    if text.hasPrefix("#"), errors.contains(text.uppercased()) { return true }
    let key = squashed(text)
    if key.isEmpty { return !text.unicodeScalars.contains { $0.properties.isAlphabetic } }
    if isRepeated(key, in: context) { return true }
    if always.contains(key) { return true }
    switch context {
    case .family: return isMarkedAbbreviation(text, key)
    case .given: return isMarkedAbbreviation(text, key) || key == "test" || key == "testtest"
    case .organization: return inText.contains(key) || noOrganization.contains(key)
    case .number, .text: return inText.contains(key)
    }
  }

  /// Whether a text can be a placeholder by its first two letters; nearly all values can't.
  private static func mayBeJunk(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { mayBeJunk($0) }
  }

  private static func mayBeJunk(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // "#NAME?" and its like.
    if bytes.first == UInt8(ascii: "#") { return true }
    var first: UInt8 = 0
    var second: UInt8 = 0
    for index in bytes.indices {
      if bytes[index] >= 0x80 { return first == 0 || second != 0 && begins(first, second) }
      guard let letter = bytes[index].foldedLetterOrDigit else { continue }
      if first == 0 {
        first = letter
      } else if second == 0 {
        second = letter
        let isDigit = first.isASCIIDigit || second.isASCIIDigit
        if isDigit || !begins(first, second) { return isDigit && first == second }
      } else {
        return begins(first, second, letter)
      }
    }
    // One sign alone is a placeholder when it is "0" or nothing like "-".
    return second != 0 || first == 0 || first == UInt8(ascii: "0")
  }

  private static func begins(_ first: UInt8, _ second: UInt8, _ third: UInt8 = 0) -> Bool {
    let pair = Int(first - 0x61) * 26 + Int(second - 0x61)
    guard third != 0 else { return beginnings[pair] != 0 }
    return third.isASCIIDigit || beginnings[pair] & 1 << UInt32(third - 0x61) != 0
  }

  /// For each two letters that a placeholder begins with, a bit for each third one, and the
  /// highest bit.
  private static let beginnings: [UInt32] = {
    var beginnings = [UInt32](repeating: 0, count: 26 * 26)
    let words = Array(always) + Array(inText) + Array(noOrganization) + Array(abbreviations)
    for word in words + ["xx", "xxx", "nn", "test"] {
      let letters = word.utf8.prefix(3).map { Int($0) - 0x61 }
      beginnings[letters[0] * 26 + letters[1]] |= 1 << 31
      if letters.count > 2 { beginnings[letters[0] * 26 + letters[1]] |= 1 << UInt32(letters[2]) }
    }
    return beginnings
  }()

  /// Whether a name made of both parts is a placeholder though one part alone need not be.
  static func isJunkName(given: String, family: String) -> Bool {
    if !mayBeJunk(family) { return false }
    let key = squashed(family)
    let isDoubtful = key == "null" || key == "test" || key == "none" || key == "na"
    return isDoubtful && (given.isEmpty || squashed(given) == key)
  }

  private static func isRepeated(_ key: String, in context: Context) -> Bool {
    guard let first = key.utf8.first, key.utf8.allSatisfy({ $0 == first }) else { return false }
    let count = key.utf8.count
    switch first {
    case UInt8(ascii: "x"): return count >= (context == .family || context == .given ? 2 : 2)
    case UInt8(ascii: "0"): return context != .text || count > 1
    case UInt8(ascii: "1")...UInt8(ascii: "9"): return context == .number && count >= 6
    case UInt8(ascii: "n"): return count == 2  // N.N., nomen nominandum
    default: return false
    }
  }

  /// "n/a", "k.A." and "n.v." with their signs; "Na" and "Ka" are names.
  private static func isMarkedAbbreviation(_ text: String, _ key: String) -> Bool {
    guard abbreviations.contains(key) else { return false }
    return text.has(".") || text.has("/")
  }

  private static let errors: Set<String> = [
    "#NV", "#N/A", "#NAME?", "#WERT!", "#VALUE!", "#BEZUG!", "#REF!", "#ZAHL!", "#NUM!", "#NULL!",
    "#DIV/0!",
  ]
  private static let abbreviations: Set<String> = ["na", "ka", "nv", "nn", "oa", "so"]
  private static let always: Set<String> = [
    "unbekannt", "unbek", "unknown", "keineangabe", "keineangaben", "keineang", "ohneangabe",
    "ohneangaben", "nichtangegeben", "nichtvorhanden", "nichtbekannt", "nichtverfuegbar",
    "notavailable", "notapplicable", "noname", "ohnename", "keinname", "tbd", "tba",
    "nichtzutreffend",
    "entfaellt", "sieheoben", "sieheunten", "wieoben", "dito", "platzhalter", "placeholder",
    "dummy", "asdf", "qwertz", "undefined",
  ]
  private static let inText: Set<String> = [
    "na", "ka", "nv", "null", "none", "nil", "nan", "leer", "empty", "kein", "keine", "keiner",
    "keins", "ohne", "test", "keintelefon", "keintel", "keinetelefonnummer", "keinetelnr",
    "keinenummer", "keinhandy", "keinfax", "keineemail", "keinemail", "keinemailadresse",
    "keineemailadresse", "nomail", "noemail", "nophone", "nofax", "keinevorhanden",
    "keinevorhd", "fehlt", "folgt", "nachtragen", "bittenachtragen", "hatkeine", "hatkeins",
  ]
  private static let noOrganization: Set<String> = [
    "privat", "privatperson", "privatkunde", "private", "keinefirma", "ohnefirma",
  ]
}
