package import Records
internal import Reports

extension Night {
  /// The night as one page that needs nothing else.
  package func page(_ language: Language) -> String {
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    let numbers = NumberText(language)
    var html = PageFrame.head(title: headline(language), language: language)
    html += """
      <body>
      <header><div class="wide">
      <p class="eyebrow">\(say("Kontor · heute Nacht", "Kontor · last night"))</p>
      <h1>\(headline(language))</h1>
      <p class="lead">\(startedAt)</p>
      </div></header>
      <main class="wide" id="content">

      """
    if let advice = advice(language) {
      let items = HTML.joined((held?.reasons ?? []).map { "<li>\($0(language))</li>\n" })
      html += "<div class=\"notice warn\"><p>\(advice)</p>\n<ul>\n\(items)</ul></div>\n"
    }
    if !changes.isEmpty {
      let rows = HTML.joined(
        changes.map {
          """
          <tr><th scope="row">\($0.name.phrase(language))</th>\
          <td class="number">\(numbers.count($0.count))</td></tr>

          """
        })
      html += "<table>\n<tbody>\n\(rows)</tbody>\n</table>\n"
    }
    if trend.count > 1 {
      html += "<h2>\(say("Die letzten Läufe", "The last runs"))</h2>\n"
      html += chart(say("Kontakte", "contacts"), trend.map(\.contacts), numbers)
      html += chart(say("Fragen", "questions"), trend.map(\.waiting), numbers)
      html += chart(say("ausgesonderte Zeilen", "rows set aside"), trend.map(\.setAside), numbers)
    }
    html += "</main>\n</body>\n</html>\n"
    return html.markup
  }

  /// A bar a run, from the first to the last; the figures of both ends stand beside.
  private func chart(_ title: String, _ counts: [Int], _ numbers: NumberText) -> HTML {
    let most = max(1, counts.max() ?? 1)
    let (width, height) = (8, 48)
    let bars = HTML.joined(
      counts.enumerated().map { place, count in
        let length = count == 0 ? 0 : max(1, count * height / most)
        return """
          <rect x="\(place * width)" y="\(height - length)" width="\(width - 2)" height="\(length)" \
          fill="currentColor"/>
          """
      })
    let ends = "\(numbers.count(counts.first ?? 0)) → \(numbers.count(counts.last ?? 0))"
    return """
      <figure>
      <figcaption>\(title): \(ends)</figcaption>
      <svg role="img" aria-label="\(title): \(ends)" width="\(counts.count * width)" \
      height="\(height)" viewBox="0 0 \(counts.count * width) \(height)">\(bars)</svg>
      </figure>

      """
  }
}
