package import Formats
internal import Records

/// What `checkReader` tries beside chunk sizes.
package struct ReaderChecks: OptionSet, Sendable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  /// The same text with CRLF instead of LF gives the same records.
  package static let lineEnds = ReaderChecks(rawValue: 1)
  /// The same text after a UTF-8 byte order mark gives the same records.
  package static let mark = ReaderChecks(rawValue: 2)
  /// The text cut off after any byte is read without a crash, and all events stand within it.
  package static let cutOff = ReaderChecks(rawValue: 4)
  package static let all: ReaderChecks = [.lineEnds, .mark, .cutOff]
}

/// The laws every reader keeps: the same events for every chunk size, line end and byte order
/// mark; no ordinal twice; no crash wherever the input is cut off.
///
/// - Parameters:
///   - bytes: UTF-8 with LF as its line end.
///   - make: Gives a reader of the input; it may throw a `ReadError`.
/// - Returns: What is broken, in words; empty when all is well: `#expect(checkReader(…) == [])`.
package func checkReader<Reader: RecordReader>(
  _ bytes: [UInt8], checks: ReaderChecks = .all, make: (ByteInput) throws -> Reader
) -> [String] {
  let expected = trace(.bytes(bytes), make)
  var complaints = orderComplaints(expected)
  for size in [1, 2, 3, 5, 7, 13, 64, 1000] {
    let found = trace(.bytes(bytes, chunkSize: size), make)
    complaints += difference(found, expected, "chunks of \(size)")
  }
  if checks.contains(.lineEnds) {
    let carriage = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    for size in [1, 2, 1000] {
      let found = trace(.bytes(carriage, chunkSize: size), make).map(withLineFeeds)
      complaints += difference(found, expected, "CRLF, chunks of \(size)")
    }
  }
  if checks.contains(.mark) {
    for size in [1, 2, 3, 1000] {
      let found = trace(.bytes([0xEF, 0xBB, 0xBF] + bytes, chunkSize: size), make)
      complaints += difference(found, expected, "a byte order mark, chunks of \(size)")
    }
  }
  if checks.contains(.cutOff) {
    for end in bytes.indices {
      let found = trace(.bytes(Array(bytes[..<end]), chunkSize: 16), make)
      let lines = 1 + bytes[..<end].count { $0 == 0x0A }
      complaints += orderComplaints(found).map { "cut off after \(end) bytes: \($0)" }
      if found.contains(where: { $0.line > lines }) {
        complaints.append("cut off after \(end) bytes: an event past the last line")
      }
    }
  }
  return complaints
}

/// What a test compares of an event.
private struct Trace: Equatable {
  var kind: String
  var line: Int
  var ordinal: Int
  /// A problem's code and field, or the columns and values.
  var words: [String]
  var parent: Int?
}

/// Stands for a column's name where a value's index is out of range.
private let noColumn = "\u{0}none"

private func trace<Reader: RecordReader>(
  _ input: ByteInput, _ make: (ByteInput) throws -> Reader
) -> [Trace] {
  var events: [Trace] = []
  do {
    var reader = try make(input)
    try reader.read { event in
      switch event {
      case .record(let raw): events.append(trace("record", raw))
      case .rejected(let raw, let problem):
        events.append(trace("rejected " + problem.code, raw))
      case .problem(let problem): events.append(trace(problem))
      }
    }
  } catch {
    // The words of an error may hold positions in bytes; that it stopped here is what counts.
    events.append(Trace(kind: "stopped", line: 0, ordinal: 0, words: []))
  }
  return events
}

private func trace(_ kind: String, _ raw: RawRecord) -> Trace {
  // Columns may grow from record to record: what counts is each value's column.
  let words = raw.values.flatMap { value in
    [
      raw.columns.indices.contains(value.column) ? raw.columns[value.column] : noColumn,
      value.text,
    ]
  }
  return Trace(
    kind: kind, line: raw.location.line, ordinal: raw.location.ordinal, words: words,
    parent: raw.parent)
}

private func trace(_ problem: Problem) -> Trace {
  Trace(
    kind: "problem", line: problem.location.line, ordinal: 0,
    words: [problem.code, problem.field])
}

private func withLineFeeds(_ trace: Trace) -> Trace {
  var plain = trace
  plain.words = trace.words.map { word in
    let bytes = Array(word.utf8)
    let kept = bytes.indices.filter { index in
      !(bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A)
    }
    return String(decoding: kept.map { bytes[$0] }, as: UTF8.self)
  }
  return plain
}

private func orderComplaints(_ events: [Trace]) -> [String] {
  let ordinals = events.map(\.ordinal).filter { $0 > 0 }
  var complaints: [String] = []
  if Set(ordinals).count != ordinals.count { complaints.append("an ordinal stands twice") }
  if events.contains(where: { $0.kind == "record" && $0.words.contains(noColumn) }) {
    complaints.append("a value without a column")
  }
  return complaints
}

private func difference(_ found: [Trace], _ expected: [Trace], _ what: String) -> [String] {
  guard found != expected else { return [] }
  let index = zip(found, expected).enumerated().first { $0.element.0 != $0.element.1 }?.offset
  let place = index ?? min(found.count, expected.count)
  let shown = found.indices.contains(place) ? "\(found[place])" : "nothing"
  let wanted = expected.indices.contains(place) ? "\(expected[place])" : "nothing"
  return ["\(what): event \(place + 1) is \(shown), not \(wanted)"]
}
