internal import Formats
internal import Foundation
package import Records
internal import Store

/// The store's model for `kontor model`: to read, or to hand on.
package struct ModelReport: Sendable {
  private let named: NamedModel

  /// - Throws: `PipelineError.stopped` when the store has none, `StoreError`.
  package init(store: String) throws {
    let store = try openedStore(store)
    guard let model = try store.read({ try $0.currentModel() }) else {
      throw PipelineError.stopped(
        Phrase(
          de: "\(store.path): der Bestand hat noch kein Modell: der nächste Lauf trainiert eines",
          en: "\(store.path): the store has no model yet: the next run trains one"))
    }
    named = try model.named()
  }

  /// A table to read.
  package func text(_ language: Language) -> String {
    ModelText(named, language: language).text
  }

  /// The document, which `match: { model: FILE }` takes.
  package var json: String { ModelDocument(named).text }

  /// Writes the document to a file that its owner alone may read.
  package func write(to path: String) throws {
    let output = try ByteOutput(path: path)
    try output.write(json)
    try output.close()
  }
}

/// Opens a store that is there.
///
/// - Throws: `PipelineError.unreadable` when it is not, `StoreError`.
func openedStore(_ path: String) throws -> ContactStore {
  guard FileManager.default.fileExists(atPath: path) else {
    throw PipelineError.unreadable(
      path: path, reason: Phrase(de: "es gibt keinen solchen Bestand", en: "no such store"))
  }
  return try ContactStore(path: path, create: false)
}
