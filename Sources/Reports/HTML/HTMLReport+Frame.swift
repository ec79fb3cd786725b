internal import Records

/// The page's head, header with navigation, and footer.
extension HTMLReport {
  var head: HTML {
    PageFrame.head(
      title: "\(report.run.pipeline) – \(say("Kontor-Bericht", "Kontor report"))",
      language: language)
  }

  var pageHeader: HTML {
    """
    <body>
    <a class="skip" href="#content">\(say("Zum Inhalt", "Skip to content"))</a>
    <header>
    <div class="wide">
    <p class="eyebrow">\(say("Kontor · Bericht", "Kontor · report"))</p>
    <h1>\(value(report.run.pipeline))</h1>
    <p class="lead">\(lead)</p>
    \(notices)\(navigation)</div>
    </header>

    """
  }

  /// The run in one sentence.
  private var lead: String {
    let totals = report.totals
    let records = numbers.counted(totals.records, Noun.record, Noun.recordsDative)
    let sources = numbers.counted(report.sources.count, Noun.source, Noun.sourcesDative)
    let contacts = numbers.counted(totals.contacts, Noun.contact, Noun.contacts)
    let became = totals.contacts == 1 ? say("wurde", "became") : say("wurden", "became")
    return say(
      "Aus \(records) in \(sources) \(became) \(contacts).",
      "\(records) in \(sources) became \(contacts).")
  }

  private var notices: HTML {
    var html = HTML()
    if report.run.isDryRun {
      let text = say(
        "Probelauf: Außer diesem Bericht wurde nichts geschrieben.",
        "Dry run: nothing but this report was written.")
      html += "<p class=\"notice\">\(text)</p>\n"
    }
    if report.run.isUnchanged {
      let text = say(
        "Die Quellen sind wie beim letzten Lauf. Nichts hat sich geändert.",
        "The sources are as in the last run. Nothing has changed.")
      html += "<p class=\"notice\">\(text)</p>\n"
    }
    return html
  }

  private var navigation: HTML {
    let totals = report.totals
    var links: [(id: HTML, name: String, count: Int)] = [
      ("overview", say("Überblick", "Overview"), 0),
      ("sources", say("Quellen", "Sources"), report.sources.count),
      ("reach", say("Erlaubnisse", "Permissions"), 0),
    ]
    if report.quality != nil { links.insert(("quality", say("Qualität", "Quality"), 0), at: 1) }
    if !report.linkedTables.isEmpty {
      links.append(("tables", say("Aktivitäten", "Activities"), 0))
    }
    links.append(("review", say("Zu prüfen", "To review"), totals.reviewClusters))
    links.append(("merged", say("Zusammengeführt", "Merged"), totals.mergedClusters))
    let rows = links.map { link -> HTML in
      let number: HTML =
        link.count > 0 ? " <span class=\"count\">\(count(link.count))</span>" : ""
      return "<li><a href=\"#\(link.id)\">\(link.name)\(number)</a></li>\n"
    }
    let name = say("Abschnitte", "Sections")
    return "<nav aria-label=\"\(name)\"><ul>\n\(HTML.joined(rows))</ul></nav>\n"
  }

  var footer: HTML {
    let version = report.run.version.isEmpty ? "" : " " + report.run.version
    let care = say(
      "Dieser Bericht enthält personenbezogene Daten.", "This report holds personal data.")
    return """
      <footer><div class="wide"><p>Kontor\(version). \(care)</p></div></footer>

      """
  }

  /// A section with its heading, which also names it for screen readers.
  func section(_ id: HTML, _ heading: String, _ body: HTML) -> HTML {
    """
    <section id="\(id)" aria-labelledby="\(id)-title">
    <h2 id="\(id)-title">\(heading)</h2>
    \(body)</section>

    """
  }

  /// A table that scrolls on its own when the page is too narrow for it.
  func scrolled(_ name: String, _ table: HTML) -> HTML {
    """
    <div class="scroll" role="region" aria-label="\(name)" tabindex="0">
    \(table)</div>

    """
  }
}
