/// The elements of an XML file as paths from the root, by local names, down to a few levels.
///
/// Only the first 4 MiB are looked at.
package struct XMLOutline {
  /// Below this depth come the parts of records.
  private static let depth = 6
  private static let pathLimit = 10_000
  private static let sampleSize = 4 << 20

  /// Each path once, in the order of the file.
  package private(set) var paths: [[String]] = []
  /// The same, with how often each occurs.
  private var counts: [[String]: Int] = [:]
  private var path: [String] = []

  /// - Throws: `ReadError` for what stops the file.
  package init(of input: ByteInput) throws {
    var input = input
    let sample = try input.peek(Self.sampleSize)
    let isWhole = sample.count < Self.sampleSize
    let encoding = try XMLEncoding(sample: sample, isWhole: isWhole, file: input.name)
    var decoder = TextDecoder(encoding.encoding)
    var text: [UInt8] = []
    decoder.decode(Array(sample), into: &text)
    let parser = XMLParser()
    var status = try parser.parse(text) { take($0, parser) }
    if status == .good && isWhole { status = try parser.finish { take($0, parser) } }
    if case .stopped(let what) = status, paths.isEmpty {
      throw ReadError.malformed(file: input.name, line: parser.line, what: what)
    }
  }

  /// The path of the element that repeats nearest below the root, "/Export/Kunden/Kunde"; of
  /// several on its level the one that repeats most; nil when none does.
  package var repeatingPath: String? {
    for depth in 2..<Self.depth {
      // Equal counts: the name that came first in the file.
      let best = paths.filter { $0.count == depth && counts[$0] ?? 0 > 1 }
        .max { (counts[$0] ?? 0) < (counts[$1] ?? 0) }
      if let best { return "/" + best.joined(separator: "/") }
    }
    return nil
  }

  /// Whether the file holds something that could be a record: an element that repeats, or elements
  /// below the level under the root. A heading alone is none.
  package var holdsRecords: Bool {
    paths.contains { $0.count > 2 || $0.count == 2 && counts[$0] ?? 0 > 1 }
  }

  /// Whether an element of this path is there, and none in it: a list without entries.
  ///
  /// - Parameter names: Local names, from the root or the last ones.
  package func hasEmptyElement(_ names: [String]) -> Bool {
    guard !names.isEmpty else { return false }
    let found = paths.filter { $0.suffix(names.count).elementsEqual(names) }
    return !found.isEmpty
      && !paths.contains { path in
        found.contains { $0.count < path.count && path.starts(with: $0) }
      }
  }

  private mutating func take(_ events: XMLParser.Events, _ parser: XMLParser) {
    for event in events {
      if event.kind == .start {
        path.append(parser.name(event.name).local)
        guard path.count <= Self.depth else { continue }
        if counts[path] == nil {
          guard counts.count < Self.pathLimit else { continue }
          paths.append(path)
        }
        counts[path, default: 0] += 1
      } else if event.kind == .end {
        path.removeLast()
      }
    }
  }
}
