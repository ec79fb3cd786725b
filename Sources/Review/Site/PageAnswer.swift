internal import Reports

/// What the page answers.
struct PageAnswer: Sendable {
  var status: Int
  var type: String
  var body: [UInt8]
  /// Where a form leads; with status 303.
  var location: String?

  static func page(_ html: HTML, status: Int = 200) -> PageAnswer {
    PageAnswer(status: status, type: "text/html; charset=utf-8", body: Array(html.markup.utf8))
  }

  static func redirect(_ location: String) -> PageAnswer {
    PageAnswer(status: 303, type: "text/plain; charset=utf-8", body: [], location: location)
  }

  static func asset(_ text: String, type: String) -> PageAnswer {
    PageAnswer(status: 200, type: "\(type); charset=utf-8", body: Array(text.utf8))
  }
}

/// The headers of every answer: nothing from elsewhere, nothing kept, nothing told to others.
let safeHeaders: [(name: String, value: String)] = [
  (
    "Content-Security-Policy",
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
      + "img-src 'self'; "
      + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
  ),
  ("Referrer-Policy", "no-referrer"), ("Cache-Control", "no-store"),
  ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"),
  ("Cross-Origin-Opener-Policy", "same-origin"),
  ("Cross-Origin-Resource-Policy", "same-origin"),
]
