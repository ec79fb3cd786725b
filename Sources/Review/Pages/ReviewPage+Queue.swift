internal import Pipeline
internal import Records
internal import Reports
internal import Store

/// The list of open questions, and the page on which many are accepted at once.
extension ReviewPage {
  func queue(_ rows: [QuestionRow], isFirst: Bool, length: Int) -> HTML {
    let title = say("Offene Fragen", "Open questions")
    guard !rows.isEmpty else {
      let text =
        (standing?.waiting ?? 0) > 0
        ? say(
          "Alles beantwortet. Was Sie entschieden haben, wird jetzt eingearbeitet.",
          "All answered. What you have decided is being worked in now.")
        : say("Nichts wartet auf eine Entscheidung.", "Nothing waits for a decision.")
      return document(
        title, page: "queue",
        "<section><h1>\(title)</h1>\n\(progress)<p class=\"lead\" data-empty>\(text)</p></section>\n"
      )
    }
    let more: HTML =
      rows.count < length
      ? ""
      : """
      <a class="button" href="/queue?after=\(rows[rows.count - 1].id.description)" \
      data-action="more">\(say("Weitere", "More"))</a>
      """
    let bulk: HTML =
      isReadOnly
      ? ""
      : """
      <a class="button" href="/bulk">\(say("Viele auf einmal …", "Many at once …"))</a>
      """
    return document(
      title, page: "queue",
      """
      <section><h1>\(title)</h1>
      \(progress)<p>\(say("Die wertvollsten zuerst: wo ein Ja voraussichtlich am meisten zusammenbringt.", "The most valuable first: where a yes is likely to bring most together."))</p>
      <div class="row"><a class="button main" href="/question/\(rows[0].id.description)" \
      data-action="begin" data-key="Enter">\(isFirst ? say("Beginnen", "Begin") : say("Ab hier", "From here"))</a>\
      \(bulk)</div>
      \(list(rows, title))<p class="pager">\(more)</p></section>

      """)
  }

  func list(_ rows: [QuestionRow], _ title: String) -> HTML {
    let lines = rows.map { row -> HTML in
      let question = row.question
      let names: HTML =
        question.isWithinOne
        ? name(row.left) : "\(name(row.left)) <span class=\"soft\">/</span> \(name(row.right))"
      return """
        <tr data-question="\(row.id.description)"><td>\
        <a href="/question/\(row.id.description)">\(names)</a></td>\
        <td class="num">\(chance(row.probability))</td>\
        <td class="num">\(numbers.bits(question.weightInBits))</td>\
        <td class="num">\(count(question.recordCount))</td></tr>

        """
    }
    return scrolled(
      title,
      """
      <table class="list"><caption class="vh">\(title)</caption>
      <thead><tr><th scope="col">\(say("Kontakte", "Contacts"))</th>\
      <th scope="col" class="num">\(say("Chance", "Chance"))</th>\
      <th scope="col" class="num">\(say("Gewicht in Bit", "Weight in bits"))</th>\
      <th scope="col" class="num">\(say("Datensätze", "Records"))</th></tr></thead><tbody>
      \(HTML.joined(lines))</tbody></table>

      """)
  }

  // MARK: Many at once

  func bulk(_ offer: BulkOffer?, weights: [(bits: Int, questions: Int)]) -> HTML {
    let title = say("Viele auf einmal beantworten", "Answer many at once")
    let bits = offer?.fromBits ?? Double((weights.last?.bits ?? 0))
    return document(
      title, page: "bulk",
      """
      <section><h1>\(title)</h1>
      <p>\(say(
        "Alle offenen Fragen ab einem Gewicht mit „Gleich“ beantworten. Bevor etwas geschieht, steht hier, mit wie vielen Fehlern zu rechnen ist.",
        "Answer all open questions from a weight on with “Same”. Before anything happens you see here how many errors to expect."))</p>
      \(histogram(weights, mark: offer?.fromBits))
      <form class="row" action="/bulk" method="get">
      <label for="from">\(say("Ab einem Gewicht von", "From a weight of"))</label>
      <span class="weight"><input id="from" type="number" step="0.1" name="from" \
      value="\(svg(bits))" required></span> <span>\(say("Bit", "bits"))</span>
      <button data-action="offer">\(say("Vorausschau", "Preview"))</button></form>
      \(offer.map(offered) ?? HTML())</section>

      """)
  }

