internal import Records

/// Clusters: those that wait for review, and the merges.
extension HTMLReport {
  // MARK: Sections

  var reviewHead: HTML {
    let total = report.totals.reviewClusters
    let intro =
      total == 0
      ? say("Nichts wartet auf eine Entscheidung.", "Nothing waits for a decision.")
      : say(
        "Meinen sie einen Kontakt? Bis jemand entscheidet, bleiben die Datensätze getrennt.",
        "Do they mean one contact? Until someone decides, the records stay apart."
      )
    return """
      <section id="review" aria-labelledby="review-title">
      <h2 id="review-title">\(say("Zu prüfen", "To review")) \
      <span class="soft">\(count(total))</span></h2>
      <p>\(intro)</p>

      """
  }

  func reviewFoot(shown: Int) -> HTML {
    "\(notShown(report.totals.reviewClusters - shown, shown: shown))</section>\n"
  }

  var mergesHead: HTML {
    let total = report.totals.mergedClusters
    let intro =
      total == 0
      ? say("Kein Datensatz hatte ein Gegenstück.", "No record had a counterpart.")
      : say(
        "Eine Stichprobe, die schwächsten Verbindungen zuerst. Abweichende Werte sind markiert.",
        "A sample, the weakest links first. Differing values are marked.")
    return """
      <section id="merged" aria-labelledby="merged-title">
      <h2 id="merged-title">\(say("Zusammengeführt", "Merged")) \
      <span class="soft">\(count(total))</span></h2>
      <p>\(intro)</p>

      """
  }

  func bandHead(_ band: MergeBand) -> HTML {
    """
    <h3 class="band">\(bounds(band.lower, band.upper)) <span class="soft">\(count(band.total))</span></h3>

    """
  }

  func bandFoot(_ band: MergeBand, shown: Int) -> HTML {
    notShown(band.total - shown, shown: shown)
  }

  /// "6 to 10 bits": a band of weights.
  func bounds(_ lower: Double?, _ upper: Double?) -> String {
    func text(_ bound: Double) -> String {
      numbers.decimal(bound, places: bound == bound.rounded() ? 0 : 1)
    }
    switch (lower.map(text), upper.map(text)) {
    case (let lower?, let upper?):
      return say("\(lower) bis \(upper) Bit", "\(lower) to \(upper) bits")
    case (let lower?, nil): return say("ab \(lower) Bit", "\(lower) bits and more")
    case (nil, let upper?): return say("unter \(upper) Bit", "below \(upper) bits")
    case (nil, nil): return say("alle", "all")
    }
  }

  /// How many clusters are not shown, and where they are.
  private func notShown(_ number: Int, shown: Int) -> HTML {
    guard number > 0 else { return HTML() }
    let what = shown == 0 ? "" : say("weitere ", "more ")
    let text = say(
      "\(count(number)) \(what)nicht gezeigt; alle stehen in clusters.csv.",
      "\(count(number)) \(what)not shown; all are in clusters.csv.")
    return "<p class=\"soft\">\(text)</p>\n"
  }

  // MARK: One cluster

  func article(_ cluster: ShownCluster) -> HTML {
    let table = ClusterTable(cluster, language: language)
    let name = cluster.contacts.first?.displayName ?? cluster.records.first?.shownName ?? ""
    let title = name.isEmpty ? say("Ohne Namen", "Without a name") : name
    let note: HTML = cluster.note.map { "<p class=\"why\">\($0(language))</p>\n" } ?? ""
    let isReview = cluster.contacts.count != 1
    let pairs = cluster.pairs.prefix(Self.shownPairs).enumerated().map { place, pair in
      details(of: pair, in: cluster.records, isOpen: isReview && place == 0)
    }
    let more = cluster.pairs.count - pairs.count
    let rest: HTML =
      more > 0
      ? """
      <p class="soft small">\(say("\(count(more)) weitere Paare", "\(count(more)) more pairs"))</p>

      """ : ""
    return """
      <article class="cluster" id="c\(cluster.id)" aria-labelledby="c\(cluster.id)-t">
      <header><h3 id="c\(cluster.id)-t">\(value(title))</h3>\
      <p class="soft small">\(facts(of: cluster))</p></header>
      \(note)\(sideBySide(table, title: title))\(permissions(of: table.contact))\
      \(HTML.joined(pairs))\(rest)</article>

      """
  }

  /// As many as a reader takes in; each costs some 2 kB.
  private static let shownPairs = 10

  private func facts(of cluster: ShownCluster) -> String {
    let sources = Set(cluster.records.map(\.source)).count
    var facts = [
      numbers.counted(cluster.records.count, Noun.record, Noun.records) + " "
        + say("aus", "from") + " "
        + numbers.counted(
          sources, Phrase(de: "Quelle", en: "source"), Phrase(de: "Quellen", en: "sources")),
      say("Gruppe", "cluster") + " \(cluster.id)",
    ]
    if let contact = cluster.contacts.first, cluster.contacts.count == 1 {
      facts.append(say("Kontakt", "contact") + " \(contact.id)")
    }
    facts.append(numbers.bitsWithUnit(cluster.weightInBits))
    return facts.joined(separator: " · ")
  }

  private func permissions(of contact: Contact?) -> HTML {
    guard let contact, !contact.permissions.isEmpty else { return HTML() }
    let rows = contact.permissions.prefix(12).map { permission -> HTML in
      let address: HTML =
        permission.address.isEmpty ? "" : " \(value(permission.address))"
      return """
        <li>\(permission.channel.phrase(language))\(address): \(answer(permission.isAllowed)), \
        <span class="soft">\(permission.reason(language))</span></li>

        """
    }
    let name = say("Erlaubnisse", "Permissions")
    return "<ul class=\"may\" aria-label=\"\(name)\">\n\(HTML.joined(rows))</ul>\n"
  }
}
