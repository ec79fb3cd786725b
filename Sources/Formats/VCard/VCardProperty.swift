internal import Records

/// A property line of a vCard, taken apart.
///
/// Reading the name and the parameters is slow; `VCardProperties` does it once for lines that begin alike.
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
  var value: ArraySlice<UInt8> = []

  /// Reads what stands before the colon; the value is still to be set.
  init(head: some Collection<UInt8>) {
    let parts = Self.parts(of: Array(head)[...])
    if let first = parts.first { setName(first) }
    for part in parts.dropFirst() { setParameter(part) }
  }

  /// The colon behind the parameters; nil when there is none.
  static func colon(in line: [UInt8]) -> Int? {
    guard let first = line.firstIndex(of: 0x3A) else { return nil }
    guard line[..<first].contains(0x22) else { return first }
    var isQuoted = false
    for (index, byte) in line.enumerated() {
      if byte == 0x22 { isQuoted.toggle() }
      if byte == 0x3A && !isQuoted { return index }
    }
    // A quote that isn't closed is no quote.
    return first
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

/// Takes property lines apart; remembers what their beginnings mean.
struct VCardProperties {
  /// The same few beginnings make up almost all lines.
  private static let limit = 1000

  private struct Entry {
    let head: ArraySlice<UInt8>
    let property: VCardProperty
  }

  /// By the hash of the beginning.
  private var known: [UInt64: Entry] = [:]

  /// The property of a line; nil when it has no colon.
  mutating func property(of line: [UInt8]) -> VCardProperty? {
    guard let colon = VCardProperty.colon(in: line) else { return nil }
    let head = line[..<colon]
    var property = property(ofHead: head)
    property.value = line[(colon + 1)...]
    return property
  }

  private mutating func property(ofHead head: ArraySlice<UInt8>) -> VCardProperty {
    // FNV-1a; two beginnings of one hash only cost time.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in head { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    if let entry = known[hash], entry.head == head { return entry.property }
    let property = VCardProperty(head: head)
    if known.count < Self.limit && head.count <= 100 {
      known[hash] = Entry(head: ArraySlice(Array(head)), property: property)
    }
    return property
  }
}

extension VCardProperty {
  /// The properties Kontor writes where vCard has none; it reads them back.
  enum Own {
    static let language = "X-KONTOR-LANGUAGE"
    /// With the parameter NUMBERING.
    static let customerNumber = "X-KONTOR-CUSTOMER-NUMBER"
    /// Two components: the column's name and the value.
    static let extra = "X-KONTOR-EXTRA"
    static let attributes: [(Attribute, String)] = [
      (.salutation, "X-KONTOR-SALUTATION"), (.vatID, "X-KONTOR-VAT-ID"),
      (.iban, "X-KONTOR-IBAN"), (.role, "X-KONTOR-ROLE"), (.status, "X-KONTOR-STATUS"),
      (.createdAt, "X-KONTOR-CREATED"),
    ]
    /// For invalid values, which must not stand where a program would use them.
    static let invalid: [Attribute: String] = [
      .email: "X-KONTOR-INVALID-EMAIL", .phone: "X-KONTOR-INVALID-TEL",
      .website: "X-KONTOR-INVALID-URL", .birthDate: "X-KONTOR-INVALID-BDAY",
    ]
  }
}
