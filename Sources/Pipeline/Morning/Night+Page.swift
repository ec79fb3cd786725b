package import Records
internal import Reports

extension Night {
  /// The night as one page that needs nothing else.
  package func page(_ language: Language) -> String {
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    var html = PageFrame.head(title: headline(language), language: language)
    html += """
      <body>
      <header><div class="wide">
      <p class="eyebrow">\(say("Kontor · heute Nacht", "Kontor · last night"))</p>
      <h1>\(headline(language))</h1>
      <p class="lead soft">\(Self.shown(startedAt))</p>
      </div></header>
      <main class="wide" id="content">

      """
    html += notice(language)
    html += tiles(language)
    if trend.count > 1 {
      html += """
        <section>
        <h2>\(say("Die letzten Läufe", "The last runs"))</h2>
        <div class="charts">
        \(chart(say("Kontakte", "contacts"), \.contacts, language))\
        \(chart(say("offene Fragen", "open questions"), \.waiting, language))\
        \(chart(say("Zeilen ausgesondert", "rows set aside"), \.setAside, language))\
        </div>
        \(table(language))\
        </section>

        """
    }
    html += "</main>\n</body>\n</html>\n"
    return html.markup
  }

  /// "2026-11-23 02:30 UTC", as lists of runs have it.
  private static func shown(_ time: String) -> String {
    guard time.count == 20, time.last == "Z" else { return time }
    return time.dropLast(4).replacing("T", with: " ") + " UTC"
  }

  /// What a person has to do, and why.
  private func notice(_ language: Language) -> HTML {
    guard let advice = advice(language) else { return "" }
    let reasons = HTML.joined((held?.reasons ?? []).map { "<li>\($0(language))</li>\n" })
    let list: HTML = held == nil ? "" : "<ul>\n\(reasons)</ul>\n"
    return "<div class=\"notice warn\">\n\(list)<p>\(advice)</p>\n</div>\n"
  }

  /// What happened, then how it is now; what waits for a person stands out.
  private func tiles(_ language: Language) -> HTML {
    guard !changes.isEmpty else { return "" }
    let numbers = NumberText(language)
    let state: [Figure] = [.contacts, .waiting, .problems]
    func tiles(_ isState: Bool) -> HTML {
      HTML.joined(
        changes.filter { state.contains($0.name) == isState }.map { name, count in
          let asks = count > 0 && [.waiting, .problems].contains(name)
          return """
            <div\(asks ? " class=\"ask\"" : "" as HTML)><dt>\(name.phrase(language))</dt>\
            <dd>\(numbers.count(count))</dd></div>

            """
        })
    }
    return """
      <section>
      <dl class="tiles">
      \(tiles(false))</dl>
      </section>
      <section class="now">
      <dl class="tiles">
      \(tiles(true))</dl>
      </section>

      """
  }

  /// A bar a run, the last at the right; fewer runs than the chart has room for leave its left free.
  private func chart(
    _ title: String, _ count: (Past) -> Int, _ language: Language
  ) -> HTML {
    let numbers = NumberText(language)
    let counts = trend.map(count)
    let most = max(1, counts.max() ?? 1)
    let (slot, height) = (10, 60)
    let width = Self.trendLength * slot
    let first = Self.trendLength - counts.count
    let bars = HTML.joined(
      zip(trend, counts).enumerated().map { place, bar in
        let (past, count) = bar
        // Rounded up: what is there is seen.
        let length = (count * height + most - 1) / most
        return """
          <rect x="\((first + place) * slot + 1)" y="\(height - length)" width="\(slot - 2)" \
          height="\(length)"><title>\(Self.shown(past.startedAt)): \(numbers.count(count))</title>\
          </rect>
          """
      })
    let ends = "\(numbers.count(counts.first ?? 0)) → \(numbers.count(counts.last ?? 0))"
    return """
      <figure>
      <figcaption>\(title) <b>\(ends)</b></figcaption>
      <svg role="img" aria-label="\(title): \(ends)" viewBox="0 0 \(width) \(height + 1)">\
      \(bars)<path d="M0 \(height)h\(width)v1H0z"/></svg>
      </figure>

      """
  }

  /// The same figures for who wants them exactly, newest first.
  private func table(_ language: Language) -> HTML {
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    let numbers = NumberText(language)
    let rows = HTML.joined(
      trend.reversed().map { past in
        let counts = HTML.joined(
          [past.contacts, past.waiting, past.setAside].map {
            "<td class=\"num\">\(numbers.count($0))</td>"
          })
        return "<tr><th scope=\"row\">\(Self.shown(past.startedAt))</th>\(counts)</tr>\n"
      })
    let head = HTML.joined(
      [say("Kontakte", "contacts"), say("Fragen", "questions"), say("ausgesondert", "set aside")]
        .map { "<th scope=\"col\" class=\"num\">\($0)</th>" })
    return """
      <details>
      <summary>\(say("als Tabelle", "as a table"))</summary>
      <table class="slim">
      <thead><tr><th scope="col">\(say("Lauf", "run"))</th>\(head)</tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>
      </details>

      """
  }
}
