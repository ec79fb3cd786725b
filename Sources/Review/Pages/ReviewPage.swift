internal import Foundation
internal import Pipeline
internal import Records
internal import Reports
internal import Store

/// A page, with what stands on every page around it.
///
/// Elements that scripts and tests look for carry `data-` attributes, which stay as they are:
/// `main[data-page]` names the page; `[data-question]` holds a question's id and `[data-version]`
/// what was shown; `[data-action]` is on every button and link that answers or leads on (`same`,
/// `different`, `unsure`, `household`, `works-at`, `works-at-reversed`, `shared-mailbox`, `skip`,
/// `back`, `accept`, `withdraw`, `split`, `join`, `undo`, `choose`); `[data-key]` is the key that
/// does the same; `[data-choice]` is the number of a value that can be chosen; `[data-contact]`
/// and `[data-decision]` hold numbers in lists; `#progress`, `#waiting`, `#search` and `#status`
/// are what they say.
struct ReviewPage: Sendable {
  let language: Language
  let isReadOnly: Bool
  let author: String
  let formSecret: String
  let standing: ReviewDesk.Standing?
  let isWorking: Bool
  let path: String
  let notice: HTML

  // MARK: Words and figures

  /// The text in the page's language.
  func say(_ german: String, _ english: String) -> String {
    Phrase(de: german, en: english)(language)
  }

  var numbers: NumberText { NumberText(language) }

  func count(_ number: Int) -> String { numbers.count(number) }

  func value(_ text: String, limit: Int = shownValueLength) -> HTML {
    .value(text, in: language, limit: limit)
  }

  /// A name, or that there is none.
  func name(_ text: String) -> HTML {
    text.isEmpty
      ? "<span class=\"soft\">\(say("ohne Namen", "without a name"))</span>" : value(text)
  }

  func contactLink(_ id: ContactID, _ text: String) -> HTML {
    "<a href=\"/contact/\(Int(id))\" data-contact=\"\(Int(id))\">\(name(text))</a>"
  }

  /// "71 %" of certainty; never all, never none.
  func chance(_ probability: Double) -> String {
    numbers.share(Int((min(max(probability, 0.001), 0.999) * 10_000).rounded()), of: 10_000)
  }

  /// "2026-11-23 14:02" of an ISO time.
  func time(_ iso: String) -> String {
    guard iso.utf8.count >= 16 else { return iso }
    return String(iso.prefix(16)).replacing("T", with: " ") + " UTC"
  }

  /// The hidden field that every form brings along.
  var guardField: HTML { "<input type=\"hidden\" name=\"csrf\" value=\"\(formSecret)\">" }

  /// Where a person may say why.
  func reasonField(_ id: HTML) -> HTML {
    """
    <span class="why"><label class="vh" for="\(id)">\(say("Grund", "Reason"))</label>\
    <input id="\(id)" type="text" name="reason" maxlength="500" autocomplete="off" \
    placeholder="\(say("Grund (freiwillig)", "Reason (optional)"))"></span>
    """
  }

  /// So many errors as the model expects: "< 0.1" where it expects hardly any.
  func expected(_ errors: Double) -> String {
    errors > 0 && errors < 0.05
      ? "< " + numbers.decimal(0.1) : numbers.decimal(errors, places: errors < 10 ? 1 : 0)
  }

  // MARK: The frame

  func document(_ title: String, page: String, _ body: HTML) -> HTML {
    """
    <!DOCTYPE html>
    <html lang="\(language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="robots" content="noindex">
    <meta name="color-scheme" content="light dark">
    <title>\(title) – Kontor</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/style.css">
    <script src="/keys.js" defer></script>
    </head>
    <body>
    <a class="skip" href="#content">\(say("Zum Inhalt", "Skip to content"))</a>
    \(header)<main id="content" class="wide" data-page="\(page)" tabindex="-1">
    \(banner)\(notice)\(body)</main>
    \(footer)<div id="status" class="vh" role="status" aria-live="polite"></div>
    </body>
    </html>

    """
  }

