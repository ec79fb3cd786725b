internal import Pipeline
internal import Records
internal import Reports
internal import Store

/// The overview: what came in, what was merged, what waits, and how the runs compare.
extension ReviewPage {
  func overview(
    facts: [(run: ListedRun, facts: OverviewFacts)], weights: [(bits: Int, questions: Int)],
    first: [QuestionRow]
  ) -> HTML {
    let title = say("Überblick", "Overview")
    guard let last = facts.first?.facts else {
      let text = say(
        "Zahlen gibt es nach dem nächsten Lauf der Pipeline: kontor run",
        "There are figures after the pipeline's next run: kontor run")
      return document(
        title, page: "overview",
        "<section><h1>\(title)</h1>\n\(progress)<p>\(text)</p></section>\n\(waits(weights, first))")
    }
    return document(
      title, page: "overview",
      """
      <section><p class="eyebrow">\(value(last.pipeline))</p><h1>\(title)</h1>
      \(progress)\(tiles(last))</section>
      \(waits(weights, first))\(section(
        "came", "\(say("Was kam", "What came in"))",
        "<div class=\"two\"><div>\(sources(last))</div><div>\(overlap(last))</div></div>\n"))\
      \(section(
        "better", "\(say("Was daraus wurde", "What became of it"))",
        "<div class=\"two\"><div>\(fills(last))</div><div>\(bands(last))</div></div>\n"))\
      \(facts.count > 1 ? runs(facts) : HTML())
      """)
  }

  private func tiles(_ facts: OverviewFacts) -> HTML {
    let open = standing?.open ?? facts.questions
    var tiles: [(String, Int, HTML)] = [
      (say("Datensätze gelesen", "records read"), facts.records + facts.setAside, ""),
      (
        say("ausgesondert", "set aside"), facts.setAside, facts.setAside > 0 ? " class=\"ask\"" : ""
      ),
      (say("Kontakte", "contacts"), facts.contacts, ""),
      (say("zusammengeführt", "merged"), facts.mergedClusters, ""),
      (say("offene Fragen", "open questions"), open, open > 0 ? " class=\"ask\"" : ""),
    ]
    if facts.households > 0 { tiles.append((say("Haushalte", "households"), facts.households, "")) }
    let cells = tiles.map { title, number, kind -> HTML in
      "<div\(kind)><dt>\(title)</dt><dd>\(count(number))</dd></div>\n"
    }
    return "<dl class=\"tiles\">\n\(HTML.joined(cells))</dl>\n"
  }

  private func waits(_ weights: [(bits: Int, questions: Int)], _ first: [QuestionRow]) -> HTML {
    guard let next = first.first else { return HTML() }
    return section(
      "waits", "\(say("Was wartet", "What waits"))",
      """
      <div class="row"><a class="button main" href="/question/\(next.id.description)" \
      data-action="begin">\(say("Fragen beantworten", "Answer questions"))</a>
      <a href="/queue">\(say("Alle ansehen", "See all"))</a></div>
      <div class="two"><div>\(histogram(weights, mark: nil))</div>
      <div>\(list(first, say("Die wertvollsten", "The most valuable")))</div></div>

      """)
  }

  private func sources(_ facts: OverviewFacts) -> HTML {
    let rows = facts.sources.map { source -> HTML in
      """
      <tr><th scope="row">\(value(source.name))</th><td class="num">\(count(source.records))</td>\
      <td class="num">\(count(source.setAside))</td><td class="num">\(count(source.contacts))</td>\
      </tr>

      """
    }
    let caption = say("Quellen", "Sources")
    return """
      <h3>\(caption)</h3>
      <table><caption class="vh">\(caption)</caption><thead><tr>\
      <th scope="col">\(say("Quelle", "Source"))</th>\
      <th scope="col" class="num">\(say("Datensätze", "Records"))</th>\
      <th scope="col" class="num">\(say("ausgesondert", "set aside"))</th>\
      <th scope="col" class="num">\(say("Kontakte", "Contacts"))</th></tr></thead><tbody>
      \(HTML.joined(rows))</tbody></table>

      """
  }

