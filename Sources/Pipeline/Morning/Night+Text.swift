package import Records
internal import Reports

extension Night {
  /// What happened, in a line: the mail's subject, the page's title.
  package func headline(_ language: Language) -> String {
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    let numbers = NumberText(language)
    switch state {
    case .failed: return say("\(pipeline): fehlgeschlagen", "\(pipeline): failed")
    case .held: return say("\(pipeline): angehalten", "\(pipeline): held")
    case .unchanged: return say("\(pipeline): nichts Neues", "\(pipeline): nothing new")
    case .kept:
      let parts = [Figure.new, .changed, .merged].map {
        "\(numbers.count(count($0))) \($0.phrase(language))"
      }
      return "\(pipeline): " + parts.joined(separator: ", ")
    }
  }

  /// What a person has to do, if anything.
  func advice(_ language: Language) -> String? {
    switch state {
    case .failed:
      Phrase(
        de: "Warum, steht im Protokoll. Am Bestand wurde nichts geändert.",
        en: "The log says why. Nothing was changed in the store.")(language)
    case .held:
      Phrase(
        de: "Nichts wurde geändert. Ist das so gewollt: kontor approve \(held?.run ?? 0)",
        en: "Nothing was changed. If this is as it should be: kontor approve \(held?.run ?? 0)")(
          language)
    case .kept, .unchanged: nil
    }
  }

  /// The night as Markdown, also the mail's text.
  package func markdown(_ language: Language) -> String {
    let numbers = NumberText(language)
    var lines = ["# \(Self.plain(headline(language)))", "", startedAt, ""]
    let reasons = held?.reasons ?? []
    for reason in reasons { lines.append("- " + Self.plain(reason(language))) }
    if let advice = advice(language) { lines += (reasons.isEmpty ? [] : [""]) + [advice, ""] }
    if !changes.isEmpty {
      lines += ["| | |", "| --- | ---: |"]
      lines += changes.map { "| \($0.name.phrase(language)) | \(numbers.count($0.count)) |" }
    }
    if trend.count > 1 {
      let head = Phrase(
        de: "| Lauf | Kontakte | warten | ausgesondert |",
        en: "| run | contacts | wait | set aside |")
      lines += ["", head(language), "| --- | ---: | ---: | ---: |"]
      lines += trend.reversed().map { past in
        "| \(past.startedAt) | \(numbers.count(past.contacts)) | \(numbers.count(past.waiting)) "
          + "| \(numbers.count(past.setAside)) |"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Names are a user's words: no sign of them may mean something in Markdown or in HTML.
  private static func plain(_ text: String) -> String {
    shownOnALine(text).map { character in
      "\\`*_{}[]<>#|!&".contains(character) ? "\\\(character)" : String(character)
    }.joined()
  }

  /// The night as one line for machines.
  package var json: String {
    var members: [(String, JSON)] = [
      ("at", .string(startedAt)), ("pipeline", .string(pipeline)),
      ("state", .string(state.rawValue)), ("run", .integer((held?.run ?? run).map(Int.init))),
    ]
    members += changes.map { ($0.name.rawValue, .integer($0.count)) }
    return JSON.object(members).line
  }
}