  private var header: HTML {
    let links: [(String, String, String)] = [
      ("/", say("Überblick", "Overview"), ""),
      ("/queue", say("Fragen", "Questions"), standing.map { count($0.open) } ?? ""),
      ("/decisions", say("Entscheidungen", "Decisions"), ""), ("/help", say("Hilfe", "Help"), ""),
    ]
    let items = links.map { address, text, number -> HTML in
      let isCurrent = address == "/" ? path == "/" : path.hasPrefix(address)
      let current: HTML = isCurrent ? " aria-current=\"page\"" : ""
      let badge: HTML = number.isEmpty ? "" : " <span class=\"count\">\(number)</span>"
      return "<li><a href=\"\(address)\"\(current)>\(text)\(badge)</a></li>\n"
    }
    let search = say("Kontakte suchen", "Search contacts")
    return """
      <header><div class="wide top">
      <p class="eyebrow"><a href="/">Kontor</a></p>
      <nav aria-label="\(say("Seiten", "Pages"))"><ul>
      \(HTML.joined(items))</ul></nav>
      <form class="find" role="search" action="/search" method="get">
      <label class="vh" for="search">\(search)</label>
      <input id="search" type="search" name="q" placeholder="\(search)" autocomplete="off" \
      maxlength="200"><button>\(say("Suchen", "Search"))</button></form>
      </div></header>

      """
  }

  /// What waits to be worked in, and whether anything may be changed.
  private var banner: HTML {
    var lines: [HTML] = []
    if isReadOnly {
      lines.append(
        "\(say("Nur zum Lesen: hier lässt sich nichts ändern.", "Read-only: nothing can be changed here."))"
      )
    }
    if let waiting = standing?.waiting, waiting > 0 {
      let what = numbers.counted(
        waiting, Phrase(de: "Entscheidung", en: "decision"),
        Phrase(de: "Entscheidungen", en: "decisions"))
      lines.append(
        isWorking
          ? "\(say("\(what): wird eingearbeitet …", "\(what): being worked in …"))"
          : "\(say("\(what) notiert: eingearbeitet wird, sobald Sie kurz innehalten.", "\(what) noted: worked in as soon as you pause."))"
      )
    }
    guard !lines.isEmpty else { return "<div id=\"waiting\"></div>\n" }
    let waiting = standing?.waiting ?? 0
    return """
      <div id="waiting" class="slip" data-waiting="\(waiting)">\
      \(HTML.joined(lines.map { "<p>\($0)</p>" }))</div>

      """
  }

  private var footer: HTML {
    let who: HTML =
      isReadOnly || author.isEmpty
      ? "" : "\(say("Es entscheidet", "Deciding")): <bdi>\(author)</bdi> · "
    let run: HTML =
      standing?.lastRun.map { run in
        "\(say("Stand: Lauf", "As of run")) \(Int(run.id)), \(time(run.finishedAt))"
      } ?? ""
    return "<footer><div class=\"wide\">\(who)\(run)</div></footer>\n"
  }

  /// How far the review has come.
  var progress: HTML {
    guard let standing, standing.total > 0 else { return HTML() }
    let text = say(
      "\(count(standing.answered)) von \(count(standing.total)) beantwortet",
      "\(count(standing.answered)) of \(count(standing.total)) answered")
    return """
      <p class="meterline"><progress id="progress" value="\(standing.answered)" \
      max="\(standing.total)" aria-label="\(say("Fortschritt", "Progress"))"></progress> \
      <span class="soft" data-answered="\(standing.answered)" data-open="\(standing.open)">\
      \(text)</span></p>

      """
  }

  // MARK: Simple pages

  func message(_ title: String, _ text: String) -> HTML {
    let lines = text.split(separator: "\n").map { "<p>\(String($0))</p>\n" as HTML }
    return document(
      title, page: "message",
      """
      <section><h1>\(title)</h1>
      \(HTML.joined(lines))<p><a href="/queue">\(say("Zu den Fragen", "To the questions"))</a> · \
      <a href="/">\(say("Zum Überblick", "To the overview"))</a></p></section>

      """)
  }

  /// What could not be noted because another program works on the store, with a button that sends it
  /// once more.
  func again(_ why: String, _ request: PageRequest) -> HTML {
    let fields = request.form.filter { $0.key != "csrf" }.sorted { $0.key < $1.key }.flatMap {
      field in
      field.value.map { value in
        """
        <input type="hidden" name="\(field.key)" value="\(value)">

        """ as HTML
      }
    }
    let path = request.path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? "/"
    return document(
      say("Noch nicht notiert", "Not noted yet"), page: "message",
      """
      <section><h1>\(say("Noch nicht notiert", "Not noted yet"))</h1>
      <p>\(why)</p>
      <form class="row" method="post" action="\(path)">
      \(guardField)\(HTML.joined(fields))<button class="main">\(say("Noch einmal senden", "Send again"))</button>
      </form></section>

      """)
  }

  /// A section with a heading that names it for screen readers.
  func section(_ id: HTML, _ heading: HTML, _ body: HTML) -> HTML {
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
