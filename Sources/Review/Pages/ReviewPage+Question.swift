internal import Pipeline
internal import Records
internal import Reports
internal import Store

/// One question: records side by side, why it is asked, and the answers.
extension ReviewPage {
  func question(_ question: OpenQuestion, from: QuestionID?) -> HTML {
    document(
      title(of: question), page: "question",
      article(question, from: from, state: state(of: question)))
  }

  func title(of question: OpenQuestion) -> String {
    question.stored?.isWithinOne == true
      ? say("Ist das ein Kontakt?", "Is this one contact?")
      : say("Sind das dieselben?", "Are these the same?")
  }

  private func article(_ question: OpenQuestion, from: QuestionID?, state: HTML) -> HTML {
    """
    <article class="question" data-question="\(question.id.description)" \
    data-version="\(question.version)">
    <p class="eyebrow">\(say("Frage", "Question")) \(question.id.description)</p>
    <h1 id="title" tabindex="-1">\(title(of: question))</h1>
    <p class="lead">\(names(of: question))</p>
    <p class="view">\(view(of: question))</p>
    \(progress)\(state)\(records(of: question))\(why(question))\(shared(question))\
    \(answers(question, from: from))</article>

    """
  }

  /// Whose records they are: "Hannelore Meyer" and "Hannelore Meier".
  private func names(of question: OpenQuestion) -> HTML {
    let contacts = question.cluster.contacts.map { contact in
      contactLink(contact.id, contact.displayName)
    }
    let shown =
      contacts.isEmpty
      ? question.cluster.records.prefix(2).map { name($0.shownName) } : contacts
    return HTML.joined(shown, by: " \(say("und", "and")) ")
  }

  /// What the model makes of it.
  private func view(of question: OpenQuestion) -> HTML {
    let sources = Set(question.cluster.records.map(\.source)).count
    let records = numbers.counted(
      question.cluster.records.count + question.hiddenRecords, Noun.record, Noun.records)
    let from = numbers.counted(sources, Noun.source, Noun.sourcesDative)
    let extent: HTML = "\(records) \(say("aus", "from")) \(from)"
    guard let probability = question.probability else { return extent }
    return """
      \(say("Das Modell hält es zu", "The model gives it a chance of")) \
      <strong data-chance>\(chance(probability))</strong>\
      \(say(" für möglich", "")) (\(numbers.bitsWithUnit(question.cluster.weightInBits))) · \
      \(extent)
      """
  }

  /// What was said already, and what became of it.
  private func state(of question: OpenQuestion) -> HTML {
    guard !question.isOpen else { return HTML() }
    guard let last = question.decisions.last else {
      let text = say(
        "Danach wird nicht mehr gefragt: die Datensätze haben sich geändert, oder ein Lauf hat es "
          + "entschieden.",
        "This is asked no more: the records have changed, or a run has settled it.")
      return "<p class=\"notice\">\(text)</p>\n"
    }
    let fate =
      last.isWaiting ? say("wird eingearbeitet", "is being worked in") : say("gilt", "holds")
    return """
      <p class="notice" data-decided="\(last.kind.rawValue)"><strong>\
      \(last.kind.phrase(language))</strong> – <bdi>\(last.occasion.author)</bdi>, \
      \(time(last.madeAt)); \(fate)\(reason(last.occasion.reason)). \
      \(say("Eine andere Antwort tritt an ihre Stelle.", "Another answer takes its place."))</p>

      """
  }

  func reason(_ text: String) -> HTML {
    text.isEmpty ? HTML() : ": \(value(text))"
  }

  // MARK: Answers

