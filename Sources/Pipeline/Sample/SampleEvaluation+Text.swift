internal import Linkage
package import Records
internal import Reports

extension SampleEvaluation {
  /// A table by stratum, then the whole.
  package func text(_ language: Language) -> String {
    let numbers = NumberText(language)
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    func percent(_ share: Double) -> String {
      numbers.decimal(share * 100) + say("\u{202F}%", "%")
    }
    func interval(_ interval: WilsonInterval?) -> [String] {
      guard let interval else { return ["–", ""] }
      return [percent(interval.share), "\(percent(interval.lower)) – \(percent(interval.upper))"]
    }
    var rows = [
      [
        say("Gewicht", "weight"), say("Paare", "pairs"), say("beurteilt", "judged"),
        say("ein Kontakt", "one contact"), say("unsicher", "unsure"), say("Anteil", "share"),
        say("95-%-Intervall", "95% interval"),
      ]
    ]
    for judged in strata {
      let counts = judged.counts
      rows.append(
        [
          judged.stratum.phrase(language), numbers.count(judged.total),
          numbers.count(counts.judged), numbers.count(counts.hits), numbers.count(judged.unsure),
        ] + interval(WilsonInterval(hits: counts.hits, of: counts.judged)))
    }
    var lines = [table(rows), ""]
    if let precision {
      let parts = interval(precision)
      lines.append(
        say("Genauigkeit der Zusammenführungen: ", "precision of the merges: ") + parts[0]
          + " (\(parts[1]))")
    }
    if let waiting {
      let parts = interval(waiting)
      lines.append(
        say("von den wartenden Paaren ein Kontakt: ", "one contact among the waiting pairs: ")
          + parts[0] + " (\(parts[1]))")
    }
    lines.append(
      say(
        "Wilson-Intervalle, Schichten nach ihrer Größe gewichtet; unsichere Paare zählen nicht.",
        "Wilson intervals, strata weighted by their size; unsure pairs don't count."))
    return lines.joined(separator: "\n")
  }

  package func json(_ language: Language) -> String {
    func interval(_ interval: WilsonInterval?) -> JSON {
      guard let interval else { return .null }
      return .object([
        ("share", .exact(interval.share)), ("lower", .exact(interval.lower)),
        ("upper", .exact(interval.upper)),
      ])
    }
    let rows = strata.map { judged in
      let counts = judged.counts
      return JSON.object([
        ("stratum", .string(judged.stratum.phrase(language))),
        ("merged", .boolean(judged.stratum.isMerged)), ("pairs", .integer(judged.total)),
        ("judged", .integer(counts.judged)), ("same", .integer(judged.same)),
        ("different", .integer(judged.different)), ("unsure", .integer(judged.unsure)),
        ("open", .integer(judged.open)),
        ("share", interval(WilsonInterval(hits: counts.hits, of: counts.judged))),
      ])
    }
    return JSON.object([
      ("strata", .array(rows)), ("precision", interval(precision)),
      ("waiting_same", interval(waiting)),
    ]).text
  }
}
