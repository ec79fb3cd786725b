internal import Pipeline
internal import Records
internal import Reports
internal import Store

/// Why a question is asked: the weight in bits, comparison by comparison, and what records share.
extension ReviewPage {
  /// So many pairs are told in full.
  private static let shownPairs = 6

  func why(_ question: OpenQuestion) -> HTML {
    let pairs = question.cluster.pairs.prefix(Self.shownPairs).enumerated().map { place, pair in
      details(of: pair, in: question.cluster.records, isOpen: place == 0)
    }
    guard !pairs.isEmpty else { return HTML() }
    return """
      <section class="block cluster" aria-labelledby="why-title">
      <h2 id="why-title">\(say("Was dafür und dagegen spricht", "What speaks for and against"))</h2>
      \(HTML.joined(pairs))</section>

      """
  }

  private func details(of pair: ShownPair, in records: [Record], isOpen: Bool) -> HTML {
    let letters = "\(ClusterTable.letter(pair.left)) – \(ClusterTable.letter(pair.right))"
    let bars = WaterfallBars(pair)
    let start = say("Ausgangswert vor jedem Vergleich", "Start, before anything is compared")
    var rows = step("\(start)" as HTML, pair.priorInBits, from: 0, in: bars, kind: "s")
    var sum = pair.priorInBits
    for row in pair.rows {
      let values = ComparedValues(row, of: pair, in: records, language: language)
      let sides = values.left == values.right ? [values.left] : [values.left, values.right]
      let shown = sides.filter { !$0.isEmpty }.map { value($0, limit: 80) }
      let label = row.label(language)
      let words: HTML =
        shown.isEmpty ? "\(label)" : "\(label): \(HTML.joined(shown, by: " / "))"
      rows += step(words, row.total, from: sum, in: bars, kind: row.total < 0 ? "n" : "p")
      sum += row.total
    }
    let open: HTML = isOpen ? " open" : ""
    let tone: HTML = pair.weightInBits < 0 ? "con" : "pro"
    return """
      <details\(open)><summary><span class="pair">\(letters) \
      <span class="sum \(tone)">\(numbers.bitsWithUnit(pair.weightInBits))</span></span></summary>
      <table class="fall"><caption class="vh">\(letters)</caption>
      <thead class="vh"><tr><th scope="col">\(say("Vergleich", "Comparison"))</th>\
      <th scope="col">\(say("Gewicht in Bit", "Weight in bits"))</th><td></td></tr></thead><tbody>
      \(rows)<tr class="total"><th scope="row">\(say("Zusammen", "Together"))</th>\
      <td class="num w">\(numbers.bits(pair.weightInBits))</td><td class="bar"></td></tr>
      </tbody></table></details>

      """
  }

  private func step(
    _ label: HTML, _ bits: Double, from start: Double, in bars: WaterfallBars, kind: HTML
  ) -> HTML {
    let bar = bars.bar(from: start, to: start + bits)
    let (left, width) = (svg(bar.left), svg(max(bar.width, 0.6)))
    let shape: HTML =
      kind.markup == "n"
      ? "<line class=\"n\" x1=\"\(left)\" x2=\"\(svg(bar.left + max(bar.width, 0.6)))\" y1=\"7\" y2=\"7\"/>"
      : "<rect class=\"\(kind)\" x=\"\(left)\" y=\"2\" width=\"\(width)\" height=\"10\"/>"
    let zero = svg(bars.zero)
    return """
      <tr><th scope="row">\(label)</th><td class="num w">\(numbers.bits(bits))</td>\
      <td class="bar"><svg class="fallbar" viewBox="0 0 100 14" preserveAspectRatio="none" \
      aria-hidden="true" focusable="false">\
      <line class="zero" x1="\(zero)" x2="\(zero)" y1="-5" y2="19"/>\(shape)</svg></td></tr>

      """
  }

  /// A length in a drawing: one decimal and a point, whatever the language.
  func svg(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    return "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  // MARK: Who shares what

  func shared(_ question: OpenQuestion) -> HTML {
    let records = question.cluster.records
    let shares = SharedValues(records, language: language)
    guard !shares.links.isEmpty, records.count > 1 else { return HTML() }
    let title = say("Wer was teilt", "Who shares what")
    let items = shares.links.map { link -> HTML in
      let letters = link.records.map { ClusterTable.letter($0) }.joined(separator: ", ")
      return """
        <li><strong>\(letters)</strong>: \(link.attribute.phrase(language)) \
        \(value(link.text, limit: 80))</li>

        """
    }
    return """
      <section class="block" aria-labelledby="share-title">
      <h2 id="share-title">\(title)</h2>
      <div class="share">\(drawing(shares, of: records.count))
      <ul>
      \(HTML.joined(items))</ul></div></section>

      """
  }

  /// Records on a circle, a line for each two that share something; the list beside it says what.
  private func drawing(_ shares: SharedValues, of number: Int) -> HTML {
    let places = Self.circle(number)
    var lines = HTML()
    var labels = HTML()
    for (pair, links) in shares.byPair {
      let (a, b) = (places[pair.left], places[pair.right])
      lines += """
        <line class="edge" x1="\(svg(a.x))" y1="\(svg(a.y))" x2="\(svg(b.x))" y2="\(svg(b.y))"/>
        """
      let (x, y) = ((a.x + b.x) / 2, (a.y + b.y) / 2)
      labels += """
        <circle class="under" cx="\(svg(x))" cy="\(svg(y))" r="9"/>\
        <text class="count" x="\(svg(x))" y="\(svg(y))">\(links)</text>
        """
    }
    let nodes = places.enumerated().map { place, at -> HTML in
      """
      <circle class="node" cx="\(svg(at.x))" cy="\(svg(at.y))" r="15"/>\
      <text x="\(svg(at.x))" y="\(svg(at.y))">\(ClusterTable.letter(place))</text>
      """
    }
    return """
      <svg viewBox="0 0 240 \(number == 2 ? 60 : 200)" aria-hidden="true" focusable="false">\
      \(lines)\(labels)\(HTML.joined(nodes))</svg>
      """
  }

  /// Where the records stand: two side by side, more on a circle, the first at its top.
  private static func circle(_ number: Int) -> [(x: Double, y: Double)] {
    guard number != 2 else { return [(40, 30), (200, 30)] }
    // Sines of eighths, sevenths … would need Foundation; a turn by turn is as good.
    let steps = turns[number] ?? turns[8] ?? (1, 0)
    var at = (x: 0.0, y: -1.0)
    return (0..<number).map { _ in
      defer {
        at = (at.x * steps.0 - at.y * steps.1, at.x * steps.1 + at.y * steps.0)
      }
      return (120 + 78 * at.x, 100 + 78 * at.y)
    }
  }

  /// Cosine and sine of a full turn divided by the number.
  private static let turns: [Int: (Double, Double)] = [
    1: (1, 0), 3: (-0.5, 0.8660254), 4: (0, 1), 5: (0.3090170, 0.9510565),
    6: (0.5, 0.8660254), 7: (0.6234898, 0.7818315), 8: (0.7071068, 0.7071068),
  ]
}