  /// Most sources that a table of all by all has room for.
  private static let mostSources = 10

  private func overlap(_ facts: OverviewFacts) -> HTML {
    let names = facts.sources.prefix(Self.mostSources).map(\.name)
    guard names.count > 1 else { return HTML() }
    var shared: [String: Int] = [:]
    for overlap in facts.overlaps {
      shared[overlap.left + "\n" + overlap.right] = overlap.contacts
      shared[overlap.right + "\n" + overlap.left] = overlap.contacts
    }
    let most = max(1, facts.overlaps.map(\.contacts).max() ?? 1)
    let rows = names.map { row -> HTML in
      let cells = names.map { column -> HTML in
        if row == column { return "<td class=\"self\">–</td>" }
        let number = shared[row + "\n" + column] ?? 0
        let depth = number == 0 ? 0 : 1 + number * 2 / most
        let look: HTML = depth == 0 ? "" : " class=\"o\(min(3, depth))\""
        return "<td\(look)>\(count(number))</td>"
      }
      return "<tr><th scope=\"row\">\(value(row))</th>\(HTML.joined(cells))</tr>\n"
    }
    let heads = names.map { "<th scope=\"col\" class=\"num\">\(value($0))</th>" as HTML }
    let title = say("Überschneidung der Quellen", "Overlap of sources")
    return """
      <h3>\(title)</h3>
      \(scrolled(title, """
        <table class="matrix"><caption>\(say("Kontakte mit Datensätzen aus beiden", "Contacts with records from both"))</caption>
        <thead><tr><td></td>\(HTML.joined(heads))</tr></thead><tbody>
        \(HTML.joined(rows))</tbody></table>

        """))
      """
  }

  private func fills(_ facts: OverviewFacts) -> HTML {
    let rows = facts.fills.compactMap { fill -> HTML? in
      guard let attribute = Attribute(rawValue: fill.attribute) else { return nil }
      let before = share(fill.records, of: facts.records)
      let after = share(fill.contacts, of: facts.contacts)
      return """
        <tr><th scope="row">\(attribute.phrase(language))</th>\
        <td class="num">\(numbers.share(fill.records, of: facts.records))</td>\
        <td class="num">\(numbers.share(fill.contacts, of: facts.contacts))</td>\
        <td><svg class="fillbar" viewBox="0 0 100 12" preserveAspectRatio="none" \
        aria-hidden="true" focusable="false"><rect class="track" width="100" height="12"/>\
        <rect class="fill-for" width="\(svg(after))" height="12"/>\
        <rect class="before" x="\(svg(min(99, before)))" width="1" height="12"/></svg></td></tr>

        """
    }
    let caption = say(
      "Anteil der Datensätze, dann der Kontakte mit dieser Angabe. Der Strich zeigt vorher.",
      "Share of records, then of contacts, that have a value. The line shows how it was before.")
    return """
      <h3>\(say("Wie vollständig", "How complete"))</h3>
      <table><caption>\(caption)</caption>
      <thead><tr><th scope="col">\(say("Angabe", "Attribute"))</th>\
      <th scope="col" class="num">\(say("vorher", "before"))</th>\
      <th scope="col" class="num">\(say("nachher", "after"))</th><td></td></tr></thead><tbody>
      \(HTML.joined(rows))</tbody></table>

      """
  }

  private func share(_ part: Int, of whole: Int) -> Double {
    whole > 0 ? min(100, Double(part) * 100 / Double(whole)) : 0
  }

  private func bands(_ facts: OverviewFacts) -> HTML {
    let rows = facts.bands.map { band -> HTML in
      let fate =
        band.isMerged ? say("zusammengeführt", "merged") : say("getrennt gelassen", "left apart")
      return """
        <tr><th scope="row">\(bounds(band))</th><td>\(fate)</td>\
        <td class="num">\(count(band.pairs))</td>\
        <td class="num">\(expected(band.expectedErrors))</td></tr>

        """
    }
    guard !rows.isEmpty else { return HTML() }
    return """
      <h3>\(say("Wie sicher", "How sure"))</h3>
      <table><caption>\(say("Paare nach Gewicht, mit den Fehlern, die das Modell erwartet", "Pairs by weight, with the errors the model expects"))</caption>
      <thead><tr><th scope="col">\(say("Gewicht in Bit", "Weight in bits"))</th><td></td>\
      <th scope="col" class="num">\(say("Paare", "Pairs"))</th>\
      <th scope="col" class="num">\(say("Fehler", "Errors"))</th></tr></thead><tbody>
      \(HTML.joined(rows))</tbody></table>

      """
  }

