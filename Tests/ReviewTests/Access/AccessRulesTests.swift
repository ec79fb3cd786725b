import Testing

@testable import Review

@Suite struct AccessRulesTests {
  private let rules = AccessRules(address: "127.0.0.1", port: 8080)

  private func allow(
    _ host: String?, origin: String? = nil, site: String? = nil, isWriting: Bool = false
  ) -> Bool {
    rules.allow(.init(host: host, origin: origin, fetchSite: site), isWriting: isWriting)
  }

  @Test func onlyThisPagesNameIsAnswered() {
    #expect(allow("127.0.0.1:8080") && allow("LOCALHOST:8080"))
    for host in [nil, "127.0.0.1", "127.0.0.1:8081", "evil.example:8080", "localhost.evil:8080"] {
      #expect(!allow(host))
    }
  }

  @Test func writingNeedsToComeFromThePageItself() {
    let host = "127.0.0.1:8080"
    #expect(allow(host, origin: "http://127.0.0.1:8080", isWriting: true))
    #expect(allow(host, origin: "null", site: "same-origin", isWriting: true))
    #expect(allow(host, site: "same-origin", isWriting: true))
    #expect(!allow(host, isWriting: true))
    #expect(!allow(host, origin: "null", isWriting: true))
    #expect(!allow(host, origin: "http://evil.example", isWriting: true))
    #expect(!allow(host, origin: "http://127.0.0.1:8081", isWriting: true))
    #expect(!allow(host, origin: "http://127.0.0.1:8080", site: "cross-site", isWriting: true))
    #expect(!allow(host, site: "same-site", isWriting: true))
    #expect(!allow(host, origin: "https://evil.example"))
  }

  @Test func proxyHasItsOwnNameAndASecureCookie() {
    let rules = AccessRules(proxy: "https://review.example.org")
    #expect(rules.isSecure && rules.cookieName.hasPrefix("__Host-"))
    #expect(rules.allow(.init(host: "review.example.org", origin: nil), isWriting: false))
    #expect(!rules.allow(.init(host: "127.0.0.1:8080", origin: nil), isWriting: false))
  }
}
