/// A property line of a vCard, taken apart.
struct VCardProperty {
  /// What the parameters say of the use of a number, address or mailbox.
  struct Types: OptionSet, Hashable {
    let rawValue: UInt8
    static let home = Types(rawValue: 1)
    static let work = Types(rawValue: 2)
    static let cell = Types(rawValue: 4)
    static let fax = Types(rawValue: 8)
    static let pager = Types(rawValue: 16)
  }

  /// "item1" of `item1.TEL`, in lower case; empty when there is none.
  var group = ""
  /// In upper case.
  var name = ""
  var types: Types = []
  var isQuotedPrintable = false
  var isBinary = false
  /// The CHARSET, when it is one that isn't read.
  var hasUnknownCharset = false
  var charset: TextEncoding?
  /// The text of a LABEL parameter (vCard 4.0 ADR); else empty.
  var label = ""
  /// The year that Apple writes where there is none; empty when the date has one.
  var omittedYear = ""
  /// As it is spelled in the file.
  var value: [UInt8] = []

  /// Reads a property line; nil when it has no colon.
  init?(_ line: [UInt8]) {
    let colon = Self.colon(in: line, heedsQuotes: true) ?? Self.colon(in: line, heedsQuotes: false)
    guard let colon else { return nil }
    let head = Self.parts(of: line[..<colon])
    guard let first = head.first else { return nil }
    setName(first)
    for part in head.dropFirst() { setParameter(part) }
    value = Array(line[(colon + 1)...])
  }

  private static func colon(in line: [UInt8], heedsQuotes: Bool) -> Int? {
    var isQuoted = false
    for (index, byte) in line.enumerated() {
      if byte == 0x22 && heedsQuotes { isQuoted.toggle() }
      if byte == 0x3A && !isQuoted { return index }
    }
    return nil
  }

  /// The name and the parameters: what semicolons outside quotes separate.
  private static func parts(of head: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = head.startIndex
    var isQuoted = false
    for index in head.indices {
      if head[index] == 0x22 { isQuoted.toggle() }
      if head[index] == 0x3B && !isQuoted {
        parts.append(head[start..<index])
        start = index + 1
      }
    }
    return parts + [head[start...]]
  }

  private mutating func setName(_ part: ArraySlice<UInt8>) {
    let text = trimmed(String(decoding: part, as: UTF8.self))
    guard let dot = text.firstIndex(of: ".") else {
      name = text.uppercased()
      return
    }
    group = text[..<dot].lowercased()
    name = text[text.index(after: dot)...].uppercased()
  }

  private mutating func setParameter(_ part: ArraySlice<UInt8>) {
    let text = trimmed(String(decoding: part, as: UTF8.self))
    guard let equals = text.firstIndex(of: "=") else {
      // vCard 2.1 leaves the names out.
      setWord(text.lowercased())
      return
    }
    let value = text[text.index(after: equals)...].filter { $0 != "\"" }
    switch text[..<equals].lowercased() {
    case "type", "encoding":
      for word in value.lowercased().split(separator: ",") { setWord(trimmed(String(word))) }
    case "charset":
      charset = TextEncoding(name: value)
      hasUnknownCharset = charset == nil
    case "label": label = value
    case "x-apple-omit-year": omittedYear = value
    default: break
    }
  }

  private mutating func setWord(_ word: String) {
    switch word {
    case "home", "dom-home", "private": types.insert(.home)
    case "work", "business": types.insert(.work)
    case "cell", "mobile", "iphone", "car", "pcs": types.insert(.cell)
    case "fax", "facsimile": types.insert(.fax)
    case "homefax": types.formUnion([.home, .fax])
    case "workfax": types.formUnion([.work, .fax])
    case "pager", "bb": types.insert(.pager)
    case "quoted-printable": isQuotedPrintable = true
    case "base64", "b": isBinary = true
    default: break
    }
  }

  /// Adds what Apple's X-ABLabel of the same group says: `_$!<HomeFAX>!$_`, "Privat".
  mutating func add(label: String) {
    var word = label.lowercased()
    if word.hasPrefix("_$!<"), word.hasSuffix(">!$_") {
      word = String(word.dropFirst(4).dropLast(4))
    }
    switch word {
    case "privat": types.insert(.home)
    case "arbeit", "büro", "geschäftlich", "dienstlich": types.insert(.work)
    case "mobil", "handy": types.insert(.cell)
    case "telefax": types.insert(.fax)
    default: setWord(word)
    }
  }
}
