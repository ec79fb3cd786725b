internal import Records

/// The text of a user's crontab. What lies between our own marks is ours; all else stays as it is, to
/// the byte.
package struct Crontab: Hashable, Sendable {
  package private(set) var text: String

  /// A job of ours, as it stands there.
  package struct Job: Hashable, Sendable {
    package var pipeline: String
    /// The lines between the marks.
    package var lines: [String]
  }

  private static let begin = "# kontor begin "
  private static let end = "# kontor end "

  /// - Throws: `PipelineError.stopped` when a mark has no other: then nothing can be told ours.
  package init(_ text: String) throws {
    self.text = text
    _ = try blocks()
  }

  /// The jobs in the crontab's order.
  package var jobs: [Job] {
    let lines = self.lines
    return ((try? blocks()) ?? []).map { block in
      Job(
        pipeline: block.pipeline,
        lines: lines[(block.lines.lowerBound + 1)..<block.lines.upperBound].map(String.init))
    }
  }

  /// Adds a job, in the place of one that runs the same pipeline.
  package mutating func set(_ pipeline: String, line: String) throws {
    let block = [Self.begin + pipeline, line, Self.end + pipeline]
    var lines = self.lines.map(String.init)
    if let known = try blocks().first(where: { $0.pipeline == pipeline }) {
      lines.replaceSubrange(known.lines, with: block)
    } else {
      // The text ends with a line break, or is empty.
      if lines.last?.isEmpty == false { lines.append("") }
      lines.insert(contentsOf: block, at: max(0, lines.count - 1))
      if lines.last?.isEmpty == false { lines.append("") }
    }
    text = lines.joined(separator: "\n")
  }

  /// Takes a job out.
  ///
  /// - Returns: false when there is none for the pipeline.
  package mutating func remove(_ pipeline: String) throws -> Bool {
    guard let known = try blocks().first(where: { $0.pipeline == pipeline }) else { return false }
    var lines = self.lines
    lines.removeSubrange(known.lines)
    text = lines.joined(separator: "\n")
    return true
  }

  private var lines: [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private func blocks() throws -> [(pipeline: String, lines: ClosedRange<Int>)] {
    var blocks: [(pipeline: String, lines: ClosedRange<Int>)] = []
    var open: (pipeline: String, line: Int)?
    for (index, line) in lines.enumerated() {
      if line.hasPrefix(Self.begin) {
        guard open == nil else { throw Self.broken(index) }
        open = (String(line.dropFirst(Self.begin.count)), index)
      } else if line.hasPrefix(Self.end) {
        guard let begun = open, line.dropFirst(Self.end.count) == begun.pipeline else {
          throw Self.broken(index)
        }
        blocks.append((begun.pipeline, begun.line...index))
        open = nil
      }
    }
    if let open { throw Self.broken(open.line) }
    return blocks
  }

  private static func broken(_ line: Int) -> PipelineError {
    .stopped(
      Phrase(
        de:
          "crontab, Zeile \(line + 1): eine Marke von kontor ohne die andere: bringen Sie das mit "
          + "crontab -e in Ordnung",
        en: "crontab, line \(line + 1): a mark of kontor without the other: mend it with crontab -e"
      ))
  }
}
