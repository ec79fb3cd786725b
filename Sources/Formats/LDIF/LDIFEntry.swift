internal import Foundation
internal import Records

/// An entry of a directory: its attributes in the order of the file.
struct LDIFEntry {
  struct Attribute {
    /// In small letters, without options.
    var name: String
    var text: String
  }

  /// Where it begins.
  var line: Int
  var attributes: [Attribute] = []
  /// The distinguished name.
  var name = ""
  /// Of a change record: "add", "modify"; empty in others.
  var change = ""
  var size = 0
  /// What is wrong with values of it: the problem, its line, the attribute.
  var faults: [(LDIFProblem, line: Int, field: String)] = []

  var classes: Set<String> {
    Set(attributes.filter { $0.name == "objectclass" }.map { $0.text.lowercased() })
  }

  /// Whether it is a list of other entries.
  var isGroup: Bool {
    !classes.isDisjoint(with: ["groupofnames", "groupofuniquenames", "maillist", "mozmaillist"])
  }

  /// Whether it only orders the directory.
  var isContainer: Bool {
    let people: Set<String> = [
      "person", "organizationalperson", "inetorgperson", "mozillaabpersonalpha", "contact", "user",
      "evolutionperson", "officeperson",
    ]
    let containers: Set<String> = [
      "dcobject", "domain", "organizationalunit", "container", "organizationalrole", "locality",
      "country", "alias",
    ]
    return classes.isDisjoint(with: people) && !classes.isDisjoint(with: containers)
  }

  subscript(name: String) -> String {
    attributes.first { $0.name == name && !$0.text.isEmpty }?.text ?? ""
  }

  /// A name as it is compared: small letters, no blanks around its parts.
  static func key(_ name: String) -> String {
    name.lowercased().split(separator: ",", omittingEmptySubsequences: false)
      .map { part in
        part.split(separator: "=", maxSplits: 1).map { trimmed(String($0)) }.joined(separator: "=")
      }
      .joined(separator: ",")
  }
}

/// Puts entries together from lines: folded ones, comments, values in base64.
///
/// Source: RFC 2849.
struct LDIFEntries {
  /// A longer value is a picture, no contact data.
  static let valueLimit = 1 << 20
  /// What an entry may hold; more of it is left out.
  static let entryLimit = 8 << 20

  private var line: [UInt8] = []
  private var lineNumber = 0
  private var hasLine = false
  private var entry: LDIFEntry?

  /// Takes the next line of the file; gives the entry that it shows to be complete.
  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, _ number: Int) -> LDIFEntry? {
    if bytes.first == 0x20 && hasLine {
      let room = Self.valueLimit * 2 - line.count
      line += bytes.dropFirst().prefix(max(0, room))
      return nil
    }
    endLine()
    guard bytes.contains(where: { !$0.isBlank }) else { return finish() }
    line = Array(bytes)
    lineNumber = number
    hasLine = true
    return nil
  }

  /// Takes the end of the file, or of an entry.
  mutating func finish() -> LDIFEntry? {
    endLine()
    defer { entry = nil }
    return entry
  }

  private mutating func endLine() {
    guard hasLine else { return }
    hasLine = false
    defer { line.removeAll(keepingCapacity: true) }
    if line.first == UInt8(ascii: "#") { return }
    guard let colon = line.firstIndex(of: 0x3A) else {
      // Between the changes of one entry stands a "-".
      if line != [0x2D] { fault(.lineWithoutColon, "") }
      return
    }
    let name = String(decoding: line[..<colon], as: UTF8.self)
    let bare = trimmed(String(name.prefix { $0 != ";" })).lowercased()
    if bare == "version" && entry == nil { return }
    // What was torn off a value is no attribute, and is never told as one.
    guard bare.utf8.allSatisfy(Self.isNameByte), bare.utf8.count < 64 else {
      return fault(.lineWithoutColon, "")
    }
    add(bare, line[(colon + 1)...])
  }

  private mutating func add(_ name: String, _ spelled: ArraySlice<UInt8>) {
    var rest = spelled
    var bytes: [UInt8]
    if rest.first == UInt8(ascii: "<") { return fault(.reference, name) }
    let isBase64 = rest.first == 0x3A
    if isBase64 { rest = rest.dropFirst() }
    bytes = Array(rest.drop { $0 == 0x20 })
    if isBase64 {
      guard let data = Data(base64Encoded: Data(bytes), options: .ignoreUnknownCharacters) else {
        return fault(.badBase64, name)
      }
      bytes = Array(data)
    }
    open()
    entry?.size += bytes.count + MemoryLayout<LDIFEntry.Attribute>.size
    guard !Self.isLeftOut(name) else { return }
    guard bytes.count <= Self.valueLimit, entry?.size ?? 0 <= Self.entryLimit else {
      return fault(.tooLong, name)
    }
    // Who writes base64 may have taken the letters of Windows.
    let text = trimmed(bytes.withUnsafeBufferPointer { String.repairing(utf8: $0).text })
    switch name {
    case "dn": entry?.name = text
    case "changetype": entry?.change = text.lowercased()
    default: if !text.isEmpty { entry?.attributes.append(.init(name: name, text: text)) }
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
  }

  private mutating func open() {
    if entry == nil { entry = LDIFEntry(line: lineNumber) }
  }

  private mutating func fault(_ problem: LDIFProblem, _ name: String) {
    open()
    entry?.faults.append((problem, line: lineNumber, field: name))
  }

  /// Pictures, keys, and what nobody else is to read.
  private static func isLeftOut(_ name: String) -> Bool {
    switch name {
    case "jpegphoto", "photo", "thumbnailphoto", "audio", "usercertificate", "usersmimecertificate",
      "userpkcs12", "userpassword", "authpassword", "sambantpassword", "sambalmpassword":
      true
    default: false
    }
  }
}
