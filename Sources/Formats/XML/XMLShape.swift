/// Where an XML file holds its records.
package struct XMLShape: Hashable, Sendable {
  /// The repeating element: its path from the root ("/Export/Kunde"), or its last names ("Kunde", "Kunden/Kunde").
  package var record: String
  /// Elements in a record that are records of their own, as paths in it ("Ansprechpartner/Person") or their last names.
  package var nested: [String]
  /// What prefixes in paths stand for. A name without a prefix matches in any namespace.
  package var namespaces: [String: String]
  /// The paths that a mapping names: an element or attribute that one of them means is called as it is spelled there.
  ///
  /// Without them a column is called by the local names, with the prefix where its namespace is declared above.
  package var columns: [String]

  package init(
    record: String, nested: [String] = [], namespaces: [String: String] = [:],
    columns: [String] = []
  ) {
    self.record = record
    self.nested = nested
    self.namespaces = namespaces
    self.columns = columns
  }

  /// Prefixes that the paths use and `namespaces` doesn't explain, sorted: no element matches them.
  package var undeclaredPrefixes: [String] {
    let used = ([record] + nested + columns).flatMap { XMLPath($0, namespaces: namespaces).steps }
    return Set(used.filter { $0.isUndeclared }.map(\.prefix)).sorted()
  }
}

/// A path of element names, the last of which may be an attribute.
struct XMLPath {
  /// One name on the way.
  struct Step {
    /// As it is written, with prefix and "@".
    let text: String
    let prefix: String
    let local: String
    /// The namespace the prefix stands for; nil when there is no prefix: any will do.
    let namespace: String?
    let isAttribute: Bool

    var isUndeclared: Bool { !prefix.isEmpty && namespace == nil }

    func matches(local: String, namespace: String) -> Bool {
      guard self.local == local else { return false }
      return prefix.isEmpty || self.namespace == namespace
    }
  }

  let steps: [Step]
  /// Whether the path begins at the root.
  let isAbsolute: Bool

  init(_ text: String, namespaces: [String: String]) {
    isAbsolute = text.hasPrefix("/")
    steps = text.split(separator: "/").map { part in
      let isAttribute = part.hasPrefix("@")
      let name = isAttribute ? part.dropFirst() : part
      let colon = name.firstIndex(of: ":")
      let prefix = colon.map { String(name[..<$0]) } ?? ""
      let local = colon.map { String(name[name.index(after: $0)...]) } ?? String(name)
      return Step(
        text: String(part), prefix: prefix, local: local, namespace: namespaces[prefix],
        isAttribute: isAttribute)
    }
  }
}
