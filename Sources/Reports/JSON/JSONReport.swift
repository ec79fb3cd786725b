package import Records

/// The report for programs: the same facts as the page, keys in a fixed order.
package struct JSONReport: Sendable {
  package let report: Report
  /// The language of phrases; codes and keys are the same in every language.
  package let language: Language

  package init(_ report: Report, language: Language) {
    self.report = report
    self.language = language
  }

  /// Hands `report.json` over in pieces, in order.
  ///
  /// - Throws: What `write` throws.
  package func write(_ write: (String) throws -> Void) rethrows { try json.write(write) }

  package var text: String { json.text }

  private var json: JSON {
    .object([
      ("report_version", .integer(1)), ("language", .string(language.rawValue)), ("run", run),
      ("matching", matching), ("quality", report.quality.map(quality) ?? .null), ("totals", totals),
      ("sources", .array(report.sources.map(source))),
      ("withdrawals", .array(report.withdrawals.map(withdrawal))),
      ("held_files", .array(report.heldFiles.map(heldFile))),
      ("fill_rates", .array(report.fillRates.map(fillRate))),
      ("permissions", .array(report.permissions.map(permission))),
      ("letters", report.letters.map(letters) ?? .null),
      ("linked_tables", .array(report.linkedTables.map(linkedTable))),
      ("skipped_blocks", .array(report.skippedBlocks.map(skipped))),
      ("largest_clusters", .array(report.largest.map(large))),
      ("review", .array(report.review.map(cluster))),
      ("merge_samples", .array(report.samples.map(band))),
      ("outputs", .array(report.outputs.map(output))),
    ])
  }

  private var run: JSON {
    let run = report.run
    return .object([
      ("pipeline", .string(run.pipeline)), ("version", .string(run.version)),
      ("dry_run", .boolean(run.isDryRun)),
      ("unchanged", .boolean(run.isUnchanged)), ("output_folder", .string(run.outputFolder)),
    ])
  }

  private var matching: JSON {
    let facts = report.matching
    return .object([
      ("model", facts.model.map(model) ?? .null),
      ("operating_point", .string(facts.operatingPoint)),
      ("merge_from_bits", .number(facts.mergeFromBits)),
      ("review_from_bits", .number(facts.reviewFromBits)),
      ("compared_pairs", .integer(facts.comparedPairs)),
    ])
  }

  private func model(_ model: ModelFacts) -> JSON {
    .object([
      ("title", .string(model.title)), ("id", .string(model.id)),
      ("trained_on", .integer(model.trainedOn)), ("author", .string(model.author)),
      ("notes", .array(model.notes.map(phrase))), ("outgrown", .boolean(model.isOutgrown)),
    ])
  }

  /// By the model's own estimate.
  private func quality(_ facts: QualityFacts) -> JSON {
    let bands = facts.bands.map { band in
      JSON.object([
        ("from_bits", .number(band.lower)), ("to_bits", .number(band.upper)),
        ("pairs", .integer(band.pairs)), ("merged", .boolean(band.isMerged)),
        ("expected_errors", .number(band.expectedErrors)),
      ])
    }
    return .object([
      ("estimated_by", .string("model")), ("merged_pairs", .integer(facts.mergedPairs)),
      ("expected_precision", .exact(facts.expectedPrecision)),
      ("expected_recall", .exact(facts.expectedRecall)),
      ("skipped_pairs", .integer(report.skippedBlocks.reduce(0) { $0 + $1.pairs })),
      ("bands", .array(bands)),
    ])
  }

  private var totals: JSON {
    let totals = report.totals
    let relations = Relation.Kind.allCases.map { kind in
      (key: kind.rawValue, value: JSON.integer(totals.relations[kind] ?? 0))
    }
    return .object([
      ("records", .integer(totals.records)), ("set_aside", .integer(totals.setAside)),
      ("contacts", .integer(totals.contacts)),
      ("merged_clusters", .integer(totals.mergedClusters)),
      ("merged_records", .integer(totals.mergedRecords)), ("singles", .integer(totals.singles)),
      ("review_clusters", .integer(totals.reviewClusters)),
      ("review_pairs", .integer(totals.reviewPairs)),
      ("households", .integer(totals.households)), ("relations", .object(relations)),
    ])
  }

  // MARK: Parts

  private func source(_ source: SourceReport) -> JSON {
    .object([
      ("name", .string(source.name)), ("files", strings(source.files)),
      ("format", .string(source.format)), ("encoding", .string(source.encoding)),
      ("records", .integer(source.records)), ("set_aside", .array(source.setAside.map(problem))),
      ("problems", .array(source.problems.map(problem))),
      ("unmapped_columns", strings(source.unmappedColumns)),
    ])
  }

  private func heldFile(_ held: HeldFile) -> JSON {
    .object([
      ("source", .string(held.source)), ("file", .string(held.file)), ("run", .integer(held.run)),
      ("missing", .boolean(held.isMissing)),
    ])
  }

  private func withdrawal(_ withdrawal: Withdrawal) -> JSON {
    .object([
      ("source", .string(withdrawal.source)), ("rows", .integer(withdrawal.rows)),
      ("dropped", .boolean(withdrawal.isDropped)),
    ])
  }

  private func problem(_ problem: ProblemCount) -> JSON {
    .object([
      ("code", .string(problem.code)), ("meaning", phrase(problem.meaning)),
      ("action", .string(problem.action.rawValue)), ("count", .integer(problem.count)),
      ("examples", .array(problem.examples.map(location))),
    ])
  }

  private func fillRate(_ rate: FillRate) -> JSON {
    .object([
      ("attribute", .string(rate.attribute.rawValue)), ("records", .integer(rate.records)),
      ("contacts", .integer(rate.contacts)),
    ])
  }

  private func permission(_ permission: PermissionCount) -> JSON {
    let reasons = permission.reasons.map { reason in
      JSON.object([
        ("allowed", .boolean(reason.isAllowed)), ("reason", phrase(reason.reason)),
        ("count", .integer(reason.count)),
      ])
    }
    return .object([
      ("channel", .string(permission.channel.rawValue)),
      ("allowed", .integer(permission.allowed)), ("denied", .integer(permission.denied)),
      ("reasons", .array(reasons)),
    ])
  }

  private func letters(_ letters: LetterCount) -> JSON {
    let leftOut = letters.leftOut.map { left in
      JSON.object([
        ("code", .string(left.code)), ("reason", phrase(left.reason)),
        ("count", .integer(left.count)),
      ])
    }
    return .object([("lines", .integer(letters.lines)), ("left_out", .array(leftOut))])
  }

  private func linkedTable(_ table: LinkedTable) -> JSON {
    let ways = table.linked.map { way in
      JSON.object([("way", phrase(way.meaning)), ("count", .integer(way.count))])
    }
    let gaps = table.gaps.map { gap in
      JSON.object([("reason", phrase(gap.meaning)), ("count", .integer(gap.count))])
    }
    return .object([
      ("kind", .string(table.kind.rawValue)), ("name", .string(table.name)),
      ("linked", .integer(table.linkedCount)), ("linked_by", .array(ways)),
      ("unlinked", .integer(table.unlinkedCount)), ("unlinked_because", .array(gaps)),
      ("unlinked_rows", .array(table.unlinked.map(location))),
    ])
  }

  private func skipped(_ block: SkippedBlocks) -> JSON {
    .object([
      ("key", phrase(block.key)), ("blocks", .integer(block.blocks)),
      ("records", .integer(block.records)), ("pairs", .integer(block.pairs)),
    ])
  }

  private func large(_ cluster: LargeCluster) -> JSON {
    .object([
      ("cluster", .integer(cluster.id)), ("name", .string(cluster.name)),
      ("records", .integer(cluster.records)), ("bits", .number(cluster.weightInBits)),
    ])
  }

  private func band(_ band: MergeBand) -> JSON {
    .object([
      ("from_bits", .number(band.lower)), ("to_bits", .number(band.upper)),
      ("total", .integer(band.total)), ("clusters", .array(band.clusters.map(cluster))),
    ])
  }

  private func output(_ file: OutputFile) -> JSON {
    .object([
      ("name", .string(file.name)), ("purpose", phrase(file.purpose)),
      ("bytes", .integer(file.lengthInBytes)),
    ])
  }

  // MARK: Small pieces

  func phrase(_ phrase: Phrase) -> JSON { .string(phrase(language)) }

  func location(_ place: Location) -> JSON { .string(place.fileAndLine) }

  private func strings(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }
}