  private func bounds(_ band: OverviewFacts.Band) -> String {
    func text(_ bound: Double) -> String {
      numbers.decimal(bound, places: bound == bound.rounded() ? 0 : 1)
    }
    switch (band.lower.map(text), band.upper.map(text)) {
    case (let lower?, let upper?): return say("\(lower) bis \(upper)", "\(lower) to \(upper)")
    case (let lower?, nil): return say("ab \(lower)", "\(lower) and more")
    case (nil, let upper?): return say("unter \(upper)", "below \(upper)")
    case (nil, nil): return say("alle", "all")
    }
  }

  private func runs(_ facts: [(run: ListedRun, facts: OverviewFacts)]) -> HTML {
    let rows = facts.map { run, facts -> HTML in
      let precision = facts.expectedPrecision.map(chance) ?? "–"
      let recall = facts.expectedRecall.map(chance) ?? "–"
      return """
        <tr><th scope="row">\(say("Lauf", "run")) \(Int(run.id))</th><td>\(time(run.startedAt))</td>\
        <td class="num">\(count(facts.records))</td><td class="num">\(count(facts.contacts))</td>\
        <td class="num">\(count(facts.questions))</td><td class="num">\(precision)</td>\
        <td class="num">\(recall)</td></tr>

        """
    }
    let title = say("Güte über die Läufe", "Quality over the runs")
    return section(
      "runs", "\(title)",
      """
      \(line(facts.reversed().compactMap(\.facts.expectedRecall), say("Erwartete Vollständigkeit, Lauf für Lauf", "Expected recall, run by run")))
      \(scrolled(title, """
        <table><caption class="vh">\(title)</caption><thead><tr>\
        <th scope="col">\(say("Lauf", "Run"))</th><th scope="col">\(say("Wann", "When"))</th>\
        <th scope="col" class="num">\(say("Datensätze", "Records"))</th>\
        <th scope="col" class="num">\(say("Kontakte", "Contacts"))</th>\
        <th scope="col" class="num">\(say("Fragen", "Questions"))</th>\
        <th scope="col" class="num">\(say("Erwartete Genauigkeit", "Expected precision"))</th>\
        <th scope="col" class="num">\(say("Erwartete Vollständigkeit", "Expected recall"))</th>\
        </tr></thead><tbody>
        \(HTML.joined(rows))</tbody></table>

        """))
      """)
  }

  /// Shares over the runs, oldest first, between the least and the most of them.
  private func line(_ shares: [Double], _ words: String) -> HTML {
    guard shares.count > 1, let low = shares.min(), let high = shares.max() else { return HTML() }
    let span = max(high - low, 0.0001)
    let step = 600 / Double(shares.count - 1)
    let points = shares.enumerated().map { place, share in
      (x: Double(place) * step, y: 90 - (share - low) / span * 70)
    }
    let path = points.map { "\(svg($0.x)),\(svg($0.y))" }.joined(separator: " ")
    let dots = points.map { "<circle cx=\"\(svg($0.x))\" cy=\"\(svg($0.y))\" r=\"4\"/>" as HTML }
    return """
      <figure class="chart"><figcaption>\(words): \(chance(shares[0])) → \
      \(chance(shares[shares.count - 1]))</figcaption>
      <svg viewBox="-10 0 620 100" role="img" aria-label="\(words)">\
      <line class="axis" x1="0" x2="600" y1="96" y2="96"/>\
      <polyline points="\(path)"/>\(HTML.joined(dots))</svg></figure>

      """
  }
}
