internal import Linkage
internal import Records
internal import Reports

/// How two models judge decided pairs that neither learned from, at both cuts.
struct DecisionCheck: Hashable, Sendable {
  /// How many pairs are judged as people decided, and how many otherwise.
  struct Score: Hashable, Sendable {
    var right = 0
    var wrong = 0
  }
  /// One of the two cuts.
  struct Row: Hashable, Sendable {
    var cut: String
    /// Nil when there is no model before, or it can't be read.
    var before: Score?
    var after: Score
  }
  let rows: [Row]

  /// - Parameter labels: pairs said to be the same or not.
  init(
    _ labels: [Clamps.Pair], of columns: Columns, before: LinkageModel?, after: LinkageModel
  ) {
    let cuts: [(String, KeyPath<LinkageModel.Cuts, Double>)] = [
      ("safe", \.safeInBits), ("balanced", \.balancedInBits),
    ]
    let old = before.map { Self.scores(labels, columns, $0, cuts.map(\.1)) }
    let new = Self.scores(labels, columns, after, cuts.map(\.1))
    rows = cuts.indices.map { Row(cut: cuts[$0].0, before: old?[$0], after: new[$0]) }
  }

  private static func scores(
    _ labels: [Clamps.Pair], _ columns: Columns, _ model: LinkageModel,
    _ cuts: [KeyPath<LinkageModel.Cuts, Double>]
  ) -> [Score] {
    let explainer = Linker(model: model).explainer(for: columns)
    var scores = cuts.map { _ in Score() }
    for label in labels {
      let waterfall = explainer.waterfall(label.left, label.right)
      for (place, cut) in cuts.enumerated() {
        let least = model.cuts?[keyPath: cut] ?? 0
        let isSame = waterfall.totalInBits >= least && waterfall.veto == nil
        if isSame == (label.kind == .same) {
          scores[place].right += 1
        } else {
          scores[place].wrong += 1
        }
      }
    }
    return scores
  }

  func text(_ language: Language) -> String {
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    let numbers = NumberText(language)
    func text(_ score: Score?) -> String {
      guard let score else { return "–" }
      let right = numbers.count(score.right)
      let wrong = numbers.count(score.wrong)
      return say("\(right) richtig, \(wrong) falsch", "\(right) right, \(wrong) wrong")
    }
    let head = [
      say("zurückgehaltene Entscheidungen", "decisions held back"), say("jetzt", "now"),
      say("neu", "new"),
    ]
    return table([head] + rows.map { [$0.cut, text($0.before), text($0.after)] })
  }

  var json: JSON {
    func json(_ score: Score?) -> JSON {
      guard let score else { return .null }
      return .object([("right", .integer(score.right)), ("wrong", .integer(score.wrong))])
    }
    return .array(
      rows.map {
        .object([
          ("cut", .string($0.cut)), ("before", json($0.before)), ("after", json($0.after)),
        ])
      })
  }
}
