/// The groups of a file and who is in them.
///
/// A group may stand behind its members, so the file is looked through before it is read; files
/// without any are only searched for the word.
struct VCardGroups {
  /// So many memberships are kept: a file of nothing but groups has no more use.
  private static let limit = 1_000_000

  /// By the member's UID, or its mail address.
  private var names: [String: [String]] = [:]
  private var count = 0

  /// None.
  init() {}

  /// - Throws: `ReadError` when the input can't be read.
  init(of input: ByteInput) throws {
    // A pipe can't be read twice.
    guard input.place != nil, try Self.mayHaveGroups(input) else { return }
    var input = input
    input.onProgress = nil
    var properties = VCardProperties()
    var card: [VCardProperty] = []
    var names = VCardGroups()
    try VCardReader.forEachLine(of: &input) { line in
      if isMarker("begin:vcard", line.bytes) || isMarker("end:vcard", line.bytes) {
        names.add(card)
        card.removeAll(keepingCapacity: true)
      } else if let property = properties.property(of: line.bytes), Self.isTelling(property),
        card.count < Self.limit
      {
        card.append(property)
      }
    } finish: { _ in
      names.add(card)
    }
    self = names
  }

  /// The categories that a card has by the groups it is in.
  func categories(of card: [VCardProperty]) -> [VCardProperty] {
    guard !names.isEmpty else { return [] }
    var found: [String] = []
    for property in card where property.name == "UID" || property.name == "EMAIL" {
      let key = Self.key(VCardText.unescaped(VCardText.decoded(property)[...]))
      for name in names[key] ?? [] where !found.contains(name) { found.append(name) }
    }
    return found.map { name in
      var property = VCardProperty(head: Array("CATEGORIES".utf8))
      property.value = Array(name.utf8)[...]
      return property
    }
  }

  /// Adds the members of a card that is a group.
  mutating func add(_ card: [VCardProperty]) {
    let isGroup = card.contains { property in
      ["KIND", "X-KIND", "X-ADDRESSBOOKSERVER-KIND"].contains(property.name)
        && isMarker("group", property.value)
    }
    guard isGroup, let title = card.first(where: { $0.name == "FN" || $0.name == "N" }) else {
      return
    }
    // Escapes stay: the name is read as a value again.
    let name = VCardText.components(of: VCardText.decoded(title)).joined()
    guard !name.isEmpty else { return }
    for member in card where member.name == "MEMBER" || member.name == "X-ADDRESSBOOKSERVER-MEMBER"
    {
      count += 1
      guard count <= Self.limit else { return }
      let key = Self.key(VCardText.unescaped(VCardText.decoded(member)[...]))
      if names[key]?.contains(name) != true { names[key, default: []].append(name) }
    }
  }

  private static func isTelling(_ property: VCardProperty) -> Bool {
    switch property.name {
    case "KIND", "X-KIND", "X-ADDRESSBOOKSERVER-KIND", "FN", "N", "MEMBER",
      "X-ADDRESSBOOKSERVER-MEMBER":
      true
    default: false
    }
  }

  /// "urn:uuid:4FBE…" and "4fbe…" are one; so are "mailto:a@b.example" and the address.
  private static func key(_ text: String) -> String {
    let small = text.lowercased()
    for scheme in ["urn:uuid:", "mailto:"] where small.hasPrefix(scheme) {
      return String(small.dropFirst(scheme.count))
    }
    return small
  }

  /// Whether "kind:group" occurs, whatever its case; NULs of UTF-16 don't matter.
  private static func mayHaveGroups(_ input: ByteInput) throws -> Bool {
    var input = input
    input.onProgress = nil
    let word = Array("kind:group".utf8)
    var chunk: [UInt8] = []
    var matched = 0
    while try input.read(into: &chunk) {
      for byte in chunk where byte != 0 {
        let small = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        // No letter of the word but its first can begin it anew.
        matched = small == word[matched] ? matched + 1 : small == word[0] ? 1 : 0
        if matched == word.count { return true }
      }
    }
    return false
  }
}
