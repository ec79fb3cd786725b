internal import Records

/// What was read and set aside, and why; permissions; activities and opportunities.
extension HTMLReport {
  // MARK: Sources

  var sources: HTML {
    let rows = report.sources.map { source -> HTML in
      """
      <tr><th scope="row">\(value(source.name))</th>\(numberCell(source.records))\
      \(numberCell(source.setAsideCount))\(numberCell(source.problemCount))</tr>

      """
    }
    let totals = report.totals
    let problems = report.sources.reduce(0) { $0 + $1.problemCount }
    return section(
      "sources", say("Was gelesen wurde", "What was read"),
      """
      <table class="slim"><caption class="vh">\(say("Quellen", "Sources"))</caption>
      <thead><tr><th scope="col">\(say("Quelle", "Source"))</th>\
      <th scope="col" class="num">\(say("Datensätze", "Records"))</th>\
      <th scope="col" class="num">\(say("Ausgesondert", "Set aside"))</th>\
      <th scope="col" class="num">\(say("Hinweise", "Problems"))</th></tr></thead>
      <tbody>
      \(HTML.joined(rows))</tbody>
      <tfoot><tr><th scope="row">\(say("Zusammen", "Together"))</th>\
      \(numberCell(totals.records))\(numberCell(totals.setAside))\(numberCell(problems))</tr>
      </tfoot>
      </table>
      \(withdrawals)\(heldFiles)<h3 class="band">\(say("Im Einzelnen", "In detail"))</h3>
      \(HTML.joined(report.sources.map(details)))
      """)
  }

  private var withdrawals: HTML {
    guard !report.withdrawals.isEmpty else { return HTML() }
    let rows = report.withdrawals.map { withdrawal -> HTML in
      """
      <tr><th scope="row">\(value(withdrawal.source))</th>\(numberCell(withdrawal.rows))\
      <td>\(withdrawal.reason(language))</td></tr>

      """
    }
    let note = say(
      "Sie sind in keinem Kontakt mehr und bleiben in der Geschichte des Bestands.",
      "They are in no contact any more, and stay in the store's history.")
    return """
      <h3 class="band">\(say("Zurückgezogen", "Withdrawn"))</h3>
      <table class="slim"><caption>\(note)</caption><tbody>
      \(HTML.joined(rows))</tbody></table>

      """
  }

  private var heldFiles: HTML {
    guard !report.heldFiles.isEmpty else { return HTML() }
    let rows = report.heldFiles.map { held -> HTML in
      """
      <tr><th scope="row">\(value(held.source))</th><td><code>\(value(held.file))</code></td>\
      <td>\(held.reason(language))</td></tr>

      """
    }
    return """
      <h3 class="band">\(say("Zurückgenommen", "Undone"))</h3>
      <table class="slim"><caption>\(HeldFile.remedy(language))</caption><tbody>
      \(HTML.joined(rows))</tbody></table>

      """
  }

  private func details(of source: SourceReport) -> HTML {
    let open: HTML = source.setAside.isEmpty ? "" : " open"
    let files = source.files.map { file -> HTML in "<code>\(value(file))</code>" }
    var facts: [(String, HTML)] = [(say("Dateien", "Files"), HTML.joined(files, by: ", "))]
    let form = [source.format, source.encoding].filter { !$0.isEmpty }.joined(separator: ", ")
    if !form.isEmpty { facts.append((say("Format", "Format"), "\(form)")) }
    if !source.unmappedColumns.isEmpty {
      let columns = source.unmappedColumns.prefix(60).map { value($0) }
      let more = source.unmappedColumns.count - columns.count
      let rest: HTML = more > 0 ? " … (+\(count(more)))" : ""
      let name = say("Unter eigenem Namen behalten", "Kept under own names")
      facts.append((name, "\(HTML.joined(columns, by: ", "))\(rest)"))
    }
    let items = facts.map { fact -> HTML in "<dt>\(fact.0)</dt><dd>\(fact.1)</dd>\n" }
    return """
      <details\(open)><summary><strong>\(value(source.name))</strong> \
      <span class="soft">\(summary(of: source))</span></summary>
      <dl class="facts">
      \(HTML.joined(items))</dl>
      \(problemTable(source.setAside + source.problems))</details>

      """
  }

  private func summary(of source: SourceReport) -> String {
    var words = [numbers.counted(source.records, Noun.record, Noun.records)]
    if source.setAsideCount > 0 {
      words.append("\(count(source.setAsideCount)) \(say("ausgesondert", "set aside"))")
    }
    if source.problemCount > 0 {
      words.append("\(count(source.problemCount)) \(say("Hinweise", "problems"))")
    }
    return words.joined(separator: " · ")
  }

