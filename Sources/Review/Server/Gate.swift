internal import Records
internal import Reports
internal import Store

/// What stands between a connection and the pages: who is not let in learns nothing.
struct Gate: Sendable {
  let rules: AccessRules
  let keeper: Doorkeeper
  let site: ReviewSite
  let language: Language

  /// No form of ours is longer.
  static let longestBody = 256 * 1024
  static let longestHead = 16 * 1024

  /// A request as it came in.
  struct Arrival: Sendable {
    var method: String
    /// Path and query as they were sent.
    var target: String
    var claims: AccessRules.Claims
    var cookies: String
    var contentType: String
    var headLength: Int
    var body: [UInt8]
  }

  /// An answer and the cookie that comes with it.
  struct Outcome: Sendable {
    var answer: PageAnswer
    var cookie: String?
  }

  func outcome(of arrival: Arrival) -> Outcome {
    let isPost = arrival.method == "POST"
    guard arrival.method == "GET" || isPost else { return plain(405, notAllowed) }
    guard arrival.headLength <= Self.longestHead else { return plain(431, tooLarge) }
    guard arrival.body.count <= Self.longestBody else { return plain(413, tooLarge) }
    guard rules.allow(arrival.claims, isWriting: isPost) else { return plain(403, foreign) }
    let parts = arrival.target.utf8.split(
      separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    var request = PageRequest(isPost: isPost, path: decodedPath(parts[0]))
    if parts.count > 1 {
      for field in decodedFields(parts[1]) { request.query[field.name] = field.value }
    }
    if !isPost, request.path == "/", let token = request.query["token"] {
      return exchange(token)
    }
    guard let pass = keeper.pass(cookie: cookie(in: arrival.cookies)) else {
      return plain(403, stranger)
    }
    request.formSecret = pass.form.text
    if isPost {
      guard arrival.contentType.lowercased().hasPrefix("application/x-www-form-urlencoded") else {
        return plain(415, foreign)
      }
      for field in decodedFields(arrival.body) {
        request.form[field.name, default: []].append(field.value)
      }
      guard pass.form.matches(request.field("csrf")) else { return plain(403, foreign) }
    }
    return Outcome(answer: answer(request))
  }

  private func answer(_ request: PageRequest) -> PageAnswer {
    do {
      return try site.answer(request)
    } catch {
      // The error's own words: they hold no contact's values.
      let words = site.words(of: error)
      if request.isPost, isPassing(error) {
        return .page(site.frame(request).again(words, request), status: 503)
      }
      return .page(site.frame(request).message(failed(language), words), status: 500)
    }
  }

  /// Whether the same may succeed in a while: another program works on the store.
  private func isPassing(_ error: any Error) -> Bool {
    switch error as? StoreError {
    case .busy, .held: true
    default: false
    }
  }

  private func exchange(_ token: String) -> Outcome {
    guard let pass = keeper.exchange(token) else { return plain(403, stranger) }
    let secure = rules.isSecure ? "; Secure" : ""
    return Outcome(
      answer: .redirect("/"),
      cookie: "\(rules.cookieName)=\(pass.cookie.text); HttpOnly; SameSite=Strict; Path=/\(secure)")
  }

  private func cookie(in header: String) -> String {
    for part in header.split(separator: ";") {
      let pair = part.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
      if pair.count == 2, pair[0] == rules.cookieName { return String(pair[1]) }
    }
    return ""
  }

  private func decodedPath(_ bytes: Substring.UTF8View) -> String {
    // A plus means itself in a path.
    decodedFields(Array(bytes).flatMap { $0 == UInt8(ascii: "+") ? Array("%2B".utf8) : [$0] })
      .map { $0.value.isEmpty ? $0.name : $0.name + "=" + $0.value }.joined(separator: "&")
  }

  // MARK: Refusals

  private func plain(_ status: Int, _ text: Phrase) -> Outcome {
    let words = text(language)
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)"><head><meta charset="utf-8"><title>Kontor</title></head>
      <body><main><h1>\(status)</h1><p>\(words)</p></main></body></html>

      """
    return Outcome(answer: .page(page, status: status))
  }

  private let stranger = Phrase(
    de:
      "Kein Zugang: öffnen Sie die Adresse, die kontor review ausgibt. Sie gilt einmal; für einen "
      + "weiteren Browser starten Sie kontor review noch einmal.",
    en: "No access: open the address that kontor review prints. It works once; for another browser "
      + "start kontor review once more.")
  private let foreign = Phrase(
    de: "Abgelehnt: diese Anfrage kommt nicht von der Seite selbst.",
    en: "Refused: this request does not come from the page itself.")
  private let tooLarge = Phrase(de: "Die Anfrage ist zu groß.", en: "The request is too large.")
  private let notAllowed = Phrase(de: "So geht das nicht.", en: "Not in this way.")
  private let failed = Phrase(de: "Das ging nicht", en: "That did not work")
}
