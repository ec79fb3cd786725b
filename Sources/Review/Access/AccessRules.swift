/// Who may ask: what every request must bring before anything is read or written.
struct AccessRules: Sendable {
  /// What the header `Host` may say: "127.0.0.1:8080".
  let hosts: Set<String>
  /// What the header `Origin` may say: "http://127.0.0.1:8080".
  let origins: Set<String>
  /// Whether cookies travel by TLS alone.
  let isSecure: Bool
  /// Cookies know no ports: a second page on this machine needs a cookie of its own.
  let cookieName: String

  /// For a page on this machine.
  init(address: String, port: UInt16) {
    hosts = ["\(address):\(port)", "localhost:\(port)"]
    origins = ["http://\(address):\(port)", "http://localhost:\(port)"]
    isSecure = false
    cookieName = "kontor-review-\(port)"
  }

  /// For a page behind a reverse proxy, which does TLS.
  ///
  /// - Parameter origin: "https://review.example.org".
  init(proxy origin: String) {
    hosts = [String(origin.dropFirst("https://".count))]
    origins = [origin]
    isSecure = true
    cookieName = "__Host-kontor-review"
  }

  /// The headers of a request that say where it is from.
  struct Claims: Sendable {
    var host: String?
    var origin: String?
    /// `Sec-Fetch-Site`, which browsers set and pages can't.
    var fetchSite: String?
  }

  /// Whether a request is meant for this page and, where it changes something, comes from it.
  func allow(_ claims: Claims, isWriting: Bool) -> Bool {
    guard let host = claims.host?.lowercased(), hosts.contains(host) else { return false }
    if let origin = claims.origin?.lowercased() {
      // A page that tells nobody where it comes from sends its forms with the origin "null".
      guard origins.contains(origin) || (origin == "null" && claims.fetchSite == "same-origin")
      else { return false }
    }
    guard isWriting else { return true }
    // A browser says at least one of both with every form.
    if let site = claims.fetchSite { return site == "same-origin" }
    return claims.origin != nil
  }
}
