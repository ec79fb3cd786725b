internal import Records

/// The quality section: what the model expects of itself, and how to check it.
extension HTMLReport {
  var quality: HTML {
    guard let facts = report.quality else { return HTML() }
    let intro = say(
      "So schätzt das Modell seine eigenen Entscheidungen; die Zahlen sind keine Messung.",
      "This is how the model rates its own decisions; the figures are no measurement.")
    return section(
      "quality", say("Qualität", "Quality"),
      """
      <p>\(intro)</p>
      <div class="two">
      <div>\(expected(facts))</div>
      <div>\(bands(facts))</div>
      </div>
      \(howToCheck)
      """)
  }

  private func expected(_ facts: QualityFacts) -> HTML {
    var rows = [
      (say("Erwartete Genauigkeit", "Expected precision"), percentText(facts.expectedPrecision)),
      (say("Erwartete Vollständigkeit", "Expected recall"), percentText(facts.expectedRecall)),
      (say("Zusammengeführte Paare", "Merged pairs"), count(facts.mergedPairs)),
    ]
    let skipped = report.skippedBlocks.reduce(0) { $0 + $1.pairs }
    rows.append(
      (say("Wegen zu großer Blöcke übergangen", "Passed over in too large blocks"), count(skipped)))
    let items = rows.map { row -> HTML in "<dt>\(row.0)</dt><dd>\(row.1)</dd>\n" }
    return "<dl class=\"facts\">\n\(HTML.joined(items))</dl>\n"
  }

  private func bands(_ facts: QualityFacts) -> HTML {
    guard !facts.bands.isEmpty else { return HTML() }
    let rows = facts.bands.map { band -> HTML in
      let fate =
        band.isMerged ? say("zusammengeführt", "merged") : say("getrennt gelassen", "left apart")
      let errors = errorsText(band)
      return """
        <tr><th scope="row">\(bounds(band.lower, band.upper))</th><td>\(fate)</td>\
        \(numberCell(band.pairs))<td class="num">\(errors)</td></tr>

        """
    }
    let caption = say(
      "Erwartete Fehler nach Gewicht: falsch zusammengeführte, oder zu Unrecht getrennte Paare.",
      "Expected errors by weight: pairs wrongly merged, or wrongly left apart.")
    return """
      <table><caption>\(caption)</caption>
      <thead><tr><th scope="col">\(say("Gewicht", "Weight"))</th><td></td>\
      <th scope="col" class="num">\(say("Paare", "Pairs"))</th>\
      <th scope="col" class="num">\(say("Fehler", "Errors"))</th></tr></thead><tbody>
      \(HTML.joined(rows))</tbody></table>

      """
  }

  /// Few errors with a decimal, for none is seldom none.
  private func errorsText(_ band: QualityFacts.Band) -> String {
    let errors = band.expectedErrors
    if errors > 0, errors < 0.05 { return "< " + numbers.decimal(0.1) }
    return numbers.decimal(errors, places: errors < 10 ? 1 : 0)
  }

  private func percentText(_ share: Double) -> String {
    // Never rounded up to all.
    let percent = share < 1 ? min(share * 100, 99.99) : 100
    return numbers.decimal(percent, places: percent > 99 && percent < 100 ? 2 : 1)
      + say("\u{202F}%", "%")
  }

  private var howToCheck: HTML {
    let why = say(
      "Nachprüfen: eine blinde Stichprobe ziehen, beurteilen und auswerten.",
      "To check it: draw a blind sample, judge it and have it evaluated.")
    return """
      <p>\(why)<br><code>kontor sample --out sample.csv</code><br>\
      <code>kontor evaluate --sample sample.csv</code></p>

      """
  }
}