  private func offered(_ offer: BulkOffer) -> HTML {
    guard offer.count > 0 else {
      let text = say("So viel wiegt keine offene Frage.", "No open question weighs as much.")
      return "<p class=\"notice\">\(text)</p>\n"
    }
    let questions = numbers.counted(
      offer.count, Phrase(de: "Frage", en: "question"), Phrase(de: "Fragen", en: "questions"))
    let wrong = Int((offer.expectedErrors * 1000).rounded())
    let share: HTML =
      offer.expectedErrors < 0.0005 * Double(offer.count)
      ? ""
      : " <span class=\"soft\">(\(numbers.share(wrong, of: offer.count * 1000)))</span>"
    let weakest = say("Die schwächsten davon", "The weakest of them")
    let accept: HTML =
      isReadOnly
      ? ""
      : """
      <form class="row" method="post" action="/bulk">\(guardField)
      <input type="hidden" name="from" value="\(String(offer.fromBits))">
      <input type="hidden" name="version" value="\(offer.version)">
      \(reasonField("reason"))
      <button class="main" data-action="accept">\
      \(say("\(questions) mit „Gleich“ beantworten", "Answer \(questions) with “Same”"))</button></form>

      """
    return """
      <div class="block" data-count="\(offer.count)"><h2>\(say("Vorausschau", "Preview"))</h2>
      <dl class="facts"><dt>\(say("Betroffen", "Concerned"))</dt><dd>\(questions)</dd>
      <dt>\(say("Erwartete Fehler", "Expected errors"))</dt>\
      <dd data-expected-errors>\(expected(offer.expectedErrors))\(share)</dd></dl>
      <p class="soft small">\(say(
        "Nach den Wahrscheinlichkeiten des Modells; die schwächsten stehen unten. Alles lässt sich auf einmal zurücknehmen.",
        "By the model's probabilities; the weakest are below. All of it can be taken back at once."))</p>
      \(accept)</div>
      <h2>\(weakest)</h2>
      \(list(offer.shown, weakest))
      """
  }

  // MARK: Charts

  /// Open questions by weight: a bar for each bit.
  func histogram(_ weights: [(bits: Int, questions: Int)], mark: Double?) -> HTML {
    guard let first = weights.first?.bits, let last = weights.last?.bits else { return HTML() }
    let most = weights.map(\.questions).max() ?? 1
    let (width, height) = (640.0, 150.0)
    let step = width / Double(last - first + 1)
    var shapes = HTML()
    for (bits, questions) in weights {
      let tall = max(2, Double(questions) / Double(most) * (height - 30))
      let left = Double(bits - first) * step
      shapes += """
        <rect class="fill-for" x="\(svg(left + step * 0.1))" y="\(svg(height - tall))" \
        width="\(svg(step * 0.8))" height="\(svg(tall))"/>
        """
      guard step >= 22 else { continue }
      let middle = svg(left + step / 2)
      shapes += """
        <text x="\(middle)" y="\(svg(height - tall - 5))" text-anchor="middle">\
        \(count(questions))</text>
        """
    }
    let labels = stride(from: first, through: last + 1, by: max(1, Int((44 / step).rounded(.up))))
    for bits in labels {
      shapes += """
        <text x="\(svg(Double(bits - first) * step))" y="\(svg(height + 18))" \
        text-anchor="middle">\(numbers.decimal(Double(bits), places: 0))</text>
        """
    }
    if let mark, mark >= Double(first), mark <= Double(last + 1) {
      let x = svg((mark - Double(first)) * step)
      shapes += "<line class=\"mark-line\" x1=\"\(x)\" x2=\"\(x)\" y1=\"8\" y2=\"\(svg(height))\"/>"
    }
    let total = weights.reduce(0) { $0 + $1.questions }
    let words = say(
      "\(count(total)) offene Fragen nach dem Gewicht ihres stärksten Paars, in Bit",
      "\(count(total)) open questions by the weight of their strongest pair, in bits")
    return """
      <figure class="chart"><figcaption>\(words)</figcaption>
      <svg viewBox="-14 0 \(svg(width + 28)) \(svg(height + 24))" role="img" \
      aria-label="\(words)">\
      <line class="axis" x1="0" x2="\(svg(width))" y1="\(svg(height))" y2="\(svg(height))"/>\
      \(shapes)</svg></figure>

      """
  }
}
