internal import Formats
internal import Records

/// What a source's files held, beside what its mapping names.
///
/// An optional field may rightly be absent, so a column that was never met is only counted. It
/// stops the command where a column that is mapped to nothing shows what was meant.
struct MetColumns {
  let source: SourceDefinition
  /// The mapping's own columns that no record had, and those of each nested one.
  let unusedOuter: [String]
  let unusedNested: [[String]]
  /// The columns that are mapped to nothing.
  let unmapped: [String]

  var unused: [String] { unusedOuter + unusedNested.flatMap(\.self) }

  /// What was mistyped, with its place in the pipeline file.
  func mistakes(in path: String) -> [Diagnostic] {
    guard let xml = source.xml else { return [] }
    var found: [Diagnostic] = []
    func add(_ message: Phrase, _ position: FilePosition) {
      found.append(Diagnostic(file: path, position: position, message: message))
    }
    var lines = source.map.filter { unusedOuter.contains($0.column) }
    for (nested, unused) in zip(xml.nested, unusedNested) {
      let own = nested.map.filter { unused.contains($0.column) }
      if own.isEmpty || own.count < nested.map.count {
        lines += own
      } else if let near = slip(of: nested.record, among: elements) {
        add(Self.neverMet(nested.record) + Self.meant(near), nested.position)
      }
    }
    for line in lines where line.target != .ignore {
      if let near = slip(of: line.column, among: unmapped) {
        add(Self.neverMet(line.column) + Self.meant(near), line.position)
      } else if let plain = otherNamespace(of: line.column, xml) {
        add(Self.neverMet(line.column) + Self.elsewhere(plain), line.position)
      }
    }
    return found.sorted { $0.position < $1.position }
  }

  /// What the run counts: a problem for each column that was never met.
  func problems(in file: String) -> [Problem] {
    let ignored = Set(source.map.filter { $0.target == .ignore }.map(\.column))
    return unused.filter { !ignored.contains($0) }.map { column in
      Problem(
        code: "mapped-never-met", location: Location(file: file, line: 1, ordinal: 0),
        field: column, action: .skipped,
        message: Phrase(
          de: "zugeordnet, kam aber in den gelesenen Dateien nicht vor",
          en: "mapped, but never met in the files that were read"))
    }
  }

  /// The paths of all elements around columns that are mapped to nothing.
  private var elements: [String] {
    var paths: [String] = []
    for column in unmapped {
      let steps = column.split(separator: "/")
      for count in 1...max(1, steps.count) {
        for start in 0..<min(count, steps.count) {
          paths.append(steps[start..<min(count, steps.count)].joined(separator: "/"))
        }
      }
    }
    return paths
  }

  /// The path of as many steps that differs in one, and there by a slip.
  private func slip(of path: String, among candidates: [String]) -> String? {
    let wanted = path.split(separator: "/").map(String.init)
    // A name without a prefix means any namespace.
    let isPlain = Self.prefixes(path).isEmpty
    return candidates.lazy.map { isPlain ? Self.local($0) : $0 }.first { candidate in
      let steps = candidate.split(separator: "/").map(String.init)
      guard steps.count == wanted.count else { return false }
      let different = zip(wanted, steps).filter { $0 != $1 }
      guard different.count == 1, let (name, other) = different.first else { return false }
      return Self.prefixes(name) == Self.prefixes(other) && isSlip(name, of: other)
    }
  }

  /// The column of the same local names, where nothing at all has this one's prefix.
  private func otherNamespace(of column: String, _ xml: XMLSettings) -> String? {
    guard let prefix = Self.prefixes(column).first else { return nil }
    var used = [xml.record] + xml.nested.map(\.record)
    used += source.map.map(\.column).filter { !unusedOuter.contains($0) }
    for (nested, unused) in zip(xml.nested, unusedNested) {
      used += nested.map.map(\.column).filter { !unused.contains($0) }
    }
    guard !used.contains(where: { Self.prefixes($0).contains(prefix) }) else { return nil }
    return unmapped.first { Self.local($0) == Self.local(column) }
  }

  private static func prefixes(_ path: String) -> [Substring] {
    path.split(separator: "/").compactMap { step in
      step.firstIndex(of: ":").map { step[..<$0].drop { $0 == "@" } }
    }
  }

  private static func local(_ path: String) -> String {
    path.split(separator: "/").map { step in
      guard let colon = step.firstIndex(of: ":") else { return String(step) }
      return (step.hasPrefix("@") ? "@" : "") + step[step.index(after: colon)...]
    }.joined(separator: "/")
  }

  private static func neverMet(_ path: String) -> Phrase {
    Phrase(de: "\"\(path)\" kommt nie vor", en: "\"\(path)\" is never met")
  }

  private static func meant(_ name: String) -> Phrase {
    Phrase(de: ": ist \"\(name)\" gemeint?", en: ": did you mean \"\(name)\"?")
  }

  private static func elsewhere(_ name: String) -> Phrase {
    Phrase(
      de: ", \"\(name)\" in einem anderen Namensraum wohl: berichtigen Sie \"namespaces\"",
      en: ", but \"\(name)\" of another namespace is: correct \"namespaces\"")
  }
}

/// What is said of an XML file that holds something, but no record: nil when it may be empty.
///
/// - Throws: `ReadError` when the file can't be read.
func missingRecord(_ xml: XMLSettings, in file: LocatedFile) throws -> Phrase? {
  let outline = try XMLOutline(of: .file(file.path, name: file.name))
  let steps = xml.record.split(separator: "/").map { step in
    step.firstIndex(of: ":").map { String(step[step.index(after: $0)...]) } ?? String(step)
  }
  guard outline.holdsRecords, !outline.hasEmptyElement(steps.dropLast()), let name = steps.last
  else { return nil }
  let what = Phrase(
    de: "\(file.name): kein Element \"\(xml.record)\"",
    en: "\(file.name): no element \"\(xml.record)\"")
  if let path = outline.paths.first(where: { $0.last == name }) {
    let place = "/" + path.joined(separator: "/")
    return what
      + Phrase(
        de: ", nur \"\(place)\": berichtigen Sie den Pfad oder \"namespaces\"",
        en: ", only \"\(place)\": correct the path or \"namespaces\"")
  }
  if let near = nearestName(to: name, among: outline.paths.dropFirst().compactMap(\.last)) {
    return what + Phrase(de: ": ist \"\(near)\" gemeint?", en: ": did you mean \"\(near)\"?")
  }
  guard let path = outline.repeatingPath else { return what }
  return what
    + Phrase(de: ": es wiederholt sich \"\(path)\"", en: ": what repeats is \"\(path)\"")
}
