internal import Formats
package import Linkage
package import Records
internal import Reports

/// A frozen model with its name and where it comes from.
package struct NamedModel: Hashable, Sendable {
  /// The pipeline's name, as a rule.
  package var name: String
  /// Counts the models of one store, from 1.
  package var version: Int
  package var provenance: Provenance
  package var model: LinkageModel

  /// What a model was made of, and by whom; no time, so that equal data make equal models.
  package struct Provenance: Hashable, Sendable {
    /// The records it was trained on.
    package var records: Int
    /// A person, or the pipeline whose first run made it.
    package var author: String
    /// What training did, kind by kind.
    package var notes: [Phrase]

    package init(records: Int, author: String, notes: [Phrase] = []) {
      self.records = records
      self.author = author
      self.notes = notes
    }
  }

  package init(name: String, version: Int, provenance: Provenance, model: LinkageModel) {
    self.name = name
    self.version = version
    self.provenance = provenance
    self.model = model
  }

  /// "demo 2".
  package var title: String { "\(name) \(version)" }

  /// A hash of all that weighs; two models of one id link alike, whatever they are called.
  package var id: String { contentHash(of: ModelDocument(self).weights.text) }
}
