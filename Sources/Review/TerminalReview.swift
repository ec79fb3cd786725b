internal import Pipeline
internal import Records
internal import Reports
internal import Store

/// The questions of a store in a terminal: one after the other, answered by a letter.
package struct TerminalReview {
  private let options: ReviewOptions

  package init(options: ReviewOptions) { self.options = options }

  private func say(_ german: String, _ english: String) -> String {
    Phrase(de: german, en: english)(options.language)
  }

  /// Asks until there is no question, no line, or "q".
  ///
  /// - Parameters:
  ///   - read: a line that was typed; nil at the end.
  ///   - write: prints a text as it is.
  /// - Throws: `PipelineError`, `StoreError`.
  package func perform(read: () -> String?, write: (String) -> Void) throws {
    let desk = try ReviewDesk(store: options.store, isReadOnly: options.isReadOnly)
    defer { try? desk.close() }
    var last: QuestionID?
    var way: [QuestionID] = []
    asking: while let id = try desk.next(after: last), let question = try desk.question(id) {
      write(text(of: question, try desk.standing()))
      while true {
        write(options.isReadOnly ? "[→ q] > " : "[s d u h w m → ← q ?] > ")
        guard let line = read() else { break asking }
        let word = String(line.drop { $0 == " " }.prefix { $0 != " " }).lowercased()
        let reason = String(line.drop { $0 == " " }.drop { $0 != " " }.drop { $0 == " " })
        switch word {
        case "q": break asking
        case "?":
          write(help)
          continue
        case "", "→", "n":
          way.append(id)
          last = id
        case "←", "b":
          last = way.count > 1 ? way[way.count - 2] : nil
          _ = way.popLast()
        default:
          guard let kind = Self.kind(word), !options.isReadOnly else {
            write(help)
            continue
          }
          write(try answer(question, kind, reason, on: desk))
          way.append(id)
          last = id
        }
        break
      }
    }
    write(closing(try desk.standing()))
  }

  private func answer(
    _ question: OpenQuestion, _ kind: DecisionKind, _ reason: String, on desk: ReviewDesk
  ) throws -> String {
    let records = question.cluster.records
    // Of "works at" the person comes first.
    let isReversed =
      kind == .worksAt && records[0].kind == .organization && records[1].kind != .organization
    let outcome = try desk.answer(
      question.id, Answer(kind, isReversed: isReversed, reason: reason), version: question.version,
      author: options.author)
    switch outcome {
    case .kept?: return "  \(kind.phrase(options.language))\n\n"
    case .moved(let now)?:
      let who = now.decisions.last.map {
        "\($0.kind.phrase(options.language)), \($0.occasion.author)"
      }
      return say("  inzwischen geändert", "  changed meanwhile") + (who.map { ": \($0)" } ?? "")
        + "\n\n"
    case nil: return say("  gibt es nicht mehr", "  is no more") + "\n\n"
    }
  }

  private static func kind(_ word: String) -> DecisionKind? {
    switch word {
    case "s": .same
    case "d": .different
    case "u": .unsure
    case "h": .household
    case "w": .worksAt
    case "m": .sharedMailbox
    // A single letter means here what it says here.
    default: word.count > 1 ? DecisionKind(word: word) : nil
    }
  }

  // MARK: Text

  /// The records one below the other, attribute by attribute; what differs is marked with "≠".
  private func text(of question: OpenQuestion, _ standing: ReviewDesk.Standing) -> String {
    let numbers = NumberText(options.language)
    let table = ClusterTable(
      question.cluster, language: options.language, shownRecords: ReviewDesk.shownRecords)
    let percent = numbers.share(Int(((question.probability ?? 0) * 1000).rounded()), of: 1000)
    var lines = [
      "\(standing.answered)/\(standing.total)  \(say("Frage", "question")) \(question.id)  "
        + "\(percent)  \(numbers.bitsWithUnit(question.cluster.weightInBits))", "",
    ]
    for (place, record) in table.records.enumerated() {
      lines.append(
        "  \(ClusterTable.letter(place))  "
          + shownOnALine("\(record.source):\(record.key)  \(record.location.fileAndLine)"))
    }
    for row in table.rows {
      let title = row.name.isEmpty ? row.attribute.phrase(options.language) : row.name
      lines.append((row.differs ? "≠ " : "  ") + shownOnALine(title))
      for (place, values) in row.cells.enumerated() where !values.isEmpty {
        let texts = values.map {
          String(shownOnALine($0.value.text(in: options.language)).prefix(200))
        }
        lines.append("    \(ClusterTable.letter(place))  " + texts.joined(separator: " | "))
      }
    }
    for decision in question.decisions {
      lines.append(
        "  " + say("entschieden", "decided")
          + ": \(decision.kind.phrase(options.language)), \(shownOnALine(decision.occasion.author))"
      )
    }
    return lines.joined(separator: "\n") + "\n\n"
  }

  private var help: String {
    say(
      """
        s gleich   d verschieden   u unsicher   h Haushalt   w arbeitet bei   m gemeinsames Postfach
        Eingabetaste oder n: überspringen   b: zurück   q: Ende   nach dem Buchstaben ein Grund


      """,
      """
        s same   d different   u unsure   h household   w works at   m shared mailbox
        Return or n: skip   b: back   q: end   a reason may follow the letter


      """)
  }

  private func closing(_ standing: ReviewDesk.Standing) -> String {
    let waits =
      standing.waiting == 0
      ? ""
      : say(
        "\(standing.waiting) notiert; eingearbeitet vom nächsten Lauf oder mit kontor decide --work-in\n",
        "\(standing.waiting) noted; worked in by the next run or by kontor decide --work-in\n")
    return say("\(standing.open) Fragen offen\n", "\(standing.open) questions open\n") + waits
  }
}
