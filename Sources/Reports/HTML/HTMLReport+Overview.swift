internal import Records

/// The overview: figures, fill rates, largest clusters, what was not compared.
extension HTMLReport {
  var overview: HTML {
    section(
      "overview", say("Überblick", "Overview"),
      """
      \(tiles)<div class="two">
      <div>\(fillRates)\(outputs)</div>
      <div>\(relations)\(largest)\(skipped)\(matching)</div>
      </div>

      """)
  }

  private var tiles: HTML {
    let totals = report.totals
    let setAside = say("ausgesondert", "set aside")
    var tiles: [(name: String, number: Int, kind: HTML)] = [
      (say("Datensätze gelesen", "records read"), totals.records + totals.setAside, ""),
      (setAside, totals.setAside, totals.setAside > 0 ? " class=\"ask\"" : ""),
      (say("Kontakte", "contacts"), totals.contacts, ""),
      (mergedWords, totals.mergedClusters, ""),
      (say("aus einem Datensatz", "from one record"), totals.singles, ""),
      (reviewWords, totals.reviewClusters, totals.reviewClusters > 0 ? " class=\"ask\"" : ""),
    ]
    if totals.households > 0 {
      tiles.append((say("Haushalte", "households"), totals.households, ""))
    }
    let rows = tiles.map { tile -> HTML in
      "<div\(tile.kind)><dt>\(tile.name)</dt><dd>\(count(tile.number))</dd></div>\n"
    }
    return "<dl class=\"tiles\">\n\(HTML.joined(rows))</dl>\n"
  }

  private var mergedWords: String {
    let records = numbers.counted(
      report.totals.mergedRecords, Noun.record, Noun.records)
    return say("zusammengeführt (\(records))", "merged (\(records))")
  }

  private var reviewWords: String {
    let pairs = numbers.counted(
      report.totals.reviewPairs, Phrase(de: "Paar", en: "pair"), Phrase(de: "Paare", en: "pairs"))
    return say("zu prüfen (\(pairs))", "to review (\(pairs))")
  }

  private var fillRates: HTML {
    let totals = report.totals
    let rows = report.fillRates.filter { $0.records + $0.contacts > 0 }.map { rate -> HTML in
      let before = numbers.share(rate.records, of: totals.records)
      let after = numbers.share(rate.contacts, of: totals.contacts)
      return """
        <tr><th scope="row">\(rate.attribute.phrase(language))</th>\
        <td class="num">\(before)</td><td class="num">\(after)</td><td>\(meter(rate))</td></tr>

        """
    }
    guard !rows.isEmpty else { return HTML() }
    let caption = say(
      "Anteil der Datensätze, dann der Kontakte mit dieser Angabe. Der Strich zeigt vorher.",
      "Share of records, then of contacts, that have a value. The line shows how it was before.")
    return """
      <h3>\(say("Wie vollständig", "How complete"))</h3>
      <table><caption>\(caption)</caption>
      <thead><tr><th scope="col">\(say("Angabe", "Attribute"))</th>\
      <th scope="col" class="num">\(say("vorher", "before"))</th>\
      <th scope="col" class="num">\(say("nachher", "after"))</th>\
      <td></td></tr></thead>
      <tbody>
      \(HTML.joined(rows))</tbody></table>

      """
  }

  private func meter(_ rate: FillRate) -> HTML {
    let before = percent(rate.records, of: report.totals.records)
    let after = percent(rate.contacts, of: report.totals.contacts)
    return """
      <span class="meter" aria-hidden="true"><i style="width:\(after)%"></i>\
      <b style="left:calc(\(before)% - 1px)"></b></span>
      """
  }

  /// Hundredths of a percent would be finer than a screen: whole tenths, as CSS writes them.
  func percent(_ part: Int, of whole: Int) -> String {
    whole > 0 ? cssNumber(min(100, Double(part) * 100 / Double(whole))) : "0"
  }

  /// A number with one decimal and a point, whatever the language.
  func cssNumber(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(abs(tenths % 10))"
  }

  private var relations: HTML {
    let rows = Relation.Kind.allCases.compactMap { kind -> HTML? in
      guard let number = report.totals.relations[kind], number > 0 else { return nil }
      return "<tr><th scope=\"row\">\(kind.phrase(language))</th>\(numberCell(number))</tr>\n"
    }
    guard !rows.isEmpty else { return HTML() }
    let note = say(
      "Paare, die etwas teilen und doch zwei Kontakte bleiben.",
      "Pairs that share something, and stay two contacts.")
    return """
      <h3>\(say("Beziehungen", "Relations"))</h3>
      <table><caption>\(note)</caption><tbody>
      \(HTML.joined(rows))</tbody></table>

      """
  }

