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
  /// - Parameters:
  ///   - state: what an earlier linking of these records left, under this frozen model and with
  ///     these options: then only what has changed since is compared, and the result is the same.
  ///   - progress: called with the stage and the share of it that is done, from 0 to 1.
  package func link(
    _ columns: Columns, since state: LinkState? = nil,
    on executor: any Executor = SerialExecutor(),
    progress: @Sendable (LinkStage, Double) -> Void = { _, _ in }
  ) -> Linkage {
    var statistics = LinkStatistics()
    statistics.records = columns.count
    progress(.preparing, 0)
    let clamps = ClampSets(options.clamps, records: columns.count)
    let comparer = PairComparer(
      columns: columns, frequencies: Frequencies(columns, frozen: model.frequencies))
    let (candidates, marks, change) = candidates(comparer, since: state, on: executor, &statistics)
    let gists = RowGists(comparer, on: executor)
    progress(.training, 0)
    var model = model
    if options.trains, !model.isFrozen {
      let training = Training(
        comparer: comparer, candidates: candidates, gists: gists, shipped: model,
        labels: options.labels)
      (model, statistics.trainingNotes) = training.train(on: executor)
    }
    let scorers = Scorers(model, comparer: comparer)
    progress(.comparing, 0)
    let bounds = ScoreBounds(model, scorers, gists)
    var edges = edges(candidates, bounds, on: executor, &statistics) {
      progress(.comparing, $0)
    }
    edges += change?.keptEdges ?? []
    progress(.clustering, 0)
    let (open, settled) = change?.parts(of: edges, tied: clamps.ties) ?? (edges, [])
    let merges =
      Clusterer(scorers: scorers, clamps: clamps).merges(of: open, on: executor) + settled
    let estimate = CutEstimate(merges, records: columns.count)
    let cuts = model.cuts ?? estimate.cuts
    model.cuts = cuts
    var linkage = ClusterBuilder(
      comparer: scorers.comparer, cuts: cuts, options: options, clamps: clamps
    ).linkage(merges: merges, edges: edges)
    progress(.relating, 0)
    if options.findsRelations {
      linkage.relations = RelationFinder(comparer: comparer, clusters: linkage.clusterNumbers)
        .relations(with: clamps.relations, on: executor)
    }
    let cut = options.at == .safe ? cuts.safeInBits : cuts.balancedInBits
    (statistics.mergedPairs, statistics.expectedPrecision, statistics.expectedRecall) =
      estimate.expectation(at: cut)
    let bandBounds = Set(Self.bandBounds + [cut, cuts.balancedInBits]).sorted()
    statistics.bands = estimate.bands(bounds: bandBounds)
    linkage.statistics = statistics
    linkage.model = model
    linkage.isTouched = change?.isTouched
    if options.keepsState {
      linkage.state = LinkState(marks: marks, edges: edges, merges: merges)
    }
    return linkage
  }

  /// Bounds between the bands of the statistics, beside the cuts.
  private static let bandBounds: [Double] = [6, 10, 15, 20, 30]

  /// The pairs to compare; where a state is kept, also what they depend on; where one is given,
  /// what has changed since.
  private func candidates(
    _ comparer: PairComparer, since state: LinkState?, on executor: any Executor,
    _ statistics: inout LinkStatistics
  ) -> (pairs: CandidatePairs, marks: [UInt64], change: LinkChange?) {
    let limits = BlockLimits(comparer: comparer, limit: options.blockLimit)
    var marks: [UInt64] = []
    let columns: [KeyColumn]
    if options.keepsState {
      var table = KeyMaker.table(comparer, on: executor)
      columns = limits.columns(of: [table.entries(from: 0)], on: executor)
      table.apply(columns)
      marks = RecordMarks(comparer: comparer, table: table).marks(on: executor)
      options.clamps.mark(&marks) { comparer.columns.rows[$0].identity }
    } else {
      columns = limits.columns(of: KeyMaker.entries(comparer, on: executor), on: executor)
    }
    statistics.skippedBlocks = columns.flatMap(\.skipped).sorted {
      ($1.size, $0.key.rawValue) < ($0.size, $1.key.rawValue)
    }
    let blocks = Blocks(columns, records: comparer.columns.count, on: executor)
    guard options.keepsState, model.isFrozen, let state else {
      return (CandidatePairs(blocks), marks, nil)
    }
    let change = LinkChange(from: state, to: marks)
    return (CandidatePairs(blocks, with: change.isTouched), marks, change)
  }

  /// Scores all candidate pairs and keeps those that could matter.
  private func edges(
    _ candidates: CandidatePairs, _ bounds: ScoreBounds, on executor: any Executor,
    _ statistics: inout LinkStatistics, progress: (Double) -> Void
  ) -> [Edge] {
    let count = candidates.parts.count
    var edges: [Edge] = []
    // In steps, so that a person sees how far it is.
    for step in 0..<Self.progressSteps {
      let range = count * step / Self.progressSteps..<count * (step + 1) / Self.progressSteps
      edges += self.edges(range, of: candidates, bounds, on: executor, &statistics)
      progress(Double(step + 1) / Double(Self.progressSteps))
    }
    return edges
  }

  private static let progressSteps = 16

  private func edges(
    _ range: Range<Int>, of candidates: CandidatePairs, _ bounds: ScoreBounds,
    on executor: any Executor, _ statistics: inout LinkStatistics
  ) -> [Edge] {
    let least = Float(Clusterer.lowestCut.bits)
    let found = collect(range.count, on: executor) { offset in
      var edges: [Edge] = []
      let pairs = bounds.forEachPair(
        of: candidates.parts[range.lowerBound + offset], in: candidates, atLeast: least
      ) { left, right, score, _ in
        edges.append(
          Edge(left: UInt32(left), right: UInt32(right), weight: Weight(bits: score)))
      }
      return (edges, pairs)
    }
    for (part, result) in zip(candidates.parts[range], found) {
      statistics.candidatePairs[part.key, default: 0] += result.1
    }
    return found.flatMap(\.0)
  }

  /// The weights between two records; for many pairs, ask one `explainer(for:)`.
  ///
  /// - Parameters: left, right: indices of records in `columns`.
  package func explain(_ left: Int, _ right: Int, in columns: Columns) -> Waterfall {
    explainer(for: columns).waterfall(left, right)
  }

  /// Explains pairs of `columns`; making it costs one pass over the records.
  package func explainer(for columns: Columns) -> Explainer {
    Explainer(model: model, columns: columns, at: options.at)
  }

  /// Tells which records of `columns` are compared; making it costs a pass over all keys.
  package func encounters(
    in columns: Columns, on executor: any Executor = SerialExecutor()
  ) -> Encounters {
    let frequencies = Frequencies(columns, frozen: model.frequencies)
    let comparer = PairComparer(columns: columns, frequencies: frequencies)
    return Encounters(comparer, blockLimit: options.blockLimit, on: executor)
  }
}