  private func answers(_ question: OpenQuestion, from: QuestionID?) -> HTML {
    let skip = say("Überspringen", "Skip")
    let back: HTML =
      from.map { from in
        """
        <a class="button turn" href="/question/\(from.description)" data-action="back" \
        data-key="ArrowLeft"><kbd aria-hidden="true">←</kbd> <span>\(say("Zurück", "Back"))</span></a>
        """
      } ?? ""
    let leading: HTML = """
      \(back)<a class="button turn" href="/next?after=\(question.id.description)" \
      data-action="skip" data-key="ArrowRight"><span>\(skip)</span> \
      <kbd aria-hidden="true">→</kbd></a>
      """
    guard !isReadOnly else {
      return """
        <div class="answers"><fieldset class="now">\
        <legend class="vh">\(say("Blättern", "Browse"))</legend>\(leading)</fieldset></div>

        """
    }
    return """
      <form id="answer" class="answers" method="post" \
      action="/question/\(question.id.description)" data-inline>
      \(guardField)<input type="hidden" name="version" value="\(question.version)">
      <fieldset class="now"><legend>\(say("Antwort", "Answer"))</legend>
      \(HTML.joined(mainAnswers(question)))<span class="gap"></span>\(leading)</fieldset>
      <fieldset class="ties"><legend class="vh">\(say("Zwei Kontakte, die etwas verbindet", "Two contacts with a tie"))</legend>
      \(HTML.joined(ties(question)))<span class="gap"></span>\
      \(reasonField("reason"))</fieldset>
      </form>

      """
  }

  private func mainAnswers(_ question: OpenQuestion) -> [HTML] {
    [
      button("same", "s", say("Gleich", "Same"), kind: "main"),
      button("different", "d", say("Verschieden", "Different")),
      button("unsure", "u", say("Unsicher", "Unsure")),
    ]
  }

  private func ties(_ question: OpenQuestion) -> [HTML] {
    guard question.stored?.isWithinOne != true else { return [] }
    let records = question.cluster.records
    let isReversed = records[0].kind == .organization && records[1].kind != .organization
    let isDirected = isReversed || records[1].kind == .organization
    let forward = button(
      "works-at", isReversed ? "" : "w", say("A arbeitet bei B", "A works at B"))
    let backward = button(
      "works-at-reversed", isReversed || !isDirected ? (isReversed ? "w" : "") : "",
      say("B arbeitet bei A", "B works at A"))
    let works = isReversed ? [backward] : isDirected ? [forward] : [forward, backward]
    return [button("household", "h", say("Ein Haushalt", "One household"))] + works
      + [button("shared-mailbox", "m", say("Gemeinsames Postfach", "Shared mailbox"))]
  }

  private func button(_ kind: HTML, _ key: String, _ text: String, kind style: HTML = "") -> HTML {
    let press: HTML =
      key.isEmpty ? "" : " data-key=\"\(key)\" aria-keyshortcuts=\"\(key.uppercased())\""
    let sign: HTML = key.isEmpty ? "" : " <kbd aria-hidden=\"true\">\(key.uppercased())</kbd>"
    let look: HTML = style.isEmpty ? "" : " class=\"\(style)\""
    return """
      <button\(look) name="kind" value="\(kind)" data-action="\(kind)"\(press)>\
      \(text)\(sign)</button>

      """
  }

  // MARK: Two reviewers

  /// Somebody was faster, or a run came in between: what they said, and what there is now.
  func moved(_ now: OpenQuestion, said kind: DecisionKind) -> HTML {
    let last = now.decisions.last
    let theirs: HTML =
      last.map { last in
        """
        <dt>\(say("Inzwischen", "Meanwhile"))</dt><dd data-theirs="\(last.kind.rawValue)">\
        <strong>\(last.kind.phrase(language))</strong> – <bdi>\(last.occasion.author)</bdi>, \
        \(time(last.madeAt))\(reason(last.occasion.reason))</dd>
        """
      } ?? """
        <dt>\(say("Inzwischen", "Meanwhile"))</dt><dd>\
        \(say("haben sich die Datensätze oder ihre Kontakte geändert", "the records or their contacts have changed"))</dd>
        """
    let text = say(
      "Nichts wurde geändert. Unten steht, was jetzt gilt; Ihre Antwort können Sie noch einmal geben.",
      "Nothing was changed. Below is what holds now; you can give your answer again.")
    let warning: HTML = """
      <div class="notice warn" role="alert" data-moved>
      <h2>\(say("Inzwischen geändert", "Changed meanwhile"))</h2>
      <dl class="facts">\(theirs)<dt>\(say("Ihre Antwort", "Your answer"))</dt>\
      <dd data-yours="\(kind.rawValue)"><strong>\(kind.phrase(language))</strong></dd></dl>
      <p>\(text)</p></div>

      """
    return document(
      say("Inzwischen geändert", "Changed meanwhile"), page: "moved",
      "\(warning)\(article(now, from: nil, state: HTML()))")
  }
}