  private var largest: HTML {
    guard !report.largest.isEmpty else { return HTML() }
    let rows = report.largest.map { cluster -> HTML in
      """
      <tr><th scope="row">\(value(cluster.name))</th>\(numberCell(cluster.records))\
      <td class="num">\(numbers.bits(cluster.weightInBits))</td></tr>

      """
    }
    return """
      <h3>\(say("Größte Gruppen", "Largest clusters"))</h3>
      <table><thead><tr><th scope="col">\(say("Kontakt", "Contact"))</th>\
      <th scope="col" class="num">\(say("Datensätze", "Records"))</th>\
      <th scope="col" class="num">\(say("Gewicht in Bit", "Weight in bits"))</th></tr></thead>
      <tbody>
      \(HTML.joined(rows))</tbody></table>

      """
  }

  private var skipped: HTML {
    guard !report.skippedBlocks.isEmpty else { return HTML() }
    let rows = report.skippedBlocks.map { block -> HTML in
      """
      <tr><th scope="row">\(block.key(language))</th>\(numberCell(block.blocks))\
      \(numberCell(block.records))\(numberCell(block.pairs))</tr>

      """
    }
    let note = say(
      "Zu viele Datensätze teilen diesen Schlüssel; sie wurden darunter nicht verglichen.",
      "Too many records share this key; they were not compared under it.")
    return """
      <h3>\(say("Nicht verglichen", "Not compared"))</h3>
      <table><caption>\(note)</caption>
      <thead><tr><th scope="col">\(say("Schlüssel", "Key"))</th>\
      <th scope="col" class="num">\(say("Blöcke", "Blocks"))</th>\
      <th scope="col" class="num">\(say("Datensätze", "Records"))</th>\
      <th scope="col" class="num">\(say("Paare", "Pairs"))</th></tr></thead><tbody>
      \(HTML.joined(rows))</tbody></table>

      """
  }

  private var matching: HTML {
    let facts = report.matching
    var rows: [(String, String)] = []
    if let model = facts.model {
      let records = count(model.trainedOn)
      rows.append((say("Modell", "Model"), "\(model.title) (\(model.id))"))
      rows.append(
        (
          say("Trainiert mit", "Trained on"),
          say("\(records) Datensätzen", "\(records) records")
            + (model.isOutgrown
              ? say(
                "; der Bestand ist gewachsen: kontor train schlägt ein neues vor",
                "; the store has grown: kontor train proposes a new one") : "")
        ))
    }
    if !facts.operatingPoint.isEmpty {
      rows.append((say("Arbeitspunkt", "Operating point"), facts.operatingPoint))
    }
    if let cut = facts.mergeFromBits {
      rows.append((say("Zusammengeführt ab", "Merged from"), numbers.bitsWithUnit(cut)))
    }
    if let cut = facts.reviewFromBits {
      rows.append((say("Zu prüfen ab", "To review from"), numbers.bitsWithUnit(cut)))
    }
    if facts.comparedPairs > 0 {
      rows.append((say("Verglichene Paare", "Compared pairs"), count(facts.comparedPairs)))
    }
    guard !rows.isEmpty else { return HTML() }
    let items = rows.map { row -> HTML in "<dt>\(row.0)</dt><dd>\(row.1)</dd>\n" }
    return """
      <h3>\(say("Vergleich", "Matching"))</h3>
      <dl class="facts">
      \(HTML.joined(items))</dl>

      """
  }

  private var outputs: HTML {
    guard !report.outputs.isEmpty else { return HTML() }
    let rows = report.outputs.map { file -> HTML in
      let length = file.lengthInBytes.map { numbers.bytes($0) } ?? ""
      return """
        <tr><th scope="row"><code>\(file.name)</code></th><td>\(file.purpose(language))</td>\
        <td class="num">\(length)</td></tr>

        """
    }
    return """
      <h3>\(say("Geschrieben", "Written"))</h3>
      <table><tbody>
      \(HTML.joined(rows))</tbody></table>

      """
  }

  func numberCell(_ number: Int) -> HTML { "<td class=\"num\">\(count(number))</td>" }
}
