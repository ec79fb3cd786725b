/// A column's name as a path: `Adressen/Adresse[2]/Strasse`, `ADR[2].street`.
struct ColumnPath {
  /// With occurrence numbers, up to and with each component: `Adressen`, `Adressen/Adresse[2]`, …
  let prefixes: [Substring]
  /// Which of the components carry an occurrence number.
  let isNumbered: [Bool]
  /// Without occurrence numbers: `Adressen/Adresse/Strasse`.
  let stripped: String

  init(_ name: String) {
    var prefixes: [Substring] = []
    var isNumbered: [Bool] = []
    var stripped = ""
    var start = name.startIndex
    while true {
      let end = name[start...].firstIndex { $0 == "/" || $0 == "." } ?? name.endIndex
      let component = name[start..<end]
      let bare = Self.withoutNumber(component)
      prefixes.append(name[..<end])
      isNumbered.append(bare.endIndex != component.endIndex)
      stripped += bare
      guard end < name.endIndex else { break }
      stripped.append(name[end])
      start = name.index(after: end)
    }
    self.prefixes = prefixes
    self.isNumbered = isNumbered
    self.stripped = stripped
  }

  /// The path around the last component; empty at the top.
  var parent: Substring { prefixes.count > 1 ? prefixes[prefixes.count - 2] : "" }

  /// The path up to the last numbered component: what tells one repeated part from another.
  ///
  /// - Parameter withLeaf: Whether a number of the last component counts.
  func instance(withLeaf: Bool) -> Substring {
    let count = withLeaf ? prefixes.count : prefixes.count - 1
    return isNumbered[..<count].lastIndex(of: true).map { prefixes[$0] } ?? ""
  }

  /// Without a final `[n]`, n from 2.
  private static func withoutNumber(_ component: Substring) -> Substring {
    guard component.last == "]", let open = component.lastIndex(of: "["),
      open > component.startIndex, component[component.index(before: open)] != " ",
      let number = Int(component[component.index(after: open)...].dropLast()), number > 1
    else { return component }
    return component[..<open]
  }
}

/// A column's name without occurrence numbers: "Adressen/Adresse/Strasse" of
/// "Adressen/Adresse[2]/Strasse".
package func strippedColumn(_ name: String) -> String { ColumnPath(name).stripped }
