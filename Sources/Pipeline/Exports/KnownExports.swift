internal import Formats
internal import Records
internal import Yams

/// All exports that Kontor knows.
package enum KnownExports {
  /// In the order of their names. A file that is wrong is left out; `problems` tells why.
  package static let all: [KnownExport] = read.exports

  /// What is wrong with the files; a test sees that it is nothing.
  package static let problems: [Diagnostic] = read.problems

  /// The export whose columns a table has; of several the one that knows most of them.
  package static func named(by columns: [String]) -> KnownExport? {
    var best: (export: KnownExport, likeness: Double)?
    for export in all {
      guard let likeness = export.likeness(to: columns) else { continue }
      if likeness > best?.likeness ?? 0 { best = (export, likeness) }
    }
    return best?.export
  }

  /// The exports that an XML file is: an invoice has a buyer and a seller.
  ///
  /// - Parameter elements: The local names of its elements and attributes.
  package static func named(byElements elements: Set<String>) -> [KnownExport] {
    all.filter { $0.isNamed(by: elements) }
  }

  private static let read: (exports: [KnownExport], problems: [Diagnostic]) = {
    var exports: [KnownExport] = []
    var problems: [Diagnostic] = []
    for file in KnownExportFiles.all {
      do {
        exports.append(try export(file.text, id: file.name))
      } catch PipelineError.invalid(let found) {
        problems += found
      } catch {
        problems.append(
          Diagnostic(
            file: file.name, position: FilePosition(line: 1, column: 1),
            message: Phrase(de: "nicht lesbar", en: "can't be read")))
      }
    }
    return (exports, problems)
  }()

  /// Reads one file.
  ///
  /// - Throws: `PipelineError.invalid`, or the YAML library's error.
  static func export(_ text: String, id: String) throws -> KnownExport {
    let complaints = Complaints(file: id)
    guard let root = try Yams.compose(yaml: text) else {
      throw PipelineError.unreadable(path: id, reason: Phrase(de: "leer", en: "empty"))
    }
    let section = YAMLSection(
      withNumbers(root), file: id, what: Phrase(de: "ein Export", en: "an export"),
      complaints: complaints)
    let title = section.section("title")
    let words = Phrase(de: title?.requiredText("de") ?? id, en: title?.requiredText("en") ?? id)
    title?.finish()
    let signature = section.texts("signature")
    let known = section.texts("known")
    let export = KnownExport(
      id: id, title: words, source: section.sourceDefinition(), signature: signature, known: known)
    guard complaints.diagnostics.isEmpty else {
      throw PipelineError.invalid(complaints.diagnostics)
    }
    return export
  }

  /// The mapping with `email.#` as `email`: the number comes from the column that is met.
  private static func withNumbers(_ node: Node) -> Node {
    guard var pairs = node.mapping else { return node }
    for (key, value) in pairs where key.string == "map" {
      guard let map = value.mapping else { continue }
      pairs[key] = Node(
        map.map { column, target in
          guard let text = target.scalar?.string, text.hasSuffix(".#") else {
            return (column, target)
          }
          return (column, Node(String(text.dropLast(2))))
        }, map.tag, map.style)
    }
    return .mapping(pairs)
  }
}
