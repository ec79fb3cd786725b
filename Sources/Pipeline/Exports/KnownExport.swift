package import Formats
package import Records

/// An export that a program is known to write: its labels, and what they mean.
///
/// One is a YAML file in `Exports/Known`, in the words of a pipeline file's source, with `title`,
/// `signature` and `known` beside them. The build puts the files into the program: adding an export
/// needs no code.
package struct KnownExport: Sendable {
  /// The file's name: "outlook-de".
  package var id: String
  package var title: Phrase
  /// What a pipeline calls the source, its priority, mapping and the rest.
  package var source: SourceDefinition
  /// Columns or elements that must all be there; "A|B" is one of them.
  package var signature: [String]
  /// Columns that the export is known to have, mapped to no field.
  package var known: [String]

  /// Folded labels → targets; "#" stands for a number.
  private let targets: [String: MappingTarget]
  private let knownLabels: Set<String>

  init(
    id: String, title: Phrase, source: SourceDefinition, signature: [String], known: [String]
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.signature = signature
    self.known = known
    var targets: [String: MappingTarget] = [:]
    for line in source.map { targets[ExportLabel(line.column).text] = line.target }
    self.targets = targets
    knownLabels = Set(known.map { ExportLabel($0).text })
  }

  /// What a column is mapped to; nil when the export knows none of its name, or it has no field.
  package func target(of column: String) -> MappingTarget? {
    let label = ExportLabel(column)
    return targets[label.text] ?? targets[label.numbered].flatMap { $0.numbered(label.number) }
  }

  /// Whether the export has a column of this name.
  package func has(_ column: String) -> Bool {
    let label = ExportLabel(column)
    return target(of: column) != nil || knownLabels.contains(label.text)
      || knownLabels.contains(label.numbered)
  }

  /// How well a table's columns are this export's: the share of them it knows; nil when it isn't.
  func likeness(to columns: [String]) -> Double? {
    guard source.format != .xml, !columns.isEmpty else { return nil }
    let labels = Set(columns.map { ExportLabel($0).text })
    guard hasSignature(in: labels) else { return nil }
    let count = columns.count { has($0) }
    // A wide export has columns that say nothing of contacts; its signature tells it alone.
    let isEnough = columns.count > 100 ? count >= 5 : count * 5 >= columns.count * 3
    return isEnough ? Double(count) / Double(columns.count) : nil
  }

  /// Whether an XML file is this export: all names of the signature occur in it.
  func isNamed(by elements: Set<String>) -> Bool {
    source.format == .xml && hasSignature(in: Set(elements.map { ExportLabel($0).text }))
  }

  private func hasSignature(in labels: Set<String>) -> Bool {
    signature.allSatisfy { word in
      word.split(separator: "|").contains { labels.contains(ExportLabel(String($0)).text) }
    }
  }
}

/// A label as it is compared: small letters and digits, umlauts spelled out.
struct ExportLabel {
  let text: String
  /// With "#" in the place of its only number.
  let numbered: String
  let number: Int

  init(_ label: String) {
    let text = label.split(separator: "#", omittingEmptySubsequences: false)
      .map { FieldVocabulary.folded(String($0)) }.joined(separator: "#")
    self.text = text
    let digits = text.filter(\.isNumber)
    number = Int(digits) ?? 0
    let start = text.firstIndex(where: \.isNumber)
    numbered =
      start.map { text[..<$0] + "#" + text[$0...].drop(while: \.isNumber) }.map(String.init) ?? text
  }
}

extension MappingTarget {
  /// A known export's target for "#" with the number of a column.
  func numbered(_ number: Int) -> MappingTarget? {
    guard (1...99).contains(number) else { return nil }
    func with(_ target: FieldTarget) -> FieldTarget {
      FieldTarget(target.field, label: target.label, group: number)
    }
    switch self {
    case .field(let target): return .field(with(target))
    case .labelOf(let target): return .labelOf(with(target))
    case .label, .ignore: return self
    }
  }
}
