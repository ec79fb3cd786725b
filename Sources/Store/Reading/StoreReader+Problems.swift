package import Records

/// How often a problem occurs in a file.
package struct CountedProblem: Hashable, Sendable {
  package var file: String
  package var code: String
  package var action: Problem.Action
  /// Of the first of them.
  package var message: Phrase
  package var count: Int
  /// The first of them.
  package var places: [Location]
}

extension StoreReader {
  /// How often each problem occurs in each file, by file and code.
  ///
  /// - Parameter limit: so many places of each are given.
  package func problemCounts(places limit: Int) throws -> [CountedProblem] {
    var told: [FileID: RunID] = [:]
    try connection.statement("SELECT id, told_run FROM files WHERE told_run NOTNULL").forEach {
      told[$0.integer(0)] = $0.integer(1)
    }
    var tallies: [ProblemKey: ProblemTally] = [:]
    // In the order in which they lie: sorting all of them costs more than keeping the first.
    try connection.statement(
      "SELECT file_id, run_id, code, action, line, ordinal, message_id, file FROM problems"
    ).forEach { row in
      let file = row.optionalInteger(0)
      if let file, told[file] != row.integer(1) { return }
      let key = ProblemKey(
        file: file, name: file == nil ? row.text(7) : "", code: row.text(2), action: row.text(3))
      let place = (line: row.int(4), ordinal: row.int(5), message: row.integer(6))
      tallies[key, default: ProblemTally()].add(place, limit: limit) { row.text(7) }
    }
    let phrases = try phrases()
    return tallies.map { key, tally in
      CountedProblem(
        file: tally.file, code: key.code, action: Problem.Action(rawValue: key.action) ?? .skipped,
        message: tally.first.first.flatMap { phrases[$0.message] } ?? Phrase(de: "", en: ""),
        count: tally.count,
        places: tally.first.map {
          Location(file: tally.file, line: $0.line, ordinal: $0.ordinal)
        })
    }.sorted {
      ($0.file, $0.code, $0.action.rawValue) < ($1.file, $1.code, $1.action.rawValue)
    }
  }
}

private struct ProblemKey: Hashable {
  var file: FileID?
  var name: String
  var code: String
  var action: String
}

private struct ProblemTally {
  var file = ""
  var count = 0
  /// By line; of one line in the order met.
  var first: [(line: Int, ordinal: Int, message: Int64)] = []

  mutating func add(
    _ place: (line: Int, ordinal: Int, message: Int64), limit: Int, file: () -> String
  ) {
    if count == 0 { self.file = file() }
    count += 1
    if first.count == limit, let last = first.last, last.line <= place.line { return }
    let index = first.firstIndex { $0.line > place.line } ?? first.count
    first.insert(place, at: index)
    if first.count > limit { first.removeLast() }
  }
}
