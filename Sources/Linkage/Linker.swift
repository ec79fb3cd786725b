/// Finds the records that are one contact.
package struct Linker: Sendable {
  package var model: LinkageModel
  package var options: LinkOptions

  package init(model: LinkageModel = .shipped, options: LinkOptions = LinkOptions()) {
    self.model = model
    self.options = options
  }

  /// Links all records; the result is the same for any executor and, but for indices, any order.
  ///
  /// - Parameter progress: called with the stage and the share of it that is done, from 0 to 1.
  package func link(
    _ columns: Columns, on executor: any Executor = SerialExecutor(),
    progress: @Sendable (LinkStage, Double) -> Void = { _, _ in }
  ) -> Linkage {
    let clusters = (0..<columns.count).map { Cluster(members: [$0], status: .single) }
    return Linkage(clusters: clusters, model: model)
  }

  /// The weights between two records; for many pairs, ask one `explainer(for:)`.
  ///
  /// - Parameters: left, right: indices of records in `columns`.
  package func explain(_ left: Int, _ right: Int, in columns: Columns) -> Waterfall {
    explainer(for: columns).waterfall(left, right)
  }

  /// Explains pairs of `columns`; making it costs one pass over the records.
  package func explainer(for columns: Columns) -> Explainer {
    Explainer(model: model, columns: columns)
  }
}

/// Gives the weights between any two records of one set of columns.
package struct Explainer: Sendable {
  package let model: LinkageModel
  package let columns: Columns

  /// The weights between two records.
  package func waterfall(_ left: Int, _ right: Int) -> Waterfall {
    Waterfall(priorInBits: 0, rows: [], outcome: .different)
  }
}
