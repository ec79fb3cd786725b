internal import Linkage
internal import Records
internal import Reports
internal import Store

/// Puts together what the report shows.
struct ReportStage {
  let file: PipelineFile
  let options: RunOptions

  func report(
    plan: SourcePlan, matching: Matching, model: NamedModel?, shown: ShownClusters,
    tally: ReportTally,
    relations: [Relation], linked: [LinkedTable], explainer: Explainer, session: RunSession
  ) throws -> Report {
    let told = SourceReports(plan: plan, extraNames: matching.extraNames)
    let sources = try told.reports(from: session.reader)
    var totals = tally.totals
    totals.setAside = sources.reduce(0) { $0 + $1.setAsideCount }
    totals.reviewPairs = matching.linkage.reviewPairs.count
    totals.reviewClusters = shown.questionCount
    for relation in relations { totals.relations[relation.kind, default: 0] += 1 }
    totals.households = relations.householdCount
    return Report(
      run: RunFacts(
        pipeline: file.name, version: kontorVersion, isDryRun: options.isDryRun,
        outputFolder: shownPath(file.output)),
      matching: matchingFacts(matching.linkage, model),
      quality: QualityFacts(matching.linkage, at: file.linkagePoint),
      sources: sources,
      withdrawals: try told.withdrawals(from: session.reader, by: session.id), totals: totals,
      fillRates: tally.fillRates, permissions: tally.permissions, linkedTables: linked,
      skippedBlocks: skippedBlocks(matching.linkage.statistics),
      largest: try largest(matching, session), review: shown.review(explainer),
      samples: shown.samples(explainer))
  }

  private func matchingFacts(_ linkage: Linkage, _ model: NamedModel?) -> MatchingFacts {
    let cuts = linkage.model.cuts
    let merge =
      file.linkagePoint == .safe ? cuts?.safeInBits : cuts?.balancedInBits
    return MatchingFacts(
      model: ModelFacts(model, records: linkage.statistics.records),
      operatingPoint: file.operatingPoint.rawValue,
      mergeFromBits: merge, reviewFromBits: cuts?.balancedInBits,
      comparedPairs: linkage.statistics.candidatePairs.values.reduce(0, +))
  }

  private func skippedBlocks(_ statistics: LinkStatistics) -> [SkippedBlocks] {
    var byKey: [BlockingKey: SkippedBlocks] = [:]
    for block in statistics.skippedBlocks {
      var skipped =
        byKey[block.key]
        ?? SkippedBlocks(key: block.key.phrase, blocks: 0, records: 0, pairs: 0)
      skipped.blocks += 1
      skipped.records += block.size
      skipped.pairs += block.size * (block.size - 1) / 2
      byKey[block.key] = skipped
    }
    return BlockingKey.allCases.compactMap { byKey[$0] }
  }

  private func largest(_ matching: Matching, _ session: RunSession) throws -> [LargeCluster] {
    let clusters = matching.linkage.clusters.filter { $0.members.count > 2 }
      .sorted { ($1.members.count, $0.id) < ($0.members.count, $1.id) }
    return try clusters.prefix(10).map { cluster in
      let record = matching.records[cluster.id]
      let contact = try session.reader.contact(ofRecord: record)
        .flatMap { try session.reader.contact($0) }
      return LargeCluster(
        id: Int(record), name: contact?.contact.displayName ?? "", records: cluster.members.count,
        weightInBits: cluster.weakestLinkInBits ?? 0)
    }
  }
}

extension [Relation] {
  /// How many groups of contacts live together.
  var householdCount: Int {
    var top: [Int: Int] = [:]
    func root(_ start: Int) -> Int {
      var contact = start
      while let next = top[contact], next != contact { contact = next }
      return contact
    }
    for relation in self where relation.kind == .household {
      let (left, right) = (root(relation.left), root(relation.right))
      top[Swift.max(left, right)] = Swift.min(left, right)
      top[Swift.min(left, right)] = Swift.min(left, right)
    }
    return top.count { $0.key == $0.value }
  }
}

extension Report {
  /// The figures that the list of runs keeps.
  var counts: [String: Int] {
    var counts = [
      "records": totals.records, "set-aside": totals.setAside, "contacts": totals.contacts,
      "merged": totals.mergedClusters, "review": totals.reviewClusters,
    ]
    if let shared = totals.sharedValues { counts[Self.sharedValuesKey] = shared }
    for rate in fillRates { counts[Self.fillKey(rate.attribute)] = rate.contacts }
    return counts
  }

  /// What the contacts with a value of an attribute are counted under.
  static func fillKey(_ attribute: Attribute) -> String { "with-\(attribute.rawValue)" }

  /// What the numbers and addresses that many people use are counted under.
  static let sharedValuesKey = "shared-values"
}
