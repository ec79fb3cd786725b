internal import Linkage
internal import Records
internal import Reports

extension ModelFacts {
  /// With twice the records, priors and frequencies are a bit off: then another model is worth it.
  static let growthLimit = 2

  /// What the report says of a model.
  ///
  /// - Parameter records: how many the store holds now.
  init?(_ named: NamedModel?, records: Int) {
    guard let named else { return nil }
    self.init(
      title: named.title, id: named.id, trainedOn: named.provenance.records,
      author: named.provenance.author, notes: named.provenance.notes,
      isOutgrown: records > Self.growthLimit * named.provenance.records)
  }
}
