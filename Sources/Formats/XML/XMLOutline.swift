/// Proposes the record path of an XML file: the path of the element that repeats nearest below the root.
///
/// Only the first 4 MiB are looked at.
///
/// - Returns: A path from the root, "/Export/Kunden/Kunde"; nil when no element repeats.
/// - Throws: `ReadError` for what stops the file.
package func proposedRecordPath(of input: ByteInput) throws -> String? {
  var outline = XMLOutline()
  var input = input
  let sample = try input.peek(4 << 20)
  let isWhole = sample.count < 4 << 20
  let encoding = try XMLEncoding(sample: sample, isWhole: isWhole, file: input.name)
  var decoder = TextDecoder(encoding.encoding)
  var text: [UInt8] = []
  decoder.decode(Array(sample), into: &text)
  let parser = XMLParser()
  var status = try parser.parse(text) { outline.take($0) }
  if status == .good && isWhole { status = try parser.finish { outline.take($0) } }
  if case .stopped(let what) = status, outline.isEmpty {
    throw ReadError.malformed(file: input.name, line: parser.line, what: what)
  }
  return outline.repeating.map { path in
    "/" + path.map { parser.name($0).local }.joined(separator: "/")
  }
}

/// How often each path of elements occurs, down to a few levels.
private struct XMLOutline {
  /// Below this depth come the parts of records.
  private static let depth = 5
  private static let pathLimit = 10_000

  private var path: [UInt32] = []
  private var counts: [[UInt32]: Int] = [:]

  var isEmpty: Bool { counts.isEmpty }

  mutating func take(_ events: XMLParser.Events) {
    for event in events {
      if event.kind == .start {
        path.append(event.name)
        if path.count <= Self.depth && counts.count < Self.pathLimit {
          counts[path, default: 0] += 1
        }
      } else if event.kind == .end {
        path.removeLast()
      }
    }
  }

  /// The path that repeats; of several on the highest level the one that repeats most.
  var repeating: [UInt32]? {
    for depth in 2...Self.depth {
      let repeated = counts.filter { $0.key.count == depth && $0.value > 1 }
      // Equal counts: the name that came first in the file.
      let best = repeated.max { left, right in
        left.value != right.value
          ? left.value < right.value : right.key.lexicographicallyPrecedes(left.key)
      }
      if let best { return best.key }
    }
    return nil
  }
}
