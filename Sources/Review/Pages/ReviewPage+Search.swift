internal import Pipeline
internal import Records
internal import Reports
internal import Store

/// The search, the list of decisions, and help.
extension ReviewPage {
  func search(_ text: String, _ found: Found?) -> HTML {
    let title = say("Kontakte suchen", "Search contacts")
    var results = HTML()
    if let found {
      results =
        found.rows.isEmpty && found.sounding.isEmpty
        ? "<p class=\"lead\" data-found=\"0\">\(say("Nichts gefunden.", "Nothing found."))</p>\n"
        : "\(contacts(found.rows, say("Gefunden", "Found"), "found"))\(contacts(found.sounding, say("Klingt ähnlich", "Sounds alike"), "sounding"))"
    }
    return document(
      text.isEmpty ? title : "\(text) – \(title)", page: "search",
      """
      <section><h1>\(title)</h1>
      <form class="row" role="search" action="/search" method="get">
      <label class="vh" for="q">\(say("Suchbegriff", "Search for"))</label>
      <span class="why"><input id="q" type="search" name="q" value="\(text)" maxlength="200" \
      autocomplete="off"></span><button class="main">\(say("Suchen", "Search"))</button></form>
      <p class="soft small">\(say(
        "Name, Firma, Ort, Straße, Telefon, E-Mail, Kundennummer, Kontaktnummer oder QUELLE:SCHLÜSSEL; Wortanfänge genügen.",
        "Name, organization, place, street, phone, e-mail, customer number, contact id or SOURCE:KEY; beginnings of words suffice."))</p>
      \(results)</section>

      """)
  }

  private func contacts(_ rows: [ContactRow], _ title: String, _ id: HTML) -> HTML {
    guard !rows.isEmpty else { return HTML() }
    let lines = rows.map { row -> HTML in
      let more = [row.organization, row.place].filter { !$0.isEmpty && $0 != row.name }
      let shown = HTML.joined(more.map { value($0, limit: 80) }, by: " · ")
      let reach = HTML.joined(
        [row.email, row.phone].filter { !$0.isEmpty }.map { value($0, limit: 80) }, by: " · ")
      return """
        <tr><td>\(contactLink(row.id, row.name))</td><td>\(shown)</td><td>\(reach)</td>\
        <td class="num">\(count(row.recordCount))</td></tr>

        """
    }
    return """
      <h2 id="\(id)-title">\(title)</h2>
      \(scrolled(title, """
        <table class="list" data-list="\(id)"><caption class="vh">\(title)</caption><thead><tr>\
        <th scope="col">\(say("Kontakt", "Contact"))</th>\
        <th scope="col">\(say("Firma, Ort", "Organization, place"))</th>\
        <th scope="col">\(say("E-Mail, Telefon", "E-mail, phone"))</th>\
        <th scope="col" class="num">\(say("Datensätze", "Records"))</th></tr></thead><tbody>
        \(HTML.joined(lines))</tbody></table>

        """))
      """
  }

  // MARK: Decisions

  func decisions(_ decisions: [StoredDecision], length: Int) -> HTML {
    let title = say("Entscheidungen", "Decisions")
    var rows = HTML()
    var seen = Set<Int64>()
    for decision in decisions where seen.insert(decision.action).inserted {
      let together = decisions.filter { $0.action == decision.action }
      rows += row(together.last ?? decision, more: together.count - 1)
    }
    let older: HTML =
      decisions.count < length
      ? ""
      : """
      <p class="pager"><a class="button" href="/decisions?before=\(decisions[decisions.count - 1].id.description)">\
      \(say("Ältere", "Older"))</a></p>

      """
    let body: HTML =
      decisions.isEmpty
      ? "<p class=\"lead\">\(say("Noch hat niemand etwas entschieden.", "Nobody has decided anything yet."))</p>\n"
      : scrolled(
        title,
        """
        <table class="list cards"><caption class="vh">\(title)</caption><thead><tr>\
        <th scope="col">\(say("Entscheidung", "Decision"))</th>\
        <th scope="col">\(say("Worüber", "About"))</th>\
        <th scope="col">\(say("Wer und wann", "Who and when"))</th>\
        <th scope="col">\(say("Stand", "State"))</th><td></td></tr></thead><tbody>
        \(rows)</tbody></table>

        """)
    return document(
      title, page: "decisions", "<section><h1>\(title)</h1>\n\(progress)\(body)\(older)</section>\n"
    )
  }

  private func row(_ decision: StoredDecision, more: Int) -> HTML {
    let others: HTML =
      more == 0
      ? "" : " <span class=\"tag\">+ \(count(more))</span>"
    return """
      <tr data-decision="\(decision.action.description)"><td><strong>\
      \(decision.kind.phrase(language))</strong>\(others)</td><td>\(subject(decision))</td>\
      <td><bdi>\(decision.occasion.author)</bdi><br><span class="soft small">\
      \(time(decision.madeAt))</span>\(reason(decision.occasion.reason))</td>\
      <td>\(fate(decision))</td><td>\(takeBack(decision))</td></tr>

      """
  }

