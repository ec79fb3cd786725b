internal import ArgumentParser
internal import Pipeline
internal import Records

/// `kontor decide`: a person's word on two records or contacts.
struct DecideCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "decide",
      abstract: say(
        de: "Entscheidet, ob zwei Datensätze oder Kontakte einer sind; es gilt sofort und bleibt.",
        en: "Decides whether two records or contacts are one; it holds at once, and stays."),
      discussion: say(
        de: """
          Entscheidungen: same, different, unsure, household, works-at (erst die Person, dann die
          Firma), shared-mailbox. --from liest sie aus der Spalte "decision" von review.csv oder
          clusters.csv; passt eine Zeile nicht, wird keine übernommen.

          Beispiel: kontor decide erp:K-1 weihnachtskarten:1 same --as "Erika Muster"
                    kontor decide 12 34 household
                    kontor decide --from out/demo/review.csv
                    kontor decide --withdraw 5
          """,
        en: """
          Decisions: same, different, unsure, household, works-at (the person first, then the
          organization), shared-mailbox. --from reads them from the column "decision" of review.csv
          or clusters.csv; when one row does not fit, none is taken.

          Example: kontor decide erp:K-1 weihnachtskarten:1 same --as "Jane Doe"
                   kontor decide 12 34 household
                   kontor decide --from out/demo/review.csv
                   kontor decide --withdraw 5
          """))
  }

  @Argument(
    help: help(
      de: "zwei Kontaktnummern oder QUELLE:SCHLÜSSEL, und die Entscheidung",
      en: "two contact ids or SOURCE:KEY, and the decision", value: "a b decision"))
  var words: [String] = []

  @Option(
    help: help(
      de: "Tabelle mit einer Spalte \"decision\"", en: "table with a column \"decision\"",
      value: "file.csv"))
  var from: String?

  @Option(
    help: help(
      de: "nimmt diese Entscheidung zurück", en: "take this decision back", value: "number"))
  var withdraw: [Int] = []

  @Flag(
    help: help(
      de: "arbeitet ein, was auf der Seite von kontor review entschieden wurde",
      en: "work in what was decided on the page of kontor review"))
  var workIn = false

  @OptionGroup var options: DecidingOptions

  private var kind: DecisionKind? { words.count == 3 ? DecisionKind(word: words[2]) : nil }

  func validate() throws {
    let ways = [!words.isEmpty, from != nil, !withdraw.isEmpty, workIn].count { $0 }
    if ways != 1 || (!words.isEmpty && words.count != 3) {
      throw ValidationError(
        say(
          de: "nennen Sie A, B und die Entscheidung, oder --from, --withdraw oder --work-in",
          en: "give A, B and the decision, or --from, --withdraw or --work-in"))
    }
    if !words.isEmpty, kind == nil {
      let known = DecisionKind.words.joined(separator: ", ")
      throw ValidationError(
        say(
          de: "keine Entscheidung \"\(words[2])\": es gibt \(known)",
          en: "no decision \"\(words[2])\": there is \(known)"))
    }
  }

  func run() throws {
    try options.carryOut { decide in
      if workIn { return try decide.workIn() }
      if let from { return try decide.decide(from: from) }
      if let kind { return try decide.decide(words[0], words[1], kind) }
      return try decide.withdraw(withdraw.map(Int64.init))
    }
  }
}
