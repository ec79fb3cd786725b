internal import Formats
package import Records
internal import Reports
internal import Store

/// A blind sample of a store's pairs for a person to judge: two records side by side, no score.
package struct Sample {
  private let store: String
  private let size: Int

  package static let defaultSize = 200

  /// - Parameters:
  ///   - store: the store's file.
  ///   - size: how many pairs; small strata are drawn whole.
  package init(store: String, size: Int = Sample.defaultSize) {
    self.store = store
    self.size = size
  }

  /// Writes the sample as a table to fill in.
  ///
  /// - Returns: how many pairs it holds.
  /// - Throws: `PipelineError.stopped` when the store has no pairs, `StoreError`, `ReadError`.
  package func write(to path: String, language: Language) throws -> Int {
    try openedStore(store).read { reader in
      let draw = try SampleDraw(from: reader, size: size)
      guard !draw.pairs.isEmpty else {
        throw PipelineError.stopped(
          Phrase(
            de: "\(store): keine Paare zu beurteilen: nichts wurde zusammengeführt, nichts wartet",
            en: "\(store): no pairs to judge: nothing was merged, nothing waits"))
      }
      var writer = CSVWriter(try ByteOutput(path: path))
      try writer.write(SampleTable.header)
      for pair in draw.pairs {
        guard let left = try reader.record(pair.left), let right = try reader.record(pair.right)
        else { continue }
        let ticket = SampleTicket(
          stratum: pair.stratum.number, total: draw.totals[pair.stratum] ?? 0)
        try writer.write(SampleTable.row(ticket, left, right, language))
      }
      try writer.close()
      return draw.pairs.count
    }
  }
}
