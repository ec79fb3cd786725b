internal import Records

/// Why two records are held together: the weight in bits, comparison by comparison.
extension HTMLReport {
  func details(of pair: ShownPair, in records: [Record], isOpen: Bool) -> HTML {
    let letters = "\(ClusterTable.letter(pair.left)) – \(ClusterTable.letter(pair.right))"
    let open: HTML = isOpen ? " open" : ""
    let steps = WaterfallBars(pair)
    var sum = 0.0
    var rows: [HTML] = []
    let start = say("Ausgangswert vor jedem Vergleich", "Start, before anything is compared")
    rows.append(step(start, "", pair.priorInBits, from: 0, in: steps, kind: "s"))
    sum = pair.priorInBits
    for row in pair.rows {
      let kind: HTML = row.total < 0 ? "n" : "p"
      let words = words(row, ComparedValues(row, of: pair, in: records, language: language))
      rows.append(step(words, frequency(row), row.total, from: sum, in: steps, kind: kind))
      sum += row.total
    }
    return """
      <details\(open)><summary><span class="pair">\(letters) \
      <span class="sum \(tone(pair.weightInBits))">\
      \(numbers.bitsWithUnit(pair.weightInBits))</span>\
      <span class="soft small">\(strongest(of: pair))</span></span></summary>
      <table class="fall"><caption class="vh">\(letters)</caption>
      <thead class="vh"><tr><th scope="col">\(say("Vergleich", "Comparison"))</th>\
      <th scope="col">\(say("Gewicht in Bit", "Weight in bits"))</th><td></td></tr></thead><tbody>
      \(HTML.joined(rows))\(total(pair))</tbody></table></details>

      """
  }

  /// "Surname sounds alike: Meyer / Meier".
  private func words(_ row: WaterfallRow, _ values: ComparedValues) -> HTML {
    let label = row.label(language)
    let isOne = values.left == values.right
    let sides = isOne ? [values.left] : [values.left, values.right]
    let shown = sides.filter { !$0.isEmpty }.map { HTML.value($0, in: language, limit: 80) }
    return shown.isEmpty ? "\(label)" : "\(label): \(HTML.joined(shown, by: " / "))"
  }

  private func frequency(_ row: WaterfallRow) -> HTML {
    guard row.frequencyBits.magnitude >= 0.05 else { return HTML() }
    let why =
      row.frequencyBits > 0
      ? say("seltener Wert", "rare value") : say("häufiger Wert", "common value")
    return """
      <br><span class="soft small">\(say("davon", "of which")) \(why) \
      \(numbers.bits(row.frequencyBits))</span>
      """
  }

  private func step(
    _ label: HTML, _ note: HTML, _ bits: Double, from start: Double, in steps: WaterfallBars,
    kind: HTML
  ) -> HTML {
    let bar = steps.bar(from: start, to: start + bits)
    return """
      <tr><th scope="row">\(label)\(note)</th><td class="num w">\(numbers.bits(bits))</td>\
      <td class="bar"><span class="run" aria-hidden="true">\
      <b style="left:\(cssNumber(steps.zero))%"></b>\
      <i class="\(kind)" style="left:\(cssNumber(bar.left))%;width:\(cssNumber(bar.width))%"></i>\
      </span></td></tr>

      """
  }

  private func step(
    _ label: String, _ note: HTML, _ bits: Double, from start: Double, in steps: WaterfallBars,
    kind: HTML
  ) -> HTML {
    step("\(label)" as HTML, note, bits, from: start, in: steps, kind: kind)
  }

  private func total(_ pair: ShownPair) -> HTML {
    """
    <tr class="total"><th scope="row">\(say("Zusammen", "Together"))</th>\
    <td class="num w">\(numbers.bits(pair.weightInBits))</td><td class="bar"></td></tr>

    """
  }

  private func tone(_ bits: Double) -> HTML { bits < 0 ? "con" : "pro" }

  /// The two comparisons that weigh most, in words.
  private func strongest(of pair: ShownPair) -> String {
    let order = pair.rows.enumerated().sorted { left, right in
      let (a, b) = (left.element.total.magnitude, right.element.total.magnitude)
      return a != b ? a > b : left.offset < right.offset
    }
    return order.prefix(2).map { $0.element.label(language) }.joined(separator: ", ")
  }
}