  private func subject(_ decision: StoredDecision) -> HTML {
    let names = decision.anchors.map { "<code>\(value($0.name, limit: 60))</code>" as HTML }
    let both = HTML.joined(names, by: " / ")
    if let chosen = decision.value {
      return
        "\(chosen.attribute.phrase(language)): \(value(chosen.text(in: language), limit: 80))<br>\(both)"
    }
    guard decision.records.count == 2 else { return both }
    let id = QuestionID(decision.records[0], decision.records[1])
    return "<a href=\"/question/\(id.description)\">\(both)</a>"
  }

  private func fate(_ decision: StoredDecision) -> String {
    if decision.isWaiting {
      return decision.withdrawal == nil
        ? say("wird eingearbeitet", "being worked in")
        : say("wird zurückgenommen", "being taken back")
    }
    if let withdrawal = decision.withdrawal {
      return say("zurückgenommen von \(withdrawal.author)", "taken back by \(withdrawal.author)")
    }
    if !decision.isInForce { return say("ruht: Datensatz fehlt", "dormant: a record is gone") }
    return decision.isStale
      ? say("gilt; Datensatz seither geändert", "holds; a record has changed since")
      : say("gilt", "holds")
  }

  func takeBack(_ decision: StoredDecision, back: String = "") -> HTML {
    guard !isReadOnly, decision.withdrawal == nil else { return HTML() }
    let what = say(
      "Entscheidung \(decision.action) zurücknehmen", "Take decision \(decision.action) back")
    return """
      <form method="post" action="/decisions">\(guardField)\
      <input type="hidden" name="action" value="\(decision.action.description)">\
      <input type="hidden" name="back" value="\(back)">\
      <button class="quiet" data-action="withdraw" aria-label="\(what)">\
      \(say("Zurücknehmen", "Take back"))</button></form>
      """
  }

  // MARK: Help

  var help: HTML {
    let title = say("Hilfe", "Help")
    let keys: [(String, String)] = [
      ("S", say("gleich: beide sind ein Kontakt", "same: both are one contact")),
      ("D", say("verschieden: es bleiben zwei", "different: they stay two")),
      (
        "U",
        say(
          "unsicher: niemand wird mehr gefragt, sonst ändert sich nichts",
          "unsure: nobody is asked again, nothing else changes")
      ),
      ("H", say("zwei Kontakte in einem Haushalt", "two contacts of one household")),
      ("W", say("A arbeitet bei B", "A works at B")),
      ("M", say("zwei Kontakte mit gemeinsamem Postfach", "two contacts with a shared mailbox")),
      ("1–9", say("diesen Wert wählen", "choose this value")),
      ("→", say("überspringen (auch Leertaste)", "skip (space, too)")),
      ("←", say("zurück", "back")), ("/", say("suchen", "search")),
      ("?", say("diese Hilfe", "this help")),
    ]
    let rows = keys.map { key, text -> HTML in "<dt><kbd>\(key)</kbd></dt><dd>\(text)</dd>\n" }
    let texts = [
      say(
        "Jede Antwort ist sofort notiert und steht mit Namen, Zeit und Grund unter „Entscheidungen“. Eingearbeitet – die Kontakte zusammengeführt oder getrennt – wird, sobald Sie kurz innehalten; spätestens der nächste Lauf der Pipeline tut es.",
        "Every answer is noted at once, and stands with name, time and reason under “Decisions”. It is worked in – contacts merged or parted – as soon as you pause; at the latest the pipeline's next run does it."
      ),
      say(
        "Nichts geht verloren: jede Entscheidung lässt sich zurücknehmen, und keine wird je gelöscht. Hat inzwischen jemand anders geantwortet, ändert die Seite nichts und sagt, wer es war.",
        "Nothing is lost: every decision can be taken back, and none is ever deleted. When somebody else has answered meanwhile, the page changes nothing and says who it was."
      ),
      say(
        "Das Gewicht in Bit sagt, wie sehr etwas dafür spricht: drei Bit mehr heißt achtmal wahrscheinlicher ein Kontakt, drei weniger achtmal unwahrscheinlicher.",
        "The weight in bits says how much speaks for it: three bits more mean eight times likelier one contact, three less eight times unlikelier."
      ),
    ]
    return document(
      title, page: "help",
      """
      <section><h1>\(title)</h1>
      \(HTML.joined(texts.map { "<p>\($0)</p>\n" }))</section>
      \(section("keys", "\(say("Tasten", "Keys"))", "<dl class=\"keys\">\n\(HTML.joined(rows))</dl>\n"))
      """)
  }
}
