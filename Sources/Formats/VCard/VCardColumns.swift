/// The columns of a file's vCards: property, use, occurrence and part give a name like `ADR;work[2].street`.
struct VCardColumns {
  /// What is counted and named as one: the n-th address at work.
  struct Property: Hashable {
    var name: String
    var types: VCardProperty.Types = []
    /// From 1.
    var occurrence = 1
  }

  private struct Key: Hashable {
    let property: Property
    let part: String
  }

  private(set) var names: [String] = []
  private var indices: [Key: Int] = [:]

  mutating func index(of property: Property, part: String) -> Int {
    let key = Key(property: property, part: part)
    if let index = indices[key] { return index }
    names.append(Self.name(property, part: part))
    indices[key] = names.count - 1
    return names.count - 1
  }

  /// "TEL;work;fax[2]", "ADR;home.street".
  static func name(_ property: Property, part: String) -> String {
    // Points and slashes separate the parts of a column's name.
    let plain = property.name.map { $0 == "." || $0 == "/" ? "-" : $0 }
    let number = property.occurrence > 1 ? "[\(property.occurrence)]" : ""
    return String(plain) + suffix(property.types) + number + (part.isEmpty ? "" : "." + part)
  }

  /// ";work;fax": where, then what device; a fax that is mobile is a fax.
  private static func suffix(_ types: VCardProperty.Types) -> String {
    var suffix = ""
    if types.contains(.home) { suffix += ";home" }
    if types.contains(.work) { suffix += ";work" }
    if types.contains(.fax) { return suffix + ";fax" }
    if types.contains(.pager) { return suffix + ";pager" }
    return types.contains(.cell) ? suffix + ";cell" : suffix
  }
}