  private func problemTable(_ problems: [ProblemCount]) -> HTML {
    guard !problems.isEmpty else { return HTML() }
    let rows = problems.map { problem -> HTML in
      // One line can have the same problem in several fields.
      var lines: [Location] = []
      for place in problem.examples where lines.count < 3 && !lines.contains(place) {
        lines.append(place)
      }
      let places = lines.map { place -> HTML in
        "<span class=\"place\">\(value(place.fileAndLine))</span>"
      }
      let isMore = problem.count > places.count && !places.isEmpty
      let rest: HTML = isMore ? ", …" : ""
      return """
        <tr><td>\(problem.meaning(language))<br><span class="soft small">\
        \(problem.action.text(language)) · <code>\(problem.code)</code></span></td>\
        \(numberCell(problem.count))<td>\(HTML.joined(places, by: ", "))\(rest)</td></tr>

        """
    }
    return """
      <table><thead><tr><th scope="col">\(say("Was", "What"))</th>\
      <th scope="col" class="num">\(say("Anzahl", "Count"))</th>\
      <th scope="col">\(say("Zum Beispiel", "For example"))</th></tr></thead><tbody>
      \(HTML.joined(rows))</tbody></table>

      """
  }

  // MARK: Permissions

  var reach: HTML {
    guard !report.permissions.isEmpty else { return HTML() }
    let rows = report.permissions.flatMap { permission in
      permission.reasons.enumerated().map { place, reason -> HTML in
        let channel: HTML =
          place == 0
          ? """
          <th scope="rowgroup" rowspan="\(permission.reasons.count)">\
          \(permission.channel.phrase(language))<br><span class="soft small">\
          \(count(permission.allowed)) \(say("ja", "yes")), \
          \(count(permission.denied)) \(say("nein", "no"))</span></th>
          """ : ""
        return """
          <tr>\(channel)<td>\(answer(reason.isAllowed))</td>\
          <td>\(reason.reason(language))</td>\(numberCell(reason.count))</tr>

          """
      }
    }
    let note = say(
      "Gezählt sind Adressen und Nummern, bei Post Kontakte. Unbekannt heißt nie ja.",
      "Addresses and numbers are counted, for post contacts. Unknown is never yes.")
    return section(
      "reach", say("Wer angesprochen werden darf", "Who may be addressed"),
      """
      <table class="slim groups"><caption>\(note)</caption>
      <thead><tr><th scope="col">\(say("Weg", "Channel"))</th>\
      <th scope="col">\(say("Erlaubt", "Allowed"))</th>\
      <th scope="col">\(say("Grund", "Reason"))</th>\
      <th scope="col" class="num">\(say("Anzahl", "Count"))</th></tr></thead><tbody>
      \(HTML.joined(rows))</tbody></table>
      \(letters)
      """)
  }

  /// Who gets no postal line, and why, so that nobody is left out in silence.
  private var letters: HTML {
    guard let letters = report.letters else { return HTML() }
    let lines = numbers.counted(
      letters.lines, Phrase(de: "Postanschrift", en: "postal line"),
      Phrase(de: "Postanschriften", en: "postal lines"))
    let without = numbers.counted(letters.leftOutCount, Noun.contact, Noun.contacts)
    let rows = letters.leftOut.map { left -> HTML in
      "<tr><th scope=\"row\">\(left.reason(language))</th>\(numberCell(left.count))</tr>\n"
    }
    let table: HTML =
      rows.isEmpty ? "" : "<table class=\"slim\"><tbody>\n\(HTML.joined(rows))</tbody></table>\n"
    return """
      <h3>\(say("Briefe an Haushalte", "Letters to households"))</h3>
      <p>\(say("\(lines), \(without) ohne", "\(lines), \(without) without one"))</p>
      \(table)
      """
  }

  /// "yes" or "no", told by word and color.
  func answer(_ isYes: Bool) -> HTML {
    isYes
      ? "<span class=\"yes\">\(say("ja", "yes"))</span>"
      : "<span class=\"no\">\(say("nein", "no"))</span>"
  }

  // MARK: Activities and opportunities

  var tables: HTML {
    guard !report.linkedTables.isEmpty else { return HTML() }
    let heading = say("Aktivitäten und Verkaufschancen", "Activities and opportunities")
    return section("tables", heading, HTML.joined(report.linkedTables.map(linked)))
  }

  private func linked(_ table: LinkedTable) -> HTML {
    let ways = table.linked.filter { $0.count > 0 }.map { way in
      "\(count(way.count)) \(way.meaning(language))"
    }
    let words = ways.isEmpty ? "" : " (" + ways.joined(separator: ", ") + ")"
    let all = table.linkedCount + table.unlinkedCount
    let share = "\(count(table.linkedCount)) / \(count(all))"
    let missing = numbers.counted(table.unlinkedCount, Noun.row, Noun.rows)
    let gaps = table.gaps.map { "\(count($0.count)) \($0.meaning(language))" }
      .joined(separator: ", ")
    let places = table.unlinked.map { place -> HTML in
      "<li class=\"place\">\(value(place.fileAndLine))</li>\n"
    }
    let more = table.unlinkedCount - places.count
    let rest: HTML =
      more > 0
      ? "<p class=\"soft\">\(say("und \(count(more)) weitere", "and \(count(more)) more"))</p>" : ""
    let unlinked: HTML =
      table.unlinkedCount == 0
      ? ""
      : """
      <details><summary>\(say("\(missing) ohne Kontakt", "\(missing) without a contact")) (\(gaps))</summary>
      <ul class="places">
      \(HTML.joined(places))</ul>\(rest)</details>

      """
    return """
      <h3>\(table.kind.phrase(language)) <span class="soft">\(value(table.name))</span></h3>
      <p>\(say("\(share) verbunden\(words)", "\(share) linked\(words)"))</p>
      \(unlinked)
      """
  }
}
