internal import Pipeline
internal import Records
internal import Reports

/// The pages: what each address shows, and what each form does.
///
/// Knows nothing of connections, cookies and threads; what may not be asked never comes here.
struct ReviewSite: Sendable {
  let desk: ReviewDesk
  let options: ReviewOptions
  /// Called before something is written, and once it was.
  let onWriting: @Sendable () -> Void
  let onChange: @Sendable () -> Void
  /// Whether what was taken down is being worked in now.
  let isWorking: @Sendable () -> Bool

  var author: String { options.author }

  /// The answer to a request that was let in.
  func answer(_ request: PageRequest) throws -> PageAnswer {
    request.isPost ? try post(request) : try show(request)
  }

  private func show(_ request: PageRequest) throws -> PageAnswer {
    let parts = request.parts
    switch (parts.first ?? "", parts.count) {
    case ("", 0): return try overview(request)
    case ("style.css", 1):
      return .asset(PageStyle.css + "\n" + ReviewStyle.css, type: "text/css")
    case ("keys.js", 1): return .asset(ReviewScript.text, type: "text/javascript")
    case ("icon.svg", 1): return .asset(ReviewStyle.icon, type: "image/svg+xml")
    case ("queue", 1): return try queue(request)
    case ("next", 1): return try next(request)
    case ("question", 2): return try question(request, parts[1])
    case ("bulk", 1): return try bulk(request)
    case ("search", 1): return try search(request)
    case ("contact", 2): return try contact(request, String(parts[1]))
    case ("decisions", 1): return try decisions(request)
    case ("help", 1): return .page(frame(request).help)
    default: return notFound(request)
    }
  }

  private func post(_ request: PageRequest) throws -> PageAnswer {
    guard !options.isReadOnly else { return isReadOnly(request) }
    let parts = request.parts
    let answer: PageAnswer
    onWriting()
    defer { onChange() }
    switch (parts.first ?? "", parts.count, parts.last ?? "") {
    case ("question", 2, _): answer = try settle(request, parts[1])
    case ("bulk", 1, _): answer = try accept(request)
    case ("contact", 3, "split"): answer = try split(request, String(parts[1]))
    case ("contact", 3, "join"): answer = try join(request, String(parts[1]))
    case ("contact", 3, "choose"): answer = try choose(request, String(parts[1]))
    case ("contact", 3, "undo"): answer = try undo(request, String(parts[1]))
    case ("decisions", 1, _): answer = try withdraw(request)
    default: return notFound(request)
    }
    return answer
  }

  /// A page's frame, with what stands on every page.
  func frame(_ request: PageRequest, notice: HTML = "") -> ReviewPage {
    ReviewPage(
      language: options.language, isReadOnly: options.isReadOnly, author: author,
      formSecret: request.formSecret, standing: try? desk.standing(), isWorking: isWorking(),
      path: request.path, notice: notice)
  }

  /// What stopped, as a person reads it.
  func words(of error: any Error) -> String { Pipeline.message(of: error, options.language) }

  func message(
    _ request: PageRequest, status: Int, _ title: Phrase, _ text: Phrase
  ) -> PageAnswer {
    .page(
      frame(request).message(title(options.language), text(options.language)), status: status)
  }

  func notFound(_ request: PageRequest) -> PageAnswer {
    message(
      request, status: 404, Phrase(de: "Nicht gefunden", en: "Not found"),
      Phrase(
        de: "Diese Seite gibt es nicht, oder nicht mehr.",
        en: "There is no such page, or it is no more."))
  }

  private func isReadOnly(_ request: PageRequest) -> PageAnswer {
    message(
      request, status: 403, Phrase(de: "Nur zum Lesen", en: "Read-only"),
      Phrase(
        de: "Diese Seite ist nur zum Lesen geöffnet (--read-only). Nichts wurde geändert.",
        en: "This page is open for reading alone (--read-only). Nothing was changed."))
  }
}
