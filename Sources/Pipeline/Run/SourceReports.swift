internal import Formats
internal import Records
internal import Reports
internal import Store

/// What each source gave, from the store: files that were read by an earlier run are told of too.
struct SourceReports {
  let plan: SourcePlan
  let extraNames: [String: [String]]

  func reports(from reader: StoreReader) throws -> [SourceReport] {
    let counts = try problemCounts(from: reader)
    let recordCounts = try reader.recordCounts()
    return try plan.sources.map { source in
      let names = source.files.map(\.located.name)
      let problems = names.flatMap { counts[$0] ?? [] }
      let facts = source.files.first.map { FileFacts($0.located, of: source.definition) }
      let id = try reader.source(named: source.definition.name)
      return SourceReport(
        name: source.definition.name, files: names, format: facts?.format ?? "",
        encoding: facts?.encoding ?? "",
        records: id.flatMap { recordCounts[$0] } ?? 0,
        setAside: united(problems.filter { $0.action == .setAside }),
        problems: united(problems.filter { $0.action != .setAside }),
        unmappedColumns: extraNames[source.definition.name] ?? [])
    }
  }

  /// What the run withdrew, by the sources' names; those the pipeline names no more are marked.
  func withdrawals(from reader: StoreReader, by run: RunID) throws -> [Withdrawal] {
    let named = Set(plan.sources.map(\.definition.name) + plan.history.map(\.definition.name))
    return try reader.withdrawnCounts(by: run).map { source, count in
      let name = try reader.sourceName(source)
      return Withdrawal(source: name, rows: count, isDropped: !named.contains(name))
    }.sorted { $0.source < $1.source }
  }

  /// So many places are named for each kind of problem.
  private static let exampleLimit = 5

  private func problemCounts(from reader: StoreReader) throws -> [String: [ProblemCount]] {
    var counts: [String: [ProblemCount]] = [:]
    for problem in try reader.problemCounts(places: Self.exampleLimit) {
      counts[problem.file, default: []].append(
        ProblemCount(
          code: problem.code, meaning: problem.message, action: problem.action,
          count: problem.count, examples: problem.places))
    }
    return counts
  }

  /// The same problem in several files counted together, most frequent first.
  private func united(_ counts: [ProblemCount]) -> [ProblemCount] {
    var united: [ProblemCount] = []
    for count in counts {
      if let known = united.firstIndex(where: { $0.code == count.code && $0.action == count.action }
      ) {
        united[known].count += count.count
        united[known].examples += count.examples.prefix(
          max(0, Self.exampleLimit - united[known].examples.count))
      } else {
        united.append(count)
      }
    }
    return united.sorted { ($1.count, $0.code) < ($0.count, $1.code) }
  }
}

/// What a look at its first bytes says of a file.
struct FileFacts {
  let format: String
  let encoding: String

  init(_ file: LocatedFile, of source: SourceDefinition) {
    guard var input = try? ByteInput.file(file.path, name: file.name),
      let sample = try? input.peek(TextEncoding.sampleSize)
    else {
      format = ""
      encoding = ""
      return
    }
    let known = source.format(ofSample: sample)
    format = known.label
    guard !known.isWorkbook else {
      encoding = ""
      return
    }
    let isWhole = sample.count < TextEncoding.sampleSize
    let named = source.csv.encoding.flatMap { TextEncoding(name: $0) }
    encoding = (named ?? TextEncoding.detected(in: sample, isWhole: isWhole)).rawValue
  }
}

extension StoreReader {
  /// Files whose import was undone and that have not been read since, by their sources.
  func heldFiles() throws -> [HeldFile] {
    try sources().flatMap { id, source in
      try files(of: id).compactMap { file in
        file.undoneRun.map {
          HeldFile(source: source.name, file: file.path, run: Int($0), isMissing: file.isMissing)
        }
      }
    }
  }
}
